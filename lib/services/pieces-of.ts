/** Firefox was seen to hand over 15 MiB at a time: who stops at a limit stops within this many bytes of it. */
const MAX_PIECE = 256 * 1024;

/**
 * The pieces of a stream, read by hand: not every browser iterates over streams. Whoever stops reading ends the stream,
 * and with it the request or the unpacking behind it.
 */
export async function* piecesOf<B extends ArrayBufferLike>(
  stream: ReadableStream<Uint8Array<B>>,
): AsyncGenerator<Uint8Array<B>> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (let from = 0; from < value.length; from += MAX_PIECE) yield value.subarray(from, from + MAX_PIECE);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
