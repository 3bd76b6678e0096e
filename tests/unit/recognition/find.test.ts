import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashKey, mix } from '../../../lib/recognition/step-hash';
import { isStart, isStep } from '../../../lib/recognition/steps';
import { fold, foldName } from '../../../lib/text/fold';
import { startsWithCapital } from '../../../lib/text/letter-case';
import { MAX_NAME_UNITS } from '../../../lib/text/limits';
import { aName, anEntity, aPack, FINGERPRINT, formsOf, openAll } from '../../support/build-pack';

/** Names of a language of which nothing is taken off. */
const openNames = (names: readonly string[]) =>
  openAll(aPack(names.map((name, i) => anEntity(`topic/t${i}`, { names: [aName(name, 'full', { lang: 'ja' })] }))));
const indexOf = (names: readonly string[]) => openNames(names).index;

const surfaces = (names: readonly string[], text: string): string[] =>
  indexOf(names)
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

/** Two letters or digits, or one of a script without spaces. */
const FINDABLE = /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/su;

/** What the scan must find, by looking at every piece of the text: where in the original, and which form. */
function searchNaively(names: readonly string[], original: string): string[] {
  const forms = new Set(names.map(foldName).filter((form) => FINDABLE.test(form) && form.length <= MAX_NAME_UNITS));
  const hasSmall = new Set(names.filter((name) => startsWithCapital(name) !== true).map(foldName));
  const { text, starts, ends } = fold(original);
  const found: string[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isStart(text, start)) continue;
    for (let end = text.length; end > start; end--) {
      const form = text.slice(start, end);
      if (!isStep(text, end) || !forms.has(form)) continue;
      const [from, to] = [starts[start] as number, ends[end - 1] as number];
      if (startsWithCapital(original.slice(from, to)) === false && !hasSmall.has(form)) continue;
      found.push(`${from} ${to} ${form}`);
    }
  }
  return found;
}

/** Few parts, so that names lie inside, across and beside one another. */
const PARTS = [
  'lee',
  'Lee',
  'jae',
  '-',
  ' ',
  '.',
  '’s',
  'U.S.',
  '中',
  '谷',
  '元',
  '𠮷',
  'オバ',
  'ﾊﾞ',
  '・',
  '=',
  '이',
  '재명',
  '은',
  'é',
  'e\u0301',
  'й',
  'हि',
  '9',
];
const piece = (maxLength: number) =>
  fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength }).map((parts) => parts.join(''));

/** Two different names of two Han characters each with one hash, in an index of the builders' fingerprint. */
function findCollision(): readonly [string, string] {
  const { seed, factor } = hashKey(FINGERPRINT);
  const byHigh = new Map<number, number>();
  for (let a = 0x4e00; a <= 0x9fff; a++) {
    const hash = mix(seed, a, factor);
    const b = byHigh.get(hash >>> 16);
    byHigh.set(hash >>> 16, a);
    if (b === undefined) continue;
    const difference = (hash ^ mix(seed, b, factor)) & 0xffff;
    for (let second = 0x4e00; second <= 0x9fff; second++) {
      const other = second ^ difference;
      if (other >= 0x4e00 && other <= 0x9fff) return [String.fromCharCode(a, second), String.fromCharCode(b, other)];
    }
  }
  throw new Error('no two names collide');
}

describe('NameIndex.find', () => {
  it('finds what a search of every piece of the text finds, longest first', () => {
    fc.assert(
      fc.property(fc.array(piece(4), { maxLength: 12 }), piece(30), (names, text) => {
        const whole = openNames(names);
        const forms = formsOf(whole);
        const hits = whole.index.find(text);
        expect(hits.map(({ form, start, end }) => `${start} ${end} ${forms[form]}`)).toEqual(
          searchNaively(names, text),
        );
      }),
      { seed: 7, numRuns: 1_500 },
    );
  });

  it.each<readonly [name: string, names: string[], text: string, found: string[]]>([
    [
      'names inside one another, longest first',
      ['Lee', 'Lee Jae', 'Lee Jae Myung'],
      'Lee Jae Myung',
      ['Lee Jae Myung', 'Lee Jae', 'Lee'],
    ],
    ['names across one another', ['South Korea', 'Korea Times'], 'South Korea Times', ['South Korea', 'Korea Times']],
    ['a name before its possessive', ['Lee'], 'Lee’s', ['Lee']],
    ['a name with a stop at its end', ['U.S.', 'U.S'], 'the U.S. and', ['U.S.', 'U.S']],
    ['a name across white space of any kind', ['Gen Nakatani'], 'Gen\u00a0\n Nakatani', ['Gen\u00a0\n Nakatani']],
    ['nothing inside a word', ['Lee', 'Jae'], 'Leeds Jaeger Sleep', []],
    ['nothing in nothing', ['Lee'], '', []],
    ['nothing when no name is known', [], 'Lee', []],
    ['a name of 200 Han characters', ['漢'.repeat(200)], '漢'.repeat(200), ['漢'.repeat(200)]],
    ['a name of a hundred words', [`${'a '.repeat(99)}b`], `${'a '.repeat(99)}b`, [`${'a '.repeat(99)}b`]],
    ['no name that is longer than the limit', ['漢'.repeat(201)], '漢'.repeat(300), []],
    ['no name of one letter or digit', ['X', '7', 'x.', '.', '—!?'], 'X 7 x. . —!?', []],
    ['a name of one Han, kana or Hangul character', ['日', 'ン', '한'], '日 ン 한', ['日', 'ン', '한']],
    ['no name that folds to nothing', ['\u200b', '  '], 'a \u200b b', []],
  ])('finds %s', (_, names, text, found) => {
    expect(surfaces(names, text)).toEqual(found);
  });

  it('keeps apart two names with one hash, and finds both', () => {
    const [a, b] = findCollision();
    expect(surfaces([a], b)).toEqual([]);
    expect(surfaces([a, b], `${a} ${b}`)).toEqual([a, b]);
    expect(surfaces([a, `${b}元`], `${a} ${b}元`)).toEqual([a, `${b}元`]);
  });

  it('keeps the eight longest of names nested in one another', () => {
    const names = Array.from({ length: 12 }, (_, i) => '漢'.repeat(i + 1));
    expect(surfaces(names, '漢'.repeat(12)).slice(0, 9)).toEqual([
      ...Array.from({ length: 8 }, (_, i) => '漢'.repeat(12 - i)),
      '漢'.repeat(11),
    ]);
  });
});
