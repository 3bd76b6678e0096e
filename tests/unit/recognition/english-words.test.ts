import { describe, expect, it, vi } from 'vitest';

const TABLE = '../../../lib/recognition/tables/english-words';
/** Listed words with their neighbours in the alphabet, and what is no word of the list. */
const LISTED = [
  'aardvark',
  'abandon',
  'abandoned',
  'about',
  'minister',
  'the',
  'wary',
  'was',
  'write',
  'zones',
  'zoom',
];
const OTHERS = ['', ' ', 'a b', 'aaa', 'abandone', 'nakatani', 'the was', 'wa', 'zoo ms', 'zzz', '이', '\n', 'zoom\n'];
const LOOKUPS = 2_500;

describe('isCommonWord', () => {
  it('answers alike whether it looks a word up in the list or, later, in a set', async () => {
    vi.resetModules();
    const { isCommonWord } = (await import(TABLE)) as { isCommonWord(word: string): boolean };
    const answers = () => [...LISTED, ...OTHERS].map(isCommonWord);
    const early = answers();
    expect(early).toEqual([...LISTED.map(() => true), ...OTHERS.map(() => false)]);
    for (let i = 0; i < LOOKUPS; i++) isCommonWord('about');
    expect(answers()).toEqual(early);
  });
});
