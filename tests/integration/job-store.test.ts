/** What every journal of jobs promises: the one on Dexie, and the one that the unit tests use. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createJobStore } from '../../lib/db/job-store';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import type { PackId } from '../../lib/model/ids';
import type { Job, JobStore } from '../../lib/services/jobs';
import { anInstalledPack } from '../support/install-ports';
import { createMemoryJobs } from '../support/memory-jobs';

let databases = 0;
const STORES: readonly [name: string, create: () => JobStore][] = [
  [
    'on Dexie',
    () => {
      databases += 1;
      return createJobStore(new KnowledgeDb(`jobs-${databases}`));
    },
  ],
  ['in memory', createMemoryJobs],
];

const origin = { kind: 'url', url: 'https://packs.example/a.jsonl' } as const;
const running = { kind: 'running', phase: 'checking', done: 5, total: 9 } as const;

describe.each(STORES)('the journal of jobs %s', (_, create) => {
  let jobs: JobStore;
  beforeEach(() => {
    jobs = create();
  });
  const add = (): Promise<Job> => jobs.add({ kind: 'import', origin, bytes: 4 }, new Blob(['pack']));

  it('keeps jobs in the order in which they came, each with an id of its own', async () => {
    const first = await add();
    const second = await jobs.add({ kind: 'remove', pack: 'a' as PackId });
    expect(first).toMatchObject({ kind: 'import', origin, bytes: 4, state: { kind: 'waiting' } });
    expect(await jobs.list()).toEqual([first, second]);
    expect(second.order).toBeGreaterThan(first.order);
    expect(second.id).not.toBe(first.id);
    expect(await jobs.get(second.id)).toEqual(second);
    expect(await jobs.get('other')).toBeNull();
  });

  it('changes what it is told to, and keeps the rest', async () => {
    const job = await add();
    const staged = anInstalledPack('g1');
    expect(await jobs.change(job.id, { state: running })).toBe(true);
    expect(await jobs.change(job.id, { staged })).toBe(true);
    expect(await jobs.get(job.id)).toEqual({ ...job, state: running, staged });
  });

  it('changes and removes nothing that is gone or not as expected', async () => {
    const job = await add();
    expect(await jobs.change(job.id, { state: running }, ({ state }) => state.kind === 'held')).toBe(false);
    expect(await jobs.remove(job.id, ({ state }) => state.kind === 'held')).toBe(false);
    expect(await jobs.get(job.id)).toEqual(job);
    expect(await jobs.remove(job.id)).toBe(true);
    expect(await jobs.change(job.id, { state: running })).toBe(false);
    expect(await jobs.remove(job.id)).toBe(false);
    expect(await jobs.list()).toEqual([]);
  });

  it('keeps the file while the job has not ended', async () => {
    const [ended, removed] = [await add(), await add()];
    await jobs.change(ended.id, { state: running });
    expect((await jobs.file(ended.id))?.size).toBe(4);
    await jobs.change(ended.id, { state: { kind: 'done' } });
    expect(await jobs.file(ended.id)).toBeNull();
    await jobs.remove(removed.id);
    expect(await jobs.file(removed.id)).toBeNull();
  });
});
