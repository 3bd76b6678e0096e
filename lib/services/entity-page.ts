/** The page of one entity or event, as of the day that is read: gathered and built. */
import { buildEntityPage } from '../briefing/build-entity-page';
import type { EntityPageModel } from '../briefing/entity-models';
import { packOf } from '../briefing/facts';
import type { Reference } from '../model/ids';
import { OWN_PACK } from '../settings/own-pack';
import { dayOf } from './article-facts';
import { gatherFacts, MAX_EVENTS_PER_ENTITY } from './gather-facts';
import type { Knowledge } from './knowledge';
import { asOfReading, contextOf, type Reading } from './reading';

export interface EntityRequest extends Reading {
  readonly reference: Reference;
}

/** `null` where no installed pack has the record. */
export async function describeEntity(
  knowledge: Omit<Knowledge, 'index'>,
  request: EntityRequest,
  today: string,
): Promise<EntityPageModel | null> {
  const asOf = asOfReading(request, today);
  const day = dayOf(asOf);
  const directory = await knowledge.directory();
  const asked = directory.targetOf(request.reference);
  // Of a name of the reader's the packs know no events.
  if (asked < 0 && packOf(request.reference) !== OWN_PACK) return null;
  // Another pack's record may stand for it.
  const target = asked < 0 ? null : directory.standsFor(asked);
  const reference = (target !== null && (await knowledge.referencesOf([target])).get(target)) || request.reference;
  const all = target === null ? [] : [...directory.events(target)];
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
