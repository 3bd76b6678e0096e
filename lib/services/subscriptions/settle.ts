/**
 * What has become of the file that was fetched last. The importer's verdict on it stands: the same bytes are not handed
 * in again. An import that failed for another reason (a full disk), or that was called off, leaves nothing: the file is
 * fetched again.
 */

import { isOver, type Job, type JobStore } from '../jobs';
import { cancelJob } from '../queue-jobs';
import type { CheckState, SubscriptionStore } from './subscription';

/** The state as it counts from here on; `job` is the import of its file, `null` when that is off the list. */
export function settle(state: CheckState, job: Job | null, now: number): CheckState {
  const { file } = state;
  if (file === null || file.job === null) return state;
  switch (job?.state.kind) {
    case 'done': {
      const { changes } = job.state;
      return { ...state, file: { ...file, job: null }, ...(changes ? { update: { at: now, changes } } : {}) };
    }
    case 'refused':
      return { ...state, file: { ...file, job: null } };
    case 'failed':
    case undefined:
      return { ...state, file: null };
    default:
      return state;
  }
}

interface SettlePorts {
  readonly subscriptions: SubscriptionStore;
  readonly jobs: JobStore;
  readonly now: () => number;
}

/**
 * Writes down what has become of all files. Imports that went well go off the list: an update that nobody asked for has
 * nothing to report but its changelog, which is kept with its address.
 */
export async function settleAll({ subscriptions, jobs, now }: SettlePorts): Promise<void> {
  for (const state of await subscriptions.checks()) {
    if (!state.file?.job) continue;
    const job = await jobs.get(state.file.job);
    if (job && !isOver(job)) continue;
    await subscriptions.saveCheck(settle(state, job, now()));
    if (job?.state.kind === 'done') await jobs.remove(job.id, isOver);
  }
}

/** The reader keeps the installed version: the update that waits goes, and the same file is not offered again. */
export async function declineUpdate({ subscriptions, jobs }: Omit<SettlePorts, 'now'>, id: string): Promise<boolean> {
  for (const state of await subscriptions.checks()) {
    if (state.file?.job === id) await subscriptions.saveCheck({ ...state, file: { ...state.file, job: null } });
  }
  return cancelJob(jobs, id);
}
