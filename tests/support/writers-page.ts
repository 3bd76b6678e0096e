/** What the tests of killed writers do inside a page: the extension's databases, each with two who write at once. */
import type { Dexie, Table } from 'dexie';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { ReaderDb } from '../../lib/db/reader-db';
import { SyncDb } from '../../lib/db/sync-db';

const [knowledge, reader, sync] = [new KnowledgeDb(), new ReaderDb(), new SyncDb()];

/** Chromium writes an undo log to the disk from 1 MiB on: a few of these. */
const PIECE = 300_000;
/** A value that no compression makes small. */
const piece = (): Uint8Array => {
  const bytes = new Uint8Array(PIECE);
  for (let from = 0; from < PIECE; from += 65_536) crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  return bytes;
};

/** Two tables of each database, and a record for each as that table keys it. */
const PAIRS: readonly (readonly [db: Dexie, first: Table, second: Table])[] = [
  [knowledge, knowledge.rows, knowledge.lookUps as Table],
  [reader, reader.notes as Table, reader.requests as Table],
  [sync, sync.rows as Table, sync.things as Table],
];
const record = (i: number) => {
  const key = `${i % 8}`;
  return { pack: 'a', generation: key, row: i % 8, key, id: i % 8 === 0 ? key : `n${key}`, bytes: piece() };
};
const recordFor = (table: Table, i: number) =>
  table.name === 'requests' ? { id: 1 + (i % 8), bytes: piece() } : record(i);

/** Puts a record into each database that has to be there again. */
export async function mark(): Promise<void> {
  await Promise.all(PAIRS.map(([, first]) => first.put({ ...record(0), generation: 'mark', id: 'mark' })));
}

/** In which databases the mark still is. */
export async function marked(): Promise<string[]> {
  const found = await Promise.all(
    PAIRS.map(async ([db, first]) => {
      const row = await first.get((first.name === 'rows' && db === knowledge ? ['a', 'mark', 0] : 'mark') as never);
      return row ? [db.name] : [];
    }),
  );
  return found.flat();
}

/** What each writer has written since `writeForEver`, by its table. */
const written = new Map<string, number>();
export const progress = (): Record<string, number> => Object.fromEntries(written);

/** Begins two transactions in each database that do not end, and write all the time. */
export function writeForEver(): void {
  for (const [db, ...tables] of PAIRS)
    for (const table of tables) {
      const name = `${db.name} ${table.name}`;
      written.set(name, 0);
      void db.transaction('rw', table, async () => {
        for (let i = 0; ; i++) {
          await table.put(recordFor(table, i));
          written.set(name, i + 1);
        }
      });
    }
}
