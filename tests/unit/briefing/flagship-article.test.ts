/** The briefing of the flagship article, as the interface's page judges it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledKnowledge } from '../../support/build-facts';
import { type ReadArticle, readArticle } from '../../support/read-article';
import { hasShared, MISSING, readShared } from '../../support/shared';

describe.skipIf(!hasShared)(`the flagship article (${hasShared ? 'shared' : MISSING})`, () => {
  let article: ReadArticle;
  beforeAll(async () => {
    article = await readArticle(readShared('article/article.html'), await bundledKnowledge(), { day: '2025-09-08' });
  });
  const idOf = (reference: string | undefined) => reference?.split('/')[1];
  const card = (slug: string) => article.cards.find(({ reference }) => idOf(reference) === slug);

  it('is led by Nakatani and Ahn, then Ishiba and Lee', () => {
    const four = article.briefing.cast.slice(0, 4).map(({ reference }) => idOf(reference));
    expect(four.slice(0, 2)).toEqual(['gen-nakatani', 'ahn-gyu-back']);
    expect(four.slice(2).sort()).toEqual(['lee-jae-myung', 'shigeru-ishiba']);
  });

  it('has no country or capital among the first eight', () => {
    const eight = article.briefing.cast.slice(0, 8).map(({ reference }) => reference);
    expect(eight.filter((reference) => reference.includes(':place/'))).toEqual([]);
  });

  it('is marked at the names that matter, in reading order', () => {
    const painted = article.mentions.filter(({ paint }) => paint === 'first').map(({ entity }) => idOf(entity));
    expect(painted).toEqual([
      'gen-nakatani',
      'ahn-gyu-back',
      'sdf-music-festival',
      'jmsdf',
      'shin-won-sik',
      'kim-jong-un',
      'xi-jinping',
      'vladimir-putin',
      'seoul-defense-dialogue',
      'yoon-suk-yeol',
      'shigeru-ishiba',
      'lee-jae-myung',
      'donald-trump',
      'rok-presidential-office',
      'yonhap',
    ]);
  });

  it('has no more than three marks in a paragraph, and none in the headline or a caption', () => {
    const painted = article.mentions.filter(({ paint }) => paint === 'first');
    for (const { id, kind } of article.blocks) {
      const here = painted.filter(({ block }) => block === id).length;
      expect(here).toBeLessThanOrEqual(kind === 'text' || kind === 'subhead' ? 3 : 0);
    }
  });

  it('has behind Nakatani his visit of 2015, the trip put off, and the talks by video', () => {
    expect(card('gen-nakatani')?.behind.map(({ date, tie }) => [date.slice(0, 7), tie])).toEqual([
      ['2015-10', 'previous-visit'],
      ['2024-12', 'put-off'],
      ['2025-08', null],
    ]);
  });

  it('names Lee and Ahn for Seoul, the president first', () => {
    expect(card('seoul')?.offices?.holders.map(({ reference }) => idOf(reference))).toEqual([
      'lee-jae-myung',
      'ahn-gyu-back',
    ]);
  });

  it('leads with the visits, and the gap of 9 years 10 months that ends with this one', () => {
    const [lead] = article.briefing.timelines;
    expect(idOf(lead?.reference)).toBe('japan-rok-defense-visits');
    expect(lead?.gaps.find(({ current }) => current)).toMatchObject({ years: 9, months: 10 });
  });
});
