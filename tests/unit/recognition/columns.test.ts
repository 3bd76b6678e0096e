/** Columns of numbers: they grow, are grouped and put in order as lists would be. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Column, groupBy, orderOf, words } from '../../../lib/recognition/columns';

const word = fc.integer({ min: 0, max: 0xffff_ffff });

describe('a column', () => {
  it('holds what was pushed, however much room was expected', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), fc.nat({ max: 400 }), (values, expected) => {
        const column = new Column(words, expected);
        for (const value of values) column.push(value);
        expect([...column.values()]).toEqual(values);
        expect(values.map((_, i) => column.at(i))).toEqual(values);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('groupBy', () => {
  it('gives the places of each key in their order, and leaves negative keys out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 200 }), (keys) => {
        const { offsets, places } = groupBy(Int32Array.from(keys), 10);
        const groups = Array.from({ length: 10 }, (_, key) => [...places.subarray(offsets[key], offsets[key + 1])]);
        expect(groups).toEqual(
          Array.from({ length: 10 }, (_, key) => keys.flatMap((other, i) => (other === key ? i : []))),
        );
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});

describe('orderOf', () => {
  it('is a stable sort of words', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.nat({ max: 3 })), { maxLength: 300 }), (keys) => {
        const wanted = keys.map((_, i) => i).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
        expect([...orderOf(Uint32Array.from(keys))]).toEqual(wanted);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
