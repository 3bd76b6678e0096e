/** Who is who on the day: the article's names, most salient first. */
import type { Reference } from '../model/ids';
import { pickText } from '../model/localized';
import type { ArticleContext } from './article-context';
import { entityOf, eventOf, type Facts, from, isLater, packOf, type Records, sourcesOf } from './facts';
import { nativeName, readerName } from './names';
import { whoOnDay, whoSources } from './posts';
import { type Occurrence, salience, typeWeight } from './salience';
import type { CastRow } from './view-models';

const GROUPS = { person: 'people', place: 'places' } as const;

/** News agencies are named as sources more often than as actors. */
const AGENCY = /news agency|wire service/i;

function isNewsAgency(facts: Records, reference: Reference): boolean {
  const entity = entityOf(facts, reference);
  return entity?.type === 'organisation' && AGENCY.test(pickText(entity.description, 'en')?.text ?? '');
}

/** `occurrences`: of each entity or event named in the article. */
export function buildCast(
  facts: Facts,
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
  context: ArticleContext,
): CastRow[] {
  const rows: CastRow[] = [];
  for (const [reference, places] of occurrences) {
    const row = toRow(facts, reference, places, context);
    if (row) rows.push(row);
  }
  return rows.sort((a, b) => b.salience - a.salience || (a.positions[0] ?? 0) - (b.positions[0] ?? 0));
}

/** Salience of one name (`ownEvents`: see `ArticleContext`): the cast's order, and who gives way when marks are too dense. */
export function salienceOf(
  facts: Records,
  reference: Reference,
  places: readonly Occurrence[],
  ownEvents: readonly Reference[],
): number {
  const entity = entityOf(facts, reference);
  const inOwnEvent = ownEvents.some((id) => {
    const event = eventOf(facts, id);
    return event?.participants.some(({ entity: participant }) => from(id, participant) === reference) ?? false;
  });
  const weight = typeWeight(entity?.type ?? 'event', entity?.placeKind ?? null, isNewsAgency(facts, reference));
  return salience(weight, places, inOwnEvent);
}

function toRow(
  facts: Facts,
  reference: Reference,
  places: readonly Occurrence[],
  context: ArticleContext,
): CastRow | null {
  const entity = entityOf(facts, reference);
  const event = eventOf(facts, reference);
  const label = entity?.label ?? event?.title;
  if (!label) return null;
  if (isLater(facts, reference, context.asOfDay)) return null;
  const type = entity?.type ?? 'event';
  const name = readerName(label, context.lang);
  return {
    reference,
    type,
    group: type === 'person' || type === 'place' ? GROUPS[type] : 'organisations',
    name,
    native: nativeName(facts, reference, name),
    ...whoOnDay(facts, reference, context),
    positions: places.map(({ at }) => at),
    mentions: places.length,
    salience: salienceOf(facts, reference, places, context.ownEvents),
    sources: event
      ? sourcesOf(facts, reference, event.sources, context.asOfDay)
      : whoSources(facts, reference, context),
    ...(facts.header(packOf(reference)).private ? { isPrivate: true as const } : {}),
  };
}
