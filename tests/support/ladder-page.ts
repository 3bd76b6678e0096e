/** What the tests of the repair ladder do inside a page: its IndexedDB fails, is held, or is taken away under us. */
import { Dexie } from 'dexie';
import { databaseProblem } from '../../lib/db/database-problems';
import { KNOWLEDGE_VERSION, KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore } from '../../lib/db/knowledge-store';
import { openDatabase } from '../../lib/db/open-database';
import { ReaderDb } from '../../lib/db/reader-db';
import type { PackId, Reference } from '../../lib/model/ids';
import { sha256 } from '../../lib/platform/bundled-packs';
import { webByteTools } from '../../lib/platform/byte-tools';
import type { Knowledge } from '../../lib/services/knowledge';
import { createKnowledgeHolder } from '../../lib/services/knowledge-holder';
import { openStandIn } from '../../lib/services/memory-knowledge';
import { installFile, servedPacks } from './database-page';
import { openHere } from './open-here';
import { atOnce } from './slices';

const db = new KnowledgeDb();
const store = createKnowledgeStore(db);
const PERSON = 'a:person/gen-ito' as Reference;

/** Every connection that this page has opened, and every transaction that is under way. */
const connections = new Set<IDBDatabase>();
const transactions = new Set<IDBTransaction>();
let failures = 0;
let opened = 0;
let isSilent = false;

const { open } = IDBFactory.prototype;
IDBFactory.prototype.open = function (...args) {
  opened += 1;
  if (isSilent) return new EventTarget() as IDBOpenDBRequest;
  if (failures > 0) {
    failures -= 1;
    return failing();
  }
  const request = open.apply(this, args);
  request.addEventListener('success', () => connections.add(request.result));
  return request;
};
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...args) {
  const begun = transaction.apply(this, args);
  transactions.add(begun);
  begun.addEventListener('complete', () => transactions.delete(begun));
  return begun;
};

/** An opening that fails as Chromium's does when it cannot read its own files. */
function failing(): IDBOpenDBRequest {
  const error = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  const request = Object.assign(new EventTarget(), { error, result: undefined, onerror: null });
  const event = Object.assign(new Event('error', { cancelable: true }), {});
  request.addEventListener('error', (happened) => (request.onerror as ((event: Event) => void) | null)?.(happened));
  setTimeout(() => request.dispatchEvent(event), 1);
  return request as unknown as IDBOpenDBRequest;
}

/** Makes the next openings fail; `Infinity` as -1, which JSON has. */
export function failOpenings(count: number): void {
  failures = count < 0 ? Number.POSITIVE_INFINITY : count;
}
/** Makes openings say nothing at all from now on. */
export function silenceOpenings(): void {
  isSilent = true;
}
export const openings = (): number => opened;

/** As the browser does it: transactions are aborted, the connection is closed, and `close` is all that is said. */
export function killConnections(says: boolean): number {
  const killed = [...connections];
  connections.clear();
  for (const begun of transactions) {
    try {
      begun.abort();
    } catch {
      // It was over already.
    }
  }
  transactions.clear();
  for (const connection of killed) {
    connection.close();
    if (says) connection.dispatchEvent(new Event('close'));
  }
  return killed.length;
}

export const install = (file: string): Promise<boolean> => installFile(store, file);

/** As after the packs were mended: the set is written again. */
export async function installAnew(file: string): Promise<void> {
  await Promise.all([db.rows.clear(), db.meta.delete('current')]);
  await install(file);
}

const labelOf = async (knowledge: Knowledge | null): Promise<string | null> => {
  const record = (await knowledge?.get([PERSON]))?.get(PERSON) as { label: { en: string } } | undefined;
  return record?.label.en ?? null;
};

/** The text of a record that is stored, or what kept it from being read. */
export async function read(): Promise<string> {
  try {
    return (await labelOf(await openHere(store))) ?? 'nothing';
  } catch (error) {
    return databaseProblem(error)?.kind ?? String(error);
  }
}

/** What is wrong with a stored record: its line is no JSON any more, or a field in it has another type. */
const DAMAGES: Readonly<Record<string, (line: string) => string>> = {
  torn: (line) => line.slice(0, line.length >> 1),
  'of another type': (line) => JSON.stringify({ ...(JSON.parse(line) as object), label: 7, title: 7 }),
};

/** Damages one record in the database; its pack's rows are otherwise as they were. */
export async function damage(id: string, how: string): Promise<void> {
  for (const row of await db.rows.toArray()) {
    const lines = new TextDecoder().decode(row.bytes).split('\n');
    const at = lines.findIndex((line) => line.includes(`"id":"${id}"`));
    if (at < 0) continue;
    lines[at] = DAMAGES[how]?.(lines[at] as string) ?? '';
    await db.rows.put({ ...row, bytes: new TextEncoder().encode(lines.join('\n')) });
    return;
  }
  throw new Error(`${id} is not stored`);
}

/** Which of these records can be read, and which are known by their id at least. */
export async function examine(references: readonly string[]) {
  const knowledge = await openHere(store);
  const directory = await knowledge?.directory();
  const targets = references.map((reference) => directory?.targetOf(reference as Reference) ?? -1);
  const [read, named] = await Promise.all([
    knowledge?.get(references as readonly Reference[]),
    knowledge?.referencesOf(targets.filter((target) => target >= 0)),
  ]);
  return { read: [...(read?.keys() ?? [])], named: [...(named?.values() ?? [])] };
}

/** Looks up so many records one after the other, while the connection is killed before some of them, or in the middle. */
export async function lookUpWhileKilled(count: number, every: number): Promise<{ answered: number; slowest: number }> {
  const current = await store.current();
  const pack = current?.packs[0];
  if (!pack) throw new Error('nothing is installed');
  let answered = 0;
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const reading = store.rows(pack, [i % 10]).then(
      (rows) => rows.get(i % 10)?.at(0) !== null,
      () => false,
    );
    if (i % every === 0) killConnections(i % (2 * every) === 0);
    if (i % every === 1) await Promise.resolve().then(() => killConnections(true));
    if (await reading) answered += 1;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { answered, slowest: times[Math.floor(times.length * 0.95)] ?? 0 };
}

/** Holds a connection as old code does: one that lets go when it is asked to, or one that does not. */
export async function hold(letsGo: boolean): Promise<void> {
  if (letsGo) {
    await store.current();
    await db.meta.toArray();
    return;
  }
  const request = open.call(indexedDB, 'knowledge');
  await new Promise((done, failed) => {
    request.onsuccess = done;
    request.onerror = failed;
  });
  connections.add(request.result);
}

class NextDb extends Dexie {
  constructor() {
    super('knowledge');
    this.version(KNOWLEDGE_VERSION + 1).stores({ meta: 'key', rows: '[pack+generation+row]', added: 'id' });
  }
}
let next: NextDb | null = null;
let over: Promise<string> | null = null;

/** Upgrades the knowledge as the next version would; `patience` in ms. */
export async function upgrade(patience: number): Promise<string> {
  next = new NextDb();
  try {
    await openDatabase(next, { blocked: patience, upgrading: 30_000 });
    return 'upgraded';
  } catch (error) {
    const problem = databaseProblem(error);
    over = problem?.over?.then(() => 'upgraded') ?? null;
    return problem?.kind ?? String(error);
  }
}
/** What came of an upgrade that was given up. */
export const untilOver = async (): Promise<string> => (await over) ?? 'never';
export const closeNext = (): void => next?.close();

/** A background without a database: what it says, knows, and how often it tries while it is asked again and again. */
export async function liveWithout(file: string, questions: number) {
  const told: string[] = [];
  let attempts = 0;
  let mayTry = true;
  const bundled = await servedPacks(file);
  const holder = createKnowledgeHolder({
    open: () => {
      attempts += 1;
      return openHere(store);
    },
    keeper: {
      update: async () => ((await installFile(store, file)) ? 'changed' : 'same'),
      discard: store.discardIndex,
      wasVerified: async () => true,
      setVerified: async () => undefined,
      later: () => undefined,
      tell: async (trouble) => {
        told.push(trouble?.kind ?? 'fine');
        mayTry = trouble === null;
      },
      changed: () => undefined,
      mayTry: async () => mayTry,
      troubleOf: databaseProblem,
      standIn: () => openStandIn({ bundled, tools: webByteTools, sha256, slices: atOnce }),
      slices: atOnce,
    },
  });
  const start = performance.now();
  const labels = new Set([await labelOf(await holder.get())]);
  const ms = performance.now() - start;
  for (let i = 0; i < questions; i++) labels.add(await labelOf(await holder.get()));
  return { told, attempts, labels: [...labels], ms };
}

/** Writes whose transaction is aborted for want of space, while the request never hears of it (Dexie's issue 840). */
export async function writeWithoutSpace(): Promise<string[]> {
  await db.open();
  const reader = new ReaderDb();
  await reader.open();
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const { transaction: begun } = this;
    put.apply(this, args);
    Object.defineProperty(begun, 'error', { value: new DOMException('Full.', 'QuotaExceededError') });
    queueMicrotask(() => begun.abort());
    // What the operation waits for: a request that is never answered.
    return new EventTarget() as IDBRequest<IDBValidKey>;
  };
  const record = { id: 'x', value: 1, clock: 1, device: 'd', deleted: false };
  const writes: readonly (() => PromiseLike<unknown>)[] = [
    () => store.writeRows('a' as PackId, 'full', 0, [[]]),
    () => store.commit({ packs: [], fingerprint: 'full' }, [new Uint8Array(64)]),
    () => db.meta.put({ key: 'install', value: 'full' }),
    () => reader.notes.put(record),
  ];
  const results: string[] = [];
  for (const write of writes) {
    const outcome = write().then(
      () => 'written',
      (error: { name: string }) => error.name,
    );
    results.push(
      await Promise.race([outcome, new Promise<string>((late) => setTimeout(late, 5_000, 'never settled'))]),
    );
  }
  IDBObjectStore.prototype.put = put;
  // The database goes on: nothing waits for the transactions that are gone.
  await reader.notes.put(record);
  results.push((await reader.notes.get('x'))?.id ?? 'nothing');
  await reader.notes.delete('x');
  return results;
}
