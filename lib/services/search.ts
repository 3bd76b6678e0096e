/** Search over everything that the packs know, as of the day that is read: while the reader types. */
import { buildSearch, type FoundReferences } from '../briefing/build-search';
import type { Facts } from '../briefing/facts';
import type { SearchModel } from '../briefing/search-models';
import { expandRef, parseReference, type Reference } from '../model/ids';
import type { PackRecord } from '../model/pack';
import type { RecordDirectory } from '../recognition/record-directory';
import { type FoundTarget, searchTargets } from '../recognition/search-targets';
import { parseQuery } from '../text/search-query';
import { dayOf } from './article-facts';
import { headerIn, type Knowledge } from './knowledge';
import { asOfReading, contextOf, type Reading } from './reading';

const LIMITS = { names: 20, events: 12 };
/** Somewhat more are looked at: packs may have been removed, and some turn out to be later than the day. */
const MORE = 4;

export interface SearchRequest extends Reading {
  /** As the reader typed it. */
  readonly text: string;
}

const EMPTY = { names: [], events: [], later: [], laterCount: 0, exact: [] };

export async function searchKnowledge(
  knowledge: Knowledge,
  request: SearchRequest,
  today: string,
): Promise<SearchModel> {
  const query = parseQuery(request.text);
  if (!query) return { typed: request.text, ...EMPTY };
  const asOf = asOfReading(request, today);
  const [directory, tables] = await Promise.all([knowledge.directory(), knowledge.search()]);
  const beside = request.beside.map((reference) => directory.targetOf(reference));
  const all = searchTargets({ index: knowledge.index, directory, ...tables }, query, {
    day: dayOf(asOf),
    favoured: new Set(beside),
    limit: LIMITS.names + MORE,
  });
  const found = { ...all, events: all.events.slice(0, LIMITS.events + MORE), later: all.later.slice(0, LIMITS.events) };
  const wanted = [...found.entities, ...found.events, ...found.later];
  const references = await knowledge.referencesOf(wanted.map(({ target }) => target));
  const toReferences = (some: readonly FoundTarget[]) =>
    some.flatMap(({ target, fit }) => {
      const reference = references.get(target);
      return reference ? [{ reference, fit }] : [];
    });
  const named: FoundReferences = {
    entities: toReferences(found.entities),
    events: toReferences(found.events),
    later: toReferences(found.later),
    laterCount: found.laterCount,
  };
  const others = await recordsBeside(knowledge, directory, found.entities, references);
  const facts = await factsOf(knowledge, [...references.values()], others);
  return buildSearch(facts, request.text, query, named, contextOf(facts, new Set(), asOf, request), LIMITS);
}

/** What other packs have of the same entities: they may know of an office where the first does not. */
async function recordsBeside(
  { referencesOf }: Knowledge,
  directory: RecordDirectory,
  entities: readonly FoundTarget[],
  references: ReadonlyMap<number, Reference>,
): Promise<Map<Reference, Reference[]>> {
  const targets = entities.map(({ target }) => ({ target, others: [...directory.others(target)] }));
  const known = await referencesOf(targets.flatMap(({ others }) => others));
  return new Map(
    targets.flatMap(({ target, others }) => {
      const reference = references.get(target);
      const own = others.flatMap((other) => known.get(other) ?? []);
      return reference && own.length > 0 ? [[reference, own]] : [];
    }),
  );
}

/** No more than the results themselves and the offices that rank their roles. */
async function factsOf(
  { get, headers }: Knowledge,
  references: readonly Reference[],
  others: ReadonlyMap<Reference, readonly Reference[]>,
): Promise<Facts> {
  const records = new Map<Reference, PackRecord>(await get([...references, ...[...others.values()].flat()]));
  const posts = new Set(
    [...records].flatMap(([owner, record]) => {
      const pack = parseReference(owner)?.pack;
      if (record.record !== 'entity' || !pack) return [];
      return (record.roles ?? []).flatMap(({ post }) => (post ? [expandRef(post, pack)] : []));
    }),
  );
  for (const [reference, record] of await get([...posts])) records.set(reference, record);
  return {
    record: (reference) => records.get(reference),
    othersOf: (reference) => others.get(reference) ?? [],
    // Only the rank of two offices hangs on it.
    standsFor: (reference) => reference,
    eventsOf: () => [],
    eventsOfSpans: [],
    holders: () => [],
    series: [],
    timelines: [],
    header: headerIn(headers),
  };
}
