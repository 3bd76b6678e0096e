/**
 * Builders of records, packs and indexes for tests: each makes something sound and small, and takes what the test is
 * about. A pack without sources named by its records gets them from `aPack`.
 */
import { createHash } from 'node:crypto';
import type { RecordId } from '../../lib/model/ids';
import type {
  Entity,
  Name,
  PackEvent,
  PackHeader,
  PackRecord,
  Role,
  Series,
  Source,
  Timeline,
} from '../../lib/model/pack';
import { compileIndex, targetReferences } from '../../lib/recognition/compile-index';
import { openWholeIndex, type WholeIndex } from '../../lib/recognition/index-file';
import type { NameIndex } from '../../lib/recognition/name-index';

/** Ids are branded; a test writes them as text. */
type Loose<T> = { readonly [K in keyof T]?: T[K] extends RecordId | undefined ? string : unknown };

export const sha256 = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');

/** The one source that the builders' records rest on. */
export const SOURCE = 'source/gazette';

const aHeader = (header: Loose<PackHeader> = {}): PackHeader =>
  ({
    record: 'header',
    format: 'sidelight-pack/1',
    id: 'test',
    version: '1',
    title: { en: 'A test' },
    license: 'CC0-1.0',
    publisher: 'Nobody',
    languages: ['en'],
    coverageTo: '2026-01-01',
    ...header,
  }) as PackHeader;

export const aSource = (source: Loose<Source> = {}): Source =>
  ({ record: 'source', id: SOURCE, title: 'Gazette', publisher: 'Government', kind: 'official', ...source }) as Source;

/** `aName('Lee', 'family')`; the language is English unless given. */
export const aName = (text: string, kind: Name['kind'] = 'full', rest: Loose<Name> = {}): Name =>
  ({ text, lang: 'en', kind, ...rest }) as Name;

export const aRole = (role: Loose<Role> = {}): Role =>
  ({ title: { en: 'Minister' }, sources: [SOURCE], from: '2020-01-01', to: '2025-12-31', ...role }) as Role;

/** A person called after its id unless names are given: `person/gen-nakatani` is "Gen Nakatani". */
export const anEntity = (id: string, entity: Loose<Entity> = {}): Entity => {
  const label = id
    .slice(id.indexOf('/') + 1)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  const type = id.slice(0, id.indexOf('/'));
  return {
    record: 'entity',
    id,
    type,
    label: { en: label },
    names: [aName(label)],
    sources: [SOURCE],
    ...entity,
  } as Entity;
};

export const anEvent = (id: string, event: Loose<PackEvent> = {}): PackEvent =>
  ({
    record: 'event',
    id,
    date: '2015-10-20',
    kind: 'visit',
    status: 'held',
    title: { en: 'A visit' },
    participants: [],
    sources: [SOURCE],
    ...event,
  }) as PackEvent;

export const aSeries = (id: string, series: Loose<Series> = {}): Series =>
  ({
    record: 'series',
    id,
    title: { en: 'Visits' },
    counts: { en: 'visits' },
    events: [],
    coverage: [{ from: '2009', to: '2025', completeness: 'complete' }],
    ...series,
  }) as Series;

export const aTimeline = (id: string, timeline: Loose<Timeline> = {}): Timeline =>
  ({ record: 'timeline', id, title: { en: 'A timeline' }, events: [], ...timeline }) as Timeline;

export interface BuiltPack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
}

/** A pack of these records, and of the builders' source. */
export const aPack = (records: readonly PackRecord[] = [], header: Loose<PackHeader> = {}): BuiltPack => ({
  header: aHeader(header),
  records: records.some(({ id }) => id === SOURCE) ? records : [aSource(), ...records],
});

/** The lines of a file, each with its line feed, and an end record that fits them. */
export async function sealLines(lines: readonly string[]): Promise<string> {
  const body = lines.map((line) => `${line}\n`).join('');
  return `${body}${JSON.stringify({ record: 'end', records: lines.length, sha256: await sha256(body) })}\n`;
}

/** The file of a pack. */
export const writePack = ({ header, records }: BuiltPack): Promise<string> =>
  sealLines([header, ...records].map((record) => JSON.stringify(record)));

/** What `openIndex` compiles under. */
export const FINGERPRINT = 'f'.repeat(32);

/** The name index of some packs, compiled and opened. */
export const openIndex = (...packs: readonly BuiltPack[]): NameIndex => openAll(...packs).index;

/** The distinct folded forms of an index, by their numbers. */
export function formsOf({ prefixes }: WholeIndex): string[] {
  const forms: string[] = [];
  for (const { form, text } of prefixes.formsWithPrefix('', Number.POSITIVE_INFINITY)) forms[form] = text;
  return forms;
}

/** The index of some packs with its directory and its table of prefixes. */
export function openAll(...packs: readonly BuiltPack[]): WholeIndex {
  const index = openWholeIndex(
    compileIndex(
      packs.map((pack) => ({ ...pack, rowSize: 4 })),
      FINGERPRINT,
    ),
    FINGERPRINT,
    targetReferences(packs),
  );
  if (typeof index === 'string') throw new Error(`a freshly compiled index is ${index}`);
  return index;
}
