/** The journal of jobs in memory, with the promises that the real one makes. */
import { isOver, type Job, type JobStore, type PackFile } from '../../lib/services/jobs';

export interface MemoryJobs extends JobStore {
  /** How many files lie in it. */
  readonly fileCount: () => number;
  readonly loseFile: (id: string) => void;
}

export function createMemoryJobs(): MemoryJobs {
  const jobs = new Map<string, Job>();
  const files = new Map<string, PackFile>();
  let order = 0;
  return {
    async add(job, file) {
      order += 1;
      const id = `job-${order}`;
      const added = { ...structuredClone(job), id, order, state: { kind: 'waiting' }, queuedAt: '2026-01-01' } as Job;
      jobs.set(id, added);
      if (file) files.set(id, file);
      return structuredClone(added);
    },
    list: async () => structuredClone([...jobs.values()]),
    get: async (id) => structuredClone(jobs.get(id) ?? null),
    file: async (id) => files.get(id) ?? null,
    async change(id, change, when = () => true) {
      const job = jobs.get(id);
      if (!job || !when(structuredClone(job))) return false;
      const changed = { ...job, ...structuredClone(change) } as Job;
      jobs.set(id, changed);
      if (isOver(changed)) files.delete(id);
      return true;
    },
    async remove(id, when = () => true) {
      const job = jobs.get(id);
      if (!job || !when(structuredClone(job))) return false;
      jobs.delete(id);
      files.delete(id);
      return true;
    },
    fileCount: () => files.size,
    loseFile: (id) => void files.delete(id),
  };
}
