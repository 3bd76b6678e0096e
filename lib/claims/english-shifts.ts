/** English dates counted from the article's own day: "last month", "three years ago", "yesterday"; and spans of years. */
import { DAY, type EnglishDate, isCapital, leanOf, SHIFTS, wordAt, YEAR } from './english-places';
import type { Token } from './english-tokens';
import { readEnglishNumber } from './numerals';
import { MONTHS, SEASONS, WEEKDAYS } from './tables/english';
import type { Lean, When } from './when';

const SHORT_RANGE = /^((?:1[5-9]|20)\d\d)-(\d{2}|\d{4})$/;
export const DECADE = /^((?:1[5-9]|20)\d0)['’]?s$/;
const ISO = /^(?:19|20)\d\d-\d{2}-\d{2}$/;
const UNITS = { day: 'day', week: 'week', weekend: 'week', month: 'month', year: 'year', decade: 'decade' } as const;
type Unit = (typeof UNITS)[keyof typeof UNITS];
const AGO_UNITS: Readonly<Record<string, Unit>> = {
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
};

/** "last month", "this November", "next Tuesday", "last summer", "the previous year". */
export function shiftedAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const by = SHIFTS[wordAt(tokens, i)];
  const next = tokens[i + 1];
  if (by === undefined || !next) return null;
  const key = next.word;
  if (key in UNITS) {
    // "over the past year", "in the last decade", "this day and age": lengths of time and sayings.
    if (wordAt(tokens, i - 1) === 'the' && (by !== 1 || wordAt(tokens, i) !== 'next')) return null;
    if (/^(?:past|coming|upcoming|current)$/.test(wordAt(tokens, i)) || key === 'day') return null;
    if (wordAt(tokens, i + 2) === 'and') return null;
    const unit = UNITS[key as keyof typeof UNITS];
    return { from: i, to: i + 2, when: { kind: 'shift', unit, by, ...(key === 'weekend' ? { part: 'late' } : {}) } };
  }
  if (key === 'night' && by === -1) return { from: i, to: i + 2, when: { kind: 'shift', unit: 'day', by: -1 } };
  if (/^(?:morning|afternoon|evening)$/.test(key) && by === 0)
    return { from: i, to: i + 2, when: { kind: 'shift', unit: 'day', by: 0 } };
  const season = SEASONS[key as keyof typeof SEASONS];
  if (season && key !== 'fall')
    return { from: i, to: i + 2, when: { kind: 'calendar', season, ...yearOf(by, 'season') } };
  if (!isCapital(next)) return null;
  const month = MONTHS[key];
  if (month !== undefined) {
    const end = tokens[i + 2]?.text === '.' && key.length <= 4 && key !== 'may' ? i + 3 : i + 2;
    const day = DAY.exec(tokens[end]?.word ?? '');
    const hasDay = day !== null && Number(day[1]) <= 31 && Number(day[1]) > 0;
    return {
      from: i,
      to: hasDay ? end + 1 : end,
      when: { kind: 'calendar', month, ...(hasDay ? { day: Number(day[1]) } : {}), ...yearOf(by, 'month') },
    };
  }
  const weekday = WEEKDAYS[key];
  if (weekday === undefined || next.text === 'Sun') return null;
  const lean = by < 0 ? 'before' : by > 0 ? 'after' : leanOf(tokens, i, i + 2) === 'future' ? 'future' : 'near';
  return { from: i, to: i + 2, when: { kind: 'weekday', weekday, lean } };
}

/** "Last December" is the one before this month; "this November" is this year's; "next March" is the one to come. */
function yearOf(by: number, of: 'month' | 'season'): { yearShift: number } | { lean: Lean } {
  if (by === 0) return { yearShift: 0 };
  return { lean: by < 0 ? 'before' : of === 'month' ? 'after' : 'after' };
}

/** "three years ago", "a decade ago". */
export function agoAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const number = readEnglishNumber(wordAt(tokens, i));
  if (number === null || wordAt(tokens, i + 2) !== 'ago') return null;
  const unitWord = wordAt(tokens, i + 1);
  if (unitWord === 'decade' || unitWord === 'decades')
    return { from: i, to: i + 3, when: { kind: 'shift', unit: 'year', by: -10 * number } };
  const unit = AGO_UNITS[unitWord];
  return unit
    ? { from: i, to: i + 3, when: { kind: 'shift', unit, by: -number, ...(unit === 'week' ? { isAgo: true } : {}) } }
    : null;
}

/** "from 2015 to 2018", "between 2015 and 2018", "2015-18", "in the 1990s". */
export function rangeAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const word = wordAt(tokens, i);
  if (ISO.test(word)) {
    const [year, month, day] = word.split('-').map(Number);
    return { from: i, to: i + 1, when: { kind: 'calendar', year, month, day } as When };
  }
  const short = SHORT_RANGE.exec(word);
  if (short) {
    const from = Number(short[1]);
    const to = Number(short[2]?.length === 2 ? `${short[1]?.slice(0, 2)}${short[2]}` : short[2]);
    return to > from ? { from: i, to: i + 1, when: { kind: 'years', from, to } } : null;
  }
  const decade = DECADE.exec(word);
  if (decade) {
    const from = Number(decade[1]);
    return { from: i, to: i + 1, when: { kind: 'years', from, to: from + 9 } };
  }
  if ((word === 'from' || word === 'between') && YEAR.test(wordAt(tokens, i + 1))) {
    const joins = word === 'from' ? /^(?:to|until|till|through)$/ : /^and$/;
    const [from, to] = [Number(wordAt(tokens, i + 1)), Number(wordAt(tokens, i + 3))];
    if (joins.test(wordAt(tokens, i + 2)) && YEAR.test(wordAt(tokens, i + 3)) && to > from)
      return { from: i, to: i + 4, when: { kind: 'years', from, to } };
  }
  return null;
}

/** "(in the) summer of 2018". */
export function seasonOfAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const season = SEASONS[wordAt(tokens, i) as keyof typeof SEASONS];
  if (!season) return null;
  if (wordAt(tokens, i + 1) === 'of' && YEAR.test(wordAt(tokens, i + 2)))
    return { from: i, to: i + 3, when: { kind: 'calendar', season, year: Number(wordAt(tokens, i + 2)) } };
  // "In the fall of the city" is no season.
  return wordAt(tokens, i + 1) === 'of'
    ? null
    : { from: i, to: i + 1, when: { kind: 'calendar', season, lean: leanOf(tokens, i, i + 1) } };
}

/** "yesterday", "today", "tomorrow". */
export function plainWordAt(tokens: readonly Token[], i: number): EnglishDate | null {
  const by = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[wordAt(tokens, i)];
  return by === undefined || (tokens[i]?.isPossessive && by === 0)
    ? null
    : { from: i, to: i + 1, when: { kind: 'shift', unit: 'day', by } };
}
