import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareString,
  INDEX_FORMAT,
  lowerBound,
  readString,
  SectionReader,
  writeSections,
  writeStrings,
} from '../../../lib/recognition/binary';

const FINGERPRINT = '0123456789abcdef0123456789abcdef';
const SECTIONS = [
  Uint8Array.of(1, 2, 3),
  Uint16Array.of(65_535),
  Uint32Array.of(4_294_967_295, 0),
  Int32Array.of(-2_147_483_648, 7),
  Float32Array.of(0.5, -1),
  new Uint8Array(0),
] as const;

const written = () => writeSections(FINGERPRINT, SECTIONS);

/** The buffer after a change to its words. */
function changed(change: (words: Uint32Array) => void): ArrayBuffer {
  const buffer = written();
  change(new Uint32Array(buffer));
  return buffer;
}

describe('SectionReader', () => {
  it('reads back what was written, in the order of writing', () => {
    const reader = SectionReader.open(written(), FINGERPRINT);
    if (typeof reader === 'string') throw new Error(reader);
    expect([reader.u8(), reader.u16(), reader.u32(), reader.i32(), reader.f32(), reader.u8()]).toEqual(SECTIONS);
  });

  it.each<readonly [name: string, buffer: ArrayBuffer, problem: string]>([
    ['an empty buffer', new ArrayBuffer(0), 'not-an-index'],
    ['a buffer shorter than the header', new ArrayBuffer(28), 'not-an-index'],
    ['a header of zeros', new ArrayBuffer(32), 'not-an-index'],
    ['a buffer of another size than words', written().slice(0, -1), 'not-an-index'],
    ['foreign bytes', new TextEncoder().encode('{"record":"header","format":"xx"}\n\n\n').buffer, 'not-an-index'],
    ['an older format', changed((words) => words.fill(INDEX_FORMAT - 1, 1, 2)), 'other-format'],
    ['a newer format', changed((words) => words.fill(INDEX_FORMAT + 1, 1, 2)), 'other-format'],
    ['a buffer that was cut', written().slice(0, -4), 'damaged'],
    ['the header alone', written().slice(0, 32), 'damaged'],
    ['other packs', changed((words) => words.fill(0, 8, 9)), 'other-fingerprint'],
    ['another checksum', changed((words) => words.fill(0, 4, 5)), 'damaged'],
  ])('refuses %s', (_, buffer, problem) => {
    expect(SectionReader.open(buffer, FINGERPRINT)).toBe(problem);
  });

  it('refuses a fingerprint other than the one that was written', () => {
    expect(SectionReader.open(written(), `${FINGERPRINT.slice(0, -1)}0`)).toBe('other-fingerprint');
  });

  it('notices every single changed bit that it relies on', () => {
    const bits = written().byteLength * 8;
    for (let bit = 0; bit < bits; bit++) {
      const buffer = written();
      const bytes = new Uint8Array(buffer);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // Words 2 and 5 to 7 of the header are informative or spare.
      const word = bit >> 5;
      if (word === 2 || (word >= 5 && word <= 7)) continue;
      expect(SectionReader.open(buffer, FINGERPRINT)).toBeTypeOf('string');
    }
  });

  it('answers with a problem whatever bytes it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(SectionReader.open(bytes.slice().buffer, FINGERPRINT)).toBeTypeOf('string');
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('a string table', () => {
  const strings = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 40 });

  it('gives back every string', () => {
    fc.assert(
      fc.property(strings, (texts) => {
        const table = writeStrings(texts);
        expect(texts.map((_, i) => readString(table, i))).toEqual(texts);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('is searched in the order of UTF-16 units', () => {
    fc.assert(
      fc.property(strings, fc.string({ unit: 'binary', maxLength: 20 }), (texts, wanted) => {
        const sorted = [...texts].sort((a, b) => (a < b ? -1 : 1));
        const table = writeStrings(sorted);
        const found = lowerBound(table, wanted);
        expect(found).toBe(sorted.filter((text) => text < wanted).length);
        if (found < sorted.length) expect(compareString(table, found, wanted) === 0).toBe(sorted[found] === wanted);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
