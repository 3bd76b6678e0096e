/**
 * What is known right now: the current packs, their compiled index and a way to their records. Opened once and shared;
 * a change of the pointer makes a new one. An index that does not fit is compiled again from the records.
 */
import type { PackId, Reference } from '../model/ids';
import { parseReference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import { compileIndex } from '../recognition/compile-index';
import { NameIndex } from '../recognition/name-index';
import type { CurrentKnowledge, InstalledPack, KnowledgeStore, RecordReader } from './ports';

export interface Knowledge extends RecordReader {
  readonly index: NameIndex;
  readonly headers: ReadonlyMap<PackId, PackHeader>;
  readonly fingerprint: string;
}

/** Rows kept in memory: with 64 records a row some 30,000 records. */
const MAX_CACHED_ROWS = 500;

/** Records that the pointer names are gone: the packs must be installed again. */
export class MissingRecordsError extends Error {
  override readonly name = 'MissingRecordsError';
}

/** Opens what the pointer names; `null` when nothing is installed. */
export async function openKnowledge(store: KnowledgeStore): Promise<Knowledge | null> {
  const current = await store.current();
  if (!current) return null;
  const index = await openIndex(store, current);
  // Another set became current meanwhile, and the old one was cleared away under us.
  if (index === null) return openKnowledge(store);
  return {
    index,
    fingerprint: current.fingerprint,
    headers: new Map(current.packs.map(({ header }) => [header.id, header])),
    get: createReader(store, current, index),
  };
}

/** `null` when the set is no longer the current one. */
async function openIndex(store: KnowledgeStore, current: CurrentKnowledge): Promise<NameIndex | null> {
  const stored = await store.index(current.fingerprint);
  const opened = stored ? NameIndex.open(stored, current.fingerprint) : 'not-an-index';
  if (typeof opened !== 'string') return opened;
  console.warn(`Sidelight: the name index is ${opened}; compiling it again`);
  const packs = await Promise.all(
    current.packs.map(async (pack) => ({
      header: pack.header,
      rowSize: pack.rowSize,
      records: await store.allRecords(pack),
    })),
  );
  const isWhole = packs.every(({ records }, i) => records.length === current.packs[i]?.records);
  if (!isWhole) {
    if (!isSame(await store.current(), current)) return null;
    throw new MissingRecordsError(`records of ${current.packs.map(({ header }) => header.id).join(', ')} are missing`);
  }
  const compiled = compileIndex(packs, current.fingerprint);
  await store.replaceIndex(current.fingerprint, compiled);
  const again = NameIndex.open(compiled, current.fingerprint);
  if (typeof again === 'string') throw new Error(`a freshly compiled index is ${again}`);
  return again;
}

/** True for the same packs in the same generations. */
const isSame = (a: CurrentKnowledge | null, b: CurrentKnowledge): boolean =>
  a?.packs.length === b.packs.length && a.packs.every(({ generation }, i) => generation === b.packs[i]?.generation);

function createReader(store: KnowledgeStore, { packs }: CurrentKnowledge, index: NameIndex): RecordReader['get'] {
  const cache = new Map<string, ReadonlyMap<string, PackRecord>>();

  const loadRows = async (pack: InstalledPack, rows: readonly number[]): Promise<void> => {
    for (const [row, records] of await store.rows(pack, rows)) {
      if (cache.size >= MAX_CACHED_ROWS) cache.delete(cache.keys().next().value as string);
      cache.set(`${pack.header.id} ${row}`, new Map(records.map((record) => [record.id, record])));
    }
  };

  return async (references) => {
    const wanted = references.flatMap((reference) => {
      const place = index.locate(reference);
      const pack = place && packs[place.pack];
      const id = parseReference(reference)?.id;
      return place && pack && id ? [{ reference, id, pack, row: place.row }] : [];
    });
    for (const pack of packs) {
      const rows = new Set(wanted.filter((entry) => entry.pack === pack).map(({ row }) => row));
      const missing = [...rows].filter((row) => !cache.has(`${pack.header.id} ${row}`));
      if (missing.length > 0) await loadRows(pack, missing);
    }
    const found = new Map<Reference, PackRecord>();
    for (const { reference, id, pack, row } of wanted) {
      const record = cache.get(`${pack.header.id} ${row}`)?.get(id);
      if (record) found.set(reference, record);
    }
    return found;
  };
}
