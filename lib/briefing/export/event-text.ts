/** An event in a line. */
import type { LaneModel, TimelineEvent } from '../view-models';
import type { Words } from '../words';
import { joined, phrase, type Span, say, shown } from './document';

const NOT_HELD = { postponed: 'putOff', cancelled: 'calledOff', announced: 'announced' } as const;

/** When, which way, what became of it, what: "20 Oct 2015 · Japan → South Korea · Nakatani in Seoul". */
export function eventSpans(event: TimelineEvent, lanes: readonly LaneModel[], words: Words): Span[] {
  const { from, to } = lanes.find(({ key }) => key === event.lane) ?? { from: null, to: null };
  const title = [shown(event.title)];
  return joined(
    [
      [{ text: words.date(event.date), style: 'strong' }],
      from && to ? phrase(words, 'laneDirection', { from: [shown(from)], to: [shown(to)] }) : [],
      event.status === 'held' ? title : phrase(words, 'tied', { tie: [say(words.t(NOT_HELD[event.status]))], title }),
    ],
    ' · ',
  );
}

/** The same as plain text. */
export const eventText = (event: TimelineEvent, lanes: readonly LaneModel[], words: Words): string =>
  eventSpans(event, lanes, words)
    .map(({ text }) => text)
    .join('');
