import { expect, it } from 'vitest';
import { parseRetryAfter } from '../../../lib/text/retry-after';

const NOW = Date.UTC(2026, 9, 6, 8);

it.each([
  [null, null],
  ['120', 120_000],
  [' 0 ', 0],
  ['1000000000', 1e12],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['', null],
  ['Tue, 06 Oct 2026 09:00:00 GMT', 3_600_000],
  ['Tue, 06 Oct 2026 07:00:00 GMT', null],
  ['2026-10-06', null],
])('Retry-After %s is %s ms', (header, ms) => {
  expect(parseRetryAfter(header, NOW)).toBe(ms);
});
