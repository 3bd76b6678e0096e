import type { Bytes } from '../packs/byte-tools';

/**
 * The pieces of a stream, read by hand: not every browser iterates over streams. Whoever stops reading ends the stream,
 * and with it the request or the unpacking behind it.
 */
export async function* piecesOf<B extends Bytes>(stream: ReadableStream<B>): AsyncGenerator<B> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
