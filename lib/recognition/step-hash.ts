/**
 * Hashes of the beginnings of names, unit by unit. Seed and factor come from the fingerprint of what was compiled, so
 * that nobody can write a pack whose names all fall into one slot: a changed name changes the fingerprint.
 */

/** Where a hash begins, and what it is multiplied by at each unit. */
export interface HashKey {
  readonly seed: number;
  readonly factor: number;
}

/** Finaliser of MurmurHash3 (public domain): each bit of the input changes half of the output's. */
function scramble(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** `fingerprint`: at least 32 hexadecimal digits. */
export function hashKey(fingerprint: string): HashKey {
  const word = (i: number) => Number.parseInt(fingerprint.slice(i * 8, i * 8 + 8), 16);
  return {
    seed: scramble(word(0) + 0x9e3779b9) ^ scramble(word(1) + 0x7f4a7c15),
    // 5 modulo 8: odd, and neither 1 nor near it.
    factor: ((scramble(word(2) + 0x9e3779b9) ^ scramble(word(3) + 0x7f4a7c15)) & ~7) | 5,
  };
}

/** Takes one more folded unit into a hash. The shift lets high bits reach low ones, which a product alone does not. */
export function mix(hash: number, unit: number, factor: number): number {
  const h = Math.imul(hash ^ unit, factor);
  return h ^ (h >>> 15);
}

/** The hash by which a step is looked up: its upper bits are others than those that choose a bucket. */
export const stepHash = (hash: number): number => Math.imul(hash, 0x9e3779b1);

/** Bucket of a whole name, of any number of buckets. */
export const bucketOf = (hash: number, count: number): number => Math.floor(((hash >>> 0) * count) / 0x1_0000_0000);
