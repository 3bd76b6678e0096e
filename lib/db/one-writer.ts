/**
 * One writer at a time in a database. Chromium keeps the undo log of a transaction on the disk once it has written a
 * megabyte, or reads after it has written, as every second `put` does. Killed while two such transactions are open in one
 * database, it cannot roll them back: each asks for the lock of the database, which they had shared, for itself alone
 * ("Invalid locks on disk"). It takes that for damage and deletes every database of the origin, the reader's own too
 * (measured, Chromium 156; two databases do not harm one another).
 */
import type { DBCore, Dexie, Middleware } from 'dexie';

/** What a transaction that writes to these stores has to claim, so that no other writes meanwhile. */
export const claimed = (stores: readonly string[], turn: string): string[] => [...new Set([...stores, turn])];

/**
 * Makes every transaction of Dexie's that writes claim a table besides its own, so that the browser lets one write
 * after the other, whichever page it is of. Readers of that table wait for all writers: `turn` is one that is seldom read.
 */
export function letOneWrite(db: Dexie, turn: string): void {
  const oneWriter: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'oneWriter',
    // Next to the database: Dexie itself goes by the tables that a transaction names.
    level: -1,
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        // A database that an older version made may lack the table.
        const isThere = core.schema.tables.some(({ name }) => name === turn);
        return core.transaction(mode === 'readwrite' && isThere ? claimed(stores, turn) : stores, mode, options);
      },
    }),
  };
  db.use(oneWriter);
}
