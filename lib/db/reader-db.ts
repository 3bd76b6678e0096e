/** What the reader made: rules, pins, notes, history. Never dropped; every record can be merged with another device's. */
import { Dexie, type EntityTable } from 'dexie';
import { refuseNewer } from './refuse-newer';

/** One record of the reader's. `clock` is a logical clock; a deleted record stays as a tombstone. */
export interface ReaderRecord<T> {
  readonly id: string;
  readonly value: T;
  readonly clock: number;
  readonly device: string;
  readonly deleted: boolean;
}

/** Later versions are added below the first, which never changes: a stored database climbs them one by one. */
const READER_VERSION = 1;

export class ReaderDb extends Dexie {
  declare readonly rules: EntityTable<ReaderRecord<unknown>, 'id'>;
  declare readonly pins: EntityTable<ReaderRecord<unknown>, 'id'>;
  declare readonly notes: EntityTable<ReaderRecord<unknown>, 'id'>;
  declare readonly history: EntityTable<ReaderRecord<unknown>, 'id'>;

  constructor(name = 'reader') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(READER_VERSION).stores({ rules: 'id', pins: 'id', notes: 'id', history: 'id' });
    refuseNewer(this, READER_VERSION);
  }
}
