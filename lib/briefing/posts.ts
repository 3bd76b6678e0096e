/** Offices as the article sees them: which lead a country, which it is about, and who somebody was on its day. */
import type { Reference } from '../model/ids';
import { pickText, type ShownText } from '../model/localized';
import { assertedDays } from '../text/asserted-days';
import type { ArticleContext } from './article-context';
import { describe } from './describe';
import { dateOf, entityOf, eventOf, type Facts, from, postOf, seriesOf, sourcesOf } from './facts';
import { type OfficeOnDay, type RoleQuestions, roleOnDay } from './role-block';
import { eventsOfTimeline } from './timeline-events';
import type { PartialCapacity, SourceModel } from './view-models';

/** A post of head of state or of government: one that the pack relates to a country as `head-of`. */
export function leadsCountry(facts: Facts, post: Reference): boolean {
  const relations = entityOf(facts, post)?.relations ?? [];
  return relations.some(({ kind }) => kind === 'head-of');
}

/** What `buildRoleBlock` needs to know of one entity's offices. */
export function roleQuestions(facts: Facts, reference: Reference, context: ArticleContext): RoleQuestions {
  const own = postsIn(facts, reference, context);
  return {
    isLeading: (role) => {
      const post = postOf(facts, reference, role);
      return post !== null && leadsCountry(facts, post);
    },
    isCalledFor: (role) => {
      const post = postOf(facts, reference, role);
      return post !== null && (context.posts.has(post) || own.has(post));
    },
  };
}

const NO_POSTS: ReadonlySet<Reference> = new Set();
/** What has been found for some context, which never changes: every row of the cast asks, of thousands of events. */
const found = new WeakMap<ArticleContext, ReadonlyMap<Reference, ReadonlySet<Reference>>>();

/** The posts in which an entity took part in events of the article's series and timelines, up to its day. */
function postsIn(facts: Facts, reference: Reference, context: ArticleContext): ReadonlySet<Reference> {
  const known = found.get(context) ?? findPosts(facts, context);
  found.set(context, known);
  return known.get(reference) ?? NO_POSTS;
}

function findPosts(facts: Facts, context: ArticleContext): Map<Reference, Set<Reference>> {
  const listed = new Set([
    ...context.ownSeries.flatMap((id) => (seriesOf(facts, id)?.events ?? []).map((event) => from(id, event))),
    ...context.ownTimelines.flatMap((id) => eventsOfTimeline(facts, id)),
  ]);
  const posts = new Map<Reference, Set<Reference>>();
  for (const id of listed) {
    const event = eventOf(facts, id);
    const date = event && dateOf(event);
    if (!event || !date || date.last > context.asOfDay) continue;
    for (const { entity, as } of event.participants) {
      if (!as) continue;
      const participant = from(id, entity);
      const own = posts.get(participant) ?? new Set();
      posts.set(participant, own.add(facts.standsFor(from(id, as))));
    }
  }
  return posts;
}

/** Who or what a name of the article is, in a line: the office on the day, else the description. */
export function whoOnDay(
  facts: Facts,
  reference: Reference,
  context: ArticleContext,
): { role: ShownText | null; capacity?: PartialCapacity } {
  const entity = entityOf(facts, reference);
  if (!entity) return { role: null };
  const office = officeOnDay(facts, reference, context);
  if (!office) return { role: describe(entity, context) };
  const { title, of: _, ...capacity } = office;
  return { role: title, ...capacity };
}

/** The office on the day, by the first pack that asserts one: a later pack adds to an earlier one and replaces nothing. */
function officeOnDay(
  facts: Facts,
  reference: Reference,
  context: ArticleContext,
): (OfficeOnDay & { readonly of: Reference }) | null {
  for (const record of [reference, ...facts.othersOf(reference)]) {
    const entity = entityOf(facts, record);
    const questions = roleQuestions(facts, record, context);
    const office = entity && roleOnDay(entity, context.asOfDay, context.lang, questions);
    if (office) return { ...office, of: record };
  }
  return null;
}

/** Where the line of `whoOnDay` is from: the sources of that office, else of the entity. */
export function whoSources(facts: Facts, reference: Reference, context: ArticleContext): SourceModel[] {
  const { asOfDay, lang } = context;
  const office = officeOnDay(facts, reference, context);
  const record = office?.of ?? reference;
  const entity = entityOf(facts, record);
  const role = entity?.roles?.find((candidate) => {
    const { from: first, to: last } = assertedDays(candidate);
    const isHeld = candidate.confidence !== 'uncertain' && first <= asOfDay && asOfDay <= last;
    return isHeld && pickText(candidate.title, lang)?.text === office?.title.text;
  });
  return sourcesOf(facts, record, role?.sources ?? entity?.sources ?? [], asOfDay);
}
