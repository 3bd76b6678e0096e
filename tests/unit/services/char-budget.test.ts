/** How much text a tab may have recognised: what is beyond waits, and only what could never be read is refused. */
import { describe, expect, it } from 'vitest';
import { CHARS_PER_MINUTE, createCharBudget, TooMuchTextError } from '../../../lib/services/char-budget';

/** A budget whose clock the test moves, and what each `take` had to wait. */
function aBudget() {
  const clock = { ms: 0 };
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  return { clock, waits, budget: createCharBudget({ now: () => clock.ms, sleep }) };
}

describe('the budget of a tab', () => {
  it('lets a minute’s text pass at once, and the rest as fast as the minute passes', async () => {
    const { budget, waits } = aBudget();
    await budget.take(1, CHARS_PER_MINUTE);
    expect(waits).toEqual([]);
    await budget.take(1, CHARS_PER_MINUTE / 4);
    await budget.take(1, CHARS_PER_MINUTE / 4);
    expect(waits).toEqual([15_000, 30_000]);
  });

  it('fills up again, and no further than it was', async () => {
    const { budget, waits, clock } = aBudget();
    await budget.take(1, CHARS_PER_MINUTE);
    clock.ms = 30_000;
    await budget.take(1, CHARS_PER_MINUTE / 2);
    expect(waits).toEqual([]);
    clock.ms = 3_600_000;
    await budget.take(1, CHARS_PER_MINUTE);
    await budget.take(1, CHARS_PER_MINUTE / 60);
    expect(waits).toEqual([1_000]);
  });

  it('is each tab’s own, and new for a tab that was closed', async () => {
    const { budget, waits } = aBudget();
    await budget.take(1, CHARS_PER_MINUTE);
    await budget.take(2, CHARS_PER_MINUTE);
    budget.forget(1);
    await budget.take(1, CHARS_PER_MINUTE);
    expect(waits).toEqual([]);
  });

  it('refuses what would wait for more than a minute, and takes nothing for it', async () => {
    const { budget, waits } = aBudget();
    await budget.take(1, CHARS_PER_MINUTE);
    await budget.take(1, CHARS_PER_MINUTE);
    await expect(budget.take(1, 60)).rejects.toThrow(TooMuchTextError);
    expect(waits).toEqual([60_000]);
  });
});
