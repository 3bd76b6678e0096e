/** The briefing beside an article: who is who, what it says of time, and the timelines that it belongs to, cut at its date. */
import type { Claim } from '../claims/claim';
import type { ArticleInfo, AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import { OWN_PACK } from '../settings/own-pack';
import { type ArticleContext, isActor, readOn } from './article-context';
import { buildCast } from './build-cast';
import { buildClaims } from './build-claims';
import { timelineSteps } from './build-timeline';
import { eventOf, type Facts, from, isLater, packOf } from './facts';
import { horizonOf, packTitle } from './horizon';
import type { Occurrence } from './salience';
import { finish, type Steps } from './steps';
import { eventsOfTimeline } from './timeline-events';
import type { BriefingModel, TimelineModel } from './view-models';

const MAX_TIMELINES = 8;
/** Points that decide which timeline leads. */
const OWN_EVENT_POINTS = 100;
const SAME_KIND_POINTS = 20;
const MAX_ACTOR_POINTS = 10;

/**
 * `readAs`: another day on which the reader wants to read. Everything is cut at it, in the order that fits the article;
 * what the article's own words say of time is left out, since they were written on its day.
 */
export const buildBriefing = (...given: Parameters<typeof briefingSteps>): BriefingModel =>
  finish(briefingSteps(...given));

/** The same in steps. */
export function* briefingSteps(
  facts: Facts,
  article: ArticleInfo,
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
  context: ArticleContext,
  claims: readonly Claim[] = [],
  readAs: AsOf = context.asOf,
): Steps<BriefingModel> {
  const shown = readOn(context, readAs);
  const known = [...context.named].filter((reference) => facts.record(reference) !== undefined);
  // The reader's own names are of no day and say nothing of where a record ends.
  const packs = [...new Set(known.map(packOf))].filter((id) => id !== OWN_PACK).map((id) => facts.header(id));
  const cast = buildCast(facts, occurrences, shown);
  yield;
  const ranked = rankTimelines(facts, context);
  yield;
  const timelines: TimelineModel[] = [];
  for (const reference of ranked) {
    const timeline = yield* timelineSteps(facts, reference, shown);
    if (timeline) timelines.push(timeline);
  }
  return {
    title: article.title,
    siteName: article.siteName,
    host: article.host,
    asOf: readAs,
    horizon: horizonOf(packs, context),
    cast,
    claims: shown === context ? buildClaims(facts, claims, context, article.lang) : [],
    timelines,
    names: cast.length,
    packs: packs.map((header) => ({
      id: header.id,
      title: packTitle(header, context.lang),
      version: header.version,
      coverageTo: header.coverageTo,
    })),
  };
}

/**
 * Timelines by fit to the article, judged by what happened up to its day: those that hold its own event first, led by
 * the one that is most about events of that kind, then by how many of its people take part. A timeline without anybody
 * of the article is left out.
 */
function rankTimelines(facts: Facts, context: ArticleContext): Reference[] {
  const ownKinds = new Set(context.ownEvents.map((id) => eventOf(facts, id)?.kind));
  return facts.timelines
    .map((reference) => {
      const events = eventsOfTimeline(facts, reference).filter((id) => !isLater(facts, id, context.asOfDay));
      const involved = new Set(events.flatMap((id) => involvedIn(facts, id)));
      const actors = [...context.named].filter((name) => involved.has(name) && isActor(facts, name)).length;
      const isOwn = events.some((id) => context.ownEvents.includes(id));
      const sameKind =
        events.filter((id) => ownKinds.has(eventOf(facts, id)?.kind)).length / Math.max(1, events.length);
      const score = (isOwn ? OWN_EVENT_POINTS + sameKind * SAME_KIND_POINTS : 0) + Math.min(actors, MAX_ACTOR_POINTS);
      return { reference, score, actors };
    })
    .filter(({ actors }) => actors > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_TIMELINES)
    .map(({ reference }) => reference);
}

/** Who takes part, and where it happened. */
function involvedIn(facts: Facts, id: Reference): Reference[] {
  const { participants = [], places = [] } = eventOf(facts, id) ?? {};
  return [...participants.map(({ entity }) => from(id, entity)), ...places.map((place) => from(id, place))];
}
