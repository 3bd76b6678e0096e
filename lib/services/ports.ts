/** What the use cases need from the outside. `db` and `platform` implement these; tests pass their own. */
import type { PackId, Reference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import type { IndexSource } from '../recognition/binary';
import type { PageState } from './page-state';

/** One installed pack in its current generation. */
export interface InstalledPack {
  readonly header: PackHeader;
  readonly generation: string;
  readonly sha256: string;
  readonly records: number;
  readonly rowSize: number;
}

/** What the single pointer names: the packs in order, and the index compiled from exactly these. */
export interface CurrentKnowledge {
  readonly packs: readonly InstalledPack[];
  readonly fingerprint: string;
}

/** A row of records, of which few are wanted at a time. */
export interface StoredRow {
  /** The record at a place in the row, counted from 0; `null` when there is none, or when it is damaged. */
  at(place: number): PackRecord | null;
}

/** The knowledge cache. A generation that no pointer names does not exist for readers. */
export interface KnowledgeStore {
  /** What is installed; `null` before the first installation or after the browser removed the data. */
  current(): Promise<CurrentKnowledge | null>;
  /** Rows of a pack's current generation; a row that is missing comes back empty. */
  rows(pack: InstalledPack, rows: readonly number[]): Promise<ReadonlyMap<number, StoredRow>>;
  /** All records of a pack, in stored order. */
  allRecords(pack: InstalledPack): Promise<PackRecord[]>;
  /** The compiled index of a set, to be read in parts; `null` when there is none. */
  index(fingerprint: string): Promise<IndexSource | null>;
  /** How many rows there are of a pack's generation: fewer than it has means that the browser lost some. */
  countRows(pack: InstalledPack): Promise<number>;
  /** Writes rows of a generation that is not current yet. */
  writeRows(
    pack: PackId,
    generation: string,
    firstRow: number,
    rows: readonly (readonly PackRecord[])[],
  ): Promise<void>;
  /** Flips the pointer, with strict durability: from here on the new knowledge is what is known. */
  commit(next: CurrentKnowledge, index: ArrayBuffer): Promise<void>;
  /** Puts another index under the current set; nothing when that set is no longer current. */
  replaceIndex(fingerprint: string, index: ArrayBuffer): Promise<void>;
  /** Deletes the index of a set: it is damaged. */
  discardIndex(fingerprint: string): Promise<void>;
  /** Deletes what no pointer names: generations of dead imports and indexes of former sets. Only while nobody writes. */
  collectOrphans(): Promise<void>;
  /** Runs a task while no other context runs one: whoever writes and deletes generations does it in here. */
  exclusively<T>(task: () => Promise<T>): Promise<T>;
}

/** A pack that ships with the extension. */
export interface BundledPack {
  readonly path: string;
  readonly id: PackId;
  readonly sha256: string;
  /** Lines between header and end: how much work it is to install. */
  readonly records: number;
}

export interface BundledPacks {
  list(): Promise<readonly BundledPack[]>;
  read(pack: BundledPack): Promise<string>;
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
