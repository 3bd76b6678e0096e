/** What the reader asks for: jobs in order, done one by one, old or new whenever the installer dies. */
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackId, Reference } from '../../../lib/model/ids';
import type { InstallPorts } from '../../../lib/services/install-packs';
import { installBundledPacks } from '../../../lib/services/install-packs';
import { isDue, type Job, type JobState, type JobStore } from '../../../lib/services/jobs';
import { runHost } from '../../../lib/services/keep-knowledge';
import type { KnowledgeStore } from '../../../lib/services/ports';
import {
  acceptHeld,
  cancelJob,
  clearFinished,
  queueImport,
  queueRemoval,
  setPrivate,
} from '../../../lib/services/queue-jobs';
import { runJobs } from '../../../lib/services/run-jobs';
import { aBundle, type Bundle, toPackFile, versionedRecords } from '../../support/bundles';
import { installPorts } from '../../support/install-ports';
import { createMemoryJobs, type MemoryJobs } from '../../support/memory-jobs';
import { createMemoryStore, type MemoryStore } from '../../support/memory-store';
import { openHere } from '../../support/open-here';

const person = 'b:person/gen-ito' as Reference;
const origin = { kind: 'file', name: 'b.jsonl' } as const;

let bundle: Bundle;
let files: Record<'b1' | 'b2' | 'b0' | 'small' | 'broken' | 'bundled' | 'few1' | 'few2', Blob>;
let texts: Record<'b1' | 'b2', string>;
beforeAll(async () => {
  bundle = await aBundle({ a: await toPackFile('a', '1', versionedRecords('a1', 40)) });
  const file = async (id: string, version: string, count: number) =>
    toPackFile(id, version, versionedRecords(`${id}${version}`, count));
  texts = { b1: await file('b', '1', 2_500), b2: await file('b', '2', 2_400) };
  files = {
    b1: new Blob([texts.b1]),
    b2: new Blob([texts.b2]),
    b0: new Blob([await file('b', '0.9', 2_500)]),
    small: new Blob([await file('b', '3', 1_000)]),
    broken: new Blob([texts.b2.replace('"b2 7"', '"b2 8"')]),
    few1: new Blob([await file('b', '1', 70)]),
    few2: new Blob([await file('b', '2', 65)]),
    bundled: new Blob([await file('a', '9', 40)]),
  };
});

let store: MemoryStore;
let jobs: MemoryJobs;
let ports: InstallPorts;
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  store = createMemoryStore();
  jobs = createMemoryJobs();
  ports = installPorts(store, bundle, jobs);
  await installBundledPacks(ports);
});
afterEach(() => void vi.restoreAllMocks());

const queue = (file: Blob, options: { isPrivate?: boolean } = {}): Promise<Job> =>
  queueImport(jobs, file, { origin, ...options });
const stateOf = async (job: Job): Promise<JobState | null> => (await jobs.get(job.id))?.state ?? null;
const run = () => runHost(ports, { sleep: async () => undefined });

async function label(from: KnowledgeStore = store): Promise<string | null> {
  const record = (await (await openHere(from))?.get([person]))?.get(person) as { label: { en: string } } | undefined;
  return record?.label.en ?? null;
}
const generationsIn = (): number => new Set(store.rowKeys().map((key) => key.split(' ').slice(0, 2).join(' '))).size;

describe('adding a pack', () => {
  it('installs it behind the bundled ones, with where it came from, and drops the file', async () => {
    const job = await queue(files.b1);
    expect(await stateOf(job)).toEqual({ kind: 'waiting' });
    expect(await runJobs(ports)).toBe(1);
    expect(await stateOf(job)).toEqual({ kind: 'done' });
    const packs = (await store.current())?.packs ?? [];
    expect(packs.map(({ header, origin: from }) => [header.id, from.kind])).toEqual([
      ['a', 'bundled'],
      ['b', 'file'],
    ]);
    expect(packs[1]).toMatchObject({ origin, bytes: files.b1.size, isPrivate: false, records: 2_500 });
    expect(await label()).toBe('Gen Ito b1');
    expect(jobs.fileCount()).toBe(0);
  });

  it('reads a file that is packed', async () => {
    const packed = await new Response(files.b1.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    await queue(packed);
    await runJobs(ports);
    expect(await label()).toBe('Gen Ito b1');
  });

  it('survives a change of what the extension ships', async () => {
    await queue(files.b1);
    await runJobs(ports);
    const newer = await aBundle({ a: await toPackFile('a', '2', versionedRecords('a2', 50)) });
    await runHost(installPorts(store, newer, jobs), { sleep: async () => undefined });
    expect((await store.current())?.packs.map(({ header }) => `${header.id} ${header.version}`)).toEqual([
      'a 2',
      'b 1',
    ]);
    expect(await label()).toBe('Gen Ito b1');
    expect(generationsIn()).toBe(2);
  });

  it('writes nothing for what is installed already (T10), packed or not', async () => {
    await queue(files.b1);
    await runJobs(ports);
    const before = store.rowKeys();
    const writes = vi.spyOn(store, 'writeRows');
    const again = await queue(files.b1);
    const packed = await new Response(files.b1.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    const third = await queue(packed);
    expect(await runJobs(ports)).toBe(2);
    expect(await stateOf(again)).toEqual({ kind: 'done', same: true });
    expect(await stateOf(third)).toEqual({ kind: 'done', same: true });
    expect(writes).not.toHaveBeenCalled();
    expect(store.rowKeys()).toEqual(before);
  });

  it('tells what an update changed', async () => {
    await queue(files.b1);
    await runJobs(ports);
    const job = await queue(files.b2);
    await runJobs(ports);
    const state = await stateOf(job);
    expect(state).toMatchObject({ kind: 'done', changes: { changed: 2_400, added: 0, withdrawn: 0, removed: 100 } });
    expect(state?.kind === 'done' && state.changes?.ids.removed).toEqual(
      Array.from({ length: 100 }, (_, i) => `source/paper-${2_398 + i}`),
    );
    expect(state?.kind === 'done' && state.changes?.ids.changed).toHaveLength(200);
    expect(await label()).toBe('Gen Ito b2');
    await run();
    expect(generationsIn()).toBe(2);
  });

  it('does at once what is queued while it waits to clear away, and leaves nothing of it either', async () => {
    await queue(files.b1);
    let looks = 0;
    let removal: Job | null = null;
    const states: (string | undefined)[] = [];
    await runHost(ports, {
      sleep: async () => {
        looks++;
        if (looks === 3) removal = await queueRemoval(jobs, store, 'b' as PackId);
        if (looks === 4) states.push(removal ? (await stateOf(removal))?.kind : undefined);
      },
    });
    expect(states).toEqual(['done']);
    expect(generationsIn()).toBe(1);
  });

  it('holds an update that takes a large part away, until the reader accepts it', async () => {
    await queue(files.b1);
    await runJobs(ports);
    const job = await queue(files.small);
    await runJobs(ports);
    expect(await stateOf(job)).toMatchObject({
      kind: 'held',
      judgement: { verdict: 'held', removed: 1_500, before: 2_500 },
      changes: { removed: 1_500 },
    });
    // It waits through whatever else is done.
    await run();
    expect(await label()).toBe('Gen Ito b1');
    const writes = vi.spyOn(store, 'writeRows');
    expect(await acceptHeld(jobs, job.id)).toBe(true);
    expect(await acceptHeld(jobs, job.id)).toBe(false);
    await runJobs(ports);
    expect(await stateOf(job)).toMatchObject({ kind: 'done', changes: { removed: 1_500 } });
    expect(await label()).toBe('Gen Ito b3');
    // What was read then was not read again.
    expect(writes).not.toHaveBeenCalled();
  });

  it('forgets a held update that is declined', async () => {
    await queue(files.b1);
    await runJobs(ports);
    const job = await queue(files.small);
    await runJobs(ports);
    expect(await cancelJob(jobs, job.id)).toBe(true);
    await run();
    expect(await label()).toBe('Gen Ito b1');
    expect(generationsIn()).toBe(2);
    expect(jobs.fileCount()).toBe(0);
  });

  it.each<[what: string, file: keyof typeof files, reason: string]>([
    ['is damaged', 'broken', 'problems'],
    ['is older than what is installed', 'b0', 'older'],
    ['has the id of one that ships with Sidelight', 'bundled', 'bundled'],
  ])('refuses a pack that %s, and keeps what is there', async (_, file, reason) => {
    await queue(files.b1);
    await runJobs(ports);
    const job = await queue(files[file]);
    await runJobs(ports);
    const state = await stateOf(job);
    expect(state).toMatchObject({ kind: 'refused', reason });
    if (reason === 'problems')
      expect(state?.kind === 'refused' && state.problems[0]).toMatchObject({ line: 2402, message: /sha256/ });
    expect(await label()).toBe('Gen Ito b1');
    await run();
    expect(generationsIn()).toBe(2);
    expect(jobs.fileCount()).toBe(0);
  });

  it('refuses a file that is too large before it reads any of it (T08)', async () => {
    const stream = vi.fn();
    const job = await queueImport(jobs, { size: 1024 ** 3, stream }, { origin });
    await runJobs(ports);
    expect(await stateOf(job)).toMatchObject({ kind: 'refused', problems: [{ code: 'limit' }] });
    expect(stream).not.toHaveBeenCalled();
  });

  it('gives up on a bomb as soon as it is one (T09)', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(512 * 1024 * 1024, 0x20)));
    const PIECE = 1024;
    const taken: number[] = [];
    const stream = () => {
      const reading = taken.push(0) - 1;
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          const from = (taken[reading] as number) * PIECE;
          taken[reading] = (taken[reading] as number) + 1;
          controller.enqueue(bomb.slice(from, from + PIECE));
          if (from + PIECE >= bomb.length) controller.close();
        },
      });
    };
    const job = await queueImport(jobs, { size: bomb.length, stream }, { origin });
    await runJobs(ports);
    expect(await stateOf(job)).toMatchObject({ kind: 'refused', reason: 'problems' });
    // A piece unpacks to a megabyte. Some 130 wait in the streams of Node before the first is looked at.
    for (const pieces of taken) expect(pieces).toBeLessThan(bomb.length / PIECE / 2);
  });

  it('neither loses nor reorders anything when the clock is set back meanwhile (T22)', async () => {
    const first = await queue(files.b1);
    const back = { ...ports, now: () => '2024-01-01T00:00:00.000Z' };
    await runJobs(ports);
    const second = await queue(files.b2);
    await runJobs(back);
    expect(second.order).toBeGreaterThan(first.order);
    expect(await label()).toBe('Gen Ito b2');
    expect((await store.current())?.packs.map(({ header }) => header.id)).toEqual(['a', 'b']);
  });

  it('says so when the browser has lost the file', async () => {
    const job = await queue(files.b1);
    jobs.loseFile(job.id);
    await runJobs(ports);
    expect(await stateOf(job)).toMatchObject({ kind: 'failed', reason: 'file-gone' });
  });

  it('says so when the disk is full, and leaves nothing behind', async () => {
    vi.spyOn(store, 'writeRows').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    const job = await queue(files.b1);
    await runJobs(ports);
    expect(await stateOf(job)).toMatchObject({ kind: 'failed', reason: 'no-space' });
    expect(await label()).toBeNull();
    expect(generationsIn()).toBe(1);
  });

  it('keeps as private what was added so, and what the reader makes so, through updates', async () => {
    await queue(files.b1, { isPrivate: true });
    await runJobs(ports);
    const isPrivate = async () => (await openHere(store))?.headers.get('b' as PackId)?.private === true;
    expect(await isPrivate()).toBe(true);
    await queue(files.b2);
    await runJobs(ports);
    expect(await isPrivate()).toBe(true);
    await setPrivate(store, 'b' as PackId, false);
    expect(await isPrivate()).toBe(false);
  });
});

describe('stopping', () => {
  it('takes a job that waits off the list, with its file', async () => {
    const job = await queue(files.b1);
    expect(await cancelJob(jobs, job.id)).toBe(true);
    expect(await cancelJob(jobs, job.id)).toBe(false);
    expect(await runJobs(ports)).toBe(0);
    expect(jobs.fileCount()).toBe(0);
  });

  it.each([1, 2, 4])('ends a running job wherever it is: note %i', async (at) => {
    let notes = 0;
    const watching: JobStore = {
      ...jobs,
      async change(id, change, when) {
        if (change.state?.kind === 'running' && ++notes === at) await cancelJob(jobs, id);
        return jobs.change(id, change, when);
      },
    };
    await queue(files.b1);
    await runJobs({ ...ports, jobs: watching });
    expect(notes).toBeGreaterThanOrEqual(at);
    expect(await jobs.list()).toEqual([]);
    expect(await label()).toBeNull();
    expect(generationsIn()).toBe(1);
  });

  it('leaves the job at hand to the next installer when the installer is stopped', async () => {
    const stop = new AbortController();
    const job = await queue(files.b1);
    const stopping: JobStore = {
      ...jobs,
      async change(id, change, when) {
        if (change.state?.kind === 'running') stop.abort(new Error('closing'));
        return jobs.change(id, change, when);
      },
    };
    await expect(runJobs({ ...ports, jobs: stopping }, { signal: stop.signal })).rejects.toThrow('closing');
    expect(isDue((await jobs.get(job.id)) as Job)).toBe(true);
    await runJobs(ports);
    expect(await label()).toBe('Gen Ito b1');
  });
});

describe('removing a pack', () => {
  beforeEach(async () => {
    await queue(files.b1);
    await runJobs(ports);
    await clearFinished(jobs);
  });

  it('hides it at once, and clears it away later (T12)', async () => {
    const reading = await openHere(store);
    await queueRemoval(jobs, store, 'b' as PackId);
    expect(await label()).toBeNull();
    expect((await openHere(store))?.headers.has('b' as PackId)).toBe(false);
    // Who was reading may go on.
    expect((await reading?.get([person]))?.size).toBe(1);
    expect(generationsIn()).toBe(2);
    await run();
    expect((await store.current())?.packs.map(({ header }) => header.id)).toEqual(['a']);
    expect((await store.current())?.removed).toBeUndefined();
    expect(generationsIn()).toBe(1);
  });

  it('is queued once, and not for what ships with Sidelight or is not there', async () => {
    await queueRemoval(jobs, store, 'b' as PackId);
    await queueRemoval(jobs, store, 'b' as PackId);
    expect(await jobs.list()).toHaveLength(1);
    expect(await queueRemoval(jobs, store, 'a' as PackId)).toBeNull();
    expect(await queueRemoval(jobs, store, 'c' as PackId)).toBeNull();
    expect(await cancelJob(jobs, (await jobs.list())[0]?.id ?? '')).toBe(false);
  });

  it('is followed by an import of the same pack that was asked for after it', async () => {
    await queueRemoval(jobs, store, 'b' as PackId);
    const job = await queue(files.b1);
    await run();
    expect(await stateOf(job)).toEqual({ kind: 'done' });
    expect(await label()).toBe('Gen Ito b1');
  });

  it('holds for an update that was running', async () => {
    const removing: KnowledgeStore = {
      ...store,
      async commit(next, index) {
        await queueRemoval(jobs, store, 'b' as PackId);
        return store.commit(next, index);
      },
    };
    await queue(files.b2);
    const one = runJobs({ ...ports, store: { ...removing, exclusively: store.exclusively } });
    await one;
    expect(await label()).toBeNull();
    await run();
    expect((await store.current())?.packs.map(({ header }) => header.id)).toEqual(['a']);
  });
});

describe('two installers at once (T11)', () => {
  it('take turns: the jobs end in their order, each done once', async () => {
    const [first, second] = [await queue(files.b1), await queue(files.b2)];
    const done = await Promise.all([runJobs(ports), runJobs(installPorts(store, bundle, jobs))]);
    expect(done[0] + done[1]).toBe(2);
    expect(await stateOf(first)).toEqual({ kind: 'done' });
    expect(await stateOf(second)).toMatchObject({ kind: 'done', changes: { changed: 2_400 } });
    expect(await label()).toBe('Gen Ito b2');
    await run();
    expect(generationsIn()).toBe(2);
  });
});

class Killed extends Error {}

/** Ports of an installer that dies at its nth call, before or after the call takes effect. */
function dying(fatal: number, when: 'before' | 'after') {
  let calls = 0;
  const mortal = <O extends object>(of: O): O =>
    new Proxy(of, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function' || name === 'exclusively' || name === 'records') return value;
        return async (...args: unknown[]) => {
          calls += 1;
          const mine = calls;
          if (mine > fatal || (mine === fatal && when === 'before')) throw new Killed();
          const result = await value.apply(target, args);
          if (mine === fatal) throw new Killed();
          return result;
        };
      },
    });
  return { ports: { ...ports, store: mortal(store), jobs: mortal<JobStore>(jobs) }, calls: () => calls };
}

describe('an installer that dies', () => {
  it.each<['an import' | 'an update' | 'a removal', string | null, string | null]>([
    ['an import', null, 'Gen Ito b1'],
    ['an update', 'Gen Ito b1', 'Gen Ito b2'],
    ['a removal', null, null],
  ])(
    'in %s leaves old or new at every call, and the next one ends it',
    async (what, old, next) => {
      const prepare = async () => {
        store = createMemoryStore();
        jobs = createMemoryJobs();
        ports = installPorts(store, bundle, jobs);
        await installBundledPacks(ports);
        if (what !== 'an import') {
          await queue(files.few1);
          await run();
          await clearFinished(jobs);
        }
        if (what === 'a removal') await queueRemoval(jobs, store, 'b' as PackId);
        else await queue(what === 'an import' ? files.few1 : files.few2);
      };
      await prepare();
      const whole = dying(Number.POSITIVE_INFINITY, 'after');
      await runJobs(whole.ports);
      expect(whole.calls()).toBeGreaterThan(4);
      for (let fatal = 1; fatal <= whole.calls(); fatal++) {
        for (const when of ['before', 'after'] as const) {
          await prepare();
          const at = `${when} call ${fatal} of ${whole.calls()}`;
          await runJobs(dying(fatal, when).ports).catch(() => undefined);
          expect([old, next], at).toContain(await label());
          await run();
          expect(await label(), at).toBe(next);
          const [job] = await jobs.list();
          expect(job?.state.kind, at).toBe('done');
          expect(generationsIn(), at).toBe(what === 'a removal' ? 1 : 2);
          expect(jobs.fileCount(), at).toBe(0);
        }
      }
    },
    60_000,
  );
});
