/**
 * The matcher against brute force: every piece of the folded text that begins and ends where a name may is looked up in
 * a Map. The oracle shares `fold` and the rule of steps with the matcher's definition and nothing with its code.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStart, isStep } from '../../../lib/recognition/steps';
import { fold } from '../../../lib/text/fold';
import { startsWithCapital } from '../../../lib/text/letter-case';
import { MAX_NAME_UNITS } from '../../../lib/text/limits';
import { formsOf, hitsIn, matcherOf } from '../../support/build-matcher';

/** At one place the eight longest are kept. */
const MAX_NESTED = 8;

/** What the matcher must find, each "form start end" in units of the original. */
function findByBruteForce(names: readonly string[], original: string): string[] {
  const forms = new Map([...formsOf(names)].map(([form, { capital }], number) => [form, { number, capital }]));
  const { text, starts, ends } = fold(original);
  const isInsideCharacter = (at: number) => at > 0 && at < text.length && starts[at] === starts[at - 1];
  const found: string[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isStart(text, start) || isInsideCharacter(start)) continue;
    let nested = 0;
    for (let end = Math.min(text.length, start + MAX_NAME_UNITS); end > start && nested < MAX_NESTED; end--) {
      const form = forms.get(text.slice(start, end));
      if (!form || !isStep(text, end) || isInsideCharacter(end)) continue;
      const [from, to] = [starts[start] as number, ends[end - 1] as number];
      if (form.capital && startsWithCapital(original.slice(from, to)) === false) continue;
      found.push(`${form.number} ${from} ${to}`);
      nested++;
    }
  }
  return found;
}

/** Pieces of every kind that folding, steps or the matcher treat in a way of their own. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  latin: [
    'a',
    'A',
    'b',
    'Lee',
    'lee',
    'kim',
    'Kim',
    'é',
    'É',
    'e\u0301',
    'E\u0301',
    'ü',
    'u\u0308',
    'Hồ',
    'ho',
    'x\u0323\u0302',
  ],
  expanding: [
    'ß',
    'ẞ',
    'ss',
    'æ',
    'Æ',
    'ae',
    'œ',
    'ﬁ',
    'fi',
    '㎢',
    'km2',
    'Ⅳ',
    'iv',
    'IV',
    '½',
    '1',
    '⁄',
    '2',
    '…',
    '㈱',
    '株',
    'ŉ',
    'n',
    '㍿',
  ],
  cased: [
    'Ａ',
    'ａ',
    'Ω',
    'ω',
    'Σ',
    'ς',
    'σ',
    'Ж',
    'ж',
    'Ё',
    'ё',
    'е\u0308',
    'İ',
    'I\u0307',
    'ı',
    'ǅ',
    'dž',
    '\u{10400}',
    '\u{10428}',
    '\u{1d400}',
  ],
  hangul: [
    '이',
    '재',
    '명',
    '김',
    '한국',
    '한국'.normalize('NFD'),
    '\u1112',
    '\u1161',
    '\u11ab',
    'ㅎ',
    'ㅏ',
    'ﾡ',
    'ￂ',
    '가',
  ],
  kana: [
    'か',
    'が',
    'か\u3099',
    'か゛',
    'ハ',
    'バ',
    'パ',
    'ﾊ',
    'ﾊﾞ',
    'ﾊﾟ',
    'ハ\u309a',
    'ー',
    'ｰ',
    '・',
    '･',
    '゛',
    'ﾞ',
    'さん',
  ],
  han: ['中', '谷', '元', '日', '本', '𠮷', '𪚥', '葛\u{e0100}', '葛', '羽', '羽', '々'],
  spaced: ['ا', 'ب', 'َ', 'بَ', 'א', 'שׁ', 'ש', 'ไ', 'ท', 'ย', 'ไทย', 'ก่', 'ह', 'हि', 'ि', 'ქ'],
  digits: ['0', '7', '７', '42', '²', '①', '٣'],
  punctuation: ['-', '‐', '—', "'", '’', '`', '.', ',', '=', '゠', '(', ')', '「', '」', '&', '·', '/', '@', '¨', '´'],
  space: [' ', ' ', ' ', '  ', '\n', '\u00a0', '\u3000', ' \n ', '\t'],
  invisible: ['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u200f', '\ufe0f', '\u{e0001}', '\u3164'],
  odd: ['\u0301', '\u3099', '\u20e3', '\ud800', '\udc00', '😀', '👩‍👧', '\u0000', '\uffff'],
};
/** Pieces of a text: few different ones, so that the same meet again. */
const texts = fc
  .tuple(
    fc.subarray(Object.values(PIECES), { minLength: 1, maxLength: 3 }).map((kinds) => kinds.flat()),
    fc.infiniteStream(fc.nat()),
    fc.integer({ min: 1, max: 8 }),
    fc.boolean(),
  )
  .chain(([pieces, numbers, count, isSpaced]) => {
    const few = Array.from({ length: count }, () => pieces[(numbers.next().value ?? 0) % pieces.length] ?? '');
    return fc.array(fc.constantFrom(...few, ...(isSpaced ? [' '] : [])), { minLength: 1, maxLength: 28, size: 'max' });
  });

type Change = (name: string) => string;
/** Ways in which a name differs from how the text has it: spelled otherwise, or nearly but not. */
const CHANGES: readonly Change[] = [
  (name) => name,
  (name) => name,
  (name) => name,
  (name) => name,
  (name) => name,
  (name) => name.normalize('NFC'),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFKC'),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replaceAll(' ', '\u3000\u200b '),
  (name) => `\u00ad${name} `,
  (name) => name.slice(0, -1),
  (name) => `${name}a`,
  (name) => `${name} lee`,
  (name) => `-${name}`,
  (name) => `${name}中`,
  (name) => name.slice(1),
  (name) => name.slice(0, 1) + name.slice(2),
];
const cuts = fc.array(
  fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 6 }), change: fc.constantFrom(...CHANGES) }),
  { minLength: 1, maxLength: 12, size: 'max' },
);

/** Texts, and names that are pieces of the text, or nearly. */
const cases = fc.tuple(texts, cuts).map(([pieces, places]) => ({
  text: pieces.join(''),
  names: places.map(({ from, length, change }) => {
    const start = from % pieces.length;
    return change(pieces.slice(start, start + length).join(''));
  }),
}));

describe('the matcher', () => {
  it('finds what brute force finds, in all scripts', () => {
    let hits = 0;
    let misses = 0;
    fc.assert(
      fc.property(cases, fc.stringMatching(/^[0-9a-f]{32}$/), ({ text, names }, fingerprint) => {
        const expected = findByBruteForce(names, text);
        expect(hitsIn(matcherOf(names, fingerprint), text)).toEqual(expected);
        hits += expected.length;
        misses += new Set(names).size - new Set(expected.map((hit) => hit.split(' ')[0])).size;
      }),
      { seed: 20260915, numRuns: 10_000 },
    );
    // The property means something only where there is much to find and much that is nearly found.
    expect(hits).toBeGreaterThan(40_000);
    expect(misses).toBeGreaterThan(20_000);
  });

  it('finds the same when one matcher reads text after text', () => {
    fc.assert(
      fc.property(fc.array(cases, { minLength: 2, maxLength: 5 }), (several) => {
        const names = several.flatMap((one) => one.names);
        const matcher = matcherOf(names);
        for (const { text } of several) expect(hitsIn(matcher, text)).toEqual(findByBruteForce(names, text));
      }),
      { seed: 20260916, numRuns: 500 },
    );
  });

  it('finds the same in long texts as in their parts', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 40 }), ({ text, names }, times) => {
        const long = `${text}\n`.repeat(times);
        expect(hitsIn(matcherOf(names), long)).toEqual(findByBruteForce(names, long));
      }),
      { seed: 20260917, numRuns: 100 },
    );
  });
});
