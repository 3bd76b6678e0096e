import { describe, expect, it } from 'vitest';
import { classBefore, isStart, isStep } from '../../../lib/recognition/steps';
import { HAN, KATAKANA, LATIN, LETTER, OTHER } from '../../../lib/text/scripts';

/** The text with a bar at every place where a name may begin or end. */
function barred(text: string): string {
  let out = '';
  for (let i = 0; i <= text.length; i++) out += (isStep(text, i) ? '|' : '') + (text[i] ?? '');
  return out;
}

describe('isStep', () => {
  it.each([
    ['words of letters and digits', 'lee g7', '|lee| |g7|'],
    ['punctuation', "o'neil-lee.", "|o|'|neil|-|lee|.|"],
    ['Greek and Cyrillic', 'αβ бв', '|αβ| |бв|'],
    ['Han', '中谷元', '|中|谷|元|'],
    ['Han beyond the basic plane', '𠮷田', '|𠮷|田|'],
    ['kana', 'さん', '|さ|ん|'],
    ['Hangul', '구조대', '|구|조|대|'],
    ['Latin beside Han', 'nato首脳', '|nato|首|脳|'],
    ['a mark, which stays with its letter', 'カ\u309a', '|カ\u309a|'],
    ['vowel signs inside a word of Devanagari', 'हिन्दी', '|हिन्दी|'],
  ])('cuts %s', (_, text, expected) => {
    expect(barred(text)).toBe(expected);
  });
});

describe('isStart', () => {
  it('is never before a mark, not even at the very beginning', () => {
    expect([isStart('\u0301a', 0), isStart('a', 0), isStart('ab', 1)]).toEqual([false, true, false]);
  });
});

describe('classBefore', () => {
  it.each([
    ['a', LATIN],
    ['𠮷', HAN],
    ['カ\u309a', KATAKANA],
    ['हि', LETTER],
    ['', OTHER],
    ['\u0301', OTHER],
    ['\udc00', OTHER],
  ])('knows what ends with %j', (text, cls) => {
    expect(classBefore(text, text.length)).toBe(cls);
  });
});
