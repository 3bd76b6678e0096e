/**
 * What is known right now: the current packs, their compiled index and a way to their records. Opened once and shared;
 * a change of the pointer makes a new one. An index that does not fit is compiled again from the records.
 */
import type { PackId, Reference } from '../model/ids';
import { parseReference, toReference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import type { IndexProblem } from '../recognition/binary';
import { type IndexFile, openIndexFile } from '../recognition/index-file';
import type { NameIndex } from '../recognition/name-index';
import type { RecordPlace } from '../recognition/places';
import type { RecordDirectory } from '../recognition/record-directory';
import type { CurrentKnowledge, KnowledgeStore, RecordReader, StoredRow } from './ports';
import { runInSlices, type Slices } from './slices';

export interface Knowledge extends RecordReader {
  readonly index: NameIndex;
  /** Where records lie; read after the index. Rejects with a `DamagedIndexError`. */
  readonly directory: () => Promise<RecordDirectory>;
  /** References of targets, as their records give them; those whose record is gone are left out. */
  readonly referencesOf: (targets: Iterable<number>) => Promise<ReadonlyMap<number, Reference>>;
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

/** Opens what the pointer names, to be read in slices; `null` when nothing is installed, or when its index is being compiled elsewhere. */
export async function openKnowledge(
  store: KnowledgeStore,
  rebuild: Rebuild,
  slices: Slices,
): Promise<OpenedKnowledge | null> {
  let rebuilt = '';
  for (;;) {
    const current = await store.current();
    if (!current) return null;
    const stored = await store.index(current.fingerprint);
    const file = stored ? await openIndexFile(stored, current.fingerprint) : 'not-an-index';
    if (typeof file !== 'string') return toKnowledge(store, current, file, slices);
    // Another set may have become current meanwhile, and the old one been cleared away under us.
    if (!isSame(await store.current(), current)) continue;
    if (rebuilt === current.fingerprint) throw new Error(`a freshly compiled index is ${file}`);
    console.warn(`Sidelight: the name index is ${file}; compiling it again`);
    rebuilt = current.fingerprint;
    if (!(await rebuild(current, file))) return null;
  }
}

function toKnowledge(
  store: KnowledgeStore,
  current: CurrentKnowledge,
  file: IndexFile,
  slices: Slices,
): OpenedKnowledge {
  // Cards will want it as soon as something is found: it is read while the text is scanned.
  file.directory().catch(() => undefined);
  const read = createPlaceReader(createRowCache(store, current), slices);
  return {
    index: file.index,
    directory: file.directory,
    verify: file.verify,
    fingerprint: current.fingerprint,
    headers: new Map(current.packs.map(({ header }) => [header.id, header])),
    get: createReader(read, current, file.directory),
    referencesOf: createNamer(read, current, file.index),
  };
}

/** True for the same packs in the same generations. */
export const isSame = (a: CurrentKnowledge | null, b: CurrentKnowledge): boolean =>
  a?.packs.length === b.packs.length && a.packs.every(({ generation }, i) => generation === b.packs[i]?.generation);

/** Rows of a pack, by the pack's place in the set. */
type Rows = (pack: number, rows: ReadonlySet<number>) => Promise<ReadonlyMap<number, StoredRow>>;

/** Rows from memory or from the store. */
function createRowCache(store: KnowledgeStore, { packs }: CurrentKnowledge): Rows {
  const cache = new Map<string, StoredRow>();
  return async (number, wanted) => {
    const rows = new Map<number, StoredRow>();
    const pack = packs[number];
    if (!pack) return rows;
    for (const row of wanted) {
      const known = cache.get(`${number} ${row}`);
      if (known) rows.set(row, known);
    }
    const missing = [...wanted].filter((row) => !rows.has(row));
    if (missing.length === 0) return rows;
    for (const [row, stored] of await store.rows(pack, missing)) {
      rows.set(row, stored);
      if (cache.size >= MAX_CACHED_ROWS) cache.delete(cache.keys().next().value as string);
      cache.set(`${number} ${row}`, stored);
    }
    return rows;
  };
}

/** Reads records of which the places are known: each with what asked for it. */
type PlaceReader = <T extends RecordPlace>(
  places: readonly T[],
) => Promise<{ readonly asked: T; readonly record: PackRecord }[]>;

function createPlaceReader(rows: Rows, slices: Slices): PlaceReader {
  return async <T extends RecordPlace>(places: readonly T[]) => {
    const byPack = Map.groupBy(places, ({ pack }) => pack);
    const stored = new Map(
      await Promise.all(
        Array.from(
          byPack,
          async ([pack, own]) => [pack, await rows(pack, new Set(own.map(({ row }) => row)))] as const,
        ),
      ),
    );
    return runInSlices(takeRecords(places, stored), { slices });
  };
}

/** A record a step: it is parsed here. */
function* takeRecords<T extends RecordPlace>(
  places: readonly T[],
  stored: ReadonlyMap<number, ReadonlyMap<number, StoredRow>>,
): Generator<void, { readonly asked: T; readonly record: PackRecord }[]> {
  const taken: { readonly asked: T; readonly record: PackRecord }[] = [];
  for (const asked of places) {
    yield;
    const record = stored.get(asked.pack)?.get(asked.row)?.at(asked.place);
    if (record) taken.push({ asked, record });
  }
  return taken;
}

function createReader(
  read: PlaceReader,
  { packs }: CurrentKnowledge,
  openDirectory: () => Promise<RecordDirectory>,
): RecordReader['get'] {
  return async (references) => {
    const directory = await openDirectory();
    const places = references.flatMap((reference) => {
      const parsed = parseReference(reference);
      if (!parsed) return [];
      // Another pack's record may have the same hashes.
      return Array.from(directory.places(reference), (place) => ({ ...place, reference, id: parsed.id })).filter(
        ({ pack }) => packs[pack]?.header.id === parsed.pack,
      );
    });
    const found = await read(places);
    return new Map(
      found.flatMap(({ asked, record }) => (record.id === asked.id ? [[asked.reference, record] as const] : [])),
    );
  };
}

function createNamer(read: PlaceReader, { packs }: CurrentKnowledge, index: NameIndex): Knowledge['referencesOf'] {
  return async (targets) => {
    const places = Array.from(targets, (target) => ({ target, place: index.placeOf(target) })).flatMap(
      ({ target, place }) => (place ? [{ ...place, target }] : []),
    );
    const found = await read(places);
    return new Map(
      found.flatMap(({ asked, record }) => {
        const pack = packs[asked.pack]?.header.id;
        return pack ? [[asked.target, toReference(pack, record.id)] as const] : [];
      }),
    );
  };
}
