/**
 * Runs in a page of the extension under test: queues imports and removals as Options does, and looks into the database
 * by the extension's own code.
 */
import { createJobStore } from '../../lib/db/job-store';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore } from '../../lib/db/knowledge-store';
import type { PackId } from '../../lib/model/ids';
import { openIndexFile } from '../../lib/recognition/index-file';
import { visiblePacks } from '../../lib/services/installed-set';
import { cancelJob, queueImport, queueRemoval } from '../../lib/services/queue-jobs';

const db = new KnowledgeDb();
const jobs = createJobStore(db);
const store = createKnowledgeStore(db);

const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
const work = (): Promise<unknown> => api.runtime.sendMessage({ type: 'packs.work', request: {} });

/** What a reader who starts now would find of a pack, and what else lies in the database. */
export interface Sight {
  /** Version that the pointer names; `null`: the pack is not installed. */
  readonly version: string | null;
  /** Versions that its records name: one, unless it is half a pack. */
  readonly versions: readonly string[];
  /** It has all its rows, and the index is the set's. */
  readonly isWhole: boolean;
  /** Rows of the pack, whoever names them, and generations that no pointer names. */
  readonly rows: number;
  readonly orphans: number;
  readonly jobs: readonly string[];
  /** All that the pointer names, with their versions; none: the browser has lost the database. */
  readonly packs: readonly string[];
}

/** Rows of a pack that are looked into, from its first to its last. */
const SAMPLE_ROWS = 200;

async function look(id: string): Promise<Sight> {
  const current = await store.current();
  const keys = (await db.rows.orderBy('[pack+generation+row]').keys()) as unknown as [string, string, number][];
  const generations = new Set(keys.map(([pack, generation]) => `${pack} ${generation}`));
  for (const { header, generation } of current?.packs ?? []) generations.delete(`${header.id} ${generation}`);
  const listed = (await jobs.list()).map(({ kind, state }) => `${kind} ${state.kind}`);
  const pack = current && visiblePacks(current).find(({ header }) => header.id === id);
  const rows = keys.filter(([pack]) => pack === id).length;
  const packs = current?.packs.map(({ header }) => `${header.id} ${header.version}`) ?? [];
  const base = { rows, orphans: generations.size, jobs: listed, packs };
  if (!current || !pack) return { version: null, versions: [], isWhole: true, ...base };
  const count = Math.ceil(pack.records / pack.rowSize);
  const step = Math.max(1, Math.floor(count / SAMPLE_ROWS));
  const wanted = Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
  const sampled = await store.rows(pack, [...wanted, count - 1]);
  // The first record of a row but the very first, which is a source.
  const labels = [...sampled.values()].map((row) => row.at(row.at(0)?.record === 'source' ? 1 : 0));
  const versions = new Set(
    labels.map(
      (record) => (record?.record === 'entity' ? String(record.label.en).split(' ').at(-1) : 'lost') as string,
    ),
  );
  const index = await store.index(current.fingerprint);
  const opened = index ? await openIndexFile(index, current.fingerprint) : 'not-an-index';
  const isWhole = (await store.countRows(pack)) === count && typeof opened !== 'string';
  return { version: pack.header.version, versions: [...versions], isWhole, ...base };
}

async function add(file: string): Promise<string> {
  const blob = await (await fetch(`/${file}`)).blob();
  const { id } = await queueImport(jobs, blob, { origin: { kind: 'file', name: file } });
  await work();
  return id;
}

async function remove(pack: string): Promise<void> {
  await queueRemoval(jobs, store, pack as PackId);
  await work();
}

async function cancel(id: string): Promise<boolean> {
  const isCancelled = await cancelJob(jobs, id);
  await work();
  return isCancelled;
}

async function stateOf(id: string): Promise<string> {
  const job = await jobs.get(id);
  return job ? JSON.stringify(job.state) : 'gone';
}

export const driver = { look, add, remove, cancel, stateOf, work };
Object.assign(globalThis, { driver });
