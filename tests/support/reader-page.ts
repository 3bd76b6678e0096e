/** What the tests of the reader's records do inside a page: many of them, upgrades that are killed, files out and in. */
import { Dexie } from 'dexie';
import { openDatabase } from '../../lib/db/open-database';
import { ReaderDb } from '../../lib/db/reader-db';
import { createReaderRecords } from '../../lib/db/reader-records';
import { webByteTools } from '../../lib/platform/byte-tools';
import { type Backup, readBackup } from '../../lib/services/backup/read-backup';
import type { BackupRecord } from '../../lib/services/backup/reader-records';
import { writeBackup } from '../../lib/services/backup/write-backup';

export * from './own-page';

const TABLES = ['notes', 'pins', 'rules', 'names', 'history'] as const;
const PER_WRITE = 5_000;

/** A record as a reader might make it; the same for the same number. */
const recordOf = (i: number): BackupRecord => ({
  id: `a:person/p-${i.toString(36)}`,
  value: { text: `A note on number ${i}. ${'메모 '.repeat(i % 7)}`, day: 20_000 + (i % 900) },
  clock: i % 97,
  device: `d${i % 3}`,
  deleted: i % 11 === 0,
});

/** Puts so many records into the database as the version of today keeps it. */
export async function fill(count: number): Promise<void> {
  const db = new ReaderDb();
  for (let from = 0; from < count; from += PER_WRITE) {
    const records = Array.from({ length: Math.min(PER_WRITE, count - from) }, (_, i) => recordOf(from + i));
    await db.transaction('rw', [...TABLES], async () => {
      for (const [t, table] of TABLES.entries())
        await db.table(table).bulkPut(records.filter((_, i) => (from + i) % TABLES.length === t));
    });
  }
  db.close();
}

/** The versions after today's, as a later release might have them: each goes through every note. */
class LaterDb extends Dexie {
  constructor(versions: number) {
    super('reader');
    const today = new ReaderDb();
    const schema = Object.fromEntries(today.tables.map(({ name, schema: { primKey } }) => [name, primKey.src]));
    this.version(today.verno).stores(schema);
    const next = today.verno + 1;
    if (versions > 0)
      this.version(next)
        .stores({ notes: 'id, clock' })
        .upgrade((upgrading) =>
          upgrading
            .table('notes')
            .toCollection()
            .modify((note) => Object.assign(note, { step: 1 })),
        );
    if (versions > 1)
      this.version(next + 1)
        .stores({ topics: 'id' })
        .upgrade((upgrading) =>
          upgrading
            .table('notes')
            .toCollection()
            .modify((note) => Object.assign(note, { step: 2 })),
        );
  }
}

/** Upgrades by two versions. */
export async function climb(): Promise<void> {
  const db = new LaterDb(2);
  await openDatabase(db, { blocked: 5_000, upgrading: 600_000 });
  db.close();
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** By how many versions a database is later than today's. */
const versionsAhead = ({ version }: IDBDatabase): number => version / 10 - new ReaderDb().verno;

/** In which version the database is, by IndexedDB alone. */
export async function versionOf(): Promise<number> {
  const raw = await settled(indexedDB.open('reader'));
  raw.close();
  return versionsAhead(raw);
}

/** In which version the database is, by IndexedDB alone; how many records, at which steps, and a digest of their contents. */
export async function survey() {
  const raw = await settled(indexedDB.open('reader'));
  const digest = webByteTools.createDigest();
  const encoder = new TextEncoder();
  const steps = new Set<number>();
  let count = 0;
  for (const table of TABLES) {
    const store = raw.transaction(table).objectStore(table);
    for (const { step = 0, id, value, clock, device, deleted } of await settled(store.getAll())) {
      if (table === 'notes') steps.add(step);
      digest.update(encoder.encode(JSON.stringify([table, id, value, clock, device, deleted])));
      count += 1;
    }
  }
  raw.close();
  return { version: versionsAhead(raw), count, steps: [...steps], digest: digest.hex() };
}

let file: Blob | null = null;

/** Writes the backup; its digest, size and how long it took. */
export async function save() {
  const start = performance.now();
  const pieces: BlobPart[] = [];
  const db = new ReaderDb();
  for await (const piece of writeBackup({ records: createReaderRecords(db) }, webByteTools))
    pieces.push(piece as BlobPart);
  file = new Blob(pieces);
  const ms = performance.now() - start;
  db.close();
  return { bytes: file.size, digest: await digestOf(file), ms };
}

async function digestOf(blob: Blob): Promise<string> {
  const digest = webByteTools.createDigest();
  for await (const piece of blob.stream() as unknown as AsyncIterable<Uint8Array>) digest.update(piece);
  return digest.hex();
}

/** Hands the file to the test's server, which hands it to the other browser. */
export async function upload(name: string): Promise<void> {
  await fetch(name, { method: 'PUT', body: file });
}

async function readBlob(blob: Blob, tables: readonly string[]): Promise<Backup> {
  const backup = await readBackup(blob.stream() as unknown as AsyncIterable<Uint8Array>, tables, webByteTools);
  if ('problem' in backup) throw new Error(`${backup.problem} in line ${backup.line}`);
  return backup;
}

const download = async (name: string): Promise<Blob> => (await fetch(name)).blob();

/** Takes the file that the server has into this browser's database. */
export async function restore(name: string) {
  const blob = await download(name);
  const start = performance.now();
  const db = new ReaderDb();
  const records = createReaderRecords(db);
  const backup = await readBlob(blob, records.tables);
  const merged = await records.merge(backup.records);
  db.close();
  const read = [...backup.records.values()].reduce((sum, own) => sum + own.length, 0);
  return { records: read, merged, ms: performance.now() - start };
}

/** Puts what the server's file holds into the database by IndexedDB alone, in one transaction: the least that it can take, in ms. */
export async function putAlone(name: string): Promise<number> {
  const db = new ReaderDb();
  await db.open();
  const backup = await readBlob(await download(name), createReaderRecords(db).tables);
  const start = performance.now();
  await new Promise<void>((done, failed) => {
    const writing = db.backendDB().transaction([...backup.records.keys()], 'readwrite');
    writing.oncomplete = () => done();
    writing.onabort = () => failed(writing.error);
    for (const [table, records] of backup.records) {
      const store = writing.objectStore(table);
      for (const record of records) store.put(record);
    }
  });
  db.close();
  return performance.now() - start;
}

/** Takes in a first and a last note, one of them later than what is there: how many were taken, beside how many notes. */
export async function mergeTwo(): Promise<{ merged: number; among: number }> {
  const db = new ReaderDb();
  const notes = db.table<BackupRecord>('notes');
  const [first, last] = [await notes.orderBy('id').first(), await notes.orderBy('id').last()];
  if (!first || !last) throw new Error('there are no notes');
  const offered = [
    { ...last, clock: last.clock + 1 },
    { ...first, clock: first.clock - 1 },
  ];
  const merged = await createReaderRecords(db).merge(new Map([['notes', offered]]));
  const among = await notes.count();
  db.close();
  return { merged, among };
}

export async function clear(): Promise<void> {
  await settled(indexedDB.deleteDatabase('reader'));
}
