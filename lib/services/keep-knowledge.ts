/**
 * Keeps the stored knowledge in order. Small sets are installed and compiled where they are wanted, so that a first run
 * is quick. Large ones go to a host that outlives the background: it is killed after 30 s, whatever it does (measured).
 */
import { openIndexFile } from '../recognition/index-file';
import { clearAway, type InstallOptions, type InstallPorts, installBundledPacks, isUpToDate } from './install-packs';
import { isDue } from './jobs';
import type { Rebuild } from './knowledge';
import { isSound, type Outcome } from './knowledge-holder';
import type { BundledPack } from './ports';
import { rebuildIndex } from './rebuild-index';
import { type JobEvents, runJobs } from './run-jobs';

/**
 * Records that the background installs and compiles by itself. Measured from the waking of the background to its answer
 * (Chromium 156, 2 cores): 0.45 s for the pack that ships with the extension, 1.3 s for 4,600 records with 10,000 names,
 * 2.5 s for twice as many. A page that waits asks again after 0.5, 1.5 and 3.5 s.
 */
const MAX_RECORDS_HERE = 5_000;

/** Where large sets are installed. */
export interface InstallHost {
  /**
   * Begins, unless it is at it already; resolves when it has begun. Rejects when it cannot, or failed just now and
   * nobody asks for it (`isAsked`).
   */
  start(options?: { readonly isAsked?: boolean }): Promise<void>;
}

const recordsIn = (packs: readonly { readonly records: number }[]): number =>
  packs.reduce((sum, { records }) => sum + records, 0);

/**
 * Brings the installed packs up to what this version of the extension ships: here, or in the host. Where nothing is
 * installed yet, the first packs are installed here if they are small, and known while the host installs the rest.
 */
export async function updateKnowledge(ports: InstallPorts, host: InstallHost): Promise<Outcome> {
  const wanted = await ports.bundled.list();
  if (recordsIn(wanted) > MAX_RECORDS_HERE && !(await isUpToDate(ports.store, wanted))) {
    const first = firstFew(wanted);
    if (first.length > 0 && !(await ports.store.current())) await installBundledPacks(ports, {}, first);
    await host.start();
    return 'elsewhere';
  }
  const outcome = (await installBundledPacks(ports)) ? 'changed' : 'same';
  if ((await ports.jobs.list()).some(isDue)) await host.start();
  return outcome;
}

/** The packs from the beginning that can be installed here. */
function firstFew(wanted: readonly BundledPack[]): readonly BundledPack[] {
  const tooMany = wanted.findIndex((_, i) => recordsIn(wanted.slice(0, i + 1)) > MAX_RECORDS_HERE);
  return tooMany < 0 ? wanted : wanted.slice(0, tooMany);
}

/** Compiles an index that does not fit: here, or in the host. */
export const rebuilderOf =
  ({ store, slices }: Pick<InstallPorts, 'store' | 'slices'>, host: InstallHost): Rebuild =>
  async (current) => {
    if (recordsIn(current.packs) > MAX_RECORDS_HERE) {
      await host.start();
      return false;
    }
    await rebuildIndex(store, current, { slices });
    return true;
  };

/** Readers have opened the new knowledge by then: what they were reading may go. */
const CLEAR_AFTER_MS = 10_000;
/** While it waits, it looks so often for jobs that have been queued meanwhile. */
const LOOK_EVERY_MS = 1_000;

/** What the host is told while it works, and how it waits. */
export interface HostOptions extends InstallOptions, JobEvents {
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * All the host does: brings the bundled packs up to date, then does the jobs, then clears away what they have left.
 * Rejects when the bundled packs could not be installed; the jobs have been done all the same.
 */
export async function runHost(ports: InstallPorts, options: HostOptions): Promise<void> {
  /** ms for which nothing has changed, while something old is still there; `null`: nothing is. */
  const old: { quietMs: number | null } = { quietMs: null };
  const onChanged = () => {
    old.quietMs = 0;
    options.onChanged?.();
  };
  const [order] = await Promise.allSettled([putInOrder(ports, options)]);
  if (order.status === 'fulfilled' && order.value) onChanged();
  await runJobs(ports, { ...options, onChanged });
  while (old.quietMs !== null) {
    await options.sleep(LOOK_EVERY_MS);
    old.quietMs += LOOK_EVERY_MS;
    if (old.quietMs >= CLEAR_AFTER_MS) {
      old.quietMs = null;
      await ports.store.exclusively(() => clearAway(ports));
    }
    // Some came meanwhile: whoever queued them found us at work.
    await runJobs(ports, { ...options, onChanged });
  }
  if (order.status === 'rejected') throw order.reason;
}

/**
 * Installs what is missing, compiles an index that is damaged. Resolves to whether anything changed. Whoever runs it
 * twice at once runs it one after the other, and the second has nothing to do.
 */
export async function putInOrder(ports: InstallPorts, options: InstallOptions = {}): Promise<boolean> {
  if (await installBundledPacks(ports, options)) return true;
  return ports.store.exclusively(async () => {
    const current = await ports.store.current();
    if (!current || (await hasSoundIndex(ports, current.fingerprint))) return false;
    await rebuildIndex(ports.store, current, { slices: ports.slices, signal: options.signal });
    return true;
  });
}

async function hasSoundIndex({ store, slices }: InstallPorts, fingerprint: string): Promise<boolean> {
  const stored = await store.index(fingerprint);
  const file = stored ? await openIndexFile(stored, fingerprint) : 'not-an-index';
  return typeof file !== 'string' && isSound(file, slices);
}
