/** Which events a timeline holds. */
import type { Reference } from '../model/ids';
import { parseEdtf } from '../text/edtf';
import { eventOf, type Facts, from, seriesOf, timelineOf } from './facts';

/** Events of a timeline, by its list or its rule, in order of time. */
export function eventsOfTimeline(facts: Facts, reference: Reference): Reference[] {
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
    .filter((id) => {
      const date = parseEdtf(eventOf(facts, id)?.date ?? '');
      return date !== null && date.first >= first && date.last <= last;
    })
    .sort(
      (a, b) =>
        (parseEdtf(eventOf(facts, a)?.date ?? '')?.first ?? 0) - (parseEdtf(eventOf(facts, b)?.date ?? '')?.first ?? 0),
    );
}
