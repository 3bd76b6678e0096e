/** What of a briefing is open, from what is kept of its article. */
import type { Keeper } from '../../components/base/kept';
import type { OnScreen } from '../briefing/export/on-screen';
import { filterTimeline, NO_FILTER } from '../briefing/timeline-filter';
import type { Reference } from '../model/ids';
import { FRESH, type PanelReading, READING } from './reading';

/** Called when something is exported: what is open then is what counts. */
export const onScreen = (
  keeper: Keeper | null,
  sinceOpen: ReadonlySet<Reference>,
  order: OnScreen['order'],
): OnScreen => ({
  sinceOpen,
  order,
  wholeCast: keeper?.read('cast') === true,
  moreTimelines: keeper?.read('more') === true,
  pointers: keeper?.read('pointers') === true,
  filtered: (timeline) => {
    const { filters } = (keeper?.read(READING) as PanelReading | undefined) ?? FRESH;
    return filterTimeline(timeline, filters[timeline.reference] ?? NO_FILTER);
  },
});
