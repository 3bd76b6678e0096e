/**
 * Does the jobs, one by one, under the store's lock: two installers take turns. A job that its installer left, dead or
 * stopped, is taken up again by the next: from its file, or, once its rows are written and sound, from these.
 */
import { compareVersions, judgeUpdateBySize } from '../packs/judge-update';
import { PACK_LIMITS } from '../packs/limits';
import { readEnds } from '../packs/read-ends';
import { compareGenerations } from './compare-generations';
import { compileSet, MissingRecordsError } from './compile-set';
import { clearAway, type InstallPorts } from './install-packs';
import { fingerprintOf } from './installed-set';
import {
  type FailureReason,
  type ImportJob,
  isDue,
  type Job,
  type JobChanges,
  type JobProgress,
  type JobState,
  type RemovalJob,
} from './jobs';
import type { InstalledPack } from './ports';
import { hidePack } from './queue-jobs';
import { stagePack } from './stage-pack';

/** Between two entries of a job's progress: each is a transaction, and a look whether the job was cancelled. */
const NOTE_EVERY_MS = 500;

export interface JobEvents {
  /** Ends the work: the job at hand stays as it is, for the next installer. */
  readonly signal?: AbortSignal | undefined;
  /** Other knowledge has become current. */
  readonly onChanged?: (() => void) | undefined;
}

/** Does every job that is due; resolves to how many. Rejects when the journal itself cannot be read or written. */
export async function runJobs(ports: InstallPorts, events: JobEvents = {}): Promise<number> {
  for (let done = 0; ; done++) {
    const wasDone = await ports.store.exclusively(async () => {
      events.signal?.throwIfAborted();
      const job = (await ports.jobs.list()).find(isDue);
      if (!job) return false;
      await runJob(ports, job, events);
      return true;
    });
    if (!wasDone) return done;
  }
}

/** Thrown through a job that its reader has cancelled. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

async function runJob(ports: InstallPorts, job: Job, events: JobEvents): Promise<void> {
  const { jobs } = ports;
  const control = new AbortController();
  const stop = () => control.abort(events.signal?.reason);
  events.signal?.addEventListener('abort', stop);
  const noting = createNotes(ports, job, control);
  try {
    const end = await (job.kind === 'import' ? runImport : runRemoval)(ports, job as never, {
      signal: control.signal,
      note: noting.note,
    });
    await noting.settled();
    const isKept = await jobs.change(job.id, { state: end.state });
    if (end.changed) events.onChanged?.();
    // Declined in the last moment: the rows of an update that was to be held are nobody's.
    if (!isKept && !end.changed) await clearAway(ports);
  } catch (error) {
    await noting.settled();
    if (error instanceof Cancelled) return clearAway(ports);
    if (events.signal?.aborted) throw error;
    console.error(`Sidelight: a pack could not be ${job.kind === 'import' ? 'added' : 'removed'}`, error);
    await jobs.change(job.id, { state: { kind: 'failed', reason: reasonOf(error), detail: String(error) } });
    await clearAway(ports);
  } finally {
    events.signal?.removeEventListener('abort', stop);
  }
}

interface Work {
  readonly signal: AbortSignal;
  readonly note: (progress: JobProgress) => void;
}

interface End {
  readonly state: JobState;
  readonly changed: boolean;
}

/** Writes down how far a job is, now and then, and stops it once it is gone from the journal. */
function createNotes({ jobs, slices }: InstallPorts, { id }: Job, control: AbortController) {
  let last = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();
  return {
    note(progress: JobProgress): void {
      if (slices.now() - last < NOTE_EVERY_MS) return;
      last = slices.now();
      writing = jobs.change(id, { state: { kind: 'running', ...progress } }).then(
        (isThere) => {
          if (!isThere) control.abort(new Cancelled());
        },
        () => undefined,
      );
    },
    settled: () => writing,
  };
}

async function runImport(ports: InstallPorts, job: ImportJob, work: Work): Promise<End> {
  const { store, jobs } = ports;
  await clearAway(ports);
  let { staged } = job;
  // The browser may have lost rows since they were written.
  if (staged && (await store.countRows(staged)) !== Math.ceil(staged.records / staged.rowSize))
    staged = undefined as never;
  if (!staged) {
    const result = await stageFile(ports, job, work);
    if ('state' in result) return { state: result.state, changed: false };
    staged = result.staged;
    if (!(await jobs.change(job.id, { staged, pack: staged.header }))) throw new Cancelled();
  }
  const current = await store.current();
  const id = staged.header.id;
  const before = current?.packs.find(({ header }) => header.id === id);
  let changes: JobChanges | undefined;
  if (before) {
    const judged = await judge(ports, job, before, staged, work);
    if ('state' in judged) return { state: judged.state, changed: false };
    changes = judged.changes;
  }
  const own = { ...staged, isPrivate: staged.isPrivate || (before !== undefined && isMadePrivate(before)) };
  const others = current?.packs ?? [];
  const packs = before ? others.map((entry) => (entry === before ? own : entry)) : [...others, own];
  await commitSet(ports, packs, work);
  return { state: { kind: 'done', ...(changes ? { changes } : {}) }, changed: true };
}

/** The reader, not the author, has said that its names are never painted: that holds for the next version too. */
const isMadePrivate = ({ isPrivate, header }: InstalledPack): boolean => isPrivate && header.private !== true;

/** Reads, checks and writes the file of a job; or says how the job ends without that. */
async function stageFile(
  ports: InstallPorts,
  job: ImportJob,
  { signal, note }: Work,
): Promise<{ readonly staged: InstalledPack } | { readonly state: JobState }> {
  const { store, jobs, tools } = ports;
  const file = await jobs.file(job.id);
  if (!file) return { state: { kind: 'failed', reason: 'file-gone', detail: 'the file of the import is gone' } };
  // Known before a byte is read (T08).
  if (file.size > PACK_LIMITS.fileBytes) {
    const message = `is larger than ${PACK_LIMITS.fileBytes / 1024 / 1024} MiB`;
    return {
      state: { kind: 'refused', reason: 'problems', problems: [{ line: 0, message, code: 'limit' }], count: 1 },
    };
  }
  const packs = (await store.current())?.packs ?? [];
  const bundled = await ports.bundled.list();
  // The beginning tells which pack it is; of one that is there, the end tells whether anything is new.
  const isKnown = (id: string) =>
    packs.some(({ header }) => header.id === id) || bundled.some((pack) => pack.id === id);
  const ends = await readEnds(file.stream() as unknown as AsyncIterable<Uint8Array>, tools, isKnown);
  if (ends && bundled.some((pack) => pack.id === ends.id))
    return { state: { kind: 'refused', reason: 'bundled', problems: [], count: 0 } };
  const installed = packs.find(({ header }) => header.id === ends?.id);
  if (installed && ends?.sha256 === installed.sha256) return { state: { kind: 'done', same: true } };
  const result = await stagePack(ports, file, {
    origin: job.origin,
    isPrivate: job.isPrivate,
    signal,
    onHeader: (pack) => void jobs.change(job.id, { pack }).catch(() => undefined),
    onProgress: ({ bytes }) => note({ phase: 'checking', done: bytes, total: Math.max(bytes, file.size) }),
  });
  if (!('problems' in result)) return result;
  const { problems } = result;
  await clearAway(ports);
  return { state: { kind: 'refused', reason: 'problems', problems, count: problems.length } };
}

/** Whether an update is taken, and what it changes. */
async function judge(
  { store }: InstallPorts,
  job: ImportJob,
  before: InstalledPack,
  after: InstalledPack,
  { signal, note }: Work,
): Promise<{ readonly changes: JobChanges } | { readonly state: JobState }> {
  if (before.sha256 === after.sha256) return { state: { kind: 'done', same: true } };
  if (compareVersions(after.header.version, before.header.version) < 0)
    return { state: { kind: 'refused', reason: 'older', problems: [], count: 0 } };
  const total = before.records + after.records;
  const { size, changes } = await compareGenerations(store, before, after, (done) => {
    signal.throwIfAborted();
    note({ phase: 'comparing', done, total });
  });
  const version = ({ header, sha256 }: InstalledPack) => ({ id: header.id, version: header.version, sha256 });
  const verdict = judgeUpdateBySize(version(before), version(after), size);
  if (verdict.verdict !== 'held' || job.accepted === true) return { changes };
  return { state: { kind: 'held', judgement: { ...verdict, before: size.before }, changes } };
}

async function runRemoval(ports: InstallPorts, { pack }: RemovalJob, work: Work): Promise<End> {
  await hidePack(ports.store, pack);
  const current = await ports.store.current();
  const packs = current?.packs.filter(({ header }) => header.id !== pack);
  const isThere = packs && packs.length < (current?.packs.length ?? 0);
  if (isThere) await commitSet(ports, packs, work);
  return { state: { kind: 'done' }, changed: isThere === true };
}

/** Compiles the index of a set and flips the pointer. */
async function commitSet(
  { store, sha256, slices }: InstallPorts,
  packs: readonly InstalledPack[],
  { signal, note }: Work,
): Promise<void> {
  const fingerprint = await fingerprintOf(packs, sha256);
  const total = packs.reduce((sum, { records }) => sum + records, 0);
  const index = await compileSet(store, packs, fingerprint, {
    slices,
    signal,
    onProgress: (share) => note({ phase: 'compiling', done: Math.floor(share * total), total }),
  });
  signal.throwIfAborted();
  await store.commit({ packs, fingerprint }, index);
}

/** Of errors as Dexie, IndexedDB and streams throw them; their names are the only thing that browsers agree on. */
function reasonOf(error: unknown): FailureReason {
  const names: string[] = [];
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth++) {
    names.push(String((at as Error).name));
    at = (at as { inner?: unknown; cause?: unknown }).inner ?? (at as { cause?: unknown }).cause;
  }
  if (names.includes('QuotaExceededError')) return 'no-space';
  if (names.includes('NotReadableError') || names.includes('NotFoundError')) return 'unreadable';
  return error instanceof MissingRecordsError ? 'damaged-records' : 'unknown';
}
