/** The reader's records as they are backed up, copied and merged. */

/** A record of the reader's; `clock` is a logical clock, a deleted record stays as a tombstone. */
export interface BackupRecord {
  readonly id: string;
  readonly value: unknown;
  readonly clock: number;
  readonly device: string;
  readonly deleted: boolean;
}

/** The reader's database, as far as it is backed up. */
export interface ReaderRecords {
  readonly tables: readonly string[];
  /** All records of a table by their ids, some at a time. */
  records(table: string): AsyncIterable<readonly BackupRecord[]>;
  /** How many of each table are newer than what is there. */
  compare(records: ReadonlyMap<string, readonly BackupRecord[]>): Promise<ReadonlyMap<string, number>>;
  /** Puts those that are newer than what is there, in one step. Resolves to how many that were. */
  merge(records: ReadonlyMap<string, readonly BackupRecord[]>): Promise<number>;
}

/** True when a record is to take the place of the one that is there: by clock, then by device, so that all agree. */
export const isNewer = (offered: BackupRecord, known: BackupRecord | undefined): boolean =>
  known === undefined ||
  offered.clock > known.clock ||
  (offered.clock === known.clock && offered.device > known.device);

export function isBackupRecord(value: unknown): value is BackupRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { id, clock, device, deleted } = value as Partial<Record<keyof BackupRecord, unknown>>;
  return typeof id === 'string' && Number.isFinite(clock) && typeof device === 'string' && typeof deleted === 'boolean';
}

/** The fields in one order, whatever order the database gives them in. */
export const toBackupRecord = ({ id, value, clock, device, deleted }: BackupRecord): BackupRecord => ({
  id,
  value,
  clock,
  device,
  deleted,
});
