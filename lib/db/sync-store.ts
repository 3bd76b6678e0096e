/** Synchronisation's knowledge on Dexie. */
import { NEW_FOLDER } from '../services/sync/folder-state';
import type { Account, AccountStore, SyncStore } from '../services/sync/ports';
import type { SyncDb, SyncThing } from './sync-db';

type ThingOf<K extends SyncThing['key']> = Extract<SyncThing, { key: K }>['value'];

/** `newDevice`: draws a name at random. */
export function createSyncStore(db: SyncDb, newDevice: () => string): SyncStore {
  const thing = async <K extends SyncThing['key']>(key: K): Promise<ThingOf<K> | undefined> =>
    (await db.things.get(key))?.value as ThingOf<K> | undefined;

  return {
    rows: async () => new Map((await db.rows.toArray()).map(({ id, ...row }) => [id, row])),
    history: async () => (await thing('history')) ?? [],
    folder: async () => ({ ...NEW_FOLDER, ...(await thing('folder')) }),

    commit: ({ rows, removed, history, folder }) =>
      db.transaction('rw', db.rows, db.things, async () => {
        if (rows)
          await db.rows.bulkPut(
            [...rows].map(([id, { entry, since, next }]) => ({ id, entry, since, ...(next ? { next } : {}) })),
          );
        if (removed) await db.rows.bulkDelete([...removed]);
        if (history) await db.things.put({ key: 'history', value: history });
        if (folder) await db.things.put({ key: 'folder', value: folder });
      }),

    device: () =>
      db.transaction('rw', db.things, async () => {
        const known = await thing('device');
        if (known) return known;
        const value = newDevice();
        await db.things.put({ key: 'device', value });
        return value;
      }),

    async renewDevice() {
      const value = newDevice();
      await db.things.put({ key: 'device', value });
      return value;
    },
  };
}

export interface Accounts extends AccountStore {
  /** Another folder, or other credentials for it: what is known of the folder begins anew where it is another. */
  save(account: Account): Promise<void>;
  /** Forgets folder and credentials; what has been synchronised stays here, and there. */
  forget(): Promise<void>;
}

export function createAccounts(db: SyncDb): Accounts {
  const read = async (): Promise<Account | null> =>
    ((await db.things.get('account'))?.value as Account | undefined) ?? null;
  return {
    read,
    keepKeys: (keys) =>
      db.transaction('rw', db.things, async () => {
        const account = await read();
        if (account) await db.things.put({ key: 'account', value: { ...account, keys } });
      }),
    save: (account) =>
      db.transaction('rw', db.things, async () => {
        const before = await read();
        if (before?.url !== account.url) await db.things.put({ key: 'folder', value: NEW_FOLDER });
        await db.things.put({ key: 'account', value: account });
      }),
    forget: () => db.things.bulkDelete(['account', 'folder']),
  };
}
