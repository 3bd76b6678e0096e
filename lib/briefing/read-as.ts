/** "Read as of …": the days to which a timeline can be cut instead of the article's, one for each of its events. */

import type { Day } from '../text/edtf';
import type { TimelineEvent, TimelineModel } from './view-models';

export interface ReadingStop {
  readonly day: Day;
  /** What lies there; none where it is only the article's own day. */
  readonly events: readonly TimelineEvent[];
  readonly isArticle: boolean;
}

/**
 * The day as of which an event is on the day: the first of several. Of a coarse date it is known only when its month or
 * year is over; what goes on on the article's own day is read on that day.
 */
function dayOf({ part, precision, firstDay, lastDay }: TimelineEvent, articleDay: Day): Day {
  if (part === 'same-day') return articleDay;
  return precision === 'vague' ? lastDay + 1 : firstDay;
}

/**
 * Stops in order of time, the article's own day among them. `model` is cut at the article's day; its later events are
 * stops once they have been asked for.
 */
export function readingStops(model: TimelineModel, sinceOpen: boolean): ReadingStop[] {
  const articleDay = model.asOfDay;
  const byDay = new Map<Day, TimelineEvent[]>([[articleDay, []]]);
  for (const event of model.events) {
    if (event.part === 'since' && !sinceOpen) continue;
    const day = dayOf(event, articleDay);
    const there = byDay.get(day);
    if (there) there.push(event);
    else byDay.set(day, [event]);
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, events]) => ({ day, events, isArticle: day === articleDay }));
}

/** Where a day stands among the stops: at the last that is not later, else at the first. */
export const stopAt = (stops: readonly ReadingStop[], day: Day): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop.day <= day),
  );
