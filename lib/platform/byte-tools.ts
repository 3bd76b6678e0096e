/**
 * Unpacking and decoding as browsers, their workers and Node do it, with the web's own streams; and the digest that they
 * have not, from an audited library.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Bytes, ByteTools, Digest } from '../packs/byte-tools';
import { piecesOf } from '../services/pieces-of';

async function* gunzip(packed: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  const pieces = packed[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await pieces.return?.();
    },
  });
  yield* piecesOf(source.pipeThrough(new DecompressionStream('gzip')));
}

/** A byte order mark is kept: the checker refuses it. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function createDigest(): Digest {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

/** The tools of every place where the extension reads packs. */
export const webByteTools: ByteTools = { gunzip, decode: (bytes) => decoder.decode(bytes), createDigest };
