/**
 * Reads a calendar day out of a date as machines write it, or as people do in the page's language. The names of months
 * and the order of numbers are the browser's own (`Intl`); what could be two days is none.
 */
import { toDay } from '../text/edtf';

/** The day as ISO text, or `null` when the text names none. */
export type DayReader = (text: string) => string | null;

const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:\d{4,6})?\s*$/;
const YEAR_FIRST = /(?<!\d)(\d{4})\s*[年년./-]\s*(\d{1,2})\s*[月월./-]\s*(\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
const YEARS = /(?<!\d)\d{4}(?!\d)/g;
const TOKEN = /\p{L}[\p{L}\p{M}]*|\d+/gu;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

/** A calendar day as ISO text, if it is one. */
export function toIso(year: number, month: number, day: number): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (day > (month === 12 ? 31 : toDay(year, month + 1, 1) - toDay(year, month, 1))) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `lang`: of the page, as it says; a tag that is none counts as English. */
export function createDayReader(lang: string): DayReader {
  const locale = localeOf(lang);
  const months = createMonthNames(locale);
  return (text) => {
    const iso = ISO.exec(text) ?? COMPACT.exec(text) ?? YEAR_FIRST.exec(text);
    if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    // To look for a month in other languages takes milliseconds, and most dates there are numbers. Of two dates in one
    // line the one that is written out comes first, as a rule.
    const isOne = text.match(YEARS)?.length === 1;
    return (isOne ? readNumbers(text, locale) : null) ?? readNamed(text, months) ?? readNumbers(text, locale);
  };
}

function localeOf(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** English names are tried on every page, and written down: asking the browser takes milliseconds. */
const ENGLISH_MONTHS: ReadonlyMap<string, number> = new Map([
  ...'january february march april may june july august september october november december'
    .split(' ')
    .map((name, i) => [name, i + 1] as const),
  ...'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, i + 1] as const),
  ['sept', 9] as const,
]);

/** Months by their names: kind after kind, since each is milliseconds of work and most dates are read with the first. */
function createMonthNames(locale: string): () => Generator<ReadonlyMap<string, number>> {
  const kinds = (['long', 'short'] as const).flatMap((month) => [
    { month },
    { month, day: 'numeric', year: 'numeric' } as const,
  ]);
  const known: ReadonlyMap<string, number>[] = [];
  return function* () {
    yield ENGLISH_MONTHS;
    if (/^en\b/.test(locale)) return;
    for (const [i, options] of kinds.entries()) {
      known[i] ??= monthNames(locale, options);
      yield known[i];
    }
  };
}

/** Months by their names in a language, as they stand in a date or alone. */
function monthNames(language: string, options: Intl.DateTimeFormatOptions): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options });
  for (let month = 1; month <= 12; month++) {
    const name = format.formatToParts(Date.UTC(2025, month - 1, 15)).find(({ type }) => type === 'month')?.value;
    const [word] = name?.toLowerCase().match(TOKEN) ?? [];
    // Where months are numbers, they are read as such.
    if (word && !/\d/.test(word) && !names.has(word)) names.set(word, month);
  }
  return names;
}

/** "8 September 2025", "Sept. 8th, 2025", "2 de abril de 2020", "24 نيسان / أبريل 2020". */
function readNamed(text: string, kinds: () => Iterable<ReadonlyMap<string, number>>): string | null {
  const tokens = text.toLowerCase().match(TOKEN) ?? [];
  if (![DAY, YEAR, WORD].every((part) => tokens.some((token) => part.test(token)))) return null;
  for (const months of kinds()) {
    const iso = readMonth(tokens, months);
    if (iso) return iso;
  }
  return null;
}

function readMonth(tokens: readonly string[], months: ReadonlyMap<string, number>): string | null {
  /** The number beside a place, with one short word or another month's name between them at most. */
  const numberAt = (at: number, step: 1 | -1, digits: { readonly test: (text: string) => boolean }) => {
    const [near = '', next = ''] = [tokens[at], tokens[at + step]];
    if (digits.test(near)) return { value: Number(near), at };
    return isBetween(near) && digits.test(next) ? { value: Number(next), at: at + step } : null;
  };
  for (const [i, token] of tokens.entries()) {
    const month = months.get(token);
    if (month === undefined) continue;
    const before = numberAt(i - 1, -1, DAY);
    const after = before ? null : numberAt(i + 1, 1, DAY);
    const year = numberAt((after?.at ?? i) + 1, 1, YEAR);
    const day = before ?? after;
    const iso = day && year && toIso(year.value, month, day.value);
    if (iso) return iso;
  }
  return null;
}

const DAY = /^\d{1,2}$/;
const YEAR = /^\d{4}$/;
const WORD = /^\D/;
/** "th", "de", "г"; outside the Latin script any one word: Arabic papers write a month twice. */
const isBetween = (token: string): boolean => /^\p{L}{1,3}$/u.test(token) || /^[^\p{Script=Latin}\d]+$/u.test(token);

/** "17/03/2020". Which number is the day is told by its size, else by the language; not by English, which has both. */
function readNumbers(text: string, locale: string): string | null {
  const numbers = YEAR_LAST.exec(text);
  if (!numbers) return null;
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
  if (first > 12 || first === second) return toIso(year, second, first);
  if (second > 12) return toIso(year, first, second);
  if (numbers[2] !== '.' && locale === 'en') return null;
  const isDayFirst = numbers[2] === '.' || orderOf(locale).indexOf('day') < orderOf(locale).indexOf('month');
  return isDayFirst ? toIso(year, second, first) : toIso(year, first, second);
}

const orderOf = (locale: string): string[] =>
  new Intl.DateTimeFormat(locale, { calendar: 'gregory' }).formatToParts(0).map(({ type }) => type);
