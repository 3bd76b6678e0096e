/** Points in time as a text gives them, and the days that they are in an article of a given day. */
import { type Day, dayToFields, toDay } from '../text/edtf';
import type { DaySpan } from './claim';

/** A third of a month or year, half of it, or its end: a year's last two months. */
export type Part = 'early' | 'mid' | 'late' | 'end' | 'first-half' | 'second-half';
type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/**
 * Which of several equal dates is meant where the text leaves out the year, month or week: the latest past one
 * (`past`), the next (`future`), the nearest of either (`near`), or as the press writes months without a year (`press`):
 * the nearest, but rather past than far ahead. Those contain the article's own day; `before` and `after` do not.
 */
export type Lean = 'past' | 'future' | 'near' | 'press' | 'before' | 'after';

export type When =
  /** A year, month or day of the calendar; `yearShift` counts from the article's year ("last year's December": -1). */
  | {
      readonly kind: 'calendar';
      readonly year?: number;
      readonly yearShift?: number;
      readonly month?: number;
      readonly season?: Season;
      readonly day?: number;
      readonly part?: Part;
      readonly lean?: Lean;
    }
  /** A day, week, month, year or decade counted from the article's own; `day` within the month, `weekday` in the week. */
  | {
      readonly kind: 'shift';
      readonly unit: 'day' | 'week' | 'month' | 'year' | 'decade';
      readonly by: number;
      readonly day?: number;
      /** 0 is Monday. */
      readonly weekday?: number;
      /** Of a week: its end. */
      readonly part?: Part;
      /** "Two weeks ago": the days around, and not a week of the calendar. */
      readonly isAgo?: boolean;
    }
  /** 0 is Monday. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly lean: Lean }
  /** Years from one to another, decades among them. */
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  /** A Japanese fiscal year, April to March. */
  | { readonly kind: 'fiscal'; readonly year?: number; readonly yearShift?: number };

const MONTH_OF_SEASON = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;
const MONTHS_OF_SEASON = 3;
const DAYS_OF_WEEK = 7;
/** A month's day to come counts as so many times as far away as one gone by. */
const AHEAD = 4;
const DAYS_OF_MONTH = 30.44;
/** Of a month its parts are cut from thirty days, whatever it has. */
const DAYS_PARTED = 30;
/** Calendars of packs and articles: four digits. */
const MIN_YEAR = 1;
const MAX_YEAR = 9998;

const monthSpan = (year: number, month: number, months = 1): DaySpan => ({
  first: toDay(year, month, 1),
  last: toDay(year, month + months, 0),
});

const weekdayOf = (day: Day): number => (((day + 3) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;

/** The days that are meant; `null` where there are none (30 February, a year beyond the calendar). */
export function resolveWhen(when: When, asOf: Day): DaySpan | null {
  const { year } = dayToFields(asOf);
  switch (when.kind) {
    case 'years':
      return within(when.from) && within(when.to) && when.from <= when.to
        ? { first: toDay(when.from, 1, 1), last: toDay(when.to, 12, 31) }
        : null;
    case 'fiscal': {
      // In the article's own fiscal year, which begins in April.
      const own = dayToFields(asOf).month < 4 ? year - 1 : year;
      const start = when.year ?? own + (when.yearShift ?? 0);
      return within(start) ? { first: toDay(start, 4, 1), last: toDay(start + 1, 3, 31) } : null;
    }
    case 'weekday': {
      const days = Array.from({ length: 4 * DAYS_OF_WEEK + 1 }, (_, i) => asOf + i - 2 * DAYS_OF_WEEK);
      return choose(
        days.filter((day) => weekdayOf(day) === when.weekday).map((day) => ({ first: day, last: day })),
        asOf,
        when.lean,
      );
    }
    case 'shift':
      return resolveShift(when, asOf);
    case 'calendar':
      return resolveCalendar(when, asOf);
  }
}

const within = (year: number): boolean => year >= MIN_YEAR && year <= MAX_YEAR;

function resolveShift({ unit, by, day, weekday, part, isAgo }: When & { kind: 'shift' }, asOf: Day): DaySpan | null {
  const { year, month } = dayToFields(asOf);
  if (Math.abs(by) > 5_000) return null;
  switch (unit) {
    case 'day':
      return { first: asOf + by, last: asOf + by };
    case 'week': {
      if (isAgo) return { first: asOf + by * DAYS_OF_WEEK - 3, last: asOf + by * DAYS_OF_WEEK + 3 };
      const monday = asOf - weekdayOf(asOf) + by * DAYS_OF_WEEK;
      if (part === 'late') return { first: monday + 5, last: monday + 6 };
      return weekday === undefined
        ? { first: monday, last: monday + DAYS_OF_WEEK - 1 }
        : { first: monday + weekday, last: monday + weekday };
    }
    case 'month': {
      const index = year * 12 + month - 1 + by;
      const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
      return within(y) ? dayOrPart(monthSpan(y, m), day, part) : null;
    }
    case 'year':
      return within(year + by) ? partOf(monthSpan(year + by, 1, 12), part) : null;
    case 'decade': {
      const start = Math.floor(year / 10) * 10 + by * 10;
      return within(start) ? partOf({ first: toDay(start, 1, 1), last: toDay(start + 9, 12, 31) }, part) : null;
    }
  }
}

function resolveCalendar(when: When & { kind: 'calendar' }, asOf: Day): DaySpan | null {
  const { month, season, day, part, lean = 'near' } = when;
  const own = dayToFields(asOf).year;
  const fixed = when.year ?? (when.yearShift === undefined ? null : own + when.yearShift);
  if (fixed !== null && !within(fixed)) return null;
  if (month === undefined && season === undefined) {
    if (day !== undefined) return dayNear(day, asOf, lean);
    return partOf(monthSpan(fixed ?? own, 1, 12), part);
  }
  const start = month ?? MONTH_OF_SEASON[season ?? 'spring'];
  if (start < 1 || start > 12) return null;
  const inYear = (year: number): DaySpan | null =>
    within(year) ? dayOrPart(monthSpan(year, start, month === undefined ? MONTHS_OF_SEASON : 1), day, part) : null;
  if (fixed !== null) return inYear(fixed);
  // Eight years hold a 29 February on either side, but for 1900.
  return choose(
    Array.from({ length: 17 }, (_, i) => inYear(own + i - 8)).filter((span) => span !== null),
    asOf,
    lean,
  );
}

/** A day whose month is not given. */
function dayNear(day: number, asOf: Day, lean: Lean): DaySpan | null {
  const months = Array.from({ length: 7 }, (_, i) =>
    resolveShift({ kind: 'shift', unit: 'month', by: i - 3, day }, asOf),
  );
  return choose(
    months.filter((span) => span !== null),
    asOf,
    lean,
  );
}

/** One of several spans in order of time. */
function choose(spans: readonly DaySpan[], asOf: Day, lean: Lean): DaySpan | null {
  switch (lean) {
    case 'past':
      return spans.findLast(({ first }) => first <= asOf) ?? null;
    case 'before':
      return spans.findLast(({ last }) => last < asOf) ?? null;
    case 'future':
      return spans.find(({ last }) => last >= asOf) ?? null;
    case 'after':
      return spans.find(({ first }) => first > asOf) ?? null;
    case 'near':
    case 'press': {
      const ahead = lean === 'press' ? AHEAD : 1;
      const distance = ({ first, last }: DaySpan) => Math.max(0, (first - asOf) * ahead, asOf - last);
      let best: DaySpan | null = null;
      for (const span of spans) if (!best || distance(span) < distance(best)) best = span;
      return best;
    }
  }
}

function dayOrPart(span: DaySpan, day: number | undefined, part: Part | undefined): DaySpan | null {
  if (day === undefined) return partOf(span, part);
  const at = span.first + day - 1;
  return day >= 1 && at <= span.last ? { first: at, last: at } : null;
}

/** Thirds of a month are days 1-10, 11-20 and the rest; years are parted at their months, decades by their days. */
function partOf({ first, last }: DaySpan, part: Part | undefined): DaySpan {
  if (part === undefined) return { first, last };
  const { year, month } = dayToFields(first);
  const length = last - first + 1;
  const months = Math.round(length / DAYS_OF_MONTH);
  /** The first day of what begins after a share of the span. */
  const after = (share: number): Day =>
    months === 1 ? first + Math.floor(share * DAYS_PARTED) : toDay(year, month + Math.round(share * months), 1);
  switch (part) {
    case 'early':
      return { first, last: after(1 / 3) - 1 };
    case 'mid':
      return { first: after(1 / 3), last: after(2 / 3) - 1 };
    case 'late':
      return { first: after(2 / 3), last };
    case 'end':
      return { first: after(months === 1 ? 2 / 3 : 5 / 6), last };
    case 'first-half':
      return { first, last: after(1 / 2) - 1 };
    case 'second-half':
      return { first: after(1 / 2), last };
  }
}
