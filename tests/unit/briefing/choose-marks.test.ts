/** Which mentions are painted and which answer to rest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMarks, countWords, isMarkedAt, type Markable } from '../../../lib/briefing/choose-marks';
import type { BlockKind } from '../../../lib/model/article';
import { MARK_LEVELS } from '../../../lib/settings/schema';

const mention = (target: string, block: number, fields: Partial<Markable> = {}): Markable => ({
  target,
  block,
  kind: 'text',
  section: 0,
  start: 0,
  salience: 1,
  unpainted: false,
  ...fields,
});

/** Enough words for everything: the density is not what is tested. */
const ROOM = new Map([[0, 10_000]]);
/** `P` painted, `a` answers, `-` neither. */
const say = (mentions: readonly Markable[], level: (typeof MARK_LEVELS)[number] = 'first', words = ROOM) =>
  chooseMarks(mentions, words)
    .map(({ paint, answers }) => (isMarkedAt(paint, level) ? 'P' : isMarkedAt(answers, level) ? 'a' : '-'))
    .join('');

describe('marks', () => {
  it.each<[what: string, mentions: Markable[], first: string, all: string]>([
    [
      'the first of a section, and every other answers',
      [mention('a', 1), mention('a', 1), mention('a', 2)],
      'Paa',
      'PPP',
    ],
    ['once more in the next section', [mention('a', 1), mention('a', 2, { section: 1 })], 'PP', 'PP'],
    ['each name for itself', [mention('a', 1), mention('b', 1)], 'PP', 'PP'],
    ['never countries, capitals, regions and private packs', [mention('a', 1, { unpainted: true })], '-', '-'],
    [
      'not the headline, but the first in the text',
      [mention('a', 1, { kind: 'headline' }), mention('a', 2)],
      'aP',
      'aP',
    ],
    ['nothing where a name stands in the headline alone', [mention('a', 1, { kind: 'headline' })], '-', '-'],
    ['subheads as text', [mention('a', 1, { kind: 'subhead' })], 'P', 'P'],
  ])('paint %s', (_, mentions, first, all) => {
    expect(say(mentions, 'first')).toBe(first);
    expect(say(mentions, 'all')).toBe(all);
    expect(say(mentions, 'quiet')).toBe('-'.repeat(mentions.length));
  });

  it.each<BlockKind>(['headline', 'byline', 'caption', 'credit', 'quote', 'list'])(
    'are never painted in a %s',
    (kind) => {
      expect(say([mention('a', 1, { kind })], 'all')).toBe('-');
    },
  );

  it('are three in a paragraph: the least salient give way, and still answer where they are painted elsewhere', () => {
    const names = ['a', 'b', 'c', 'd'].map((target, i) => mention(target, 1, { salience: 4 - i }));
    expect(say(names)).toBe('PPP-');
    expect(say([...names, mention('d', 2, { section: 1, salience: 1 })])).toBe('PPPaP');
  });

  it.each([
    [100, 4],
    [99, 3],
    [25, 1],
    [0, 1],
  ])('are one for every 25 words: of %i words %i', (words, count) => {
    const names = Array.from({ length: 6 }, (_, i) => mention(`n${i}`, i, { salience: i }));
    expect([...say(names, 'first', new Map([[0, words]]))].filter((mark) => mark === 'P')).toHaveLength(count);
  });

  it('leave the most salient when the article is short', () => {
    expect(say([mention('a', 1), mention('b', 2, { salience: 9 }), mention('c', 3)], 'first', new Map([[0, 25]]))).toBe(
      '-P-',
    );
  });

  const markable = fc.record<Markable>({
    target: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    block: fc.nat(4),
    kind: fc.constantFrom<BlockKind>('text', 'headline', 'caption', 'quote'),
    section: fc.nat(2),
    start: fc.nat(100),
    salience: fc.integer({ min: 0, max: 12 }),
    unpainted: fc.boolean(),
  });
  it('keep every bound, whatever is named where', () => {
    fc.assert(
      fc.property(
        fc.array(markable, { maxLength: 40 }),
        fc.array(fc.nat(200), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...MARK_LEVELS),
        (mentions, counts, level) => {
          const words = new Map(counts.map((count, block) => [block, count]));
          const total = counts.reduce((sum, count) => sum + count, 0);
          const marking = chooseMarks(mentions, words).map(({ paint, answers }) => ({
            paint: isMarkedAt(paint, level),
            answers: isMarkedAt(answers, level),
          }));
          const painted = mentions.filter((_, i) => marking[i]?.paint);
          expect(marking).toHaveLength(mentions.length);
          expect(painted.filter(({ unpainted, kind }) => unpainted || kind !== 'text')).toEqual([]);
          expect(marking.filter(({ paint, answers }) => paint && !answers)).toEqual([]);
          if (level === 'quiet') expect(painted).toEqual([]);
          if (level !== 'first') return;
          expect(painted.length).toBeLessThanOrEqual(Math.max(1, Math.floor(total / 25)));
          for (const block of words.keys())
            expect(painted.filter((one) => one.block === block).length).toBeLessThanOrEqual(3);
          const once = painted.map(({ target, section }) => `${section} ${target}`);
          expect(new Set(once).size).toBe(once.length);
        },
      ),
      { seed: 20250908, numRuns: 500 },
    );
  });
});

describe('the words of a text', () => {
  it.each([
    ['', 0],
    ['Gen Nakatani met Ahn.', 4],
    ['1 Oct 2024 – 21 Oct 2025', 6],
    ['中谷元防衛大臣は八日', 4],
    ['안규백 장관은 서울에서', 3],
    ['F-35A', 2],
  ])('of “%s” are %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
