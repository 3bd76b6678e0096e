/** The page of one entity or event: its card, its offices as times, all its events cut at the day, its names and packs. */
import type { Reference } from '../model/ids';
import { OWN_PACK } from '../settings/own-pack';
import { parseEdtf } from '../text/edtf';
import type { ArticleContext } from './article-context';
import { buildCard } from './build-card';
import { toTimelineEvent } from './build-timeline';
import type { EntityPageModel, ParticipantModel } from './entity-models';
import { entityOf, eventOf, type Facts, from, isLater, packOf } from './facts';
import { buildNameGroups } from './name-groups';
import { readerName } from './names';
import { packOfRecord } from './pack-sections';
import { whoOnDay } from './posts';
import { buildRoleLanes, roleAxis } from './role-lanes';
import type { TimelineEvent, TimelineModel } from './view-models';

/** An entity's events do not go by direction: it may have any number of these. */
const LANE = '';

/** What there is besides `facts`, which hold the events up to the day. */
export interface EntityEvents {
  /** Events after the day, in order of time; their records are among the facts. */
  readonly later: readonly Reference[];
  /** Older ones that are not among the facts. */
  readonly older: number;
}

/** `null` where the record is gone. */
export function buildEntityPage(
  facts: Facts,
  reference: Reference,
  context: ArticleContext,
  { later, older }: EntityEvents,
): EntityPageModel | null {
  const event = eventOf(facts, reference);
  const isToCome = isLater(facts, reference, context.asOfDay);
  const own = isToCome ? asOfItself(context, event?.date ?? '') : context;
  const card = buildCard(facts, reference, own, null);
  if (!card) return null;
  const lanes = buildRoleLanes(facts, reference, context);
  const owners = [reference, ...facts.othersOf(reference)];
  return {
    card,
    isLater: isToCome,
    lanes,
    axis: roleAxis(facts, reference, lanes, context),
    events: event ? null : toTimeline(facts, reference, [...facts.eventsOf(reference), ...later], card, context),
    olderEvents: older,
    participants: event ? participantsOf(facts, reference, own) : [],
    names: buildNameGroups(facts, reference, own),
    // The reader's own names are no pack to a reader.
    packs: owners.filter(isOfPack).map((owner) => {
      const { pack, coverageTo } = packOfRecord(facts, owner, context);
      return { ...pack, id: packOf(owner), coverageTo };
    }),
    isPrivate: owners.some((owner) => facts.header(packOf(owner)).private === true),
  };
}

const isOfPack = (reference: Reference): boolean => packOf(reference) !== OWN_PACK;

/** What the reader has asked for although it is later is told as of its own last day. */
function asOfItself(context: ArticleContext, date: string): ArticleContext {
  const asOfDay = parseEdtf(date)?.last ?? context.asOfDay;
  return { ...context, asOfDay };
}

function toTimeline(
  facts: Facts,
  reference: Reference,
  ids: readonly Reference[],
  { name, coverageTo }: Pick<EntityPageModel['card'], 'name' | 'coverageTo'>,
  context: ArticleContext,
): TimelineModel | null {
  const events = ids.flatMap((id): TimelineEvent[] => {
    const event = eventOf(facts, id);
    if (!event || event.confidence === 'uncertain') return [];
    const model = toTimelineEvent(facts, id, event, false, context);
    return model ? [{ ...model, lane: LANE }] : [];
  });
  if (events.length === 0) return null;
  const count = (part: TimelineEvent['part']) => events.filter((event) => event.part === part).length;
  const { asOfDay } = context;
  return {
    reference,
    title: name,
    counts: null,
    ofVisits: false,
    lanes: [{ key: LANE, from: null, to: null }],
    events,
    people: [],
    gaps: [],
    coverage: [],
    asOfDay,
    firstDay: events[0]?.firstDay ?? asOfDay,
    lastDay: Math.max(asOfDay, parseEdtf(coverageTo)?.last ?? asOfDay),
    before: count('before'),
    sameDay: count('same-day'),
    since: count('since'),
  };
}

/** In the pack's order: equal room for both sides. The office is that in which they took part. */
function participantsOf(facts: Facts, reference: Reference, context: ArticleContext): ParticipantModel[] {
  return (eventOf(facts, reference)?.participants ?? []).flatMap(({ entity, as }) => {
    const owner = facts.standsFor(from(reference, entity));
    const record = entityOf(facts, owner);
    if (!record) return [];
    const post = as ? entityOf(facts, from(reference, as)) : null;
    const role = post ? { role: readerName(post.label, context.lang) } : whoOnDay(facts, owner, context);
    return [{ reference: owner, name: readerName(record.label, context.lang), ...role }];
  });
}
