/** What the tests of the databases do inside a page: the extension's own store and services on the page's IndexedDB. */
import { createJobStore } from '../../lib/db/job-store';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore, isOwnDatabase, markInstall } from '../../lib/db/knowledge-store';
import { ReaderDb } from '../../lib/db/reader-db';
import type { PackId, Reference } from '../../lib/model/ids';
import { sha256 } from '../../lib/platform/bundled-packs';
import { webByteTools } from '../../lib/platform/byte-tools';
import { installBundledPacks } from '../../lib/services/install-packs';
import type { BundledPacks, KnowledgeStore } from '../../lib/services/ports';
import { listPack } from './list-pack';
import { openHere } from './open-here';
import { atOnce } from './slices';

const db = new KnowledgeDb();
const store = createKnowledgeStore(db);

const fetchText = async (file: string): Promise<string> => (await fetch(file)).text();

/** Pack `a` in a file that the test serves, as an extension ships it. */
export async function servedPacks(file: string): Promise<BundledPacks> {
  const text = await fetchText(file);
  return { list: async () => [listPack(file, text)], read: async () => new Blob([text]) };
}

export async function installFile(into: KnowledgeStore, file: string): Promise<boolean> {
  const bundled = await servedPacks(file);
  return installBundledPacks({
    store: into,
    jobs: createJobStore(db),
    bundled,
    tools: webByteTools,
    sha256,
    newGeneration: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
    slices: atOnce,
  });
}

export const install = (file: string): Promise<boolean> => installFile(store, file);

/** Begins an installation that stops for good in its nth write of rows, and answers when it is there. */
export function installUntil(file: string, write: number): Promise<string> {
  let writes = 0;
  return new Promise((reached, failed) => {
    const stopping: KnowledgeStore = {
      ...store,
      async writeRows(...args) {
        writes += 1;
        const written = store.writeRows(...args);
        if (writes < write) return written;
        reached(`in write ${writes}`);
        return new Promise(() => {});
      },
    };
    installFile(stopping, file).then(() => reached('finished'), failed);
  });
}

/** What a reader who starts now finds. */
export async function read(references: readonly string[]) {
  const knowledge = await openHere(store);
  if (!knowledge) return null;
  const found = await knowledge.get(references as readonly Reference[]);
  const versions = new Set([...found.values()].map((record) => /[ab]\d/.exec(JSON.stringify(record))?.[0]));
  return { version: knowledge.headers.get('a' as PackId)?.version, found: found.size, versions: [...versions] };
}

/** How much lies in the database, whoever names it. */
export async function count() {
  const rows = (await db.rows.toCollection().primaryKeys()) as [string, string, number][];
  return {
    generations: new Set(rows.map(([, generation]) => generation)).size,
    rows: rows.length,
    indexes: await db.indexes.count(),
  };
}

export async function mark(id: string): Promise<boolean> {
  await markInstall(db, id);
  return isOwnDatabase(db, id);
}
export const isOwn = (id: string): Promise<boolean> => isOwnDatabase(db, id);

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** Numbered by the database, and found by fields besides the key. */
interface StoredTable {
  readonly key: string;
  readonly isNumbered: boolean;
  readonly indexes: readonly string[];
}

interface StoredDatabase {
  readonly version: number;
  /** The key of each table; more where a table has more. */
  readonly keys: Readonly<Record<string, string | string[] | StoredTable>>;
  readonly records: Readonly<Record<string, readonly unknown[]>>;
}

/** Makes a database as a version of the extension left it: by IndexedDB alone, without the code of today. */
export async function makeDatabase(name: string, { version, keys, records }: StoredDatabase): Promise<void> {
  await settled(indexedDB.deleteDatabase(name));
  const request = indexedDB.open(name, version * 10);
  request.onupgradeneeded = () => {
    for (const [table, spec] of Object.entries(keys)) createTable(request.result, table, spec);
  };
  const raw = await settled(request);
  const writing = raw.transaction(Object.keys(keys), 'readwrite');
  for (const [table, rows] of Object.entries(records)) for (const row of rows) writing.objectStore(table).put(row);
  await new Promise((done) => {
    writing.oncomplete = done;
  });
  raw.close();
}

function createTable(raw: IDBDatabase, name: string, spec: StoredDatabase['keys'][string]): void {
  if (typeof spec === 'string' || !('key' in spec)) {
    raw.createObjectStore(name, { keyPath: spec });
    return;
  }
  const store = raw.createObjectStore(name, { keyPath: spec.key, autoIncrement: spec.isNumbered });
  // Named as Dexie names them: `[a+b]` has two fields.
  for (const name of spec.indexes) store.createIndex(name, name.startsWith('[') ? name.slice(1, -1).split('+') : name);
}

/** Everything in a database, by IndexedDB alone. */
export async function dump(name: string): Promise<StoredDatabase['records'] & { version: number }> {
  const raw = await settled(indexedDB.open(name));
  const records: Record<string, unknown[]> = {};
  for (const table of raw.objectStoreNames) {
    records[table] = await settled(raw.transaction(table).objectStore(table).getAll());
  }
  raw.close();
  return { ...records, version: raw.version / 10 } as never;
}

/** Everything in the reader's database, by the code of today. */
export async function readReader(): Promise<Record<string, unknown[]>> {
  const reader = new ReaderDb();
  const entries = await Promise.all(reader.tables.map(async (table) => [table.name, await table.toArray()] as const));
  reader.close();
  return Object.fromEntries(entries);
}

export const readerVersion = (): number => new ReaderDb().verno;

/** Tries to read and to write by the code of today; the names of the errors. */
export async function tryDatabases(): Promise<string[]> {
  const knowledge = new KnowledgeDb();
  const reader = new ReaderDb();
  const record = { id: 'x', value: 1, clock: 1, device: 'd', deleted: false };
  const attempts = [
    knowledge.meta.toArray(),
    markInstall(knowledge, 'x'),
    createKnowledgeStore(knowledge).current(),
    reader.rules.toArray(),
    reader.rules.put(record),
  ];
  const results = await Promise.allSettled(attempts);
  return results.map((result) =>
    result.status === 'fulfilled'
      ? 'done'
      : `${result.reason.name}${result.reason.inner ? ` ${result.reason.inner.name}` : ''}`,
  );
}

/** Opens the knowledge database at a higher version, as newer code would; how long it had to wait is not its matter. */
export async function upgradeKnowledge(): Promise<number> {
  const request = indexedDB.open('knowledge', 50);
  const raw = await settled(request);
  raw.close();
  return raw.version;
}
