/** Wikibase's points in time as dates of the format. */
import { parseEdtf } from '../text/edtf';

const YEAR = 9;
const MONTH = 10;
const DAY = 11;

/**
 * `2015-10-20`, `2015-10` or `2015`, as exact as the statement says; null for years before 1 or beyond 9999 and for what
 * is coarser than a year, which a pack leaves out rather than rounds, and for days and months that no calendar has.
 */
export function toEdtf(time: string | undefined, precision: string | undefined): string | null {
  const match = /^\+?(\d{4})-(\d{2})-(\d{2})T/.exec(time ?? '');
  if (!match) return null;
  const [, year, month, day] = match;
  const grain = Number(precision);
  if (year === '0000' || grain < YEAR) return null;
  if (grain === YEAR || month === '00') return `${year}`;
  const date = grain === MONTH || day === '00' ? `${year}-${month}` : grain >= DAY ? `${year}-${month}-${day}` : '';
  return parseEdtf(date) ? date : null;
}
