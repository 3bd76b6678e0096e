/** Items as events: dates, participants, places. */

import { toEdtf } from '../../wikibase-time';
import { namesOf, textsOf } from './names';
import type { EventRecipe } from './recipe';
import { localName, type Work } from './work';

/** Makes events of a page of items; participants and places stand as addresses until all are known. */
export async function addEvents(items: readonly string[], recipe: EventRecipe, work: Work): Promise<void> {
  const { ask, queries, notes, drafts, source } = work;
  const texts = await textsOf(items, recipe.aliases, work);
  const days = new Map<string, Map<string, string>>();
  for (const { item, property, time, precision } of await ask(
    queries.dates(items, [recipe.date, recipe.start, recipe.end]),
  )) {
    const date = toEdtf(time?.value, precision?.value);
    if (!item || !property || date === null) continue;
    const known = days.get(item.value) ?? new Map<string, string>();
    days.set(item.value, known);
    if (!known.has(property.value)) known.set(property.value, date);
  }
  for (const item of items) {
    const names = texts.get(item);
    const date = dateOf(days.get(item), recipe);
    if (!names || Object.keys(names.label).length === 0 || date === null) {
      notes.push(`${item} has no ${date === null ? 'date' : "label in the pack's languages"}: left out`);
      continue;
    }
    const record = {
      record: 'event',
      id: `event/${localName(item)}`,
      date,
      kind: recipe.kind,
      status: date.slice(0, 10) > work.recipe.header.coverageTo ? 'announced' : 'held',
      title: names.label,
      participants: [],
      names: namesOf(names, 'event'),
      sources: [source],
    };
    drafts.set(item, { record, origins: new Map() });
  }
  await addLinks(items, recipe.participants, 'participants', (value) => ({ entity: value }), 'thing', work);
  await addLinks(items, recipe.places, 'places', (value) => value, 'place', work);
}

function dateOf(known: ReadonlyMap<string, string> | undefined, recipe: EventRecipe): string | null {
  const date = known?.get(recipe.date);
  const [start, end] = [known?.get(recipe.start), known?.get(recipe.end)];
  if (date !== undefined) return date;
  if (start !== undefined && end !== undefined && start !== end) return `${start}/${end}`;
  return start ?? end ?? null;
}

async function addLinks(
  items: readonly string[],
  property: string | undefined,
  field: string,
  toMember: (item: string) => unknown,
  type: 'place' | 'thing',
  { ask, queries, drafts, wanted }: Work,
): Promise<void> {
  if (!property) return;
  for (const { item, value } of await ask(queries.links(items, property))) {
    const record = drafts.get(item?.value ?? '')?.record;
    if (!record || !value) continue;
    record[field] = [...((record[field] ?? []) as unknown[]), toMember(value.value)];
    if (!wanted.has(value.value)) wanted.set(value.value, type);
  }
}
