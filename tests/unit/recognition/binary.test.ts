import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Group,
  headBytes,
  INDEX_FORMAT,
  isSound,
  readGroups,
  readString,
  SectionReader,
  writeGroups,
  writeStrings,
} from '../../../lib/recognition/binary';
import { finish } from '../../../lib/recognition/compile-steps';

const FINGERPRINT = '0123456789abcdef0123456789abcdef';
const FIRST = [Uint8Array.of(1, 2, 3), Uint16Array.of(65_535), Uint32Array.of(4_294_967_295, 0)] as const;
const SECOND = [Int32Array.of(-2_147_483_648, 7), new Uint8Array(0)] as const;

const written = () => writeGroups(FINGERPRINT, [FIRST, SECOND]);
const open = (buffer: ArrayBuffer, fingerprint = FINGERPRINT) => readGroups(buffer, buffer.byteLength, fingerprint);
const groupsOf = (buffer: ArrayBuffer): readonly Group[] => {
  const groups = open(buffer);
  if (typeof groups === 'string') throw new Error(groups);
  return groups;
};

/** The file after a change to its words. */
function changed(change: (words: Uint32Array) => void): ArrayBuffer {
  const buffer = written();
  change(new Uint32Array(buffer));
  return buffer;
}

describe('the container', () => {
  it('reads back what was written, in the order of writing', () => {
    const buffer = written();
    const [first, second] = groupsOf(buffer).map((group) => new SectionReader(group, buffer, 0));
    expect([first?.u8(), first?.u16(), first?.u32()]).toEqual(FIRST);
    expect([second?.i32(), second?.u8()]).toEqual(SECOND);
  });

  it('reads a group from its own bytes, and the first from the head alone', () => {
    const buffer = written();
    const head = buffer.slice(0, headBytes(buffer));
    expect(head.byteLength).toBeLessThan(buffer.byteLength);
    const groups = readGroups(head, buffer.byteLength, FINGERPRINT);
    expect(groups).toEqual(groupsOf(buffer));
    const [first, second] = groups as [Group, Group];
    expect(new SectionReader(first, head, 0).u8()).toEqual(FIRST[0]);
    expect(new SectionReader(second, buffer.slice(second.from, second.to), second.from).i32()).toEqual(SECOND[0]);
  });

  it.each<readonly [name: string, buffer: ArrayBuffer, problem: string]>([
    ['an empty file', new ArrayBuffer(0), 'not-an-index'],
    ['a file shorter than the header', new ArrayBuffer(28), 'not-an-index'],
    ['a header of zeros', new ArrayBuffer(32), 'not-an-index'],
    ['foreign bytes', new TextEncoder().encode('{"record":"header","format":"xx"}\n\n\n').buffer, 'not-an-index'],
    ['an older format', changed((words) => words.fill(INDEX_FORMAT - 1, 1, 2)), 'other-format'],
    ['a newer format', changed((words) => words.fill(INDEX_FORMAT + 1, 1, 2)), 'other-format'],
    ['a file that was cut', written().slice(0, -4), 'damaged'],
    ['a file of another size than words', written().slice(0, -1), 'damaged'],
    ['the header alone', written().slice(0, 32), 'damaged'],
    ['other packs', changed((words) => words.fill(0, 8, 9)), 'other-fingerprint'],
    ['another checksum', changed((words) => words.fill(0, 4, 5)), 'damaged'],
    ['more sections than there can be', changed((words) => words.fill(0xffffffff, 2, 3)), 'damaged'],
    ['more groups than sections', changed((words) => words.fill(0xffffffff, 5, 6)), 'damaged'],
  ])('refuses %s', (_, buffer, problem) => {
    expect(open(buffer)).toBe(problem);
  });

  it('refuses a fingerprint other than the one that was written', () => {
    expect(open(written(), `${FINGERPRINT.slice(0, -1)}0`)).toBe('other-fingerprint');
  });

  it('notices every single changed bit of the header when opening, every other when looking through', () => {
    const bits = written().byteLength * 8;
    const firstByte = (groupsOf(written())[0] as Group).from;
    for (let bit = 0; bit < bits; bit++) {
      const buffer = written();
      const bytes = new Uint8Array(buffer);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (bit >> 3 < firstByte) expect(open(buffer)).toBeTypeOf('string');
      else expect(groupsOf(buffer).every((group) => finish(isSound(group, buffer, 0)))).toBe(false);
    }
  });

  it('finds sound what was written, from the whole file or from a group’s bytes', () => {
    const buffer = written();
    for (const group of groupsOf(buffer)) {
      expect(finish(isSound(group, buffer, 0))).toBe(true);
      expect(finish(isSound(group, buffer.slice(group.from, group.to), group.from))).toBe(true);
      expect(finish(isSound(group, buffer.slice(group.from, group.to - 4), group.from))).toBe(false);
    }
  });

  it('looks through a large group in steps', () => {
    const buffer = writeGroups(FINGERPRINT, [[new Uint8Array(9 * 1024 * 1024).fill(7)]]);
    const steps = [...isSound(groupsOf(buffer)[0] as Group, buffer, 0)];
    expect(steps.length).toBe(5);
  });

  it('answers with a problem whatever bytes it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(open(bytes.slice().buffer)).toBeTypeOf('string');
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

  it('ends where its pool does, whatever the offsets say', () => {
    const { pool } = writeStrings(['abc']);
    expect(readString({ pool, offsets: Uint32Array.of(1, 4_000_000_000) }, 0)).toBe('bc');
    expect(readString({ pool, offsets: Uint32Array.of(0, 3) }, 7)).toBe('');
  });
});
