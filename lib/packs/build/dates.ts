/** Dates as the inputs write them, as EDTF; what is no date is `null`. */
import { isEdtf, parseEdtf } from '../../text/edtf';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** "14 May 2017", "April 2018", "1997", "9/24/2023". */
export function readDate(text: string): string | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (american) return valid(`${american[3]}-${two(american[1])}-${two(american[2])}`);
  const match = /^(?:(\d{1,2}) )?(?:([A-Za-z]+) )?(\d{4})$/.exec(text.trim());
  if (!match) return null;
  const [, day, word, year] = match;
  if (!word) return day ? null : valid(year as string);
  const month = MONTHS.findIndex((name) => word.length > 2 && name.startsWith(word.toLowerCase())) + 1;
  if (month === 0) return null;
  return valid(day ? `${year}-${two(`${month}`)}-${two(day)}` : `${year}-${two(`${month}`)}`);
}

/** The day inside "(since 14 May 2017)" or "(since April 2018, …)". */
export function readSince(text: string): string | null {
  const match = /\((?:since )?((?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})\b/.exec(text);
  return match ? readDate(match[1] as string) : null;
}

/** A date of ISO form, whatever its precision. */
export const readIso = (text: string | undefined): string | null => valid(text ?? '');

const valid = (text: string): string | null => (isEdtf(text) && !text.includes('/') ? text : null);
const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

export const firstDay = (date: string): number => parseEdtf(date)?.first ?? Number.NaN;
export const lastDay = (date: string): number => parseEdtf(date)?.last ?? Number.NaN;
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The latest of some dates that is not later than a bound. */
export function latest(dates: Iterable<string>, bound: string): string | null {
  let best: string | null = null;
  const last = lastDay(bound);
  for (const date of dates) {
    if (date.length === 10 && firstDay(date) <= last && (best === null || date > best)) best = date;
  }
  return best;
}
