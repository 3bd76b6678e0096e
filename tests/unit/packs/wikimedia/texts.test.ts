import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOfName } from '../../../../lib/packs/wikimedia/name-language';
import { firstSentences, plainText } from '../../../../lib/packs/wikimedia/plain-text';

describe('plainText', () => {
  it.each<[string | undefined, string | null]>([
    ['Mira  Aldane\n', 'Mira Aldane'],
    ['Mi\u00adra\u200b Al\u200edane', 'Mira Aldane'],
    ['a\u00a0b', 'a b'],
    ['1 < 2 & 3', '1 < 2 & 3'],
    ['', null],
    ['\u200b', null],
    [undefined, null],
    ['A <b>politician</b>', null],
    ['A &lt;b&gt;', null],
    ['<img src=x onerror=alert(1)>', null],
    ['half \ud83d', null],
    ['x'.repeat(101), null],
  ])('%j is %j', (text, expected) => {
    expect(plainText(text, 100)).toBe(expected);
  });
});

describe('firstSentences', () => {
  it.each<[string, number, string]>([
    ['One. Two. Three.', 100, 'One. Two. Three.'],
    ['One. Two. Three.', 10, 'One. Two.'],
    ['一つ。二つ。三つ。', 6, '一つ。二つ。'],
    ['A sentence without any end to it', 20, 'A sentence without…'],
    ['長い文が続いて終わらない', 5, '長い文が…'],
  ])('%j within %i: %j', (text, max, expected) => {
    expect(firstSentences(text, max)).toBe(expected);
  });

  it('never grows beyond its bound, and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 4, max: 50 }), (text, max) => {
        const cut = firstSentences(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('languageOfName', () => {
  it.each([
    ['Mira Aldane', 'ko', 'en', 'ko'],
    ['Mira Aldane', 'en', null, 'en'],
    ['미라 알데인', 'en', 'ko', 'ko'],
    ['ミラ・アルデイン', 'en', null, 'ja'],
    ['中谷元', 'en', 'ja', 'ja'],
    ['习近平', 'en', 'zh-Hans', 'zh'],
    ['中谷元', 'ko', 'en', 'ja'],
  ] as const)('%s, read in %s in an article in %s: %s', (name, reader, article, expected) => {
    expect(languageOfName(name, reader, article)).toBe(expected);
  });
});
