/** What the article is about, as far as the record can tell: its own events, their series and the posts involved. */
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { LanguageTag } from '../model/localized';
import type { PackEvent } from '../model/pack';
import { parseEdtf, partRelativeTo } from '../text/edtf';
import { dateOf, entityOf, eventOf, type Facts, from, type Records, seriesOf } from './facts';
import { eventsOfTimeline } from './timeline-events';

export interface ArticleContext {
  readonly asOf: AsOf;
  readonly asOfDay: number;
  readonly lang: LanguageTag;
  /** Everything named in the article. */
  readonly named: ReadonlySet<Reference>;
  /** Events of the article's day in which at least two of those named acted, or all that there were. */
  readonly ownEvents: readonly Reference[];
  /** Series that an own event belongs to, and the timelines that hold one. */
  readonly ownSeries: readonly Reference[];
  readonly ownTimelines: readonly Reference[];
  /** Posts in which the participants of own events took part. */
  readonly posts: ReadonlySet<Reference>;
}

/** What the same article is about for somebody who reads it as of another day. */
export function readOn(context: ArticleContext, asOf: AsOf): ArticleContext {
  const asOfDay = parseEdtf(asOf.day)?.first ?? context.asOfDay;
  return asOfDay === context.asOfDay ? context : { ...context, asOf, asOfDay };
}

/** Takes part, or is where it happened. */
export function isInvolved(event: PackEvent, owner: Reference, reference: Reference): boolean {
  return (
    event.participants.some(({ entity }) => from(owner, entity) === reference) ||
    (event.places ?? []).some((place) => from(owner, place) === reference)
  );
}

export function buildArticleContext(
  facts: Facts,
  named: ReadonlySet<Reference>,
  asOf: AsOf,
  asOfDay: number,
  lang: LanguageTag,
): ArticleContext {
  const ownEvents = ownEventsOf(facts, named, asOfDay);
  const ownSeries = facts.series.filter((reference) => {
    const events = seriesOf(facts, reference)?.events ?? [];
    return ownEvents.some((event) => events.some((id) => from(reference, id) === event));
  });
  const ownTimelines = facts.timelines.filter((reference) => {
    const events = eventsOfTimeline(facts, reference);
    return ownEvents.some((event) => events.includes(event));
  });
  const posts = new Set<Reference>();
  for (const reference of ownEvents) {
    for (const { as } of eventOf(facts, reference)?.participants ?? []) if (as) posts.add(from(reference, as));
  }
  return { asOf, asOfDay, lang, named, ownEvents, ownSeries, ownTimelines, posts };
}

/** What the article reports: see `ArticleContext`. */
export function ownEventsOf(
  facts: Pick<Facts, 'record' | 'eventsOf'>,
  named: ReadonlySet<Reference>,
  asOfDay: number,
): readonly Reference[] {
  const candidates = new Set(Array.from(named, (reference) => facts.eventsOf(reference)).flat());
  return [...candidates].filter((reference) => isOwnEvent(facts, reference, named, asOfDay));
}

function isOwnEvent(facts: Records, reference: Reference, named: ReadonlySet<Reference>, asOfDay: number): boolean {
  const event = eventOf(facts, reference);
  const date = event && dateOf(event);
  if (!event || !date || partRelativeTo(date, asOfDay) !== 'same-day') return false;
  const actors = event.participants
    .map(({ entity }) => from(reference, entity))
    .filter((participant) => isActor(facts, participant));
  return actors.filter((actor) => named.has(actor)).length >= Math.max(1, Math.min(2, actors.length));
}

/** Acts for itself: a country is named in most articles about its ministers, and says nothing about which event is meant. */
export function isActor(facts: Records, reference: Reference): boolean {
  const type = entityOf(facts, reference)?.type;
  return type !== undefined && type !== 'place';
}
