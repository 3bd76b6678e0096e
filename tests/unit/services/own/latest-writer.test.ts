/** A note is written as it is typed: nothing of it waits for long, nothing older overtakes, nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLatestWriter } from '../../../../lib/services/own/latest-writer';

/** A store that answers when it is told to. */
function setUp() {
  const stored: string[] = [];
  const outcomes: string[] = [];
  const answers: ((isWell: boolean) => void)[] = [];
  const writer = createLatestWriter<string>(
    (value) => {
      stored.push(value);
      return new Promise((saved, failed) => {
        answers.push((isWell) => (isWell ? saved() : failed(new Error('full'))));
      });
    },
    (outcome) => outcomes.push(outcome),
  );
  const answer = async (isWell = true) => {
    answers.shift()?.(isWell);
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { writer, stored, outcomes, answer };
}

describe('createLatestWriter', () => {
  it('writes the first change at once, and then the latest only', async () => {
    const { writer, stored, outcomes, answer } = setUp();
    for (const text of ['a', 'ab', 'abc']) writer.write(text);
    expect(stored).toEqual(['a']);
    await answer();
    expect(stored).toEqual(['a', 'abc']);
    expect(outcomes).toEqual([]);
    await answer();
    expect(outcomes).toEqual(['saved']);
  });

  it('sends what waits when the reader leaves', () => {
    const { writer, stored } = setUp();
    writer.write('a');
    writer.write('ab');
    writer.flush();
    expect(stored).toEqual(['a', 'ab']);
    writer.flush();
    expect(stored).toHaveLength(2);
  });

  it('says what could not be saved, and writes the next change', async () => {
    const { writer, stored, outcomes, answer } = setUp();
    writer.write('a');
    await answer(false);
    writer.write('ab');
    await answer();
    expect(stored).toEqual(['a', 'ab']);
    expect(outcomes).toEqual(['failed', 'saved']);
  });

  it('has the last text written last, whatever comes when', async () => {
    const step = fc.oneof(fc.constant('answer'), fc.constant('flush'), fc.string({ minLength: 1, maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { writer, stored, answer } = setUp();
        const typed: string[] = [];
        for (const [i, one] of steps.entries()) {
          if (one === 'answer') await answer();
          else if (one === 'flush') writer.flush();
          else {
            typed.push(`${i} ${one}`);
            writer.write(`${i} ${one}`);
          }
        }
        writer.flush();
        expect(stored.at(-1)).toBe(typed.at(-1));
        expect(stored).toEqual(typed.filter((text) => stored.includes(text)));
      }),
    );
  });
});
