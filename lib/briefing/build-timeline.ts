/**
 * A timeline cut at the as-of date: lanes by direction, what counts and what was only planned, the stretches without
 * an event, and what the series behind it claim to know.
 */
import type { Reference } from '../model/ids';
import { pickText, type ShownText } from '../model/localized';
import type { EdtfText, PackEvent } from '../model/pack';
import { type EdtfDate, parseEdtf, partRelativeTo, yearsAndMonths } from '../text/edtf';
import type { ArticleContext } from './article-context';
import { mergeCoverage } from './coverage';
import { dateOf, entityOf, eventOf, type Facts, from, packOf, seriesOf, sourcesOf, timelineOf } from './facts';
import { readerName } from './names';
import { finish, type Steps } from './steps';
import { eventsOfTimeline } from './timeline-events';
import type { GapModel, LaneModel, TimelineEvent, TimelineModel } from './view-models';

const SINGLE_LANE = '';
const FOREVER = Number.POSITIVE_INFINITY;
/** A gap is drawn from this many days, and only if it is this many times the lane's median. */
const MIN_GAP_DAYS = 365;
const GAP_FACTOR = 2;
const EVENTS_PER_STEP = 200;

/** Series that name at least one of the events. */
function seriesBehind(facts: Facts, events: ReadonlySet<Reference>): Reference[] {
  return facts.series.filter((series) =>
    (seriesOf(facts, series)?.events ?? []).some((id) => events.has(from(series, id))),
  );
}

/** Builds a timeline of a pack; `null` where nothing in it is as old as the article: its very subject would be hindsight. */
export const buildTimeline = (facts: Facts, reference: Reference, context: ArticleContext): TimelineModel | null =>
  finish(timelineSteps(facts, reference, context));

/** The same in steps: a timeline may have thousands of events. */
export function* timelineSteps(
  facts: Facts,
  reference: Reference,
  context: ArticleContext,
): Steps<TimelineModel | null> {
  const timeline = timelineOf(facts, reference);
  if (!timeline) return null;
  return yield* cutEvents(facts, eventsOfTimeline(facts, reference), context, {
    reference,
    title: pickText(timeline.title, context.lang) ?? { text: timeline.id, lang: 'en' },
    coverageTo: facts.header(packOf(reference)).coverageTo,
    counting: 'series',
  });
}

export interface Selection {
  readonly reference: Reference;
  readonly title: ShownText;
  /** Where the record of these events ends. */
  readonly coverageTo: EdtfText;
  /** `series`: only what a series names counts. `held`: whatever was held does, and then silence proves nothing. */
  readonly counting: 'series' | 'held';
}

/** A selection of events, in order of time, cut at the as-of day; `null` where none is as old as that. */
export function* cutEvents(
  facts: Facts,
  ids: readonly Reference[],
  context: ArticleContext,
  { reference, title, coverageTo, counting }: Selection,
): Steps<TimelineModel | null> {
  const all = new Set(ids);
  const covering = seriesBehind(facts, all).filter((series) =>
    (seriesOf(facts, series)?.events ?? []).every((id) => all.has(from(series, id))),
  );
  const inSeries = new Set(
    covering.flatMap((series) => (seriesOf(facts, series)?.events ?? []).map((id) => from(series, id))),
  );
  // Where more is counted than the series know, a stretch without an event would say more than the record does.
  const hasGaps = counting === 'series' || ids.every((id) => inSeries.has(id));

  const lanes = new Map<string, LaneModel>();
  const events: TimelineEvent[] = [];
  for (const [i, id] of ids.entries()) {
    if (i % EVENTS_PER_STEP === 0) yield;
    const event = eventOf(facts, id);
    if (!event || event.confidence === 'uncertain') continue;
    const model = toTimelineEvent(facts, id, event, counting === 'held' || inSeries.has(id), context);
    if (!model) continue;
    events.push(model);
    if (!lanes.has(model.lane)) lanes.set(model.lane, toLane(facts, id, event, model.lane, context));
  }
  yield;
  if (events.every(({ part }) => part === 'since')) return null;
  const lastDay = parseEdtf(coverageTo)?.last ?? context.asOfDay;
  const count = (part: TimelineEvent['part']) => events.filter((event) => event.part === part && event.counted).length;
  return {
    reference,
    title,
    counts: pickText(seriesOf(facts, covering[0] ?? reference)?.counts, context.lang),
    ofVisits: events.every(({ counted, kind }) => !counted || kind === 'visit'),
    lanes: [...lanes.values()],
    events,
    people: peopleOf(facts, events, context),
    gaps: hasGaps
      ? [...lanes.keys()].flatMap((lane) =>
          gapsOf(events.filter((event) => event.lane === lane && event.counted && event.part !== 'since')),
        )
      : [],
    coverage: hasGaps
      ? mergeCoverage(
          covering.flatMap((series) => seriesOf(facts, series)?.coverage ?? []),
          context.asOfDay,
        )
      : [],
    asOfDay: context.asOfDay,
    firstDay: events[0]?.firstDay ?? context.asOfDay,
    lastDay: Math.max(lastDay, context.asOfDay),
    before: count('before'),
    sameDay: count('same-day'),
    since: count('since'),
  };
}

/** Those of the article first, then whoever took part in more. */
function peopleOf(
  facts: Facts,
  events: readonly TimelineEvent[],
  { named, lang }: ArticleContext,
): TimelineModel['people'] {
  const counts = new Map<Reference, number>();
  for (const { people } of events) for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts]
    .sort(([a, times], [b, others]) => Number(named.has(b)) - Number(named.has(a)) || others - times)
    .flatMap(([reference]) => {
      const label = entityOf(facts, reference)?.label;
      return label ? [{ reference, name: readerName(label, lang) }] : [];
    });
}

function precisionOf(date: EdtfDate): TimelineEvent['precision'] {
  if (date.precision !== 'day' || date.approximate) return 'vague';
  return date.interval ? 'span' : 'point';
}

/** One event as the lists and pictures show it; `null` for one without a date or a title that can be shown. */
export function toTimelineEvent(
  facts: Facts,
  reference: Reference,
  event: PackEvent,
  inSeries: boolean,
  context: ArticleContext,
): TimelineEvent | null {
  const date = dateOf(event);
  const title = pickText(event.title, context.lang);
  if (!date || !title) return null;
  const { direction } = event;
  const part = partRelativeTo(date, context.asOfDay);
  return {
    reference,
    date: event.date,
    firstDay: date.first,
    lastDay: date.last,
    precision: precisionOf(date),
    title,
    summary: pickText(event.summary, context.lang),
    kind: event.kind,
    status: event.status,
    lane: direction ? `${from(reference, direction.from)}>${from(reference, direction.to)}` : SINGLE_LANE,
    counted: inSeries && event.status === 'held',
    part,
    doubt: event.confidence && event.confidence !== 'verified' ? event.confidence : null,
    // What the reader opens as later may name its sources in full.
    sources: sourcesOf(facts, reference, event.sources, part === 'since' ? FOREVER : context.asOfDay),
    people: event.participants
      .map(({ entity }) => from(reference, entity))
      .filter((participant) => entityOf(facts, participant)?.type === 'person'),
  };
}

function toLane(
  facts: Facts,
  owner: Reference,
  { direction }: PackEvent,
  key: string,
  context: ArticleContext,
): LaneModel {
  if (!direction) return { key, from: null, to: null };
  const name = (ref: Reference) => readerName(entityOf(facts, ref)?.label ?? { en: ref }, context.lang);
  return { key, from: name(from(owner, direction.from)), to: name(from(owner, direction.to)) };
}

/** At most one gap a lane: the one that ends at the article's event, else the longest that stands out. */
function gapsOf(held: readonly TimelineEvent[]): GapModel[] {
  const gaps = held.slice(1).map((event, i): GapModel => {
    const previous = held[i] as TimelineEvent;
    return {
      lane: event.lane,
      fromDay: previous.firstDay,
      toDay: event.firstDay,
      ...yearsAndMonths(previous.firstDay, event.firstDay),
      current: event.part === 'same-day',
    };
  });
  const lengths = gaps.map(({ fromDay, toDay }) => toDay - fromDay).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  const outstanding = gaps.filter(
    ({ fromDay, toDay }) => toDay - fromDay >= MIN_GAP_DAYS && toDay - fromDay >= GAP_FACTOR * median,
  );
  const best =
    outstanding.find(({ current }) => current) ??
    outstanding.sort((a, b) => b.toDay - b.fromDay - (a.toDay - a.fromDay))[0];
  return best ? [best] : [];
}
