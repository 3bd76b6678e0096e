import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareEdtf,
  dayToFields,
  dayToIso,
  parseEdtf,
  partRelativeTo,
  toDay,
  yearsAndMonths,
} from '../../../lib/text/edtf';

const date = (text: string) => {
  const parsed = parseEdtf(text);
  if (!parsed) throw new Error(`${text} is not a date`);
  return parsed;
};

describe('parseEdtf', () => {
  it.each([
    ['2015-10-20', '2015-10-20', '2015-10-20', 'day', false],
    ['2015-10', '2015-10-01', '2015-10-31', 'month', false],
    ['2016-02', '2016-02-01', '2016-02-29', 'month', false],
    ['2015', '2015-01-01', '2015-12-31', 'year', false],
    ['2015~', '2015-01-01', '2015-12-31', 'year', true],
    ['2001-04-26?', '2001-04-26', '2001-04-26', 'day', true],
    ['2015-10-20/2015-10-22', '2015-10-20', '2015-10-22', 'day', false],
    ['2024-10-01/2025', '2024-10-01', '2025-12-31', 'year', false],
    ['2015-10%', '2015-10-01', '2015-10-31', 'month', true],
    ['2015~/2016', '2015-01-01', '2016-12-31', 'year', true],
    ['2000-02-29', '2000-02-29', '2000-02-29', 'day', false],
    ['0000', '0000-01-01', '0000-12-31', 'year', false],
    ['0079-08-24', '0079-08-24', '0079-08-24', 'day', false],
    ['9999-12', '9999-12-01', '9999-12-31', 'month', false],
  ])('reads %s as %s to %s', (text, first, last, precision, approximate) => {
    const parsed = date(text);
    expect([dayToIso(parsed.first), dayToIso(parsed.last), parsed.precision, parsed.approximate]).toEqual([
      first,
      last,
      precision,
      approximate,
    ]);
  });

  it.each([
    '',
    '2015-13',
    '2015-02-30',
    '20 Oct 2015',
    '2015-10-22/2015-10-20',
    '..',
    '2015-1-1',
    '15',
    '2015-00',
    '2015-10-00',
    '2015-10-32',
    '1900-02-29',
    '2023-02-29',
    '-9999',
    '275760-09-13',
    'NaN',
    '2015-10-20T10:00',
    '2015-10-20\n',
    ' 2015',
    '2015~?',
    '2015/',
    '/2015',
    '2015/2016/2017',
    '2015/..',
    '２０１５',
  ])('refuses %j', (text) => {
    expect(parseEdtf(text)).toBeNull();
  });
});

describe('partRelativeTo', () => {
  const day = toDay(2025, 9, 8);
  it.each([
    ['2015-10-20', 'before'],
    ['2025-09-08', 'same-day'],
    ['2025-09-08/2025-09-09', 'same-day'],
    ['2025-09-09', 'since'],
    ['2025-08', 'before'],
    // A month or year that holds the day may lie after it: it must not be shown unasked.
    ['2025-09', 'since'],
    ['2025', 'since'],
    ['2024', 'before'],
    ['2024~', 'before'],
    ['2026', 'since'],
    ['2025-09-08~', 'since'],
    ['2025-09-08?', 'since'],
    // What lasts over the day is going on, when both its ends are known to the day.
    ['2025-09-01/2025-09-30', 'same-day'],
    ['2025-09-01/2025-09-07', 'before'],
    ['2025-09-09/2025-09-10', 'since'],
    ['2025-09-01/2025-09', 'since'],
    ['2024-10-01/2025', 'since'],
    ['2025-08/2025-10', 'since'],
    ['2024/2025-09-07', 'before'],
  ])('puts %s %s the article', (text, part) => {
    expect(partRelativeTo(date(text), day)).toBe(part);
  });
});

/** Days of the Gregorian calendar from 1600 to 2400. */
const aDay = () => fc.integer({ min: toDay(1600, 1, 1), max: toDay(2400, 12, 31) });
const SEED = { seed: 20250908, numRuns: 1_000 };

describe('toDay', () => {
  it('is what dayToFields and dayToIso read back', () => {
    fc.assert(
      fc.property(aDay(), (number) => {
        const { year, month, day } = dayToFields(number);
        expect(toDay(year, month, day)).toBe(number);
        expect(date(dayToIso(number)).first).toBe(number);
      }),
      SEED,
    );
  });

  it('counts from 1970', () => {
    expect([toDay(1970, 1, 1), toDay(1969, 12, 31), toDay(2000, 3, 1)]).toEqual([0, -1, 11_017]);
  });
});

describe('yearsAndMonths', () => {
  it.each([
    ['2015-10-20', '2025-09-08', 9, 10],
    ['2009-04-23', '2024-07-28', 15, 3],
    ['2025-09-08', '2025-09-08', 0, 0],
    ['2024-12-31', '2025-01-01', 0, 0],
    ['2015-09-08', '2025-09-08', 10, 0],
    ['2015-09-09', '2025-09-08', 9, 11],
    // A month is full on the same day of the month, never before: not on the last day of a shorter one.
    ['2024-02-29', '2025-02-28', 0, 11],
    ['2024-02-29', '2025-03-01', 1, 0],
    ['2024-02-29', '2028-02-29', 4, 0],
    ['2025-01-31', '2025-02-28', 0, 0],
    ['2025-01-31', '2025-03-30', 0, 1],
    ['2025-01-31', '2025-03-31', 0, 2],
    ['2025-08-31', '2025-09-30', 0, 0],
  ])('counts from %s to %s', (from, to, years, months) => {
    expect(yearsAndMonths(date(from).first, date(to).first)).toEqual({ years, months });
  });

  it('never counts a month that is not full, and leaves less than one', () => {
    fc.assert(
      fc.property(aDay(), aDay(), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const { years, months } = yearsAndMonths(from, to);
        const start = dayToFields(from);
        expect(years).toBeGreaterThanOrEqual(0);
        expect(months).toBeGreaterThanOrEqual(0);
        expect(months).toBeLessThan(12);
        const full = years * 12 + months;
        const end = dayToFields(to);
        const reached = (end.year - start.year) * 12 + (end.month - start.month);
        expect(full).toBe(end.day >= start.day ? reached : reached - 1);
      }),
      SEED,
    );
  });
});

describe('compareEdtf', () => {
  it('puts the earlier first, and the more exact of two that begin together', () => {
    const sorted = ['2025', '2015-10-20', '2015-10', '2015', '2015-01-01'].sort((a, b) =>
      compareEdtf(date(a), date(b)),
    );
    expect(sorted).toEqual(['2015-01-01', '2015', '2015-10', '2015-10-20', '2025']);
  });

  it('orders all dates in one way', () => {
    const some = fc
      .tuple(
        fc.integer({ min: 1990, max: 1993 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom(4, 7, 10),
      )
      .map(([year, month, day, length]) => date(dayToIso(toDay(year, month, day)).slice(0, length)));
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(Math.sign(compareEdtf(a, b)) + Math.sign(compareEdtf(b, a))).toBe(0);
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) expect(compareEdtf(a, c)).toBeLessThanOrEqual(0);
      }),
      SEED,
    );
  });
});
