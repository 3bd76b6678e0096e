/**
 * Stand-ins for WebCrypto and gzip that take no time, for simulations of many runs: what is sealed can be opened only
 * with the same key, nonce, name and bytes. What the real ones do is tested beside.
 */
import { crc32 } from 'node:zlib';
import type { SyncTools } from '../../../lib/services/sync/ports';
import type { KeyHandle, Octets, Subtle } from '../../../lib/sync/crypto-port';

const TAG = 16;

interface QuickKey extends KeyHandle {
  readonly secret: string;
}

const keyOf = (secret: string): QuickKey => ({ type: 'secret', extractable: false, secret });
const secretOf = (key: KeyHandle): string => (key as QuickKey).secret;
/** Sixteen bytes that differ where the parts differ: two checksums over each, one after the other. */
function digest(...parts: readonly (string | Uint8Array)[]): Buffer {
  const sums = Buffer.alloc(TAG);
  let sum = 0;
  for (const [i, part] of parts.entries()) {
    sum = crc32(part, sum + i);
    sums.writeUInt32BE(sum, (i % 4) * 4);
  }
  sums.writeUInt32BE(crc32(sums, sum), 12);
  return sums;
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

interface Gcm {
  readonly iv: Octets;
  readonly additionalData: Octets;
}

const quickSubtle: Subtle = {
  importKey: async (_format, data) => keyOf(hex(data)),
  deriveBits: async (algorithm, key) => toBuffer(digest(secretOf(key), (algorithm as { salt: Octets }).salt)),
  deriveKey: async (algorithm, key) => keyOf(hex(digest(secretOf(key), (algorithm as { info: Octets }).info))),
  async encrypt(algorithm, key, data) {
    const { iv, additionalData } = algorithm as Gcm;
    return toBuffer(Buffer.concat([data, digest(secretOf(key), iv, additionalData, data).subarray(0, TAG)]));
  },
  async decrypt(algorithm, key, data) {
    const { iv, additionalData } = algorithm as Gcm;
    if (data.length < TAG) throw new Error('too short');
    const content = data.slice(0, data.length - TAG);
    const tag = digest(secretOf(key), iv, additionalData, content).subarray(0, TAG);
    if (Buffer.compare(tag, data.slice(data.length - TAG)) !== 0) throw new Error('not what was sealed');
    return toBuffer(content);
  },
  sign: async (_algorithm, key, data) => toBuffer(digest(secretOf(key), data)),
};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** `random`: 0 to 1, the same in every run of a test. */
export const quickTools = (random: () => number, now: () => number): SyncTools => ({
  crypto: {
    subtle: quickSubtle,
    random: (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256)),
    encode: (text) => encoder.encode(text),
  },
  packer: {
    pack: async (bytes) => bytes,
    unpack: async (bytes) => bytes,
    decode: (bytes) => decoder.decode(bytes),
    hash: async (bytes) => digest(bytes).toString('hex'),
  },
  now,
});
