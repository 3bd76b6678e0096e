/** Erases everything in a database, in one step; the database itself stays, whoever has it open. */
import type { Dexie } from 'dexie';

export async function eraseTables(db: Dexie): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });
}
