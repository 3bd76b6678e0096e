/** The page of one entity or event, as of the day that is read: gathered and built. */
import { buildEntityPage } from '../briefing/build-entity-page';
import type { EntityPageModel } from '../briefing/entity-models';
import type { Reference } from '../model/ids';
import { dayOf } from './article-facts';
import { gatherFacts, MAX_EVENTS_PER_ENTITY } from './gather-facts';
import type { Knowledge } from './knowledge';
import { asOfReading, contextOf, type Reading } from './reading';

export interface EntityRequest extends Reading {
  readonly reference: Reference;
}

/** `null` where no installed pack has the record. */
export async function describeEntity(
  knowledge: Knowledge,
  request: EntityRequest,
  today: string,
): Promise<EntityPageModel | null> {
  const asOf = asOfReading(request, today);
  const day = dayOf(asOf);
  const directory = await knowledge.directory();
  const asked = directory.targetOf(request.reference);
  if (asked < 0) return null;
  // Another pack's record may stand for it.
  const target = directory.standsFor(asked);
  const reference = (await knowledge.referencesOf([target])).get(target) ?? request.reference;
  const all = [...directory.events(target)];
  const after = all.filter((event) => directory.eventDays(event)[0] > day).slice(0, MAX_EVENTS_PER_ENTITY);
  const references = await knowledge.referencesOf(after);
  const later = after.flatMap((event) => references.get(event) ?? []);
  const named = new Set([reference, ...request.beside]);
  const facts = await gatherFacts(knowledge, named, day, later);
  const upToDay = all.filter((event) => directory.eventDays(event)[0] <= day).length;
  return buildEntityPage(facts, reference, contextOf(facts, named, asOf, request), {
    later,
    older: Math.max(0, upToDay - MAX_EVENTS_PER_ENTITY),
  });
}
