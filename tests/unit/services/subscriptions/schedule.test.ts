import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedAt,
  isDue,
  MAX_ATTEMPTS_A_DAY,
  nextAlarmAt,
  nextCheckAt,
  recentAttempts,
  wantsWhole,
} from '../../../../lib/services/subscriptions/schedule';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 9, 6, 8);

describe('the next check', () => {
  it.each([
    [0, 24],
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 16],
    [6, 24],
    [60, 24],
    [5_000, 24],
  ])('after %i failures comes in %i h, and up to a fifth later', (failures, hours) => {
    const at = (random: number) => nextCheckAt({ attempts: [NOW], now: NOW, failures, random });
    expect(at(0)).toBe(NOW + hours * HOUR);
    expect(at(1)).toBe(NOW + hours * HOUR * 1.2);
  });

  it('waits as long as the server asks, up to a day', () => {
    const at = (retryAfterMs: number) =>
      nextCheckAt({ attempts: [NOW], now: NOW, failures: 1, random: 0, retryAfterMs });
    expect(at(5 * HOUR)).toBe(NOW + 5 * HOUR);
    expect(at(10)).toBe(NOW + HOUR);
    expect(at(-1)).toBe(NOW + HOUR);
    expect(at(1e15)).toBe(NOW + DAY);
  });

  it('never asks an address more than four times in a day, however it fails and whoever presses', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ fails: fc.boolean(), random: fc.double({ min: 0, max: 1, noNaN: true }), press: fc.boolean() }),
          { minLength: 5, maxLength: 60 },
        ),
        (steps) => {
          let now = NOW;
          let attempts: readonly number[] = [];
          let failures = 0;
          const all: number[] = [];
          for (const { fails, random, press } of steps) {
            // The reader presses as soon as it is allowed; else the alarm rings when the check is due.
            const recent = recentAttempts({ attempts }, now);
            if (allowedAt({ attempts: recent }, now) > now) {
              now = allowedAt({ attempts: recent }, now);
              continue;
            }
            all.push(now);
            attempts = [...recent, now];
            failures = fails ? failures + 1 : 0;
            now = press ? now + 60_000 : nextCheckAt({ attempts, now, failures, random });
          }
          for (const [i, at] of all.entries())
            expect((all[i + MAX_ATTEMPTS_A_DAY] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(DAY);
        },
      ),
      { seed: 43, numRuns: 300 },
    );
  });
});

describe('a clock that was set back', () => {
  it('does not put checks off for years, and does not use up attempts', () => {
    expect(isDue({ nextAt: NOW + 730 * DAY }, NOW)).toBe(true);
    expect(isDue({ nextAt: NOW + DAY }, NOW)).toBe(false);
    expect(isDue({ nextAt: NOW }, NOW)).toBe(true);
    const attempts = Array.from({ length: 4 }, (_, i) => NOW + 730 * DAY + i);
    expect(allowedAt({ attempts }, NOW)).toBe(NOW);
  });
});

it('a file is read whole when there is none, and once a week whatever the server says', () => {
  const file = { sha256: 'x', job: null };
  expect(wantsWhole({ readAt: null, file: null }, NOW)).toBe(true);
  expect(wantsWhole({ readAt: NOW - DAY, file: null }, NOW)).toBe(true);
  expect(wantsWhole({ readAt: NOW - DAY, file }, NOW)).toBe(false);
  expect(wantsWhole({ readAt: NOW - 7 * DAY, file }, NOW)).toBe(true);
  expect(wantsWhole({ readAt: NOW + DAY, file }, NOW)).toBe(true);
});

it('one alarm rings for the first that is due, and at once for what was missed', () => {
  expect(nextAlarmAt([], NOW)).toBeNull();
  expect(nextAlarmAt([{ nextAt: NOW + 2 * HOUR }, { nextAt: NOW + HOUR }], NOW)).toBe(NOW + HOUR);
  expect(nextAlarmAt([{ nextAt: NOW - 16 * HOUR }, { nextAt: NOW + HOUR }], NOW)).toBe(NOW);
});
