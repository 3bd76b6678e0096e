/**
 * Dexie opens a database that newer code has written without complaint, and older code would then write rows that lack
 * the newer indexes (measured). Here it is refused: nothing is read, nothing is written.
 */
import type { Dexie } from 'dexie';
import { NewerDatabaseError } from './database-problems';

/** IndexedDB counts ten for each version of Dexie's. */
export const VERSION_FACTOR = 10;

/** Makes every opening of the database fail while what is stored is newer than `known`. */
export function refuseNewer(db: Dexie, known: number): void {
  db.on(
    'ready',
    (opened) => {
      const found = (opened as Dexie).backendDB().version / VERSION_FACTOR;
      if (found > known) throw new NewerDatabaseError(db.name, found, known);
    },
    true,
  );
}
