/** What the reader made, on Dexie: every change is a new state of its record, and what was removed stays as a tombstone. */
import { OWN_TABLES, type OwnRecord, type OwnTable } from '../model/own';
import type { OwnRecords } from '../services/own/ports';
import { readOwn } from '../settings/own-schemas';
import { openDatabase } from './open-database';
import { createQuickReader } from './quick-reader';
import { settled } from './reach-database';
import { READER_VERSION, type ReaderDb, type ReaderRecord } from './reader-db';

/** `device`: the id under which this browser's changes are known. */
export function createOwnRecords(db: ReaderDb, device: () => Promise<string>): OwnRecords {
  const tableOf = (table: OwnTable) => db.table<ReaderRecord<unknown>, string>(table);
  // An article that wakes the background waits for names and rules.
  const quick = createQuickReader(db.name, READER_VERSION, () => openDatabase(db));

  /** The next state of a record: its clock goes on from the last one, whoever's that was. */
  async function write(table: OwnTable, id: string, value: unknown): Promise<void> {
    const own = await device();
    await db.transaction('rw', tableOf(table), async () => {
      const before = await tableOf(table).get(id);
      if (value === null && (!before || before.deleted)) return;
      await tableOf(table).put({
        id,
        value,
        clock: (before?.clock ?? 0) + 1,
        device: own,
        deleted: value === null,
      });
    });
  }

  return {
    async list(table) {
      const rows =
        (await quick.read(table, (rows) => settled<ReaderRecord<unknown>[]>(rows.getAll()))) ??
        (await tableOf(table).toArray());
      return rows.flatMap(({ id, value, deleted }) => toRecord(table, id, deleted ? null : value));
    },
    put: write,
    remove: (table, id) => write(table, id, null),
    async clear() {
      await db.transaction('rw', OWN_TABLES.map(tableOf), () =>
        Promise.all(OWN_TABLES.map((table) => tableOf(table).clear())),
      );
    },
  };
}

function toRecord<T extends OwnTable>(table: T, id: string, value: unknown): OwnRecord<T>[] {
  const read = value === null ? null : readOwn(table, value);
  return read ? [{ id, value: read }] : [];
}
