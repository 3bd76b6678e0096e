/**
 * A copy of what the reader made, outside the databases: browsers that clear away IndexedDB leave it alone (T18). It is
 * a backup without packs and history, written anew when something has changed, and taken back where the database is gone.
 */
import type { ByteTools } from '../../packs/byte-tools';
import { readBackup } from './read-backup';
import type { ReaderRecords } from './reader-records';
import { writeBackup } from './write-backup';

/** What is copied. History is long, and what the browser clears of it is no loss of work. */
const TABLES = ['rules', 'pins', 'notes', 'names', 'subscriptions'];

/** The copy as text; writing replaces it whole. */
export interface CopyStore {
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

/**
 * Copies what has changed; resolves to whether anything had. What the copy has and the database has lost comes back
 * first: nothing is overwritten, for what the reader has deleted is still there as a tombstone.
 */
export async function keepCopy(copy: CopyStore, records: ReaderRecords, tools: ByteTools): Promise<boolean> {
  const [before, now] = await Promise.all([copy.read(), toCopy(records, tools)]);
  if (now === before) return false;
  const merged = before === null ? null : await restoreCopy(copy, records, tools);
  const text = merged ? await toCopy(records, tools) : now;
  if (text !== before) await copy.write(text);
  return true;
}

async function toCopy(records: ReaderRecords, tools: ByteTools): Promise<string> {
  const tables = TABLES.filter((table) => records.tables.includes(table));
  const parts: string[] = [];
  for await (const piece of writeBackup({ records, tables }, tools)) parts.push(tools.decode(piece));
  return parts.join('');
}

/** Takes the copy back; resolves to how many records that were, `null` where there is none that can be read. */
export async function restoreCopy(copy: CopyStore, records: ReaderRecords, tools: ByteTools): Promise<number | null> {
  const text = await copy.read();
  if (text === null) return null;
  const backup = await readBackup([new TextEncoder().encode(text)], records.tables, tools);
  return 'problem' in backup ? null : records.merge(backup.records);
}
