/** Whatever writes to a database claims the table that makes the writers of that database take turns. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobStore } from '../../lib/db/job-store';
import { KNOWLEDGE_TURN, KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore, type Locks, markInstall } from '../../lib/db/knowledge-store';
import { createLedgerStore } from '../../lib/db/ledger-store';
import { createLookUpCache } from '../../lib/db/look-up-cache';
import { ReaderDb } from '../../lib/db/reader-db';
import { SyncDb } from '../../lib/db/sync-db';
import type { PackId } from '../../lib/model/ids';
import { aSource } from '../support/build-facts';
import { anInstalledPack } from '../support/install-ports';

/** Stores of every transaction that has been begun, by its mode. */
const begun: { readonly mode: IDBTransactionMode; readonly stores: readonly string[] }[] = [];
const { transaction } = IDBDatabase.prototype;

beforeEach(() => {
  begun.length = 0;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    const made = transaction.apply(this, args);
    begun.push({ mode: made.mode, stores: [...made.objectStoreNames] });
    return made;
  };
});
afterEach(() => {
  IDBDatabase.prototype.transaction = transaction;
});

const a = 'a' as PackId;
const locks = { request: (_: string, task: () => unknown) => task() } as unknown as Locks;

/** Everything that writes to a database, or as much of it as has ways of its own to do so. */
const DATABASES: readonly (readonly [name: string, turn: string, write: () => Promise<unknown>])[] = [
  [
    'knowledge',
    KNOWLEDGE_TURN,
    async () => {
      const db = new KnowledgeDb();
      const store = createKnowledgeStore(db, locks);
      const jobs = createJobStore(db);
      await store.writeRows(a, '1', 0, [[aSource('source/s')]]);
      const current = { packs: [anInstalledPack(a, '1')], fingerprint: 'f' };
      await store.commit(current, [Uint8Array.of(1)]);
      await store.amend((value) => value);
      await store.replaceIndex('f', [Uint8Array.of(2)]);
      await store.discardRows(anInstalledPack(a, '1'), [0]);
      await store.discardIndex('f');
      await store.writeRows(a, '2', 0, [[aSource('source/s')]]);
      await store.collectOrphans();
      const { id } = await jobs.add({ kind: 'remove', pack: a });
      await jobs.change(id, { state: { kind: 'done' } });
      await jobs.remove(id);
      await markInstall(db, 'install');
      const cache = createLookUpCache(db);
      await cache.put('key', {}, 0, 1);
      await cache.get('key', 0);
      await cache.clear();
    },
  ],
  [
    'reader',
    'checks',
    async () => {
      const db = new ReaderDb();
      await db.notes.put({ id: 'a', value: null, clock: 0, device: 'd', deleted: false });
      await createLedgerStore(db).clear();
    },
  ],
  [
    'sync',
    'things',
    async () => {
      await new SyncDb().rows.clear();
    },
  ],
];

describe.each(DATABASES)('the database %s', (_, turn, write) => {
  it('is written to by one at a time', async () => {
    await write();
    const writes = begun.filter(({ mode }) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.filter(({ stores }) => !stores.includes(turn))).toEqual([]);
  });
});

it('what a reader waits for is read without waiting for writers', async () => {
  const db = new KnowledgeDb();
  const store = createKnowledgeStore(db, locks);
  await store.commit({ packs: [], fingerprint: 'f' }, [Uint8Array.of(1)]);
  begun.length = 0;
  await store.current();
  await store.index('f');
  await store.rows(anInstalledPack(a, '1'), [0]);
  await createJobStore(db).list();
  expect(begun.length).toBeGreaterThan(0);
  expect(begun.filter(({ stores }) => stores.includes(KNOWLEDGE_TURN))).toEqual([]);
});
