/** Work in slices: pauses in time, progress, an end before the end. */
import { describe, expect, it } from 'vitest';
import { runInSlices } from '../../../lib/services/slices';

/** A clock that the work moves on, and how often it was paused. */
function aClock() {
  const clock = { ms: 0, pauses: 0 };
  return {
    clock,
    slices: {
      now: () => clock.ms,
      pause: async () => {
        clock.pauses += 1;
      },
    },
  };
}

function* steps(clock: { ms: number }, count: number, msEach: number): Generator<number, string> {
  for (let i = 0; i < count; i++) {
    clock.ms += msEach;
    yield i;
  }
  return 'done';
}

describe('work in slices', () => {
  it('pauses once a slice is used up, and not after every step', async () => {
    const { clock, slices } = aClock();
    expect(await runInSlices(steps(clock, 100, 5), { slices, budgetMs: 20 })).toBe('done');
    expect(clock.pauses).toBe(25);
  });

  it('does not pause for work that is done within one slice', async () => {
    const { clock, slices } = aClock();
    await runInSlices(steps(clock, 3, 5), { slices, budgetMs: 20 });
    expect(clock.pauses).toBe(0);
  });

  it('takes a step that is longer than a slice as a slice', async () => {
    const { clock, slices } = aClock();
    await runInSlices(steps(clock, 3, 70), { slices, budgetMs: 20 });
    expect(clock.pauses).toBe(3);
  });

  it('says once a slice how far it is', async () => {
    const { clock, slices } = aClock();
    const told: number[] = [];
    await runInSlices(steps(clock, 10, 10), { slices, budgetMs: 20, onProgress: (at) => told.push(at) });
    expect(told).toEqual([1, 3, 5, 7, 9]);
  });

  it('ends at the next pause when it is called off, and lets the work clear up', async () => {
    const { clock, slices } = aClock();
    const stop = new AbortController();
    let isClear = false;
    function* work(): Generator<number, void> {
      try {
        yield* steps(clock, 100, 10);
      } finally {
        isClear = true;
      }
    }
    const running = runInSlices(work(), {
      slices,
      budgetMs: 20,
      signal: stop.signal,
      onProgress: (at) => at > 20 && stop.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
    expect(isClear).toBe(true);
    expect(clock.ms).toBeLessThan(300);
  });

  it('fails as the work does', async () => {
    const { slices } = aClock();
    // biome-ignore lint/correctness/useYield: it fails before its first step.
    function* work(): Generator<number, void> {
      throw new Error('broken');
    }
    await expect(runInSlices(work(), { slices })).rejects.toThrow('broken');
  });
});
