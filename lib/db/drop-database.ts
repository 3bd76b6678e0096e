/** Deletes a database that can be made anew, whoever holds it. */
import type { Dexie } from 'dexie';
import { DatabaseUnreachableError } from './database-problems';
import { settled } from './reach-database';

const PATIENCE_MS = 5_000;

/** Resolves when it is gone. Rejects with a `DatabaseUnreachableError` when the browser does not delete it, or not in time. */
export async function dropDatabase(db: Pick<Dexie, 'name' | 'close'>, patience = PATIENCE_MS): Promise<void> {
  // Whoever asks for it next opens it again.
  db.close({ disableAutoOpen: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnreachableError(db.name, `not deleted in ${patience} ms`)), patience);
  });
  try {
    await Promise.race([settled(indexedDB.deleteDatabase(db.name)), late]);
  } catch (error) {
    throw error instanceof DatabaseUnreachableError ? error : new DatabaseUnreachableError(db.name, error);
  } finally {
    clearTimeout(timer);
  }
}
