/** Phrases that point at time are found wherever they stand, and no text breaks the grammars. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimLanguage } from '../../../lib/claims/claim';
import { findExpressions, languageOf } from '../../../lib/claims/find-expressions';
import { resolveWhen } from '../../../lib/claims/when';
import { toDay } from '../../../lib/text/edtf';

const LANGUAGES: readonly ClaimLanguage[] = ['en', 'ja', 'ko', 'zh'];
const textsIn = (text: string, language: ClaimLanguage) =>
  findExpressions(text, language).map(({ start, end }) => text.slice(start, end));

describe('the language of a block', () => {
  it.each([
    ['The visit ended.', 'en', 'en'],
    ['訪問は終わった。', 'ja', 'ja'],
    ['방문이 끝났다.', 'ko', 'ko'],
    ['访问结束。', 'zh', 'zh'],
    ['訪問終了', 'ja', 'ja'],
    ['訪問終了', 'zh-Hant', 'zh'],
    ['一言で', 'en', 'ja'],
    ['Nakatani (中谷元) met Ahn Gyu-back, the minister, in Seoul.', 'ja', 'en'],
    ['1234', 'en', null],
  ])('%s in an article in %s: %s', (text, article, language) => expect(languageOf(text, article)).toBe(language));
});

describe('a phrase that counts', () => {
  it.each<[ClaimLanguage, string, string]>([
    [
      'en',
      'It was the first such trip by a minister in more than 15 years, he said.',
      'the first such trip by a minister in more than 15 years',
    ],
    ['en', 'It was, for the first time since 1965, quiet.', 'the first time since 1965'],
    ['ja', '訪問は2015年10月以来約10年ぶり。', '2015年10月以来約10年ぶり'],
    ['ja', '今年3度目の訪問だ。', '今年3度目'],
    ['ko', '방문은 2015년 10월 이후 10년 만에 처음이다.', '2015년 10월 이후 10년 만에 처음이다'],
    ['ko', '이번이 세 번째 방문이다.', '이번이 세 번째 방문'],
    ['zh', '这是自2015年以来首次访问。', '自2015年以来首次'],
    ['zh', '时隔七年再次访问。', '时隔七年再次'],
  ])('is one phrase with its limit (%s: %s)', (language, text, phrase) =>
    expect(textsIn(text, language)).toEqual([phrase]),
  );
});

/** Pieces that grammars are made of, in all languages, with what breaks careless patterns. */
const PIECES =
  'the first|visit|in|a decade|since|1965|last|December|on|Wednesday|, |. |“|”|10|年|ぶり|以来|初めて|昨年|12月|8日|의|만에|년|지난해|처음|세 번째|时隔|七年|首次|自|以来|去年|\n|  |９９|99999999|😀|\u0000|-|2018|Feb.|30|mid-|’s|前|전|「|」|『'.split(
    '|',
  );
const aText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
);

describe('laws of expressions', () => {
  it('they lie in the text, in order, apart, and resolve without a failure', () => {
    fc.assert(
      fc.property(aText, fc.constantFrom(...LANGUAGES), (text, language) => {
        let at = 0;
        for (const { start, end, when, count, isNamed } of findExpressions(text, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect([when, count, isNamed].filter(Boolean)).toHaveLength(1);
          if (when) resolveWhen(when, toDay(2025, 9, 8));
          if (count) expect(count.ordinal).toBeGreaterThan(0);
          at = end;
        }
      }),
      { seed: 20250908, numRuns: 1_500 },
    );
  });

  it('a sentence before does not change what is found in the next', () => {
    const samples: readonly [ClaimLanguage, string][] = [
      ['en', 'They met last December in Seoul.'],
      ['ja', '両氏は昨年12月に会談した。'],
      ['ko', '두 사람은 지난해 12월 만났다.'],
      ['zh', '两人去年12月会谈。'],
    ];
    for (const [language, sample] of samples) {
      const before = { en: 'It rained. ', ja: '雨だった。', ko: '비가 왔다. ', zh: '下雨了。' }[language];
      expect(textsIn(before + sample, language)).toEqual(textsIn(sample, language));
    }
  });

  it.each(['1', '年', '10年', '“', '「', 'first ', '첫 ', '10년 ', '第', 'in ', '2018-', '『'])(
    'a block full of “%s” is read to its end',
    (piece) => {
      const text = piece.repeat(Math.floor(20_000 / piece.length));
      for (const language of LANGUAGES) expect(findExpressions(text, language).length).toBeLessThanOrEqual(400);
    },
  );
});
