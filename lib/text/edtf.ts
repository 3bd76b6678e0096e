/**
 * Dates of packs and articles: EDTF (ISO 8601-2) level 0 and the part of level 1 that facts need: years, months, days,
 * `~` about, `?` uncertain, `%` both, and intervals. A date is an interval of days with a precision; ordering and
 * cutting compare the intervals, so that "2015" is never treated as the first of January.
 */

/** Days since 1970-01-01 in the proleptic Gregorian calendar; negative before. */
export type Day = number;

export interface EdtfDate {
  /** First and last day that the text may mean, both inclusive. */
  readonly first: Day;
  readonly last: Day;
  readonly precision: 'day' | 'month' | 'year';
  /** `~`, `?` or `%`. */
  readonly approximate: boolean;
  /** Written as `a/b`: the event lasted from a to b. */
  readonly interval: boolean;
}

const MS_PER_DAY = 86_400_000;
const SIMPLE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;

/** Days since 1970-01-01. Month is 1 to 12. */
export function toDay(year: number, month: number, day: number): Day {
  // Date.UTC reads years 0-99 as 1900-1999; setUTCFullYear does not.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}

/** `2025-09-08` for a day number. */
export function dayToIso(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Calendar fields of a day number; month is 1 to 12. */
export function dayToFields(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function parseSimple(text: string): EdtfDate | null {
  const match = SIMPLE.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null) {
    const number = toDay(year, month, day);
    if (dayToFields(number).day !== day) return null;
    return { first: number, last: number, precision: 'day', approximate: match[4] !== undefined, interval: false };
  }
  const approximate = match[4] !== undefined;
  if (month !== null) {
    const last = month === 12 ? toDay(year + 1, 1, 0) : toDay(year, month + 1, 0);
    return { first: toDay(year, month, 1), last, precision: 'month', approximate, interval: false };
  }
  return { first: toDay(year, 1, 1), last: toDay(year, 12, 31), precision: 'year', approximate, interval: false };
}

const COARSER = { day: 0, month: 1, year: 2 } as const;

/** Reads a date; `null` when the text is not one of the supported forms or not a day of the calendar. */
export function parseEdtf(text: string): EdtfDate | null {
  const slash = text.indexOf('/');
  if (slash < 0) return parseSimple(text);
  const from = parseSimple(text.slice(0, slash));
  const to = parseSimple(text.slice(slash + 1));
  if (!from || !to || to.last < from.first) return null;
  return {
    first: from.first,
    last: to.last,
    precision: COARSER[from.precision] >= COARSER[to.precision] ? from.precision : to.precision,
    approximate: from.approximate || to.approximate,
    interval: true,
  };
}

/** True for a text that `parseEdtf` accepts. */
export const isEdtf = (text: string): boolean => parseEdtf(text) !== null;

/** Where a date lies relative to a day. An interval that contains the day is `same-day`. */
export function partRelativeTo(date: EdtfDate, day: Day): 'before' | 'same-day' | 'since' {
  // A vague date ("2025", "September 2025") that contains the day may lie on either side: it is put before only when
  // all of it lies before, so that nothing later than the as-of date is shown by a coarse date.
  if (date.last < day) return 'before';
  if (date.first > day) return 'since';
  return date.precision === 'day' && !date.approximate ? 'same-day' : 'since';
}

/** Order by first day, then by last: earlier and more exact dates first. */
export function compareEdtf(a: EdtfDate, b: EdtfDate): number {
  return a.first - b.first || a.last - b.last;
}

/**
 * Whole years and the months beyond them from one day to the same or a later one. A month is full on the same day of
 * the month: from 31 January it is full on 31 March, and from 29 February a year is full on 1 March.
 */
export function yearsAndMonths(from: Day, to: Day): { years: number; months: number } {
  const a = dayToFields(from);
  const b = dayToFields(to);
  let months = (b.year - a.year) * 12 + (b.month - a.month);
  if (b.day < a.day) months -= 1;
  return { years: Math.floor(months / 12), months: months % 12 };
}
