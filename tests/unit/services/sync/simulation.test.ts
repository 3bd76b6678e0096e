/** T120, T130, T134, T136: random rounds end equal, with nothing lost, and come to rest. */
import { describe, expect, it } from 'vitest';
import { playRound } from '../../../support/sync/simulation';

const ROUNDS = 1_000;

describe('two or three devices over a server that fails', () => {
  it(`end equal with nothing lost, in ${ROUNDS} rounds of edits, deaths and faults`, async () => {
    const ends: Record<string, number> = {};
    // Thousands of errors are made here, and nobody reads where.
    Error.stackTraceLimit = 0;
    const settled: number[] = [];
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const round = await playRound(seed);
      settled.push(round.rounds);
      for (const [end, count] of Object.entries(round.ends)) ends[end] = (ends[end] ?? 0) + count;
    }
    // The faults have happened, or nothing has been shown.
    expect(ends.died).toBeGreaterThan(ROUNDS / 2);
    expect(ends.failed).toBeGreaterThan(ROUNDS / 2);
    expect(ends.done).toBeGreaterThan(ROUNDS / 2);
    // At most three times round until all agree, and once more in which nothing is written.
    expect(Math.max(...settled)).toBeLessThanOrEqual(4);
  });
});
