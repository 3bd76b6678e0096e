/** Which events a timeline holds. */
import type { Reference } from '../model/ids';
import { parseEdtf } from '../text/edtf';
import { dateOf, eventOf, type Facts, from, seriesOf, timelineOf } from './facts';

/** What has been found for some facts, which never change: every card and row of the cast asks anew. */
const found = new WeakMap<Facts, Map<Reference, readonly Reference[]>>();

/** Events of a timeline, by its list or its rule, in order of time. */
export function eventsOfTimeline(facts: Facts, reference: Reference): readonly Reference[] {
  const known = found.get(facts) ?? new Map<Reference, readonly Reference[]>();
  found.set(facts, known);
  const events = known.get(reference) ?? findEvents(facts, reference);
  known.set(reference, events);
  return events;
}

function findEvents(facts: Facts, reference: Reference): Reference[] {
  const timeline = timelineOf(facts, reference);
  if (!timeline) return [];
  const listed = (timeline.events ?? []).map((id) => from(reference, id));
  const ruled = (timeline.rule?.series ?? []).flatMap((id) => {
    const series = from(reference, id);
    return (seriesOf(facts, series)?.events ?? []).map((event) => from(series, event));
  });
  const first = parseEdtf(timeline.rule?.from ?? '')?.first ?? Number.NEGATIVE_INFINITY;
  const last = parseEdtf(timeline.rule?.to ?? '')?.last ?? Number.POSITIVE_INFINITY;
  return [...new Set([...listed, ...ruled])]
    .flatMap((id) => {
      const event = eventOf(facts, id);
      const date = event && dateOf(event);
      return date !== null && date.first >= first && date.last <= last ? [{ id, first: date.first }] : [];
    })
    .sort((a, b) => a.first - b.first)
    .map(({ id }) => id);
}
