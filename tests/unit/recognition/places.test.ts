import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, readGroups, type Section, SectionReader, writeGroups } from '../../../lib/recognition/binary';
import { type Office, Offices, writeOffices } from '../../../lib/recognition/held-offices';
import { DAY_MAX, DAY_MIN } from '../../../lib/recognition/index-layout';
import { Places, PlacesWriter } from '../../../lib/recognition/places';

function writePlaces(packs: readonly { readonly rowSize: number; readonly isTarget: readonly boolean[] }[]): Section[] {
  const writer = new PlacesWriter();
  for (const { rowSize, isTarget } of packs) {
    writer.beginPack(rowSize);
    for (const is of isTarget) writer.add(is);
  }
  return writer.sections();
}

const write = (offices: readonly Office[]): Section[] =>
  writeOffices({
    post: Int32Array.from(offices, ({ post }) => post),
    of: Int32Array.from(offices, ({ of }) => of),
    from: Int32Array.from(offices, ({ from }) => from),
    to: Int32Array.from(offices, ({ to }) => to),
  });

const FINGERPRINT = 'f'.repeat(32);

/** A reader of sections that were just written. */
function read(sections: readonly Section[]): SectionReader {
  const buffer = writeGroups(FINGERPRINT, [sections]);
  const [group] = readGroups(buffer, buffer.byteLength, FINGERPRINT) as readonly Group[];
  return new SectionReader(group as Group, buffer, 0);
}

describe('places', () => {
  const pack = fc.record({
    rowSize: fc.integer({ min: 1, max: 64 }),
    isTarget: fc.array(fc.boolean(), { maxLength: 2_000 }),
  });

  it('lead from every target to its record, from every record to its target and its row', () => {
    fc.assert(
      fc.property(fc.array(pack, { minLength: 1, maxLength: 4 }), (packs) => {
        const places = new Places(read(writePlaces(packs)));
        let record = 0;
        let target = 0;
        packs.forEach(({ rowSize, isTarget }, number) => {
          isTarget.forEach((is, i) => {
            expect(places.of(record)).toEqual({ pack: number, row: Math.floor(i / rowSize), place: i % rowSize });
            expect(places.targetOf(record)).toBe(is ? target : -1);
            if (is) expect(places.recordOf(target)).toBe(record);
            record++;
            if (is) target++;
          });
        });
        expect(places.recordOf(target)).toBe(-1);
        expect(places.recordOf(-1)).toBe(-1);
        expect(places.targetOf(record + 5_000)).toBe(-1);
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});

describe('offices', () => {
  const day = fc.oneof(fc.integer({ min: -40_000, max: 40_000 }), fc.constantFrom(DAY_MIN, DAY_MAX));
  const near = fc.oneof(fc.integer({ min: -32_767, max: 32_766 }), fc.constantFrom(DAY_MIN, DAY_MAX));
  const office = (of: fc.Arbitrary<number>): fc.Arbitrary<Office> =>
    fc.record({ post: fc.integer({ min: -1, max: 500_000 }), of: fc.integer({ min: -1, max: 200 }), from: of, to: of });

  it.each([
    ['near our own days', near],
    ['on any day', day],
  ])('come back as they were, %s', (_, days) => {
    fc.assert(
      fc.property(fc.array(office(days), { maxLength: 50 }), (offices) => {
        const opened = new Offices(read(write(offices)));
        expect(offices.map((_office, i) => opened.at(i))).toEqual(
          offices.map((office, number) => ({ ...office, number })),
        );
        expect(opened.at(offices.length)).toBeNull();
        expect(opened.at(-1)).toBeNull();
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('take eight bytes each where posts are few', () => {
    const offices = Array.from({ length: 1_000 }, (_, i) => ({ post: i % 7, of: i % 20, from: i, to: i + 900 }));
    const bytes = write(offices).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes).toBe(1_000 * 8 + 7 * 4 + 20 * 4);
  });
});
