/** Days that a phrase means in an article of a day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveWhen, type When } from '../../../lib/claims/when';
import { dayToIso, toDay } from '../../../lib/text/edtf';

/** Monday. */
const ASOF = toDay(2025, 9, 8);
const days = (when: When, asOf = ASOF) => {
  const span = resolveWhen(when, asOf);
  return (
    span && [dayToIso(span.first), dayToIso(span.last)].filter((day, i, both) => i === 0 || day !== both[0]).join('/')
  );
};

describe('a point in time', () => {
  it.each<[string, When, string | null]>([
    ['last December', { kind: 'calendar', month: 12, lean: 'before' }, '2024-12-01/2024-12-31'],
    ['last September, in September', { kind: 'calendar', month: 9, lean: 'before' }, '2024-09-01/2024-09-30'],
    ['in September, in September', { kind: 'calendar', month: 9, lean: 'past' }, '2025-09-01/2025-09-30'],
    ['this November', { kind: 'calendar', month: 11, yearShift: 0 }, '2025-11-01/2025-11-30'],
    ['next March', { kind: 'calendar', month: 3, lean: 'after' }, '2026-03-01/2026-03-31'],
    ['Sept. 30 as the press writes it', { kind: 'calendar', month: 9, day: 30, lean: 'press' }, '2025-09-30'],
    ['Dec. 3 as the press writes it', { kind: 'calendar', month: 12, day: 3, lean: 'press' }, '2024-12-03'],
    ['late last month', { kind: 'shift', unit: 'month', by: -1, part: 'late' }, '2025-08-21/2025-08-31'],
    ['the 23rd of last month', { kind: 'shift', unit: 'month', by: -1, day: 23 }, '2025-08-23'],
    ['last year', { kind: 'shift', unit: 'year', by: -1 }, '2024-01-01/2024-12-31'],
    ['late last year', { kind: 'shift', unit: 'year', by: -1, part: 'late' }, '2024-09-01/2024-12-31'],
    ['the second half of 2024', { kind: 'calendar', year: 2024, part: 'second-half' }, '2024-07-01/2024-12-31'],
    ['Wednesday gone by', { kind: 'weekday', weekday: 2, lean: 'past' }, '2025-09-03'],
    ['Wednesday to come', { kind: 'weekday', weekday: 2, lean: 'future' }, '2025-09-10'],
    ['Monday, on a Monday', { kind: 'weekday', weekday: 0, lean: 'past' }, '2025-09-08'],
    ['last Monday, on a Monday', { kind: 'weekday', weekday: 0, lean: 'before' }, '2025-09-01'],
    ['Wednesday of last week', { kind: 'shift', unit: 'week', by: -1, weekday: 2 }, '2025-09-03'],
    ['the 8th', { kind: 'calendar', day: 8, lean: 'near' }, '2025-09-08'],
    ['the 31st, of the nearest month that has one', { kind: 'calendar', day: 31, lean: 'near' }, '2025-08-31'],
    ['the summer of 2018', { kind: 'calendar', year: 2018, season: 'summer' }, '2018-06-01/2018-08-31'],
    ['the winter of 2018', { kind: 'calendar', year: 2018, season: 'winter' }, '2018-12-01/2019-02-28'],
    ['the 1990s', { kind: 'years', from: 1990, to: 1999 }, '1990-01-01/1999-12-31'],
    ['this fiscal year', { kind: 'fiscal', yearShift: 0 }, '2025-04-01/2026-03-31'],
    ['29 February, as the press writes it', { kind: 'calendar', month: 2, day: 29, lean: 'press' }, '2024-02-29'],
    ['29 February 2025', { kind: 'calendar', year: 2025, month: 2, day: 29 }, null],
    ['31 April', { kind: 'calendar', month: 4, day: 31, lean: 'press' }, null],
    ['a year that no calendar has', { kind: 'calendar', year: 10_000 }, null],
    ['a month that no year has', { kind: 'calendar', month: 13, lean: 'near' }, null],
    ['years in the wrong order', { kind: 'years', from: 2018, to: 2015 }, null],
  ])('%s', (_, when, expected) => expect(days(when)).toBe(expected));

  it('is of the fiscal year before in March', () => {
    expect(days({ kind: 'fiscal', yearShift: 0 }, toDay(2025, 3, 31))).toBe('2024-04-01/2025-03-31');
  });
});

const aLean = fc.constantFrom('past', 'future', 'near', 'press', 'before', 'after' as const);
const aPart = fc.constantFrom(undefined, 'early', 'mid', 'late', 'first-half', 'second-half' as const);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const aWhen = fc.oneof(
  fc.record({
    kind: fc.constant('calendar'),
    year: optional(fc.integer({ min: -10, max: 10_010 })),
    yearShift: optional(fc.integer({ min: -5, max: 5 })),
    month: optional(fc.integer({ min: 0, max: 14 })),
    day: optional(fc.integer({ min: 0, max: 32 })),
    part: aPart,
    lean: aLean,
  }),
  fc.record({
    kind: fc.constant('shift'),
    unit: fc.constantFrom('day', 'week', 'month', 'year', 'decade'),
    by: fc.integer({ min: -60, max: 60 }),
    part: aPart,
  }),
  fc.record({ kind: fc.constant('weekday'), weekday: fc.integer({ min: 0, max: 6 }), lean: aLean }),
  fc.record({ kind: fc.constant('fiscal'), yearShift: fc.integer({ min: -3, max: 3 }) }),
) as fc.Arbitrary<When>;
const aDay = fc.integer({ min: toDay(1900, 1, 1), max: toDay(2100, 1, 1) });

describe('laws of time', () => {
  it('a later article never means earlier days by the same words', () => {
    fc.assert(
      fc.property(aWhen, aDay, fc.nat(3_000), (when, asOf, more) => {
        const [before, after] = [resolveWhen(when, asOf), resolveWhen(when, asOf + more)];
        if (before && after) expect(after.first).toBeGreaterThanOrEqual(before.first);
      }),
      { seed: 20250908, numRuns: 2_000 },
    );
  });

  it('what is past begins by the article’s day, what is to come ends no sooner', () => {
    fc.assert(
      fc.property(aWhen, aDay, (when, asOf) => {
        const span = resolveWhen(when, asOf);
        if (!span) return;
        expect(span.first).toBeLessThanOrEqual(span.last);
        if (!('lean' in when) || ('year' in when && when.year !== undefined)) return;
        if ('yearShift' in when && when.yearShift !== undefined) return;
        if (when.kind === 'calendar' && when.month === undefined && when.day === undefined) return;
        if (when.lean === 'past') expect(span.first).toBeLessThanOrEqual(asOf);
        if (when.lean === 'before') expect(span.last).toBeLessThan(asOf);
        if (when.lean === 'future') expect(span.last).toBeGreaterThanOrEqual(asOf);
        if (when.lean === 'after') expect(span.first).toBeGreaterThan(asOf);
      }),
      { seed: 20250908, numRuns: 2_000 },
    );
  });
});
