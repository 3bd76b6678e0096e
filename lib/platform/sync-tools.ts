/** WebCrypto and gzip as browsers, their workers and Node have them. */

import { piecesOf } from '../services/pieces-of';
import type { Packer } from '../services/sync/ports';
import type { CryptoTools, Octets, Subtle } from '../sync/crypto-port';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const webCrypto: CryptoTools = {
  // The port names fewer algorithms, and the browser's own type of keys is looked into by nobody.
  subtle: crypto.subtle as unknown as Subtle,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  encode: (text) => encoder.encode(text),
};

/** Through a stream of the browser's; whoever expects no more than `maxBytes` gets no more. */
async function through(
  bytes: Octets,
  stream: CompressionStream | DecompressionStream,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Octets> {
  const pieces: Octets[] = [];
  let length = 0;
  for await (const piece of piecesOf<ArrayBuffer>(new Blob([bytes]).stream().pipeThrough(stream))) {
    length += piece.length;
    if (length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
    pieces.push(piece);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

export const webPacker: Packer = {
  pack: (bytes) => through(bytes, new CompressionStream('gzip')),
  unpack: (bytes, maxBytes) => through(bytes, new DecompressionStream('gzip'), maxBytes),
  decode: (bytes) => decoder.decode(bytes),
  async hash(bytes) {
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};

/** Text to Base64 of its UTF-8 bytes: the browser's own takes no letters but Latin ones. */
export const base64 = (text: string): string =>
  btoa(Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join(''));
