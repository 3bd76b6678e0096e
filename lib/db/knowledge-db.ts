/**
 * The knowledge cache. It may be dropped and rebuilt at any time; what the reader made lies in `reader-db.ts`. Records
 * are packed many to a row, found through the compiled index: the number of rows is what writing costs.
 */
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { Job } from '../services/jobs';
import type { CurrentKnowledge } from '../services/ports';
import { letOneWrite } from './one-writer';
import { refuseNewer } from './refuse-newer';
import { settleAll } from './settle-operations';

/** A row of records of one generation of one pack, as bytes: `row-bytes.ts`. */
export interface RecordRow {
  readonly pack: string;
  readonly generation: string;
  readonly row: number;
  readonly bytes: Uint8Array;
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

/** The file of an import; apart from its job, so that telling how far that is does not write the file again. */
export interface FileRow {
  readonly job: string;
  readonly file: Blob;
}

/** An answer that a look-up keeps: knowledge that can be had again, so that it lies here and not with what is the reader's. */
export interface LookUpRow {
  readonly key: string;
  readonly value: unknown;
  /** UTF-16 units of the value as JSON: what it takes, near enough. */
  readonly size: number;
  /** When it was wanted last, and when it expires; ms since 1970. */
  readonly used: number;
  readonly expires: number;
}

/** 2: rows are bytes. 3: jobs; packs say where they came from. 4: answers of look-ups. */
export const KNOWLEDGE_VERSION = 4;

/** The table that every writer claims: installers read it once a job, and nobody else does. */
export const KNOWLEDGE_TURN = 'files';

export class KnowledgeDb extends Dexie {
  declare readonly meta: EntityTable<MetaRow, 'key'>;
  declare readonly rows: Table<RecordRow, [string, string, number]>;
  declare readonly indexes: EntityTable<IndexRow, 'fingerprint'>;
  declare readonly jobs: EntityTable<Job, 'order'>;
  declare readonly files: EntityTable<FileRow, 'job'>;
  declare readonly lookUps: EntityTable<LookUpRow, 'key'>;

  constructor(name = 'knowledge') {
    // Strict: when `commit` has resolved, the pointer survives a power cut.
    super(name, { chromeTransactionDurability: 'strict' });
    const stores = { meta: 'key', rows: '[pack+generation+row]', indexes: 'fingerprint' };
    this.version(1).stores(stores);
    // A cache: what older code wrote is dropped, and the packs are installed again.
    const drop = async (upgrading: Transaction): Promise<void> => {
      await upgrading.table('meta').delete('current');
      await Promise.all([upgrading.table('rows').clear(), upgrading.table('indexes').clear()]);
    };
    this.version(2).stores(stores).upgrade(drop);
    this.version(3)
      .stores({ ...stores, jobs: '++order', files: 'job' })
      .upgrade(drop);
    // Beside each use the size: what is to go is found without reading a value.
    this.version(KNOWLEDGE_VERSION).stores({ lookUps: 'key, [used+size]' });
    refuseNewer(this, KNOWLEDGE_VERSION);
    settleAll(this);
    letOneWrite(this, KNOWLEDGE_TURN);
  }
}
