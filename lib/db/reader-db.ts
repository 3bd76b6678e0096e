/**
 * What the reader made: rules, pins, notes, names, history, subscriptions. Never dropped; every such record can be merged with
 * another device's. Beside these, what this browser alone knows: the requests it made.
 */
import { Dexie, type EntityTable } from 'dexie';
import type { LedgerEntry } from '../services/request-ledger';
import type { CheckState, Subscription } from '../services/subscriptions/subscription';
import { letOneWrite } from './one-writer';
import { refuseNewer } from './refuse-newer';
import { settleAll } from './settle-operations';

/** One record of the reader's. `clock` is a logical clock; a deleted record stays as a tombstone. */
export interface ReaderRecord<T> {
  readonly id: string;
  readonly value: T;
  readonly clock: number;
  readonly device: string;
  readonly deleted: boolean;
}

/** Later versions are added below the first, which never changes: a stored database climbs them one by one. */
export const READER_VERSION = 3;

/** A request with its number, which the database gives: numbers follow the order of requests, whatever the clock says. */
export type RequestRow = LedgerEntry & { readonly id: number };

export class ReaderDb extends Dexie {
  declare readonly rules: EntityTable<ReaderRecord<unknown>, 'id'>;
  declare readonly pins: EntityTable<ReaderRecord<unknown>, 'id'>;
  declare readonly notes: EntityTable<ReaderRecord<unknown>, 'id'>;
  /** By the article's address; the only table without tombstones: what goes is gone. */
  declare readonly history: EntityTable<ReaderRecord<unknown>, 'id'>;
  /** The reader's own names. */
  declare readonly names: EntityTable<ReaderRecord<unknown>, 'id'>;
  /** By address; the value of one that has ended is `null`. */
  declare readonly subscriptions: EntityTable<ReaderRecord<Subscription | null>, 'id'>;
  declare readonly checks: EntityTable<CheckState, 'url'>;
  declare readonly requests: EntityTable<RequestRow, 'id'>;

  constructor(name = 'reader') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rules: 'id', pins: 'id', notes: 'id', history: 'id' });
    // 2: subscriptions, what their last checks gave, and the ledger of requests.
    this.version(2).stores({ subscriptions: 'id', checks: 'url', requests: '++id, at' });
    // 3: names of the reader's own; history by the time it is of.
    this.version(READER_VERSION).stores({ names: 'id', history: 'id, value.at' });
    refuseNewer(this, READER_VERSION);
    settleAll(this);
    letOneWrite(this, 'checks');
  }
}

/** True when the browser still has what the reader made, if they made anything. */
export const hasReaderDb = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === 'reader');
