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

/**
 * Reads the dates of all events of the timelines and series, one a step. They are kept; whoever puts thousands of events
 * in order then only compares.
 */
export function* readDates(facts: Facts): Generator<void, void> {
  const events = [...facts.timelines, ...facts.series].flatMap((reference) => {
    const { events: listed = [] } = timelineOf(facts, reference) ?? seriesOf(facts, reference) ?? {};
    return listed.map((id) => from(reference, id));
  });
  for (const reference of events) {
    const event = eventOf(facts, reference);
    if (event) dateOf(event);
    yield;
  }
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
