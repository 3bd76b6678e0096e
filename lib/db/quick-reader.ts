/**
 * Reads by IndexedDB alone what the first card waits for. Dexie takes 15 to 30 ms for its first opening and reading in
 * a new context, this 3 to 7 (measured, Chromium 156); whatever is not as it should be is left to Dexie.
 */
import { NewerDatabaseError, VERSION_FACTOR } from './refuse-newer';

export interface QuickReader {
  /**
   * Runs a read on a connection of its own; `null` where there is no database of this version: Dexie makes or upgrades
   * it. Rejects with a `NewerDatabaseError`, or as the read does.
   */
  read<T>(stores: string, read: (store: IDBObjectStore) => Promise<T>): Promise<T | null>;
}

/** A request as a promise. */
export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** `known`: the version that Dexie would open. */
export function createQuickReader(name: string, known: number): QuickReader {
  let opening: Promise<IDBDatabase | null> | null = null;

  const open = async (): Promise<IDBDatabase | null> => {
    const request = indexedDB.open(name);
    // There is none: it must not be made here, without any store.
    request.onupgradeneeded = () => request.transaction?.abort();
    let db: IDBDatabase;
    try {
      db = await settled(request);
    } catch {
      return null;
    }
    if (db.version !== known * VERSION_FACTOR) db.close();
    if (db.version > known * VERSION_FACTOR) throw new NewerDatabaseError(name, db.version / VERSION_FACTOR, known);
    if (db.version < known * VERSION_FACTOR) return null;
    const forget = () => {
      opening = null;
    };
    // Newer code, or whoever deletes the database, waits for nobody who only reads.
    db.onversionchange = () => {
      db.close();
      forget();
    };
    db.onclose = forget;
    return db;
  };

  return {
    async read(store, read) {
      opening ??= open();
      const connecting = opening;
      const db = await connecting.catch((error: unknown) => {
        opening = null;
        throw error;
      });
      if (db) return read(db.transaction(store).objectStore(store));
      // Not there yet: looked for again next time.
      if (opening === connecting) opening = null;
      return null;
    },
  };
}
