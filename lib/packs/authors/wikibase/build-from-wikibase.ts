/**
 * From a Wikibase to the lines of a pack, by a recipe: items with labels, aliases and family names, positions held with
 * their dates, events with participants and places. What the format has no honest form for is left out and said:
 * positions without any date, names that are none, items without a label.
 */
import { type Draft, draftLines } from '../draft';
import { slugOf } from '../slug';
import { addEntities, newEntity } from './add-entities';
import { addEvents } from './add-events';
import { textsOf } from './names';
import { type Ask, createQueries } from './queries';
import type { Recipe } from './recipe';
import type { Work } from './work';

/** The lines before the end record, or why there are none. */
export type WikibaseLines =
  | {
      readonly lines: readonly string[];
      /** What was left out, a sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly problems: readonly string[] };

/** Asks for all that a recipe names. `ask` sets the pace; what it throws passes through. */
export async function buildFromWikibase(recipe: Recipe, ask: Ask): Promise<WikibaseLines> {
  const source = `source/${slugOf(recipe.source.title) || 'dataset'}`;
  const work: Work = {
    recipe,
    ask,
    queries: createQueries(recipe),
    source,
    drafts: new Map(),
    wanted: new Map(),
    notes: [],
  };
  for (const entities of recipe.entities) {
    for await (const items of pages(entities.where, work)) await addEntities(items, entities, work);
  }
  for (const events of recipe.events) {
    for await (const items of pages(events.where, work)) await addEvents(items, events, work);
  }
  await addWanted(work);
  dropLost(work);

  const first: Draft = { record: { record: 'source', id: source, ...recipe.source }, origins: new Map() };
  const header = { record: 'header', format: 'sidelight-pack/1', ...recipe.header };
  const built = draftLines(header, [first, ...work.drafts.values()]);
  if ('lines' in built) return { lines: built.lines, notes: work.notes };
  const addresses = new Map([...work.drafts].map(([item, draft]) => [draft, item]));
  return {
    problems: built.problems.map(
      ({ draft, message }) => `${draft ? (addresses.get(draft) ?? draft.record.id) : 'header'}: ${message}`,
    ),
  };
}

async function* pages(where: string, { ask, queries, recipe, drafts }: Work): AsyncGenerator<string[]> {
  for (let offset = 0; ; offset += recipe.pageSize) {
    const answers = await ask(queries.page(where, offset));
    const items = answers.flatMap(({ item }) => (item ? [item.value] : []));
    const fresh = items.filter((item) => !drafts.has(item));
    if (fresh.length > 0) yield fresh;
    if (items.length < recipe.pageSize) return;
  }
}

/** Makes entities of the posts, organisations and places that were only referred to. */
async function addWanted(work: Work): Promise<void> {
  const missing = [...work.wanted.keys()].filter((item) => !work.drafts.has(item));
  for (let at = 0; at < missing.length; at += work.recipe.pageSize) {
    const items = missing.slice(at, at + work.recipe.pageSize);
    const texts = await textsOf(items, true, work);
    for (const item of items) {
      const names = texts.get(item);
      if (names && Object.keys(names.label).length > 0) newEntity(item, work.wanted.get(item) ?? 'thing', names, work);
    }
  }
}

/** Turns addresses into ids, and gives roles the titles of their posts; what leads nowhere is left out. */
function dropLost({ drafts, notes }: Work): void {
  const recordOf = (item: unknown) => drafts.get(item as string)?.record;
  const idOf = (item: unknown) => recordOf(item)?.id;
  for (const [item, { record }] of drafts) {
    if (record.roles) {
      record.roles = (record.roles as Record<string, unknown>[]).flatMap((role) => {
        const post = recordOf(role.post);
        if (post?.type !== 'post') {
          notes.push(`${item} held ${String(role.post)}, which is no post with a label: left out`);
          return [];
        }
        const { of, ...rest } = role;
        const body = recordOf(of);
        const isBody = body?.type === 'organisation' || (body?.type === 'place' && body.placeKind === 'country');
        return [{ title: post.label, ...rest, post: post.id, ...(isBody ? { of: body.id } : {}) }];
      });
    }
    if (record.participants)
      record.participants = (record.participants as { entity: string }[]).flatMap(({ entity }) => {
        const id = idOf(entity);
        return id === undefined || String(id).startsWith('event/') ? [] : [{ entity: id }];
      });
    if (record.places)
      record.places = (record.places as string[]).flatMap((place) => {
        const id = idOf(place);
        return id === undefined || String(id).startsWith('event/') ? [] : [id];
      });
  }
}
