/** The reader's database as synchronisation sees it: every table of records but what belongs to one device alone. */
import type { Dexie, Table } from 'dexie';
import type { LocalRecords } from '../services/sync/ports';
import { plainValue } from '../sync/canonical';
import { type Difference, tableOf } from '../sync/collect';
import { type Content, isSame } from '../sync/entry';
import type { RecordId } from '../sync/replica';
import type { ReaderRecord } from './reader-db';

/** What was read where stays there. */
const OF_THIS_DEVICE = new Set(['history']);

type AnyRecord = ReaderRecord<unknown>;

const idIn = (id: RecordId): string => id.slice(tableOf(id).length + 1);

/** As it travels; `null` where a record holds what does not. */
function contentOf({ deleted, value }: AnyRecord): Content | null {
  if (deleted) return { deleted: true, value: null };
  const plain = plainValue(value);
  return plain === undefined ? null : { deleted: false, value: plain };
}

/** `accepts`: whether a value from elsewhere fits its table. */
export function createSyncedRecords(db: Dexie, accepts: LocalRecords['accepts']): LocalRecords {
  const tables = db.tables.filter(
    ({ name, schema }) => schema.primKey.keyPath === 'id' && !schema.primKey.auto && !OF_THIS_DEVICE.has(name),
  ) as Table<AnyRecord, string>[];

  async function applyTo(
    table: Table<AnyRecord, string>,
    changes: readonly Difference[],
  ): Promise<readonly RecordId[]> {
    const present = await table.bulkGet(changes.map(({ id }) => idIn(id)));
    const failed: RecordId[] = [];
    const fit: AnyRecord[] = [];
    for (const [i, { id, expected, version }] of changes.entries()) {
      const row = present[i];
      const content = row ? contentOf(row) : null;
      const isExpected = expected ? content !== null && isSame(content, expected) : row === undefined;
      if (!isExpected) failed.push(id);
      // Whoever writes next counts on from the greater of the two.
      else fit.push({ ...version, id: idIn(id), clock: Math.max(version.clock, (row?.clock ?? 0) + 1) });
    }
    await table.bulkPut(fit);
    return failed;
  }

  return {
    tables: new Set(tables.map(({ name }) => name)),
    accepts,
    list: () =>
      db.transaction('r', tables, async () => {
        const local = new Map<RecordId, Content>();
        for (const table of tables)
          for (const row of await table.toArray()) {
            const content = contentOf(row);
            if (content) local.set(`${table.name}/${row.id}`, content);
          }
        return local;
      }),
    apply: (changes) =>
      db.transaction('rw', tables, async () => {
        const failed: RecordId[] = [];
        for (const table of tables) {
          const own = changes.filter(({ id }) => tableOf(id) === table.name);
          if (own.length > 0) failed.push(...(await applyTo(table, own)));
        }
        return failed;
      }),
  };
}
