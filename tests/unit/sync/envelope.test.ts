/** The envelope with the platform's own WebCrypto: what goes in comes out, and nothing else does (T126, T137). */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { webCrypto } from '../../../lib/platform/sync-tools';
import type { Octets } from '../../../lib/sync/crypto-port';
import {
  deriveKeys,
  type FolderKeys,
  hiddenName,
  ITERATIONS,
  importPassphrase,
  newDerivation,
  open,
  readHead,
  seal,
} from '../../../lib/sync/envelope';
import { paddedSize } from '../../../lib/sync/padding';

const MARKER = 'Quellenschutz-마커-印';
const encode = (text: string): Octets => new TextEncoder().encode(text);
const keysOf = async (passphrase: string, derivation = newDerivation(webCrypto)) =>
  deriveKeys(webCrypto, await importPassphrase(webCrypto, passphrase), derivation);

let keys: FolderKeys;
let others: FolderKeys;
let file: Octets;
beforeAll(async () => {
  keys = await keysOf('correct horse');
  others = await keysOf('correct hoarse', keys.derivation);
  file = await seal(webCrypto, keys, 'journal a', encode(`{"note":"${MARKER}"}`));
});

const problemOf = async (bytes: Octets, name = 'journal a', with_ = keys) => {
  const opened = await open(webCrypto, with_, name, bytes);
  return 'problem' in opened ? opened.problem : null;
};
/** A copy with one byte changed. */
const flipped = (bytes: Octets, at: number): Octets => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('a sealed file', () => {
  it('opens with the same passphrase on another device, from what is in front of it', async () => {
    const derivation = readHead(file, webCrypto);
    if ('problem' in derivation) throw new Error(derivation.problem);
    expect(derivation.iterations).toBe(ITERATIONS);
    // The same letters, typed otherwise.
    const opened = await open(webCrypto, await keysOf('correct horse'.normalize('NFD'), derivation), 'journal a', file);
    expect(opened).toEqual(encode(`{"note":"${MARKER}"}`));
  });

  it('is never the same twice', async () => {
    const again = await seal(webCrypto, keys, 'journal a', encode(`{"note":"${MARKER}"}`));
    expect(Buffer.compare(again, file)).not.toBe(0);
  });

  it.each([
    ['a wrong passphrase', () => problemOf(file, 'journal a', others), 'sealed'],
    ['another salt', async () => problemOf(file, 'journal a', await keysOf('correct horse')), 'other-salt'],
    ['another file’s name', () => problemOf(file, 'journal b'), 'sealed'],
    ['a byte less', () => problemOf(file.slice(0, -1)), 'cut'],
    ['half of it', () => problemOf(file.slice(0, file.length / 2)), 'cut'],
    ['its head alone', () => problemOf(file.slice(0, 37)), 'cut'],
    ['two bytes', () => problemOf(file.slice(0, 2)), 'cut'],
    ['nothing', () => problemOf(file.slice(0, 0)), 'cut'],
    ['a login page', () => problemOf(encode('<!doctype html><title>Log in</title>')), 'foreign'],
    ['a byte order mark in front', () => problemOf(encode('\uFEFFSLSY')), 'foreign'],
    ['a later version', () => problemOf(encode('SLSY\u0002something')), 'newer'],
  ])('with %s is refused as %s', async (_, problem, expected) => {
    expect(await problem()).toBe(expected);
  });

  it.each([1, 100_000, ITERATIONS - 1, 4_000_000_000])('that asks for %i iterations is refused', async (iterations) => {
    const weak = file.slice();
    new DataView(weak.buffer).setUint32(5, iterations);
    expect(await problemOf(weak)).toBe('weak');
  });

  it('with any one bit changed is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (at) => {
        expect(await problemOf(flipped(file, at))).not.toBeNull();
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('holds nothing that can be read, and its name neither', async () => {
    expect(Buffer.from(file).includes(MARKER)).toBe(false);
    const name = await hiddenName(webCrypto, keys, 'journal a');
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(await hiddenName(webCrypto, keys, 'journal a')).toBe(name);
    expect(await hiddenName(webCrypto, others, 'journal a')).not.toBe(name);
  });
});

describe('sizes', () => {
  it('are few, and at most an eighth more than they have to be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), (length) => {
        const size = paddedSize(length);
        expect(size).toBeGreaterThanOrEqual(Math.max(length, 4_096));
        expect(size).toBeLessThanOrEqual(Math.max(4_096, length * 1.125));
        expect(paddedSize(size)).toBe(size);
      }),
      { numRuns: 1_000, seed: 2 },
    );
    const sizes = new Set(Array.from({ length: 100_000 }, (_, length) => paddedSize(length)));
    expect(sizes.size).toBeLessThan(100);
  });

  it.each([0, 1, 4_091, 4_092, 4_093, 100_000])('hide %i bytes and give them back', async (length) => {
    const content = new Uint8Array(length).fill(7);
    const sealed = await seal(webCrypto, keys, 'x', content);
    expect(await open(webCrypto, keys, 'x', sealed)).toEqual(content);
  });
});
