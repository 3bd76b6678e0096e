/**
 * Reads by IndexedDB alone what the first card waits for. Dexie takes 15 to 30 ms for its first opening and reading in
 * a new context, this 3 to 7 (measured, Chromium 156); whatever is not as it should be is left to Dexie.
 */
import { NewerDatabaseError } from './database-problems';
import { reachDatabase } from './reach-database';
import { VERSION_FACTOR } from './refuse-newer';

export interface QuickReader {
  /**
   * Runs a read on a connection of its own; `null` where there is no database of this version: Dexie makes or upgrades
   * it. Rejects with what `database-problems.ts` names, or as the read does.
   */
  read<T>(stores: string, read: (store: IDBObjectStore) => Promise<T>): Promise<T | null>;
}

/**
 * `known`: the version that Dexie would open; `prepare` has Dexie make or upgrade the database, before it is left to
 * Dexie.
 */
export function createQuickReader(name: string, known: number, prepare: () => Promise<void>): QuickReader {
  let opening: Promise<IDBDatabase | null> | null = null;

  const open = async (): Promise<IDBDatabase | null> => {
    const db = await reachDatabase(name);
    if (!db) return null;
    if (db.version !== known * VERSION_FACTOR) db.close();
    if (db.version > known * VERSION_FACTOR) throw new NewerDatabaseError(name, db.version / VERSION_FACTOR, known);
    if (db.version < known * VERSION_FACTOR) return null;
    const connected = opening;
    const forgetThis = () => {
      if (connected) forget(connected);
    };
    // Newer code, or whoever deletes the database, waits for nobody who only reads.
    db.onversionchange = () => {
      db.close();
      forgetThis();
    };
    db.onclose = forgetThis;
    return db;
  };

  /** Whoever found this connection, or this attempt, wanting makes room for another; once. */
  const forget = (connecting: Promise<IDBDatabase | null>): void => {
    if (opening === connecting) opening = null;
  };

  return {
    async read(store, read) {
      for (let isAgain = false; ; isAgain = true) {
        opening ??= open();
        const connecting = opening;
        const db = await connecting.catch((error: unknown) => {
          forget(connecting);
          throw error;
        });
        if (!db) {
          // Not there yet: looked for again next time.
          forget(connecting);
          await prepare();
          return null;
        }
        try {
          return await read(db.transaction(store).objectStore(store));
        } catch (error) {
          // Killed under us, with or without a word (`close`): once more, on a new connection.
          if (isAgain || !isCutOff(error)) throw error;
          db.close();
          forget(connecting);
        }
      }
    },
  };
}

/** The connection is gone, and with it what was being read; nothing is said of the data. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'InvalidStateError' || error.name === 'AbortError');
