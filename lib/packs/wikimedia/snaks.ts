/** Values of Wikidata's statements, as far as they are used. */
import * as v from 'valibot';
import { toEdtf } from '../wikibase-time';
import { isItem, type Snak, type Statement } from './answers';

const ITEM_VALUE = v.object({ id: v.string() });
const TIME_VALUE = v.object({ time: v.string(), precision: v.number(), calendarmodel: v.string() });
/** Days of the Julian calendar are other days: of them only the year is taken. */
const JULIAN = /Q1985786$/;
const YEAR = 9;

/** The item that a value names; `null` for another kind of value or none. */
export function itemOf(snak: Snak | undefined): string | null {
  const parsed = v.safeParse(ITEM_VALUE, snak?.datavalue?.value);
  return parsed.success && isItem(parsed.output.id) ? parsed.output.id : null;
}

/** The date of a value, no finer than it is known; `null` for none that a pack would hold. */
export function dateOf(snak: Snak | undefined): string | null {
  const parsed = v.safeParse(TIME_VALUE, snak?.datavalue?.value);
  if (!parsed.success) return null;
  const { time, precision, calendarmodel } = parsed.output;
  return toEdtf(time, String(JULIAN.test(calendarmodel) ? Math.min(YEAR, precision) : precision));
}

/** Statements of the best rank that there is, without deprecated ones. */
export function bestOf(statements: readonly Statement[] | undefined): readonly Statement[] {
  const standing = (statements ?? []).filter(({ rank }) => rank !== 'deprecated');
  const preferred = standing.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : standing;
}
