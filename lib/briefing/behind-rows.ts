/**
 * "Behind this article": up to three events that explain a name, none later than the as-of date, none the article's
 * own. Chosen in the order of `UX.md` 4, shown in the order of time.
 */
import type { Reference } from '../model/ids';
import { pickText } from '../model/localized';
import type { PackEvent } from '../model/pack';
import { parseEdtf, partRelativeTo } from '../text/edtf';
import { type ArticleContext, isInvolved } from './article-context';
import { eventOf, type Facts, from, isLater, seriesOf } from './facts';
import { eventsOfTimeline } from './timeline-events';
import type { BehindRow } from './view-models';

const MAX_ROWS = 3;
/** Taking or leaving office counts as background for this long. */
const OFFICE_DAYS = 366;

const TIES = { postponed: 'put-off', cancelled: 'called-off', announced: 'announced', held: null } as const;

export function buildBehindRows(facts: Facts, reference: Reference, context: ArticleContext): BehindRow[] {
  const chosen = new Map<Reference, BehindRow['tie']>();
  const choose = (event: Reference | undefined, tie: BehindRow['tie'] = null) => {
    if (event && chosen.size < MAX_ROWS && !chosen.has(event)) chosen.set(event, tie);
  };

  const series = leadSeries(facts, context);
  const previous = series && previousInSeries(facts, series, context);
  const event = previous && eventOf(facts, previous);
  if (previous && event && isInvolved(event, previous, reference)) {
    choose(previous, isSameVisit(event, ownEventsIn(facts, series, context)) ? 'previous-visit' : null);
  }
  for (const planned of plannedInTimelines(facts, reference, context)) {
    const event = eventOf(facts, planned);
    if (event) choose(planned, TIES[event.status]);
  }
  for (const shared of sharedEvents(facts, reference, context)) choose(shared);
  for (const change of officeChanges(facts, reference, context)) choose(change);

  return [...chosen]
    .map(([event, tie]) => toRow(facts, event, tie, context))
    .filter((row) => row !== null)
    .sort((a, b) => dayOf(a.date) - dayOf(b.date));
}

const dayOf = (date: string): number => parseEdtf(date)?.first ?? 0;

function isBefore(event: PackEvent, context: ArticleContext): boolean {
  const date = parseEdtf(event.date);
  return date !== null && partRelativeTo(date, context.asOfDay) === 'before';
}

const isSure = (event: PackEvent): boolean => event.confidence !== 'uncertain';

const eventsIn = (facts: Facts, series: Reference): Reference[] =>
  (seriesOf(facts, series)?.events ?? []).map((id) => from(series, id));

function ownEventsIn(facts: Facts, series: Reference, context: ArticleContext): PackEvent[] {
  const listed = new Set(eventsIn(facts, series));
  return context.ownEvents.flatMap((id) => (listed.has(id) ? (eventOf(facts, id) ?? []) : []));
}

/** True for a visit in the direction of the article's own: of any other, "previous visit" would mislead. */
const isSameVisit = (event: PackEvent, own: readonly PackEvent[]): boolean =>
  event.kind === 'visit' && own.some((other) => isAlike(event, other));

const isAlike = (a: PackEvent, b: PackEvent): boolean =>
  a.kind === b.kind && a.direction?.from === b.direction?.from && a.direction?.to === b.direction?.to;

/** Of the series that the article's event belongs to, the one that is most about events like it. */
function leadSeries(facts: Facts, context: ArticleContext): Reference | undefined {
  const likeness = (series: Reference): number => {
    const events = eventsIn(facts, series).flatMap((id) => eventOf(facts, id) ?? []);
    const own = ownEventsIn(facts, series, context);
    return events.filter((event) => own.some((other) => isAlike(event, other))).length / Math.max(1, events.length);
  };
  return [...context.ownSeries].sort((a, b) => likeness(b) - likeness(a))[0];
}

/** The last held event of a series before the article's day. */
function previousInSeries(facts: Facts, series: Reference, context: ArticleContext): Reference | undefined {
  return eventsIn(facts, series)
    .filter((reference) => {
      const event = eventOf(facts, reference);
      return event?.status === 'held' && isSure(event) && isBefore(event, context);
    })
    .sort((a, b) => dayOf(eventOf(facts, b)?.date ?? '') - dayOf(eventOf(facts, a)?.date ?? ''))[0];
}

/** Events of the article's timelines that were planned and not held, with this participant; newest first. */
function plannedInTimelines(facts: Facts, reference: Reference, context: ArticleContext): Reference[] {
  return context.ownTimelines
    .flatMap((timeline) => eventsOfTimeline(facts, timeline))
    .filter((id) => {
      const event = eventOf(facts, id);
      return (
        event !== null &&
        event.status !== 'held' &&
        isSure(event) &&
        isBefore(event, context) &&
        event.participants.some(({ entity }) => from(id, entity) === reference)
      );
    })
    .sort((a, b) => dayOf(eventOf(facts, b)?.date ?? '') - dayOf(eventOf(facts, a)?.date ?? ''));
}

/** Held events with other names of the article: with most of them first, then the newest. */
function sharedEvents(facts: Facts, reference: Reference, context: ArticleContext): Reference[] {
  return facts
    .eventsOf(reference)
    .map((id) => ({ id, event: eventOf(facts, id) }))
    .filter((entry): entry is { id: Reference; event: PackEvent } => entry.event !== null)
    .filter(
      ({ id, event }) =>
        event.status === 'held' &&
        isSure(event) &&
        !isLater(facts, id, context.asOfDay) &&
        !context.ownEvents.includes(id),
    )
    .map(({ id, event }) => ({
      id,
      day: dayOf(event.date),
      others: event.participants.filter(
        ({ entity }) => from(id, entity) !== reference && context.named.has(from(id, entity)),
      ).length,
    }))
    .filter(({ others }) => others > 0)
    .sort((a, b) => b.others - a.others || b.day - a.day)
    .map(({ id }) => id);
}

function officeChanges(facts: Facts, reference: Reference, context: ArticleContext): Reference[] {
  return facts.eventsOf(reference).filter((id) => {
    const event = eventOf(facts, id);
    return (
      event?.kind === 'leadership-change' &&
      isSure(event) &&
      !isLater(facts, id, context.asOfDay) &&
      !context.ownEvents.includes(id) &&
      context.asOfDay - dayOf(event.date) <= OFFICE_DAYS
    );
  });
}

function toRow(facts: Facts, reference: Reference, tie: BehindRow['tie'], context: ArticleContext): BehindRow | null {
  const event = eventOf(facts, reference);
  const title = event && pickText(event.title, context.lang);
  if (!event || !title) return null;
  return {
    event: reference,
    date: event.date,
    title,
    tie,
    status: event.status,
    doubt: event.confidence && event.confidence !== 'verified' ? event.confidence : null,
  };
}
