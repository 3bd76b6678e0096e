/**
 * What the reader can ask for: add a pack, remove one, accept or decline an update that was held, stop a job. Each is
 * written down at once and done later; whoever calls these tells the background (`packs.work`), which starts the
 * installer.
 */
import type { PackId } from '../model/ids';
import { type ImportJob, isOver, type Job, type JobStore, type PackFile } from './jobs';
import type { KnowledgeStore } from './ports';

/** Queues the import of a pack's file, plain or gzip; what it holds is looked at later. */
export const queueImport = (
  jobs: JobStore,
  file: PackFile,
  options: Pick<ImportJob, 'origin' | 'isPrivate' | 'accepted'>,
): Promise<Job> => jobs.add({ kind: 'import', bytes: file.size, ...options }, file);

/**
 * Removes an installed pack: readers do not see it from here on; its rows go later. Packs that ship with Sidelight
 * stay: `null`, as for one that is not there.
 */
export async function queueRemoval(jobs: JobStore, store: KnowledgeStore, pack: PackId): Promise<Job | null> {
  const current = await store.current();
  const installed = current?.packs.find(({ header }) => header.id === pack);
  if (!installed || installed.origin.kind === 'bundled') return null;
  const known = (await jobs.list()).find((job) => job.kind === 'remove' && job.pack === pack && !isOver(job));
  // Written down first: a tombstone without a job would never be cleared away.
  const job = known ?? (await jobs.add({ kind: 'remove', pack }));
  await hidePack(store, pack);
  return job;
}

/** Puts up a tombstone: no reader who starts now sees the pack. */
export const hidePack = (store: KnowledgeStore, pack: PackId): Promise<void> =>
  store.amend((current) => {
    const isThere = current.packs.some(({ header }) => header.id === pack);
    if (!isThere || current.removed?.includes(pack)) return current;
    return { ...current, removed: [...(current.removed ?? []), pack] };
  });

/** The reader takes an update that was held; false when it is not held any more. */
export const acceptHeld = (jobs: JobStore, id: string): Promise<boolean> =>
  jobs.change(id, { accepted: true, state: { kind: 'waiting' } }, ({ state }) => state.kind === 'held');

/**
 * Stops a job that has not ended, whatever it is doing, or declines a held one: what was there before stands. A removal
 * cannot be called off, the pack is hidden already. False when there was nothing to stop.
 */
export const cancelJob = (jobs: JobStore, id: string): Promise<boolean> =>
  jobs.remove(id, (job) => job.kind === 'import' && !isOver(job));

/** Takes jobs that have ended off the list: one, or all. */
export async function clearFinished(jobs: JobStore, id?: string): Promise<void> {
  const ended = (await jobs.list()).filter((job) => isOver(job) && (id === undefined || job.id === id));
  for (const job of ended) await jobs.remove(job.id, isOver);
}

/** Switches whether an installed pack's names are never painted; a pack that its author made private stays so. */
export const setPrivate = (store: KnowledgeStore, pack: PackId, isPrivate: boolean): Promise<void> =>
  store.amend((current) => ({
    ...current,
    packs: current.packs.map((entry) =>
      entry.header.id === pack ? { ...entry, isPrivate: isPrivate || entry.header.private === true } : entry,
    ),
  }));
