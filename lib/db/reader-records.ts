/** The reader's records for backup and restoration: every table of `{id, value, clock, device, deleted}`. */
import { Dexie, type Table } from 'dexie';
import { type BackupRecord, isNewer, type ReaderRecords } from '../services/backup/reader-records';

/** Records read at a time. */
const BATCH = 2_000;
/** Records compared and written at a time: each time the database is waited for. */
const MERGE_BATCH = 10_000;

type RecordTable = Table<BackupRecord, string>;

/** Over the tables whose key is the record's own `id`; what this browser alone knows has other keys. */
export function createReaderRecords(db: Dexie): ReaderRecords {
  const tables = db.tables.filter(({ schema }) => schema.primKey.keyPath === 'id' && !schema.primKey.auto);
  const tableOf = (name: string): RecordTable => db.table(name);
  return {
    tables: tables.map(({ name }) => name),

    async *records(name) {
      for (let above: unknown = Dexie.minKey; ; ) {
        const batch = await tableOf(name).where('id').above(above).limit(BATCH).toArray();
        if (batch.length > 0) yield batch;
        if (batch.length < BATCH) return;
        above = batch.at(-1)?.id;
      }
    },

    compare: (records) =>
      db.transaction('r', tables, async () => {
        const counts = new Map<string, number>();
        for (const [name, offered] of records) {
          let count = 0;
          for (let from = 0; from < offered.length; from += MERGE_BATCH)
            count += (await newerOf(tableOf(name), offered.slice(from, from + MERGE_BATCH))).length;
          counts.set(name, count);
        }
        return counts;
      }),

    merge: (records) =>
      db.transaction('rw', tables, async () => {
        let merged = 0;
        for (const [name, offered] of records) {
          for (let from = 0; from < offered.length; from += MERGE_BATCH)
            merged += await mergeBatch(tableOf(name), offered.slice(from, from + MERGE_BATCH));
        }
        return merged;
      }),
  };
}

async function newerOf(table: RecordTable, offered: readonly BackupRecord[]): Promise<readonly BackupRecord[]> {
  const known = await knownOf(table, offered);
  return offered.filter((record) => isNewer(record, known.get(record.id)));
}

/**
 * What the table has of these ids. A backup is in their order: one request brings all that lies between the first and
 * the last, where a request each takes Firefox a minute for half a million (measured).
 */
async function knownOf(
  table: RecordTable,
  offered: readonly BackupRecord[],
): Promise<ReadonlyMap<string, BackupRecord>> {
  const ids = offered.map(({ id }) => id).sort();
  const between = table.where('id').between(ids[0], ids.at(-1), true, true);
  const isDense = (await between.count()) <= 2 * ids.length;
  const known = isDense ? await between.toArray() : await table.bulkGet(ids);
  return new Map(known.flatMap((record) => (record ? [[record.id, record] as const] : [])));
}

async function mergeBatch(table: RecordTable, offered: readonly BackupRecord[]): Promise<number> {
  const newer = await newerOf(table, offered);
  await table.bulkPut(newer);
  return newer.length;
}
