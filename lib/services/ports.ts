/** What the use cases need from the outside. `db` and `platform` implement these; tests pass their own. */
import type { PackId, RecordId, Reference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import type { IndexBytes, IndexSource } from '../recognition/binary';
import type { PackFile } from './jobs';
import type { PageState } from './page-state';

/** Where a pack came from: written by us, never taken from the pack (T45). */
export type PackOrigin =
  | { readonly kind: 'bundled' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string };

/** One installed pack in its current generation. */
export interface InstalledPack {
  readonly header: PackHeader;
  readonly generation: string;
  /** Digest of its content: what its `end` record states and the checker found, packed or not. */
  readonly sha256: string;
  readonly records: number;
  readonly rowSize: number;
  readonly origin: PackOrigin;
  /** When this generation was installed; an ISO instant, for display only. */
  readonly installedAt: string;
  /** Size of the file that it came in. */
  readonly bytes: number;
  /** Its names are never painted: its author's word, or the reader's. */
  readonly isPrivate: boolean;
}

/** What the single pointer names: the packs in order, and the index compiled from exactly these. */
export interface CurrentKnowledge {
  readonly packs: readonly InstalledPack[];
  readonly fingerprint: string;
  /** Packs that the reader has removed and that are not cleared away yet: for readers they do not exist. */
  readonly removed?: readonly PackId[];
}

/** A row of records, of which few are wanted at a time. */
export interface StoredRow {
  /** The record at a place in the row, counted from 0; `null` when there is none, or when it is damaged. */
  at(place: number): PackRecord | null;
  /** The id of the record at a place, of a damaged one as well if it can be made out. */
  id(place: number): RecordId | null;
}

/** The knowledge cache. A generation that no pointer names does not exist for readers. */
export interface KnowledgeStore {
  /** What is installed; `null` before the first installation or after the browser removed the data. */
  current(): Promise<CurrentKnowledge | null>;
  /** Rows of a pack's current generation; a row that is missing comes back empty. */
  rows(pack: InstalledPack, rows: readonly number[]): Promise<ReadonlyMap<number, StoredRow>>;
  /** All records of a pack's generation in stored order, some at a time. Throws a `SyntaxError` where a row is damaged. */
  records(pack: Pick<InstalledPack, 'header' | 'generation'>): AsyncIterable<readonly PackRecord[]>;
  /** The compiled index of a set, to be read in parts; `null` when there is none. */
  index(fingerprint: string): Promise<IndexSource | null>;
  /** How many rows there are of a pack's generation: fewer than it has means that the browser lost some. */
  countRows(pack: InstalledPack): Promise<number>;
  /** Writes rows of a generation that is not current yet. They are safe once `commit` has resolved, not before. */
  writeRows(
    pack: PackId,
    generation: string,
    firstRow: number,
    rows: readonly (readonly PackRecord[])[],
  ): Promise<void>;
  /**
   * Flips the pointer, with strict durability: from here on the new knowledge is what is known. What the reader decided
   * meanwhile stands: a pack that was removed stays so while it is in the set, and a generation as private as it was made.
   */
  commit(next: CurrentKnowledge, index: IndexBytes): Promise<void>;
  /** Changes what the pointer says of the same set, in one step; nothing where nothing is installed. */
  amend(change: (current: CurrentKnowledge) => CurrentKnowledge): Promise<void>;
  /** Deletes rows of a pack that are damaged: whoever puts the set in order next finds it incomplete. */
  discardRows(pack: InstalledPack, rows: readonly number[]): Promise<void>;
  /** Puts another index under the current set; nothing when that set is no longer current. */
  replaceIndex(fingerprint: string, index: IndexBytes): Promise<void>;
  /** Deletes the index of a set: it is damaged. */
  discardIndex(fingerprint: string): Promise<void>;
  /**
   * Deletes what no pointer names: generations of dead imports and indexes of former sets, in slices that hold nobody
   * up. Only while nobody writes. `keep`: generations that a job goes on with.
   */
  collectOrphans(keep?: readonly InstalledPack[]): Promise<void>;
  /** Runs a task while no other context runs one: whoever writes and deletes generations does it in here. */
  exclusively<T>(task: () => Promise<T>): Promise<T>;
}

/** A pack that ships with the extension, as the build lists it. */
export interface BundledPack {
  readonly path: string;
  readonly id: PackId;
  /** Of its content, as its `end` record states it. */
  readonly sha256: string;
  /** Lines between header and end: how much work it is to install. */
  readonly records: number;
  /** Names of its entities and events: what progress is told in. */
  readonly names: number;
}

export interface BundledPacks {
  list(): Promise<readonly BundledPack[]>;
  /** Its file, plain or gzip. */
  read(pack: BundledPack): Promise<PackFile>;
}

/** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. */
export type Sha256 = (text: string) => Promise<string>;

/** What is known of open tabs: in memory only, gone with the browser. */
export interface PageStates {
  get(tabId: number): Promise<PageState | null>;
  set(tabId: number, state: PageState): Promise<void>;
  remove(tabId: number): Promise<void>;
}

/** Records by reference, for building cards and briefings. */
export interface RecordReader {
  get(references: readonly Reference[]): Promise<ReadonlyMap<Reference, PackRecord>>;
}
