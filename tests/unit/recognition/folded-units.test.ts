import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPITAL, CASED, CLINGS, foldTable, SPACE, UNIT, WORD } from '../../../lib/recognition/fold-table';
import { FoldedUnits } from '../../../lib/recognition/folded-units';
import { isStep } from '../../../lib/recognition/steps';
import { type Folded, fold } from '../../../lib/text/fold';
import { startsWithCapital } from '../../../lib/text/letter-case';

const folded = new FoldedUnits(foldTable());

/** What a buffer holds of a text, in the form that `fold` gives it. */
function foldByTable(text: string): Folded {
  folded.fold(text);
  const units = [...folded.units.subarray(0, folded.length)];
  return {
    text: units.map((unit) => String.fromCharCode(unit & UNIT)).join(''),
    starts: Uint32Array.from(units, (_, i) => folded.start(i)),
    ends: Uint32Array.from(units, (_, i) => folded.end(i)),
  };
}

/** Where a name may begin or end, by the flags of the units: of each, whether it may do so before it. */
function stepsByFlags(): boolean[] {
  const steps: boolean[] = [];
  let wasWord = false;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.units[i] ?? 0;
    const clings = (unit & CLINGS) !== 0;
    const isWord = (unit & WORD) !== 0;
    steps.push(i === 0 || !(clings || (isWord && wasWord)));
    if (!clings) wasWord = isWord;
  }
  return steps;
}

function expectSame(text: string): void {
  const expected = fold(text);
  expect(foldByTable(text)).toEqual(expected);
  expect(stepsByFlags()).toEqual(stepsOf(expected.text));
}
const stepsOf = (text: string) => Array.from({ length: text.length }, (_, i) => isStep(text, i));

/** Characters that come apart, join, vanish or stay, among ordinary ones. */
const CHARACTERS = [
  ...'abzAZ019 .-’—・=´`½㎢㈱ⅣﬁﷺéÉñÅßẞøÆœıİςΣΰйЁ漢𠮷カガヵヶﾊﾞﾟー한ㄱㅏﾡￂ',
  ...[
    '\u00ad',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\ufe0f',
    '\u{e0100}',
    '\u3000',
    '\n',
    '\t',
    '\u0301',
    '\u0308',
    '\u3099',
  ],
  ...['\u309b', '\u094d', '\u20e3', '\u1100', '\u1161', '\u11a8', '\ud800', '\udc00', '\u{1d165}', '😀', '\u{10400}'],
];

describe('FoldedUnits', () => {
  it('knows every character as `fold`, the rule of steps and that of case do', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      // Planes 4 to 13 and the private ones have no characters: every 97th of them will do.
      if (code >= 0x40000 && code % 97 !== 0) continue;
      const character = String.fromCodePoint(code);
      const text = `a${character}b`;
      folded.fold(text);
      const expected = fold(text);
      const isCapital = startsWithCapital(character);
      const steps = stepsByFlags();
      let same = folded.length === expected.text.length;
      for (let i = 0; same && i < folded.length; i++)
        same =
          ((folded.units[i] ?? 0) & UNIT) === expected.text.charCodeAt(i) &&
          folded.start(i) === expected.starts[i] &&
          folded.end(i) === expected.ends[i] &&
          steps[i] === isStep(expected.text, i);
      // A mark belongs to the letter before it, and what nobody sees to nothing.
      if (same && folded.length > 2 && folded.start(1) === 1)
        same =
          ((folded.units[1] ?? 0) & (CASED | CAPITAL)) ===
          (isCapital === null ? 0 : isCapital ? CASED | CAPITAL : CASED);
      if (!same) throw new Error(`U+${code.toString(16)} is not what it is to fold`);
    }
  });

  it('folds texts as `fold` does, and leads back to the same places', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...CHARACTERS), { size: '+1' }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
        ),
        expectSame,
      ),
      { seed: 20250908, numRuns: 3_000 },
    );
  });

  it('knows white space, which is one unit', () => {
    folded.fold('a \n\u3000b');
    expect([...folded.units.subarray(0, 3)].map((unit) => (unit & SPACE) !== 0)).toEqual([false, true, false]);
  });

  it('makes room for texts that grow when they are folded, and gives it back', () => {
    expectSame('㍿㎢½'.repeat(5_000));
    expectSame('ｶﾞe\u0301'.repeat(20_000));
    expect(folded.units.length).toBeGreaterThan(40_000);
    expectSame('a');
    expect(folded.units.length).toBeLessThan(5_000);
  });
});
