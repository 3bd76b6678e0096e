/** Sizes tell: files are padded to few sizes, with their true length in front. */
import type { Octets } from './crypto-port';

const LENGTH_BYTES = 4;
/** Most readers' files have this size whatever they hold. */
const LEAST = 4_096;

/**
 * The size to which so many bytes are padded: at most 12 % more, and of few kinds (Padmé, Nikitin et al., "Reducing
 * Metadata Leakage from Encrypted Files and Communication with PURBs", PETS 2019).
 */
export function paddedSize(length: number): number {
  if (length <= LEAST) return LEAST;
  const exponent = Math.floor(Math.log2(length));
  const lastBits = exponent - (Math.floor(Math.log2(exponent)) + 1);
  const unit = 2 ** lastBits;
  return Math.ceil(length / unit) * unit;
}

export function pad(bytes: Octets): Octets {
  const padded = new Uint8Array(paddedSize(bytes.length + LENGTH_BYTES));
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, LENGTH_BYTES);
  return padded;
}

/** `null` where the length in front is none. */
export function unpad(padded: Octets): Octets | null {
  if (padded.length < LENGTH_BYTES) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  return length <= padded.length - LENGTH_BYTES ? padded.slice(LENGTH_BYTES, LENGTH_BYTES + length) : null;
}
