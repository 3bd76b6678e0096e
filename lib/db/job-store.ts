/** The journal of jobs on Dexie: small rows that pages watch (`liveQuery`), and the files of imports beside them. */
import { isOver, type Job, type JobStore } from '../services/jobs';
import type { KnowledgeDb } from './knowledge-db';

export function createJobStore(db: KnowledgeDb): JobStore {
  // There are a handful: no index is worth its upkeep.
  const byId = (id: string) => db.jobs.filter((job) => job.id === id).first();
  const list = (): Promise<Job[]> => db.jobs.orderBy('order').toArray();
  return {
    async add(job, file) {
      return db.transaction('rw', db.jobs, db.files, async () => {
        const id = crypto.randomUUID();
        const added = { ...job, id, state: { kind: 'waiting' }, queuedAt: new Date().toISOString() } as const;
        // Dexie puts the number that the database draws into the row.
        const row: Omit<Job, 'order'> & { order?: number } = { ...added };
        await db.jobs.add(row as Job);
        if (file) await db.files.add({ job: id, file: file as Blob });
        return row as Job;
      });
    },

    list,

    get: async (id) => (await byId(id)) ?? null,

    async file(id) {
      return (await db.files.get(id))?.file ?? null;
    },

    change(id, change, when = () => true) {
      return db.transaction('rw', db.jobs, db.files, async () => {
        const job = await byId(id);
        if (!job || !when(job)) return false;
        const changed = { ...job, ...change } as Job;
        await db.jobs.put(changed);
        if (isOver(changed)) await db.files.delete(id);
        return true;
      });
    },

    remove(id, when = () => true) {
      return db.transaction('rw', db.jobs, db.files, async () => {
        const job = await byId(id);
        if (!job || !when(job)) return false;
        await db.jobs.delete(job.order);
        await db.files.delete(id);
        return true;
      });
    },
  };
}
