/**
 * Dates of the records that are checked. A pack of a million records writes the same few thousand dates again and
 * again: what was parsed last is kept.
 */
import { type Day, dayToFields, type EdtfDate, parseEdtf } from '../text/edtf';

/** Dates that are kept: every day of half a century. */
const MAX_KEPT = 20_000;
const kept = new Map<string, EdtfDate | null>();

function read(text: string): EdtfDate | null {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const date = parseEdtf(text);
  if (kept.size >= MAX_KEPT) kept.clear();
  // Long texts are no dates, and not worth keeping.
  if (text.length < 32) kept.set(text, date);
  return date;
}

/** True for a date of the format. */
export const isDate = (text: string): boolean => read(text) !== null;
/** First day that a date may mean; undefined without one. */
export const firstDay = (text: string | undefined): Day | undefined => (text ? read(text)?.first : undefined);
/** Last day that a date may mean; undefined without one. */
export const lastDay = (text: string | undefined): Day | undefined => (text ? read(text)?.last : undefined);

/** Last year that a date may mean; null without one. */
export function lastYear(text: string | undefined): number | null {
  const last = lastDay(text);
  return last === undefined ? null : dayToFields(last).year;
}
