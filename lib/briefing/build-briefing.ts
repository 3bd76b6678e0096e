/** The briefing beside an article: who is who, and the timelines that it belongs to, cut at its date. */
import type { ArticleInfo } from '../model/article';
import type { Reference } from '../model/ids';
import { pickText } from '../model/localized';
import { parseEdtf } from '../text/edtf';
import { type ArticleContext, isInvolved } from './article-context';
import { buildCast } from './build-cast';
import { buildTimeline, eventsOfTimeline } from './build-timeline';
import { entityOf, eventOf, type Facts, packOf } from './facts';
import type { Occurrence } from './salience';
import type { BriefingModel, TimelineModel } from './view-models';

const MAX_TIMELINES = 8;
/** Points that decide which timeline leads. */
const OWN_EVENT_POINTS = 100;
const PERSON_POINTS = 3;

export function buildBriefing(
  facts: Facts,
  article: ArticleInfo,
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
  context: ArticleContext,
): BriefingModel {
  const packs = [...new Set([...context.named].map(packOf))].map((id) => facts.header(id));
  const coverageTo =
    packs
      .map(({ coverageTo: end }) => end)
      .sort()
      .at(-1) ?? context.asOf.day;
  return {
    title: article.title,
    siteName: article.siteName,
    host: article.host,
    asOf: context.asOf,
    horizon: {
      coverageTo,
      daysBehind: Math.max(0, context.asOfDay - (parseEdtf(coverageTo)?.last ?? context.asOfDay)),
    },
    cast: buildCast(facts, occurrences, context),
    timelines: rankTimelines(facts, context)
      .map((reference) => buildTimeline(facts, reference, context))
      .filter((timeline): timeline is TimelineModel => timeline !== null),
    names: occurrences.size,
    packs: packs.map((header) => ({
      title: pickText(header.title, context.lang) ?? { text: header.id, lang: 'en' },
      version: header.version,
      coverageTo: header.coverageTo,
    })),
  };
}

/**
 * Timelines by fit to the article: those that hold its own event first, the most particular of them leading, then by
 * how many of its people take part. A timeline without anybody of the article is left out.
 */
export function rankTimelines(facts: Facts, context: ArticleContext): Reference[] {
  return facts.timelines
    .map((reference) => {
      const events = eventsOfTimeline(facts, reference);
      const own = events.some((id) => context.ownEvents.includes(id));
      let people = 0;
      for (const name of context.named) {
        if (entityOf(facts, name)?.type !== 'person') continue;
        if (events.some((id) => isInvolvedIn(facts, id, name))) people += 1;
      }
      const lanes = new Set(events.map((id) => eventOf(facts, id)?.direction?.to ?? '')).size;
      return { reference, score: (own ? OWN_EVENT_POINTS : 0) + people * PERSON_POINTS + (own ? lanes : 0), people };
    })
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_TIMELINES)
    .map(({ reference }) => reference);
}

function isInvolvedIn(facts: Facts, id: Reference, name: Reference): boolean {
  const event = eventOf(facts, id);
  return event !== null && isInvolved(event, id, name);
}
