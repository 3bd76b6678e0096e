/** The knowledge store on Dexie: generations beside one another, one pointer that says which of them exist. */
import { Dexie } from 'dexie';
import { headBytes, type IndexBytes } from '../recognition/binary';
import { keepDecisions } from '../services/installed-set';
import type { CurrentKnowledge, InstalledPack, KnowledgeStore } from '../services/ports';
import {
  type IndexRow,
  KNOWLEDGE_TURN,
  KNOWLEDGE_VERSION,
  type KnowledgeDb,
  type MetaRow,
  type RecordRow,
} from './knowledge-db';
import { claimed } from './one-writer';
import { openDatabase } from './open-database';
import { createQuickReader } from './quick-reader';
import { settled } from './reach-database';
import { recordsOf, toRow, toStoredRow } from './row-bytes';

/** A row that is not there. */
const NOTHING = new Uint8Array(0);
/** Rows read at a time when all are wanted. */
const ROWS_PER_READ = 64;
/** Rows asked for at a time when some are wanted: to ask for thousands at once is a long task by itself. */
const ROWS_PER_ASK = 100;
/** Rows deleted in one transaction: small enough never to hold a reader up. */
const DELETE_SLICE = 200;

/** Web Locks, or what stands for them where there are none. */
export type Locks = Pick<LockManager, 'request'>;

export function createKnowledgeStore(db: KnowledgeDb, locks: Locks = navigator.locks): KnowledgeStore {
  const quick = createQuickReader(db.name, KNOWLEDGE_VERSION, () => openDatabase(db));
  const current = async (): Promise<CurrentKnowledge | null> => {
    const row = await quickly<MetaRow>('meta', 'current', () => db.meta.get('current'));
    return row?.key === 'current' ? row.value : null;
  };

  /** One row by its key: by IndexedDB alone where there is a database, else by Dexie, which makes one. */
  async function quickly<T>(
    table: string,
    key: IDBValidKey,
    usually: () => PromiseLike<T | undefined>,
  ): Promise<T | undefined> {
    const found = await quick.read(table, async (rows) => [await settled<T | undefined>(rows.get(key))] as const);
    return found ? found[0] : usually();
  }

  const rowsIn = (pack: string, generation: string) =>
    db.rows.where('[pack+generation+row]').between([pack, generation, Dexie.minKey], [pack, generation, Dexie.maxKey]);
  const rowsOf = ({ header, generation }: InstalledPack) => rowsIn(header.id, generation);

  /** Every generation of which there are rows, found by leaping from one to the next: not a key is read besides. */
  async function* generations(): AsyncGenerator<readonly [pack: string, generation: string]> {
    let next = db.rows.orderBy('[pack+generation+row]').limit(1);
    for (;;) {
      const [key] = (await next.primaryKeys()) as [string, string, number][];
      if (!key) return;
      const [pack, generation] = key;
      yield [pack, generation];
      next = db.rows.where('[pack+generation+row]').above([pack, generation, Dexie.maxKey]).limit(1);
    }
  }

  const deleteRows = async (pack: string, generation: string): Promise<void> => {
    for (;;) {
      const keys = await rowsIn(pack, generation).limit(DELETE_SLICE).primaryKeys();
      if (keys.length === 0) return;
      await db.rows.bulkDelete(keys);
    }
  };

  return {
    current,

    async rows({ header, generation }, rows) {
      const keys = rows.map((row): [string, string, number] => [header.id, generation, row]);
      const found =
        (await quick.read('rows', async (stored) => {
          const read: (RecordRow | undefined)[] = [];
          for (let at = 0; at < keys.length; at += ROWS_PER_ASK) {
            const asked = keys
              .slice(at, at + ROWS_PER_ASK)
              .map((key) => settled<RecordRow | undefined>(stored.get(key)));
            read.push(...(await Promise.all(asked)));
          }
          return read;
        })) ?? (await db.rows.bulkGet(keys));
      return new Map(found.map((row, i) => [rows[i] as number, toStoredRow(row?.bytes ?? NOTHING)]));
    },

    async *records({ header, generation }) {
      const read = async (above: unknown): Promise<RecordRow[]> =>
        db.rows
          .where('[pack+generation+row]')
          .between([header.id, generation, above], [header.id, generation, Dexie.maxKey], above === Dexie.minKey)
          .limit(ROWS_PER_READ)
          .toArray();
      for (let reading: Promise<RecordRow[]> | null = read(Dexie.minKey); reading; ) {
        const rows: RecordRow[] = await reading;
        // The next are on their way while these are looked at.
        reading = rows.length < ROWS_PER_READ ? null : read(rows.at(-1)?.row);
        reading?.catch(() => undefined);
        if (rows.length > 0) yield rows.flatMap(({ bytes }) => recordsOf(bytes));
      }
    },

    countRows: async (pack) => rowsOf(pack).count(),

    async index(fingerprint) {
      const row = await quickly<IndexRow>('indexes', fingerprint, () => db.indexes.get(fingerprint));
      if (!row) return null;
      const { bytes, head = bytes.size } = row;
      return { size: bytes.size, head, read: (from, to) => bytes.slice(from, to).arrayBuffer() };
    },

    async writeRows(pack, generation, firstRow, rows) {
      if (!db.isOpen()) await db.open();
      // Not by Dexie, which would wait for the disk at each of hundreds of writes: `commit` does, for all of them.
      const stores = claimed(['rows'], KNOWLEDGE_TURN);
      const writing = db.backendDB().transaction(stores, 'readwrite', { durability: 'relaxed' });
      const table = writing.objectStore('rows');
      for (const [i, records] of rows.entries())
        table.put({ pack, generation, row: firstRow + i, bytes: toRow(records) } satisfies RecordRow);
      await completed(writing);
    },

    async commit(next, index) {
      await db.transaction('rw', db.meta, db.indexes, async () => {
        const row = await db.meta.get('current');
        await db.indexes.put(toIndexRow(next.fingerprint, index));
        await db.meta.put({ key: 'current', value: keepDecisions(row?.key === 'current' ? row.value : null, next) });
      });
    },

    async amend(change) {
      await db.transaction('rw', db.meta, async () => {
        const row = await db.meta.get('current');
        if (row?.key === 'current') await db.meta.put({ key: 'current', value: change(row.value) });
      });
    },

    async discardRows({ header, generation }, rows) {
      await db.rows.bulkDelete(rows.map((row): [string, string, number] => [header.id, generation, row]));
    },

    async replaceIndex(fingerprint, index) {
      await db.transaction('rw', db.meta, db.indexes, async () => {
        // Not `current`: another connection's read would end this transaction.
        const row = await db.meta.get('current');
        if (row?.key === 'current' && row.value.fingerprint === fingerprint) {
          await db.indexes.put(toIndexRow(fingerprint, index));
        }
      });
    },

    async discardIndex(fingerprint) {
      await db.indexes.delete(fingerprint);
    },

    async collectOrphans(keep = []) {
      const known = await current();
      const kept = [...keep, ...(known?.packs ?? [])];
      const alive = new Set(kept.map(({ header, generation }) => `${header.id} ${generation}`));
      for await (const [pack, generation] of generations()) {
        if (!alive.has(`${pack} ${generation}`)) await deleteRows(pack, generation);
      }
      await db.indexes
        .where('fingerprint')
        .notEqual(known?.fingerprint ?? '')
        .delete();
    },

    // The browser gives the lock back when its holder dies.
    exclusively: (task) => locks.request(`sidelight ${db.name}`, task),
  };
}

/** A full disk aborts the transaction, and may leave its requests without a word (Chromium): only its end counts. */
const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('the writing was aborted', 'AbortError'));
  });

const toIndexRow = (fingerprint: string, index: IndexBytes): IndexRow => ({
  fingerprint,
  bytes: new Blob([...index]),
  head: headBytes(index),
});

/** Writes the install's id into its database, once: a strict write at every wake would be in the first card's way. */
export async function markInstall(db: KnowledgeDb, id: string): Promise<void> {
  if (!(await isOwnDatabase(db, id))) await db.meta.put({ key: 'install', value: id });
}

/** True when the database that this context sees is the install's own. */
export async function isOwnDatabase(db: KnowledgeDb, id: string): Promise<boolean> {
  try {
    await openDatabase(db);
    const row = await db.meta.get('install');
    return row?.key === 'install' && row.value === id;
  } catch {
    return false;
  }
}
