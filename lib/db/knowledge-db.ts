/**
 * The knowledge cache. It may be dropped and rebuilt at any time; what the reader made lies in `reader-db.ts`. Records
 * are packed many to a row, found through the compiled index: the number of rows is what writing costs.
 */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { PackRecord } from '../model/pack';
import type { CurrentKnowledge } from '../services/ports';
import { refuseNewer } from './refuse-newer';

/** A row of records of one generation of one pack. */
export interface RecordRow {
  readonly pack: string;
  readonly generation: string;
  readonly row: number;
  readonly records: readonly PackRecord[];
}

/** The compiled index as a Blob: read fastest of the forms that IndexedDB offers, and in parts. */
export interface IndexRow {
  readonly fingerprint: string;
  readonly bytes: Blob;
  /** How many bytes from the beginning are read first; rows of older versions do not say. */
  readonly head?: number;
}

export type MetaRow =
  | { readonly key: 'current'; readonly value: CurrentKnowledge }
  /** Tells this install's database from the empty one that frames see in private windows and containers. */
  | { readonly key: 'install'; readonly value: string };

const KNOWLEDGE_VERSION = 1;

export class KnowledgeDb extends Dexie {
  declare readonly meta: EntityTable<MetaRow, 'key'>;
  declare readonly rows: Table<RecordRow, [string, string, number]>;
  declare readonly indexes: EntityTable<IndexRow, 'fingerprint'>;

  constructor(name = 'knowledge') {
    // Strict: when `commit` has resolved, the pointer survives a power cut.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(KNOWLEDGE_VERSION).stores({ meta: 'key', rows: '[pack+generation+row]', indexes: 'fingerprint' });
    refuseNewer(this, KNOWLEDGE_VERSION);
  }
}
