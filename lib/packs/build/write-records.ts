/** From what was gathered to the lines of a pack: ids given, references written, order and digest fixed. */
import type { RecordId } from '../../model/ids';
import type { Name, PackHeader, PackRecord } from '../../model/pack';
import { type Draft, type DraftEvent, type DraftSeries, labelOf } from './draft';
import { assignIds, toSlug } from './slugs';
import { type InputSource, SOURCES, type SourceKey } from './sources';

export interface PackDrafts {
  readonly entities: readonly Draft[];
  readonly events: readonly DraftEvent[];
  readonly series: readonly DraftSeries[];
}

const ITEM = 'https://www.wikidata.org/wiki/';
const sourceId = (key: SourceKey): RecordId => `source/${key}` as RecordId;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ids of drafts; those of another pack are references to it. */
export type Ids = ReadonlyMap<Draft, string>;

export function idsOf(entities: readonly Draft[]): Map<Draft, RecordId> {
  const ids = new Map<Draft, RecordId>();
  for (const type of [...new Set(entities.map((draft) => draft.type))].sort()) {
    const drafts = entities.filter((draft) => draft.type === type);
    for (const draft of drafts) draft.slug ||= toSlug(labelOf(draft));
    for (const [draft, id] of assignIds(type, drafts)) ids.set(draft, id);
  }
  return ids;
}

/** The records, sources first, each kind in the order of its ids. */
export function toRecords({ entities, events, series }: PackDrafts, own: Ids, others: Ids = new Map()): PackRecord[] {
  const refer = (draft: Draft): string => own.get(draft) ?? others.get(draft) ?? '';
  const used = new Set<SourceKey>();
  const cite = (keys: Iterable<SourceKey>): RecordId[] => {
    const list = [...keys].sort(compare);
    for (const key of list) used.add(key);
    return list.map(sourceId);
  };
  const eventIds = assignIds('event', events);
  const entityRecords = entities.map((draft) => toEntity(draft, refer, cite));
  const eventRecords = events.map((event) => toEvent(event, eventIds.get(event) as RecordId, refer, cite));
  const seriesRecords = series.map((item) => ({
    record: 'series',
    id: `series/${item.slug}`,
    title: item.title,
    counts: item.counts,
    events: item.events.map((event) => eventIds.get(event)),
    coverage: [{ from: item.from, to: item.to, completeness: item.completeness, sources: cite([item.source]) }],
  }));
  const sources = [...used].sort(compare).map(toSource);
  const byId = (a: { id: string }, b: { id: string }) => compare(a.id, b.id);
  return [
    ...sources,
    ...entityRecords.sort(byId),
    ...eventRecords.sort(byId),
    ...seriesRecords.sort(byId),
  ] as unknown as PackRecord[];
}

type Refer = (draft: Draft) => string;
type Cite = (keys: Iterable<SourceKey>) => RecordId[];

function toEntity(draft: Draft, refer: Refer, cite: Cite) {
  const { type, label, placeKind, prominence, description, reading, born, died, founded } = draft;
  const sameAs = [...(draft.qid ? [`${ITEM}${draft.qid}`] : []), ...[...draft.sameAs].sort(compare)];
  const roles = draft.roles.toSorted(
    (a, b) => compare(a.from ?? '', b.from ?? '') || compare(a.post?.slug ?? '', b.post?.slug ?? ''),
  );
  return {
    record: 'entity',
    id: refer(draft),
    type,
    label,
    names: withFamilies(draft.names).map(toName),
    ...(placeKind ? { placeKind } : {}),
    prominence: Math.round(Math.min(1, prominence) * 100) / 100,
    ...(description ? { description } : {}),
    ...(reading ? { reading } : {}),
    ...(roles.length > 0
      ? {
          roles: roles.slice(0, 200).map(({ title, post, of, source, from, to, asOf, capacity }) => ({
            title,
            ...(post ? { post: refer(post) } : {}),
            ...(of ? { of: refer(of) } : {}),
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
            ...(asOf ? { asOf } : {}),
            ...(capacity ? { capacity } : {}),
            sources: cite([source]),
          })),
        }
      : {}),
    ...(draft.relations.length > 0
      ? {
          relations: draft.relations.map(({ kind, to, source, asOf, confidence }) => ({
            kind,
            to: refer(to),
            ...(asOf ? { asOf } : {}),
            ...(confidence ? { confidence } : {}),
            sources: cite([source]),
          })),
        }
      : {}),
    ...(born ? { born } : {}),
    ...(died ? { died } : {}),
    ...(founded ? { founded } : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
    sources: cite(draft.sources),
  };
}

/** Each family name goes into the first full name that it is written in: it names nobody without one. */
function withFamilies(names: readonly Name[]): Name[] {
  const families = new Map<Name, string>();
  const within = new Set<Name>();
  for (const family of names) {
    if (family.kind !== 'family') continue;
    const isPart = (name: Name) => name.kind === 'full' && name.text.includes(family.text) && !families.has(name);
    const full = names.find((name) => isPart(name) && name.lang === family.lang) ?? names.find(isPart);
    if (!full || full.text === family.text) continue;
    families.set(full, family.text);
    within.add(family);
  }
  return names.flatMap((name) => {
    const family = families.get(name);
    return within.has(name) ? [] : [family === undefined ? name : { ...name, family }];
  });
}

const toName = ({ text, lang, kind, needs, caseSensitive, weight, family }: Name) => ({
  text,
  lang,
  kind,
  ...(family ? { family } : {}),
  ...(caseSensitive ? { caseSensitive } : {}),
  ...(needs ? { needs } : {}),
  ...(weight ? { weight } : {}),
});

function toEvent(event: DraftEvent, id: RecordId, refer: Refer, cite: Cite) {
  const { date, kind, status, title, names, participants, places, qid } = event;
  return {
    record: 'event',
    id,
    date,
    kind,
    status,
    title,
    participants: participants.map((entity) => ({ entity: refer(entity) })),
    ...(places.length > 0 ? { places: places.map(refer) } : {}),
    ...(names.length > 0 ? { names: names.map(toName) } : {}),
    ...(qid ? { sameAs: [`${ITEM}${qid}`] } : {}),
    sources: cite([event.source]),
  };
}

function toSource(key: SourceKey) {
  const { title, publisher, kind, url, license, published }: InputSource = SOURCES[key];
  return { record: 'source', id: sourceId(key), title, publisher, kind, url, license, published };
}

/** The file: header, records, end. */
export async function toLines(
  header: PackHeader,
  records: readonly PackRecord[],
  sha256: (text: string) => Promise<string>,
): Promise<string> {
  const body = [header, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
  return `${body}${JSON.stringify({ record: 'end', records: records.length + 1, sha256: await sha256(body) })}\n`;
}
