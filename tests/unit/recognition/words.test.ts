import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSentenceStart, type Word, wordAfter, wordBefore, wordsOf } from '../../../lib/recognition/words';

const cut = (text: string, word: Word | null): string | null => word && text.slice(word.start, word.end);
/** The text without its mark, and where the mark was. */
const at = (marked: string): [text: string, at: number] => [marked.replace('|', ''), marked.indexOf('|')];

describe('wordBefore', () => {
  it.each([
    ['Prime Minister |Lee', 'Minister'],
    ['Gen. |Nakatani', 'Gen.'],
    ['at 5 p.m. |Lee', 'p.m.'],
    ['Japan’s |Lee', 'Japan’s'],
    ['Jae-myung |Lee', 'Jae-myung'],
    ['Élysée |x', 'Élysée'],
    ['a, |Lee', null],
    ['x|Lee', null],
    ['|Lee', null],
    ['中谷 |元', null],
    ['a         |Lee', null],
  ])('in %s is %s', (marked, word) => {
    const [text, place] = at(marked);
    expect(cut(text, wordBefore(text, place))).toBe(word);
  });
});

describe('wordAfter', () => {
  it.each([
    ['Lee| said', 'said'],
    ['Lee|  Corp.', 'Corp'],
    ['Lee| Jae-myung', 'Jae-myung'],
    ['Lee|, said', null],
    ['Lee|', null],
    ['Lee|s', null],
  ])('in %s is %s', (marked, word) => {
    const [text, place] = at(marked);
    expect(cut(text, wordAfter(text, place))).toBe(word);
  });
});

describe('wordsOf', () => {
  it('cuts a text into words that stand apart, and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', '1', "'", '-', ' ', '.', '中', '한', '\u00ad') }),
        (text) => {
          const words = wordsOf(text);
          let last = 0;
          for (let i = 0; i < words.length; i += 2) {
            const [start, end] = [words[i] as number, words[i + 1] as number];
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(last, start)).not.toMatch(/[aÉ1]/);
            last = end;
          }
          expect(text.slice(last)).not.toMatch(/[aÉ1]/);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('isSentenceStart', () => {
  it.each([
    ['|Lee', true],
    ['It rained. |Lee', true],
    ['“|Lee', true],
    ['said: |Lee', true],
    ['It rained.” |Lee', true],
    ['SEOUL — |Lee', true],
    ['- |Lee', true],
    ['with |Lee', false],
    ['(the “Lee” |Lee', false],
    ['Park, |Lee', false],
    ['Jae-|Lee', false],
  ])('in %s: %s', (marked, expected) => {
    expect(isSentenceStart(...at(marked))).toBe(expected);
  });
});
