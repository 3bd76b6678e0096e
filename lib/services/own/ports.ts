/** Where what is the reader's own lies. `db` and `platform` implement these; tests pass their own. */
import type { HistoryDays } from '../../briefing/own-models';
import type { HistoryEntry, OwnRecord, OwnTable, OwnValues } from '../../model/own';

/** Pins, notes, names and rules. */
export interface OwnRecords {
  /** What there is in a table, in no order; what does not fit its schema is left out. */
  list<T extends OwnTable>(table: T): Promise<readonly OwnRecord<T>[]>;
  put<T extends OwnTable>(table: T, id: string, value: OwnValues[T]): Promise<void>;
  /** Nothing when there is no such record. */
  remove(table: OwnTable, id: string): Promise<void>;
  /** Erases all of it, without a trace. */
  clear(): Promise<void>;
}

/** Articles that were read. */
export interface HistoryStore {
  /** An article that is read again takes the place of its older entry. */
  put(entry: HistoryEntry): Promise<void>;
  /** The latest first, so many at most. */
  list(limit: number): Promise<readonly HistoryEntry[]>;
  count(): Promise<number>;
  remove(url: string): Promise<void>;
  /** Deletes what was read before a time, ms since 1970. */
  prune(before: number): Promise<void>;
  clear(): Promise<void>;
}

/** Off until the reader switches it on, on this device: what is synchronised must not switch it on elsewhere. */
export interface HistoryChoice {
  readonly isOn: boolean;
  readonly days: HistoryDays;
}
export const NO_HISTORY: HistoryChoice = { isOn: false, days: 30 };

/** What was changed in private windows, in memory: `null` for what was removed there. */
export type PrivateChanges = Readonly<Partial<Record<OwnTable, Readonly<Record<string, unknown>>>>>;

export interface PrivateArea {
  read(): Promise<PrivateChanges>;
  write(changes: PrivateChanges): Promise<void>;
}
