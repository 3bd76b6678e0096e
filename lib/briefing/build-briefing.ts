/** The briefing beside an article: who is who, what it says of time, and the timelines that it belongs to, cut at its date. */
import type { Claim } from '../claims/claim';
import type { ArticleInfo } from '../model/article';
import type { Reference } from '../model/ids';
import { type ArticleContext, isActor, isInvolved } from './article-context';
import { buildCast } from './build-cast';
import { buildClaims } from './build-claims';
import { buildTimeline } from './build-timeline';
import { eventOf, type Facts, isLater, packOf } from './facts';
import { horizonOf, packTitle } from './horizon';
import type { Occurrence } from './salience';
import { eventsOfTimeline } from './timeline-events';
import type { BriefingModel, TimelineModel } from './view-models';

const MAX_TIMELINES = 8;
/** Points that decide which timeline leads. */
const OWN_EVENT_POINTS = 100;
const SAME_KIND_POINTS = 20;
const MAX_ACTOR_POINTS = 10;

export function buildBriefing(
  facts: Facts,
  article: ArticleInfo,
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
  context: ArticleContext,
  claims: readonly Claim[] = [],
): BriefingModel {
  const known = [...context.named].filter((reference) => facts.record(reference) !== undefined);
  const packs = [...new Set(known.map(packOf))].map((id) => facts.header(id));
  const cast = buildCast(facts, occurrences, context);
  return {
    title: article.title,
    siteName: article.siteName,
    host: article.host,
    asOf: context.asOf,
    horizon: horizonOf(packs, context),
    cast,
    claims: buildClaims(facts, claims, context, article.lang),
    timelines: rankTimelines(facts, context)
      .map((reference) => buildTimeline(facts, reference, context))
      .filter((timeline): timeline is TimelineModel => timeline !== null),
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
      const actors = [...context.named].filter(
        (name) => isActor(facts, name) && events.some((id) => isInvolvedIn(facts, id, name)),
      ).length;
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

function isInvolvedIn(facts: Facts, id: Reference, name: Reference): boolean {
  const event = eventOf(facts, id);
  return event !== null && isInvolved(event, id, name);
}
