/** How the reader reads one article in the panel. Plain data; it belongs to the article and alters nothing in the page. */
import type { PairNames } from '../briefing/pair-models';
import { isFiltering, type TimelineFilter } from '../briefing/timeline-filter';
import type { Reference } from '../model/ids';

export type PanelReading = {
  /** Timelines whose later events are open, as of the article's own day. */
  readonly since: readonly Reference[];
  /** The same as of the day below: what came after another day is asked for anew. */
  readonly sinceMoved: readonly Reference[];
  readonly filters: Readonly<Record<string, TimelineFilter>>;
  /** An ISO date as of which everything is read; `null`: the article's own. */
  readonly readAs: string | null;
  /** Two names between which the reader looks. */
  readonly pair: PairNames | null;
};

/** The name under which it is kept with what else is open of the article. */
export const READING = 'reading';

export const FRESH: PanelReading = { since: [], sinceMoved: [], filters: {}, readAs: null, pair: null };

const toggled = (list: readonly Reference[], one: Reference): readonly Reference[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

export const toggleSince = (reading: PanelReading, timeline: Reference): PanelReading =>
  reading.readAs === null
    ? { ...reading, since: toggled(reading.since, timeline) }
    : { ...reading, sinceMoved: toggled(reading.sinceMoved, timeline) };

/** `null` returns to the article's own day; what was opened as of another is closed by that. */
export const readAsOf = (reading: PanelReading, day: string | null): PanelReading =>
  day === null ? { ...reading, readAs: null, sinceMoved: [] } : { ...reading, readAs: day };

export function setFilter(reading: PanelReading, timeline: Reference, filter: TimelineFilter): PanelReading {
  const { [timeline]: _, ...others } = reading.filters;
  return { ...reading, filters: isFiltering(filter) ? { ...others, [timeline]: filter } : others };
}
