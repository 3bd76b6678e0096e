import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../../lib/services/look-ups/retry-after';

const NOW = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 86_400_000;

describe('retryAfterMs', () => {
  it.each<[string | null, number]>([
    ['120', 120_000],
    ['0', 0],
    [' 5 ', 5_000],
    ['Wed, 25 Nov 2026 12:02:00 GMT', 120_000],
    ['Wednesday, 25-Nov-26 12:02:00 GMT', 120_000],
    ['1000000000', DAY_MS],
    ['Fri, 31 Dec 9999 23:59:59 GMT', DAY_MS],
    [null, 60_000],
    ['-5', 60_000],
    ['soon', 60_000],
    ['', 60_000],
    ['1e3', 60_000],
    ['2026', 2_026_000],
    ['Wed, 25 Nov 2026 11:00:00 GMT', 60_000],
  ])('%j closes a host for %i ms', (header, expected) => {
    expect(retryAfterMs(header, NOW, 0)).toBe(expected);
  });

  it('adds jitter only where the host does not say how long', () => {
    expect(retryAfterMs(null, NOW, 1)).toBe(75_000);
    expect(retryAfterMs('120', NOW, 1)).toBe(120_000);
  });
});
