import { describe, expect, it } from 'vitest';
import { compareEdtf, dayToIso, parseEdtf, partRelativeTo, toDay, yearsAndMonths } from '../../../lib/text/edtf';

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
  ])('reads %s as %s to %s', (text, first, last, precision, approximate) => {
    const parsed = date(text);
    expect([dayToIso(parsed.first), dayToIso(parsed.last), parsed.precision, parsed.approximate]).toEqual([
      first,
      last,
      precision,
      approximate,
    ]);
  });

  it.each(['', '2015-13', '2015-02-30', '20 Oct 2015', '2015-10-22/2015-10-20', '..', '2015-1-1', '15'])(
    'refuses %j',
    (text) => {
      expect(parseEdtf(text)).toBeNull();
    },
  );
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
  ])('puts %s %s the article', (text, part) => {
    expect(partRelativeTo(date(text), day)).toBe(part);
  });
});

describe('yearsAndMonths', () => {
  it.each([
    ['2015-10-20', '2025-09-08', 9, 10],
    ['2009-04-23', '2024-07-28', 15, 3],
    ['2024-02-29', '2025-02-28', 0, 11],
    ['2025-09-08', '2025-09-08', 0, 0],
  ])('counts from %s to %s', (from, to, years, months) => {
    expect(yearsAndMonths(date(from).first, date(to).first)).toEqual({ years, months });
  });
});

describe('compareEdtf', () => {
  it('puts the earlier first, and the more exact of two that begin together', () => {
    const sorted = ['2025', '2015-10-20', '2015-10', '2015', '2015-01-01'].sort((a, b) =>
      compareEdtf(date(a), date(b)),
    );
    expect(sorted).toEqual(['2015-01-01', '2015', '2015-10', '2015-10-20', '2025']);
  });
});
