import { describe, expect, it } from 'vitest';
import { type Group, readGroups, SectionReader, writeGroups } from '../../../lib/recognition/binary';
import { compileMatcher, compileMatcherInSlices } from '../../../lib/recognition/compile-matcher';
import { Matcher } from '../../../lib/recognition/matcher';
import { listSections, readMatcherSections } from '../../../lib/recognition/matcher-sections';
import { hitsIn, matcherForms, matcherOf } from '../../support/build-matcher';
import { generateNames, generateNews, type NewsLanguage } from '../../support/generated-news';

const FINGERPRINT = '0123456789abcdef0123456789abcdef';
const NAMES = generateNames(20_000);

describe('Matcher', () => {
  it('numbers forms in the order in which they were given', () => {
    const matcher = matcherOf(['Lee', 'Gen Nakatani', '日', '中谷']);
    expect(hitsIn(matcher, '日 中谷 Gen Nakatani Lee')).toEqual(['2 0 1', '3 2 4', '1 5 17', '0 18 21']);
  });

  it.each<readonly [name: string, names: readonly string[], text: string, hits: readonly string[]]>([
    ['a small letter where every name has a capital', ['Lee', 'Jae Lee'], 'lee, jae lee, jae Lee', ['0 18 21']],
    ['a small letter where one name has one', ['May', 'may'], 'may May', ['0 0 3', '0 4 7']],
    ['capitals for a name in small letters', ['life'], 'LIFE', ['0 0 4']],
    [
      'a capital that is not the first character',
      ["'Abd", '3M', '7-Eleven'],
      "'abd 'Abd 3m 3M 7-eleven",
      ['0 5 9', '1 13 15'],
    ],
    ['an accent that case is behind', ['Élan'], 'e\u0301lan E\u0301lan', ['0 6 11']],
    ['scripts without case', ['中谷', '이재명'], '中谷 이재명', ['0 0 2', '1 3 6']],
    ['a name that is the beginning of a character', ['ab 1'], 'ab ½ ab 1', ['0 5 9']],
    ['a name that is the end of a character', ['2 pints'], '½ pints 2 pints', ['0 8 15']],
    ['a name behind a character that is several', ['トヨタ'], '㈱トヨタ', ['0 1 4']],
    ['names that are one name folded', ['Ｇ７', 'g7'], 'G7 ｇ７', ['0 0 2', '0 3 5']],
  ])('takes into account %s', (_, names, text, hits) => {
    expect(hitsIn(matcherOf(names), text)).toEqual(hits);
  });

  it('keeps many hits, and forgets them with the next text', () => {
    const matcher = matcherOf(['Lee', '日', '日本', '日本国']);
    expect(matcher.find('日本国 Lee '.repeat(40_000))).toBe(160_000);
    expect(matcher.hits.length).toBeGreaterThan(480_000);
    expect(hitsIn(matcher, 'Lee')).toEqual(['0 0 3']);
    expect(matcher.hits.length).toBeLessThan(10_000);
  });

  it('opens from the sections of an index', () => {
    const buffer = writeGroups(FINGERPRINT, [listSections(compileMatcher(matcherForms(NAMES), FINGERPRINT))]);
    const groups = readGroups(buffer, buffer.byteLength, FINGERPRINT);
    if (typeof groups === 'string') throw new Error(groups);
    const opened = new Matcher(readMatcherSections(new SectionReader(groups[0] as Group, buffer, 0)));
    const compiled = matcherOf(NAMES, FINGERPRINT);
    for (const text of generateNews('ja', NAMES, 5_000)) expect(hitsIn(opened, text)).toEqual(hitsIn(compiled, text));
  });

  it('finds the same whatever the hashes are keyed by', () => {
    const [one, other] = ['0'.repeat(32), 'f'.repeat(32)].map((fingerprint) => matcherOf(NAMES, fingerprint));
    for (const language of ['en', 'ja', 'ko'] as const) {
      for (const text of generateNews(language, NAMES, 20_000))
        expect(hitsIn(one as Matcher, text)).toEqual(hitsIn(other as Matcher, text));
    }
  });
});

describe('the work of a scan', () => {
  const matcher = matcherOf(NAMES);
  const perUnit = (texts: readonly string[]): number => {
    let work = 0;
    for (const text of texts) {
      matcher.find(text);
      work += matcher.work;
    }
    return work / texts.reduce((sum, { length }) => sum + length, 0);
  };
  const usual = (language: NewsLanguage) => perUnit(generateNews(language, NAMES, 200_000));
  const USUAL = { en: usual('en'), ja: usual('ja'), ko: usual('ko') };
  const of = (pattern: RegExp) => NAMES.filter((name) => pattern.test(name));
  const latin = of(/^\p{sc=Latin}/u);
  const japanese = of(/^[\p{sc=Han}\p{sc=Katakana}]/u);
  const nearly = (name: string) => `${name.slice(0, -1)}${name.endsWith('z') ? 'x' : 'z'}`;

  it.each<readonly [name: string, language: NewsLanguage, text: () => string]>([
    ['one letter repeated', 'en', () => 'a'.repeat(100_000)],
    ['one word repeated', 'en', () => 'Bank '.repeat(20_000)],
    ['the first words of names, repeated', 'en', () => 'Peter Thomas '.repeat(10_000)],
    ['one Han character repeated', 'ja', () => '山'.repeat(100_000)],
    ['one kana repeated', 'ja', () => 'ン'.repeat(100_000)],
    ['one Hangul syllable repeated', 'ko', () => '이'.repeat(100_000)],
    ['one punctuation mark repeated', 'en', () => '-'.repeat(100_000)],
    ['spaces', 'en', () => ' '.repeat(100_000)],
    ['invisible characters', 'en', () => '\u200b'.repeat(100_000)],
    ['accents without end', 'en', () => `e${'\u0301\u0323'.repeat(50_000)}`],
    ['every word a name', 'en', () => latin.join(' ')],
    ['every character in a name', 'ja', () => japanese.join('')],
    ['ten thousand near misses', 'en', () => latin.slice(0, 10_000).map(nearly).join(' ')],
    ['ten thousand near misses of Han and kana', 'ja', () => japanese.slice(0, 10_000).map(nearly).join('')],
    ['a million letters without a space', 'en', () => 'abcdefghij'.repeat(100_000)],
    ['a million Han characters without a space', 'ja', () => '東京都知事選挙管理委'.repeat(100_000)],
  ])('stays near the usual for %s', (_, language, text) => {
    expect(perUnit([text()])).toBeLessThan(USUAL[language] * 4);
  });

  it('is bounded by the longest name where one character repeated is a name', () => {
    const deep = matcherOf(Array.from({ length: 200 }, (_, i) => '漢'.repeat(i + 1)));
    for (const length of [2_000, 20_000]) {
      deep.find('漢'.repeat(length));
      // The walk, eight comparisons of texts, and the names that lie in the same buckets.
      expect(deep.work / length).toBeLessThan(200 * 10);
    }
  });
});

describe('compileMatcher', () => {
  it('can be done in slices, which tell how far they are, and stopped', () => {
    const slices = compileMatcherInSlices(matcherForms(NAMES), FINGERPRINT);
    const progress: number[] = [];
    for (;;) {
      const { done, value } = slices.next();
      if (done) {
        expect(listSections(value)).toEqual(listSections(compileMatcher(matcherForms(NAMES), FINGERPRINT)));
        break;
      }
      progress.push(value);
    }
    expect(progress.length).toBeGreaterThan(8);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect([progress[0], progress.every((share) => share < 1)]).toEqual([0, true]);
  });

  it.each([
    ['nothing', ''],
    ['a mark first', '\u0e31ก'],
    ['a space first', ' a'],
    ['a space last', 'a '],
    ['more units than a name may have', '漢'.repeat(201)],
  ])('keeps the number of a form of %s, and never finds it', (_, form) => {
    const text = `b ${form} b`;
    const pool = Uint16Array.from(`${form}b`, (character) => character.charCodeAt(0));
    const offsets = Uint32Array.of(0, form.length, form.length + 1);
    const matcher = new Matcher(compileMatcher({ pool, offsets, capitals: new Uint8Array(2) }, FINGERPRINT));
    expect(hitsIn(matcher, text)).toEqual(['1 0 1', `1 ${text.length - 1} ${text.length}`]);
  });

  it('refuses more forms than a record can number', () => {
    const offsets = new Uint32Array((1 << 24) + 2);
    expect(() =>
      compileMatcher({ pool: new Uint16Array(0), offsets, capitals: new Uint8Array(0) }, FINGERPRINT),
    ).toThrow(RangeError);
  });

  it('takes 24 bytes a name at most, besides the table of folding', () => {
    const sections = compileMatcher(matcherForms(NAMES), FINGERPRINT);
    const table = sections.pages.byteLength + sections.entries.byteLength;
    const bytes = listSections(sections).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(table).toBeLessThan(80_000);
    expect((bytes - table) / NAMES.length).toBeLessThan(24);
  });
});
