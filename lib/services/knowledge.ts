/**
 * What is known right now: the current packs, their compiled index and a way to their records. Opened once and shared;
 * a change of the pointer makes a new one. An index that does not fit is compiled again from the records.
 */
import type { PackId, Reference } from '../model/ids';
import { parseReference, toReference } from '../model/ids';
import type { PackHeader } from '../model/pack';
import type { IndexProblem } from '../recognition/binary';
import { type IndexFile, openIndexFile, type SearchTables } from '../recognition/index-file';
import type { NameFacts, NameIndex } from '../recognition/name-index';
import type { RecordPlace } from '../recognition/places';
import type { RecordDirectory } from '../recognition/record-directory';
import { visiblePacks } from './installed-set';
import type { CurrentKnowledge, InstalledPack, KnowledgeStore, RecordReader, StoredRow } from './ports';
import { runInSlices, type Slices } from './slices';

export interface Knowledge extends RecordReader {
  readonly index: NameIndex;
  /** Where records lie; read after the index. Rejects with a `DamagedIndexError`. */
  readonly directory: () => Promise<RecordDirectory>;
  /** What only a search needs, read at the first one. Rejects with a `DamagedIndexError`. */
  readonly search: () => Promise<SearchTables>;
  /** References of targets, as their records give them; those whose record is gone, and not just damaged, are left out. */
  readonly referencesOf: (targets: Iterable<number>) => Promise<ReadonlyMap<number, Reference>>;
  /** Begins to fetch what `referencesOf` will be asked for, as likely as not. */
  readonly expect: (targets: Iterable<number>) => void;
  readonly headers: ReadonlyMap<PackId, PackHeader>;
  readonly fingerprint: string;
}

/** Knowledge of the packs, and of the reader's own names where there are any. */
export interface JoinedKnowledge extends Omit<Knowledge, 'index'> {
  readonly index: NameFacts;
}

/** What asks for the header of a pack; whoever has a reference of the pack has read its record. */
export const headerIn =
  (headers: Knowledge['headers']) =>
  (pack: PackId): PackHeader => {
    const header = headers.get(pack);
    if (!header) throw new Error(`pack ${pack} is not installed`);
    return header;
  };

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

/** Records that are no small matter to ask for: some ms for whoever does. */
const MANY_PLACES = 500;

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
  const rows = createRowCache(store, current);
  const read = createPlaceReader(rows, slices);
  const { index } = file;
  return {
    index,
    directory: file.directory,
    search: file.search,
    verify: file.verify,
    fingerprint: current.fingerprint,
    headers: new Map(visiblePacks(current).map((pack) => [pack.header.id, headerOf(pack)])),
    get: createReader(read, current, file.directory),
    referencesOf: createNamer(read, current, index),
    expect(targets) {
      for (const [pack, own] of rowsOfPacks(placesOf(index, targets))) {
        // Whoever asks for them will hear of it.
        rows(pack, own).catch(() => undefined);
      }
    },
  };
}

/** As private as its author or the reader wants it. */
const headerOf = ({ header, isPrivate }: InstalledPack): PackHeader =>
  isPrivate === (header.private === true) ? header : { ...header, private: isPrivate };

/** True for the same packs in the same generations. */
export const isSame = (a: CurrentKnowledge | null, b: CurrentKnowledge): boolean =>
  a?.packs.length === b.packs.length && a.packs.every(({ generation }, i) => generation === b.packs[i]?.generation);

/** Rows of a pack, by the pack's place in the set. */
type Rows = (pack: number, rows: ReadonlySet<number>) => Promise<ReadonlyMap<number, StoredRow>>;

/**
 * Rows from memory or from the store; those that are on their way are waited for, and not asked for again. A pack that
 * was removed has none, though the index still knows its names.
 */
function createRowCache(store: KnowledgeStore, current: CurrentKnowledge): Rows {
  const { packs } = current;
  const visible = visiblePacks(current);
  const cache = new Map<string, Promise<StoredRow | undefined>>();
  return async (number, wanted) => {
    const pack = packs[number];
    if (!pack || !visible.includes(pack)) return new Map();
    const keyOf = (row: number) => `${number} ${row}`;
    const asked = new Map(Array.from(wanted, (row) => [row, cache.get(keyOf(row))]));
    const missing = [...wanted].filter((row) => asked.get(row) === undefined);
    if (missing.length > 0) {
      const reading = store.rows(pack, missing);
      for (const row of missing) {
        const key = keyOf(row);
        const one = reading.then((rows) => rows.get(row));
        asked.set(row, one);
        if (cache.size >= MAX_CACHED_ROWS) cache.delete(cache.keys().next().value as string);
        cache.set(key, one);
        // What could not be read is asked for again.
        one.catch(() => cache.get(key) === one && cache.delete(key));
      }
    }
    const rows = new Map<number, StoredRow>();
    for (const [row, one] of asked) {
      const stored = await one;
      if (stored) rows.set(row, stored);
    }
    return rows;
  };
}

/** Reads what lies at known places: each with what asked for it. What is damaged or gone is left out. */
type PlaceReader = <T extends RecordPlace, R>(
  places: readonly T[],
  take: (row: StoredRow, place: number) => R | null,
) => Promise<Taken<T, R>[]>;

interface Taken<T, R> {
  readonly asked: T;
  readonly found: R;
}

function createPlaceReader(rows: Rows, slices: Slices): PlaceReader {
  return async (places, take) => {
    const stored = new Map(
      await Promise.all(Array.from(rowsOfPacks(places), async ([pack, own]) => [pack, await rows(pack, own)] as const)),
    );
    // What asks for many has done something for each, and will again.
    if (places.length > MANY_PLACES) await slices.pause();
    return runInSlices(takeEach(places, stored, take), { slices });
  };
}

/** The rows in which records lie, by the numbers of their packs. */
function rowsOfPacks(places: readonly RecordPlace[]): Map<number, Set<number>> {
  const byPack = new Map<number, Set<number>>();
  for (const { pack, row } of places) {
    const rows = byPack.get(pack);
    if (rows) rows.add(row);
    else byPack.set(pack, new Set([row]));
  }
  return byPack;
}

/** A record a step: it is parsed here. */
function* takeEach<T extends RecordPlace, R>(
  places: readonly T[],
  stored: ReadonlyMap<number, ReadonlyMap<number, StoredRow>>,
  take: (row: StoredRow, place: number) => R | null,
): Generator<void, Taken<T, R>[]> {
  const taken: Taken<T, R>[] = [];
  for (const asked of places) {
    yield;
    const row = stored.get(asked.pack)?.get(asked.row);
    const found = row ? take(row, asked.place) : null;
    if (found !== null) taken.push({ asked, found });
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
    const taken = await read(places, (row, place) => row.at(place));
    return new Map(
      taken.flatMap(({ asked, found }) => (found.id === asked.id ? [[asked.reference, found] as const] : [])),
    );
  };
}

const placesOf = (index: NameIndex, targets: Iterable<number>): (RecordPlace & { readonly target: number })[] =>
  Array.from(targets, (target) => ({ target, place: index.placeOf(target) })).flatMap(({ target, place }) =>
    place ? [{ ...place, target }] : [],
  );

function createNamer(read: PlaceReader, { packs }: CurrentKnowledge, index: NameIndex): Knowledge['referencesOf'] {
  return async (targets) => {
    // A damaged record has a name in the text all the same: its card says that it is damaged.
    const taken = await read(placesOf(index, targets), (row, place) => row.id(place));
    return new Map(
      taken.flatMap(({ asked, found }) => {
        const pack = packs[asked.pack]?.header.id;
        return pack ? [[asked.target, toReference(pack, found)] as const] : [];
      }),
    );
  };
}
