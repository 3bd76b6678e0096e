/** Cards and the answer that they follow come by two ways: either may be first. */
import { describe, expect, it } from 'vitest';
import type { CardModel } from '../../../lib/briefing/view-models';
import type { Reference } from '../../../lib/model/ids';
import { ReceivedCards } from '../../../lib/page/received-cards';

const A = 'test:person/a' as Reference;
const B = 'test:person/b' as Reference;
const cards = (reading: number, ...references: Reference[]) => ({
  page: 'p',
  reading,
  cards: references.map((reference) => ({ reference, asOf: reading }) as unknown as CardModel),
});

/** Of which reading the cards are that are known: `a3 b-`. */
const known = (received: ReceivedCards): string =>
  [A, B].map((each) => `${each.at(-1)}${(received.of(each) as { asOf?: number } | undefined)?.asOf ?? '-'}`).join(' ');

type Step = readonly [come: 'answer' | 'cards', reading: number, ...of: Reference[]];

describe('cards that follow an answer', () => {
  it.each<[what: string, steps: readonly Step[], after: string]>([
    [
      'are known once both are there',
      [
        ['answer', 0],
        ['cards', 0, A, B],
      ],
      'a0 b0',
    ],
    [
      'are known where they come first',
      [
        ['cards', 0, A],
        ['answer', 0],
      ],
      'a0 b-',
    ],
    [
      'are not known before their answer',
      [
        ['answer', 0],
        ['cards', 1, A],
      ],
      'a- b-',
    ],
    [
      'do not outlive their answer',
      [
        ['answer', 0],
        ['cards', 0, A],
        ['answer', 1],
      ],
      'a- b-',
    ],
    [
      'give way to those of the next',
      [
        ['answer', 0],
        ['cards', 0, A, B],
        ['cards', 1, A],
        ['answer', 1],
      ],
      'a1 b-',
    ],
    [
      'are out of date when they come too late',
      [
        ['answer', 1],
        ['cards', 0, A],
        ['cards', 1, B],
      ],
      'a- b1',
    ],
  ])('%s', (_, steps, after) => {
    const received = new ReceivedCards();
    for (const [come, reading, ...of] of steps)
      if (come === 'answer') received.answered(reading);
      else received.take(cards(reading, ...of));
    expect(known(received)).toBe(after);
  });

  it('are gone with the article', () => {
    const received = new ReceivedCards();
    received.answered(0);
    received.take(cards(0, A));
    received.take(cards(1, B));
    received.clear();
    received.answered(1);
    expect(known(received)).toBe('a- b-');
  });
});
