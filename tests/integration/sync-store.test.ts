/** The reader's database and synchronisation's own, as synchronisation uses them; on a stand-in for IndexedDB. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ReaderDb } from '../../lib/db/reader-db';
import { SyncDb } from '../../lib/db/sync-db';
import { createAccounts, createSyncStore } from '../../lib/db/sync-store';
import { createSyncedRecords } from '../../lib/db/synced-records';
import { NEW_FOLDER } from '../../lib/services/sync/folder-state';
import { createReplicaKeeper } from '../../lib/services/sync/keep-replica';
import type { Account } from '../../lib/services/sync/ports';
import { write } from '../../lib/sync/entry';

const NOW = Date.UTC(2026, 10, 26);

let number = 0;
let reader: ReaderDb;
let sync: SyncDb;
let drawn: number;
const newDevice = () => {
  drawn += 1;
  return `device-${drawn}`;
};
beforeEach(() => {
  number += 1;
  drawn = 0;
  reader = new ReaderDb(`reader-${number}`);
  sync = new SyncDb(`sync-${number}`);
});

const record = (id: string, value: unknown, clock = 1, deleted = false) => ({
  id,
  value,
  clock,
  device: 'here',
  deleted,
});
const version = (value: unknown, clock = 9_000, deleted = false) => ({ clock, device: 'there', deleted, value });

describe('the reader’s records', () => {
  it('are all synchronised, but for the history and what is no record', async () => {
    const { tables } = createSyncedRecords(reader, () => true);
    for (const table of ['rules', 'pins', 'notes', 'names', 'subscriptions']) expect(tables).toContain(table);
    for (const table of ['history', 'checks', 'requests']) expect(tables).not.toContain(table);
  });

  it('are listed as they travel: without what is no JSON, deletions without a value', async () => {
    await reader.notes.bulkPut([
      record('a', { text: 'x', later: undefined }),
      record('b', { text: 'gone' }, 2, true),
      record('c', { when: 1n }),
    ]);
    await reader.history.put(record('https://news.example/', { at: 1 }));
    const local = await createSyncedRecords(reader, () => true).list();
    expect([...local]).toEqual([
      ['notes/a', { deleted: false, value: { text: 'x' } }],
      ['notes/b', { deleted: true, value: null }],
    ]);
  });

  it('are changed where they are as expected, and left alone where the reader has been faster', async () => {
    const records = createSyncedRecords(reader, () => true);
    await reader.notes.bulkPut([record('a', { text: 'old' }, 20_000), record('b', { text: 'changed meanwhile' })]);
    const old = { deleted: false, value: { text: 'old' } };
    const failed = await records.apply([
      { id: 'notes/a', expected: old, version: version({ text: 'new' }) },
      { id: 'notes/b', expected: old, version: version({ text: 'new' }) },
      { id: 'notes/c', expected: null, version: version({ text: 'new' }) },
      { id: 'pins/d', expected: null, version: version(null, 9_000, true) },
    ]);
    expect(failed).toEqual(['notes/b']);
    // Whoever writes next counts on from the greater of the two.
    expect(await reader.notes.get('a')).toEqual({ ...version({ text: 'new' }), id: 'a', clock: 20_001 });
    expect((await reader.notes.get('b'))?.value).toEqual({ text: 'changed meanwhile' });
    expect((await reader.notes.get('c'))?.value).toEqual({ text: 'new' });
    expect((await reader.pins.get('d'))?.deleted).toBe(true);
  });

  it('that are lost come back, and are never taken for deleted', async () => {
    const keeper = createReplicaKeeper({
      store: createSyncStore(sync, newDevice),
      local: createSyncedRecords(reader, () => true),
      now: () => NOW,
    });
    await reader.notes.put(record('a', { text: 'x' }));
    await keeper.take(new Map());
    await reader.notes.clear();
    await keeper.take(new Map());
    expect((await reader.notes.get('a'))?.value).toEqual({ text: 'x' });
  });
});

describe('synchronisation’s own database', () => {
  it('keeps rows, states and the folder in one transaction', async () => {
    const store = createSyncStore(sync, newDevice);
    const entry = write(null, { deleted: false, value: 1 }, { device: 'a', now: NOW });
    const next = write(entry, { deleted: false, value: 2 }, { device: 'b', now: NOW });
    await store.commit({
      rows: new Map([
        ['notes/a', { entry, since: null, next }],
        ['notes/b', { entry, since: 5 }],
      ]),
      history: [{ at: 1, changes: [] }],
      folder: { ...NEW_FOLDER, sequence: 3 },
    });
    await store.commit({ rows: new Map([['notes/a', { entry: next, since: null }]]), removed: ['notes/b'] });
    const again = createSyncStore(new SyncDb(sync.name), newDevice);
    expect([...(await again.rows())]).toEqual([['notes/a', { entry: next, since: null }]]);
    expect(await again.history()).toEqual([{ at: 1, changes: [] }]);
    expect((await again.folder()).sequence).toBe(3);
    await expect(
      // A function cannot be stored: nothing of this is.
      again.commit({ removed: ['notes/a'], folder: { ...NEW_FOLDER, peers: (() => null) as never } }),
    ).rejects.toThrow();
    expect((await again.rows()).size).toBe(1);
  });

  it('draws this device’s name once, and another when asked to', async () => {
    const store = createSyncStore(sync, newDevice);
    expect([await store.device(), await store.device()]).toEqual(['device-1', 'device-1']);
    expect(await store.renewDevice()).toBe('device-2');
    expect(await store.device()).toBe('device-2');
  });

  it('begins anew with another folder, and not with another password', async () => {
    const store = createSyncStore(sync, newDevice);
    const accounts = createAccounts(sync);
    const account = {
      url: 'https://a.example/',
      user: 'u',
      password: 'p',
      passphrase: {},
      keys: null,
      changedAt: 1,
    } as Account;
    await accounts.save(account);
    await store.commit({ folder: { ...NEW_FOLDER, sequence: 7 } });
    await accounts.save({ ...account, password: 'q', changedAt: 2 });
    expect((await store.folder()).sequence).toBe(7);
    await accounts.save({ ...account, url: 'https://b.example/' });
    expect((await store.folder()).sequence).toBe(0);
    await accounts.forget();
    expect(await accounts.read()).toBeNull();
  });
});
