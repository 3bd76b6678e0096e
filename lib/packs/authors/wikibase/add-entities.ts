/** Items as entities: labels, aliases, dates, family names. */
import { refuseLink } from '../../refuse-link';
import { toEdtf } from '../../wikibase-time';
import type { Draft } from '../draft';
import { addPositions } from './add-positions';
import { type Names, name, namesOf, textsOf } from './names';
import type { EntityRecipe } from './recipe';
import { localName, type Work } from './work';

/** Enters an entity of a type under its item's address. */
export function newEntity(item: string, type: string, names: Names, work: Work, rest: object = {}): Draft {
  const record = {
    record: 'entity',
    id: `${type}/${localName(item)}`,
    type,
    label: names.label,
    names: namesOf(names, type),
    sources: [work.source],
    ...(refuseLink(item, { secure: false }) === null ? { sameAs: [item] } : {}),
    ...rest,
  };
  const draft = { record, origins: new Map() };
  work.drafts.set(item, draft);
  return draft;
}

/** Makes entities of a page of items. */
export async function addEntities(items: readonly string[], recipe: EntityRecipe, work: Work): Promise<void> {
  const { ask, queries, notes, drafts } = work;
  const texts = await textsOf(items, recipe.aliases, work);
  const made = items.filter((item) => {
    const names = texts.get(item);
    if (!names || Object.keys(names.label).length === 0) {
      notes.push(`${item} has no label in the pack's languages: left out`);
      return false;
    }
    newEntity(item, recipe.type, names, work, recipe.placeKind ? { placeKind: recipe.placeKind } : {});
    return true;
  });
  if (made.length === 0) return;
  const dates = { born: recipe.born, died: recipe.died, founded: recipe.founded, dissolved: recipe.dissolved };
  const fields = new Map(Object.entries(dates).flatMap(([field, id]) => (id ? [[id, field] as const] : [])));
  if (fields.size > 0) {
    for (const { item, property, time, precision } of await ask(queries.dates(made, [...fields.keys()]))) {
      const record = drafts.get(item?.value ?? '')?.record;
      const field = fields.get(property?.value ?? '');
      const date = toEdtf(time?.value, precision?.value);
      if (record && field && date !== null) record[field] ??= date;
    }
  }
  if (recipe.family) await addFamilyNames(made, recipe.family, work);
  if (recipe.positions) await addPositions(made, recipe.positions, work);
}

async function addFamilyNames(items: readonly string[], property: string, work: Work): Promise<void> {
  const links = await work.ask(work.queries.links(items, property));
  const families = [...new Set(links.flatMap(({ value }) => (value ? [value.value] : [])))];
  if (families.length === 0) return;
  const texts = await textsOf(families, false, work);
  for (const { item, value } of links) {
    const record = work.drafts.get(item?.value ?? '')?.record;
    if (!record) continue;
    for (const [lang, text] of Object.entries(texts.get(value?.value ?? '')?.label ?? {}))
      (record.names as object[]).push(name(text, lang, 'family'));
  }
}
