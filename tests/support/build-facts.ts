/**
 * Small packs made by hand, and the facts and context that the builders of `lib/briefing` take: through the same index
 * and the same gathering as in the extension, so that a test states records and reads view models.
 */
import { type ArticleContext, buildArticleContext } from '../../lib/briefing/article-context';
import type { Facts } from '../../lib/briefing/facts';
import { readPack } from '../../lib/cli/files';
import { createTerminalKnowledge } from '../../lib/cli/terminal-knowledge';
import type { AsOf } from '../../lib/model/article';
import { type PackId, type RecordId, type Reference, toReference } from '../../lib/model/ids';
import type { LanguageTag } from '../../lib/model/localized';
import type {
  Entity,
  PackEvent,
  PackHeader,
  PackRecord,
  Ref,
  Role,
  Series,
  Source,
  Timeline,
} from '../../lib/model/pack';
import { gatherFacts } from '../../lib/services/gather-facts';
import type { Knowledge } from '../../lib/services/knowledge';
import { parseEdtf } from '../../lib/text/edtf';
import { flagshipPackFiles } from './flagship';

const PACK = 'test' as PackId;
/** The stored form of a record of the test pack: `ref('person/ito')`. */
export const ref = (id: string): Reference => toReference(PACK, id as RecordId);

const SOURCE = 'source/gazette' as RecordId;
const sources: readonly Ref[] = [SOURCE];

export const aHeader = (fields: Partial<PackHeader> = {}): PackHeader => ({
  record: 'header',
  format: 'sidelight-pack/1',
  id: PACK,
  version: '1',
  title: { en: 'Test pack' },
  license: 'CC0-1.0',
  publisher: 'Tests',
  languages: ['en'],
  coverageTo: '2026-10-06',
  ...fields,
});

export const aSource = (id: string = SOURCE, fields: Partial<Source> = {}): Source => ({
  record: 'source',
  id: id as RecordId,
  title: `Title of ${id}`,
  publisher: 'Gazette',
  kind: 'official',
  ...fields,
});

type Loose<T> = Partial<Omit<T, 'id' | 'record'>>;

/** `person/gen-ito` is called Gen Ito. */
const nameOf = (id: string): string =>
  (id.split('/')[1] ?? id)
    .split('-')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ');

export function anEntity(id: string, fields: Loose<Entity> = {}): Entity {
  const name = nameOf(id);
  const kind = id.split('/')[0];
  return {
    record: 'entity',
    id: id as RecordId,
    type: kind === 'org' ? 'organisation' : (kind as Entity['type']),
    label: { en: name },
    names: [{ text: name, lang: 'en', kind: 'full' }],
    sources,
    ...fields,
  };
}

export const aRole = (title: string, fields: Partial<Role> = {}): Role => ({
  title: { en: title },
  sources,
  ...fields,
});

export const anEvent = (id: string, date: string, fields: Loose<PackEvent> = {}): PackEvent => ({
  record: 'event',
  id: `event/${id}` as RecordId,
  date,
  kind: 'visit',
  status: 'held',
  title: { en: `Title of ${id}` },
  participants: [],
  sources,
  ...fields,
});

/** Participants by their ids; `person/ito as post/minister` took part in a post. */
export const took = (...who: string[]): PackEvent['participants'] =>
  who.map((text) => {
    const [entity, as] = text.split(' as ');
    return { entity: entity as Ref, ...(as ? { as: as as Ref } : {}) };
  });

export const aSeries = (id: string, events: readonly string[], fields: Loose<Series> = {}): Series => ({
  record: 'series',
  id: `series/${id}` as RecordId,
  title: { en: `Series ${id}` },
  counts: { en: 'Visits, held' },
  events: events.map((event) => `event/${event}` as RecordId),
  coverage: [],
  ...fields,
});

export const aTimeline = (id: string, events: readonly string[], fields: Loose<Timeline> = {}): Timeline => ({
  record: 'timeline',
  id: `timeline/${id}` as RecordId,
  title: { en: `Timeline ${id}` },
  events: events.map((event) => `event/${event}` as RecordId),
  ...fields,
});

export const buildKnowledge = (records: readonly PackRecord[], header: Partial<PackHeader> = {}): Promise<Knowledge> =>
  buildKnowledgeOf([{ header, records }]);

/** Knowledge of several packs, in their order. */
export const buildKnowledgeOf = (
  packs: readonly { readonly header: Partial<PackHeader>; readonly records: readonly PackRecord[] }[],
): Promise<Knowledge> =>
  createTerminalKnowledge(
    packs.map(({ header, records }, i) => ({
      header: aHeader(header),
      records: records.some(({ id }) => id === SOURCE) ? records : [aSource(), ...records],
      sha256: String(i).repeat(64),
      skipped: [],
    })),
  );

/** The packs that ship with the extension. */
export const bundledKnowledge = async (): Promise<Knowledge> =>
  createTerminalKnowledge(await Promise.all(flagshipPackFiles().map(readPack)));

export interface Scene {
  readonly facts: Facts;
  readonly context: ArticleContext;
}

/** An article of a day that names these; `around`: what else the facts are about, though it names none of them. */
export async function buildScene(
  knowledge: Knowledge,
  {
    day,
    named,
    around = [],
    lang = 'en',
  }: { day: string; named: Iterable<Reference>; around?: Iterable<Reference>; lang?: LanguageTag },
): Promise<Scene> {
  const asOf: AsOf = { day, origin: 'json-ld' };
  const asOfDay = parseEdtf(day)?.first;
  if (asOfDay === undefined) throw new Error(`${day} is not a day`);
  const names = new Set(named);
  const facts = await gatherFacts(knowledge, [...names, ...around], asOfDay);
  return { facts, context: buildArticleContext(facts, names, asOf, asOfDay, lang) };
}

/** A scene over records of the test pack; `named` by their ids. */
export async function sceneOf(
  records: readonly PackRecord[],
  { day, named, lang }: { day: string; named: readonly string[]; lang?: LanguageTag },
): Promise<Scene> {
  // Without a name there would be nothing: all that happened is looked at.
  const around = named.length > 0 ? [] : records.flatMap(({ record, id }) => (record === 'event' ? [ref(id)] : []));
  const knowledge = await buildKnowledge(records);
  return buildScene(knowledge, { day, named: named.map(ref), around, ...(lang ? { lang } : {}) });
}
