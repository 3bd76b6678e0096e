/**
 * What is known right now: the current packs, their compiled index and a way to their records. Opened once and shared;
 * a change of the pointer makes a new one. An index that does not fit is compiled again from the records.
 */
import type { PackId, Reference } from '../model/ids';
import { parseReference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import type { IndexProblem } from '../recognition/binary';
import { type IndexFile, openIndexFile } from '../recognition/index-file';
import type { NameIndex } from '../recognition/name-index';
import type { RecordDirectory } from '../recognition/record-directory';
import type { CurrentKnowledge, InstalledPack, KnowledgeStore, RecordReader, StoredRow } from './ports';

export interface Knowledge extends RecordReader {
  readonly index: NameIndex;
  /** Where records lie; read after the index. Rejects with a `DamagedIndexError`. */
  readonly directory: () => Promise<RecordDirectory>;
  readonly headers: ReadonlyMap<PackId, PackHeader>;
  readonly fingerprint: string;
}

/** Knowledge of a store, whose index can be looked through for damage. */
export interface OpenedKnowledge extends Knowledge {
  readonly verify: IndexFile['verify'];
}

/**
 * Compiles the index of a set again, here or elsewhere; resolves to whether it is there now. Rejects with a
 * `MissingRecordsError`.
 */
export type Rebuild = (current: CurrentKnowledge, problem: IndexProblem) => Promise<boolean>;

/** Rows kept in memory: some 8 MB. */
const MAX_CACHED_ROWS = 500;

/** Opens what the pointer names; `null` when nothing is installed, or when its index is being compiled elsewhere. */
export async function openKnowledge(store: KnowledgeStore, rebuild: Rebuild): Promise<OpenedKnowledge | null> {
  let rebuilt = '';
  for (;;) {
    const current = await store.current();
    if (!current) return null;
    const stored = await store.index(current.fingerprint);
    const file = stored ? await openIndexFile(stored, current.fingerprint) : 'not-an-index';
    if (typeof file !== 'string') return toKnowledge(store, current, file);
    // Another set may have become current meanwhile, and the old one been cleared away under us.
    if (!isSame(await store.current(), current)) continue;
    if (rebuilt === current.fingerprint) throw new Error(`a freshly compiled index is ${file}`);
    console.warn(`Sidelight: the name index is ${file}; compiling it again`);
    rebuilt = current.fingerprint;
    if (!(await rebuild(current, file))) return null;
  }
}

function toKnowledge(store: KnowledgeStore, current: CurrentKnowledge, file: IndexFile): OpenedKnowledge {
  // Cards will want it as soon as something is found: it is read while the text is scanned.
  file.directory().catch(() => undefined);
  return {
    index: file.index,
    directory: file.directory,
    verify: file.verify,
    fingerprint: current.fingerprint,
    headers: new Map(current.packs.map(({ header }) => [header.id, header])),
    get: createReader(store, current, file.directory),
  };
}

/** True for the same packs in the same generations. */
export const isSame = (a: CurrentKnowledge | null, b: CurrentKnowledge): boolean =>
  a?.packs.length === b.packs.length && a.packs.every(({ generation }, i) => generation === b.packs[i]?.generation);

function createReader(
  store: KnowledgeStore,
  { packs }: CurrentKnowledge,
  openDirectory: () => Promise<RecordDirectory>,
): RecordReader['get'] {
  const cache = new Map<string, StoredRow>();

  /** The rows of a pack, from memory or from the store. */
  const loadRows = async (pack: InstalledPack, wanted: ReadonlySet<number>): Promise<Map<number, StoredRow>> => {
    const rows = new Map<number, StoredRow>();
    for (const number of wanted) {
      const row = cache.get(`${pack.header.id} ${number}`);
      if (row !== undefined) rows.set(number, row);
    }
    const missing = [...wanted].filter((number) => !rows.has(number));
    if (missing.length === 0) return rows;
    for (const [number, row] of await store.rows(pack, missing)) {
      rows.set(number, row);
      if (cache.size >= MAX_CACHED_ROWS) cache.delete(cache.keys().next().value as string);
      cache.set(`${pack.header.id} ${number}`, row);
    }
    return rows;
  };

  return async (references) => {
    const directory = await openDirectory();
    const wanted = references.flatMap((reference) => {
      const parsed = parseReference(reference);
      return parsed ? Array.from(directory.places(reference), (place) => ({ reference, parsed, ...place })) : [];
    });
    const found = new Map<Reference, PackRecord>();
    for (const [number, pack] of packs.entries()) {
      // Another pack's record may have the same hash.
      const own = wanted.filter((entry) => entry.pack === number && entry.parsed.pack === pack.header.id);
      if (own.length === 0) continue;
      const rows = await loadRows(pack, new Set(own.map(({ row }) => row)));
      for (const { reference, parsed, row, place } of own) {
        const record = rows.get(row)?.at(place);
        if (record && record.id === parsed.id) found.set(reference, record);
      }
    }
    return found;
  };
}
