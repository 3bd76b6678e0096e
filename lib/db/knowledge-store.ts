/** The knowledge store on Dexie: generations beside one another, one pointer that says which of them exist. */
import { Dexie } from 'dexie';
import type { PackRecord } from '../model/pack';
import type { CurrentKnowledge, InstalledPack, KnowledgeStore } from '../services/ports';
import type { KnowledgeDb } from './knowledge-db';

/** Rows deleted in one transaction: small enough never to hold a reader up. */
const DELETE_SLICE = 200;

/** Web Locks, or what stands for them where there are none. */
export type Locks = Pick<LockManager, 'request'>;

export function createKnowledgeStore(db: KnowledgeDb, locks: Locks = navigator.locks): KnowledgeStore {
  const current = async (): Promise<CurrentKnowledge | null> => {
    const row = await db.meta.get('current');
    return row?.key === 'current' ? row.value : null;
  };

  const rowsOf = ({ header, generation }: InstalledPack) =>
    db.rows
      .where('[pack+generation+row]')
      .between([header.id, generation, Dexie.minKey], [header.id, generation, Dexie.maxKey]);

  return {
    current,

    async rows({ header, generation }, rows) {
      const found = await db.rows.bulkGet(rows.map((row): [string, string, number] => [header.id, generation, row]));
      return new Map(found.map((row, i) => [rows[i] as number, row?.records ?? []]));
    },

    async allRecords(pack): Promise<PackRecord[]> {
      return (await rowsOf(pack).toArray()).flatMap((row) => row.records);
    },

    countRows: async (pack) => rowsOf(pack).count(),

    async index(fingerprint) {
      const row = await db.indexes.get(fingerprint);
      return row ? row.bytes.arrayBuffer() : null;
    },

    async writeRows(pack, generation, firstRow, rows) {
      await db.rows.bulkPut(rows.map((records, i) => ({ pack, generation, row: firstRow + i, records })));
    },

    async commit(next, index) {
      await db.transaction('rw', db.meta, db.indexes, async () => {
        await db.indexes.put({ fingerprint: next.fingerprint, bytes: new Blob([index]) });
        await db.meta.put({ key: 'current', value: next });
      });
    },

    async replaceIndex(fingerprint, index) {
      await db.transaction('rw', db.meta, db.indexes, async () => {
        if ((await current())?.fingerprint === fingerprint) {
          await db.indexes.put({ fingerprint, bytes: new Blob([index]) });
        }
      });
    },

    async collectOrphans() {
      const known = await current();
      const alive = new Set(known?.packs.map(({ header, generation }) => `${header.id} ${generation}`));
      const dead = ((await db.rows.toCollection().primaryKeys()) as [string, string, number][]).filter(
        ([pack, generation]) => !alive.has(`${pack} ${generation}`),
      );
      for (let i = 0; i < dead.length; i += DELETE_SLICE) await db.rows.bulkDelete(dead.slice(i, i + DELETE_SLICE));
      await db.indexes
        .where('fingerprint')
        .notEqual(known?.fingerprint ?? '')
        .delete();
    },

    // The browser gives the lock back when its holder dies.
    exclusively: (task) => locks.request(`sidelight ${db.name}`, task),
  };
}

/** Writes the install's id into its database, once: a strict write at every wake would be in the first card's way. */
export async function markInstall(db: KnowledgeDb, id: string): Promise<void> {
  if (!(await isOwnDatabase(db, id))) await db.meta.put({ key: 'install', value: id });
}

/** True when the database that this context sees is the install's own. */
export async function isOwnDatabase(db: KnowledgeDb, id: string): Promise<boolean> {
  try {
    const row = await db.meta.get('install');
    return row?.key === 'install' && row.value === id;
  } catch {
    return false;
  }
}
