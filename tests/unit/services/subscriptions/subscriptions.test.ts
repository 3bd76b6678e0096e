/** Subscriptions over the real importer: what servers do, and that what is installed stands. */
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackId } from '../../../../lib/model/ids';
import { refuseLink } from '../../../../lib/packs/refuse-link';
import { webByteTools } from '../../../../lib/platform/byte-tools';
import { spool } from '../../../../lib/platform/spool';
import { type InstallPorts, installBundledPacks } from '../../../../lib/services/install-packs';
import { visiblePacks } from '../../../../lib/services/installed-set';
import { acceptHeld, queueImport } from '../../../../lib/services/queue-jobs';
import { createRecordedFetch } from '../../../../lib/services/request-ledger';
import { runJobs } from '../../../../lib/services/run-jobs';
import { declineUpdate } from '../../../../lib/services/subscriptions/settle';
import type { SubscriptionStore } from '../../../../lib/services/subscriptions/subscription';
import {
  createSubscriptions,
  type SubscriptionPorts,
  type Subscriptions,
} from '../../../../lib/services/subscriptions/subscriptions';
import { aBundle, toPackFile, versionedRecords } from '../../../support/bundles';
import { createFakeServer, type FakeServer } from '../../../support/fake-server';
import { installPorts } from '../../../support/install-ports';
import { createMemoryJobs, type MemoryJobs } from '../../../support/memory-jobs';
import { createMemoryLedger, type MemoryLedger } from '../../../support/memory-ledger';
import { createMemoryStore, type MemoryStore } from '../../../support/memory-store';
import { createMemorySubscriptions } from '../../../support/memory-subscriptions';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 6, 8);
const URL = 'https://packs.example.org/b.jsonl';
const MAX_BYTES = 300_000;

let files: Readonly<Record<'b1' | 'b2' | 'b3' | 'few' | 'a9' | 'c1', string>>;
let bundled: Awaited<ReturnType<typeof aBundle>>;
beforeAll(async () => {
  const file = (id: string, version: string, count: number) =>
    toPackFile(id, version, versionedRecords(`${id}${version}`, count));
  files = {
    b1: await file('b', '1', 100),
    b2: await file('b', '2', 101),
    b3: await file('b', '3', 102),
    few: await file('b', '4', 40),
    a9: await file('a', '9', 10),
    c1: await file('c', '1', 10),
  };
  bundled = await aBundle({ a: await file('a', '1', 10) });
});

let now: number;
let server: FakeServer;
let ledger: MemoryLedger;
let jobs: MemoryJobs;
let store: MemoryStore;
let installer: InstallPorts;
let subscriptions: SubscriptionStore;
let alarms: (number | null)[];
let access: boolean;
let ports: SubscriptionPorts;
let service: Subscriptions;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  now = START;
  server = createFakeServer();
  ledger = createMemoryLedger();
  jobs = createMemoryJobs();
  store = createMemoryStore();
  installer = installPorts(store, bundled, jobs);
  await installBundledPacks(installer);
  subscriptions = createMemorySubscriptions();
  alarms = [];
  access = true;
  let lock: Promise<unknown> = Promise.resolve();
  ports = {
    subscriptions,
    jobs,
    knowledge: store,
    fetch: createRecordedFetch({ fetch: server.fetch, ledger, now: () => now }),
    tools: webByteTools,
    spool,
    refuseAddress: (url) => refuseLink(url, { secure: true }),
    hasAccess: async () => access,
    now: () => now,
    random: () => 0,
    maxBytes: MAX_BYTES,
    exclusively: (task) => {
      const turn = lock.then(task);
      lock = turn.catch(() => undefined);
      return turn;
    },
    setAlarm: async (at) => void alarms.push(at),
    work: () => undefined,
  };
  service = createSubscriptions(ports);
});
afterEach(() => void vi.restoreAllMocks());

const add = (url = URL, pack: string | null = null) =>
  service.add({ url, pack: pack as PackId | null, isPrivate: false });
/** The importer at work, and what has become of it. */
async function importAll(): Promise<void> {
  await runJobs(installer, {});
  await service.settle();
}
async function installed(id = 'b'): Promise<string | undefined> {
  const current = await store.current();
  return current ? visiblePacks(current).find(({ header }) => header.id === id)?.header.version : undefined;
}
const state = async (url = URL) => subscriptions.check(url);

/** Subscribed to version 1, which is installed; a day later. */
async function subscribed(): Promise<void> {
  server.answer({ body: files.b1, headers: { etag: '"one"', 'last-modified': 'Tue, 06 Oct 2026 07:00:00 GMT' } });
  await add();
  await importAll();
  expect(await installed()).toBe('1');
  server.asked.length = 0;
  now += DAY;
}

describe('a pack that is added by its address', () => {
  it('is fetched, handed to the importer, and is known by its address', async () => {
    server.answer({ body: files.b1 });
    expect(await add()).toEqual({ kind: 'fetched', version: '1' });
    await importAll();
    const current = await store.current();
    expect(current?.packs.at(-1)).toMatchObject({ header: { id: 'b' }, origin: { kind: 'url', url: URL } });
    expect(await subscriptions.list()).toMatchObject([{ url: URL, pack: 'b' }]);
    expect(ledger.entries).toMatchObject([{ purpose: 'pack-added', host: 'packs.example.org', outcome: 'answered' }]);
    expect(await jobs.list()).toEqual([]);
  });

  it('may be packed', async () => {
    server.answer({ body: new Uint8Array(gzipSync(files.b1)), headers: { 'content-type': 'application/gzip' } });
    expect(await add()).toEqual({ kind: 'fetched', version: '1' });
    await importAll();
    expect(await installed()).toBe('1');
  });

  it.each([
    'http://packs.example.org/b.jsonl',
    'https://192.168.0.1/b.jsonl',
    'https://[::1]/b.jsonl',
    'https://localhost/b.jsonl',
    'https://router.lan/b.jsonl',
    'https://packs.example.org:8443/b.jsonl',
    'https://wikipedia.org@evil.example/b.jsonl',
    'file:///etc/passwd',
    'no address',
  ])('is not asked for at %s', async (url) => {
    expect(await add(url)).toEqual({ kind: 'refused', reason: 'address' });
    expect(server.asked).toEqual([]);
    expect(await subscriptions.list()).toEqual([]);
  });

  it('is not subscribed to when it is none', async () => {
    server.answer({ body: '<!doctype html><title>Log in</title>' });
    expect(await add()).toEqual({ kind: 'refused', reason: 'not-a-pack' });
    expect(await subscriptions.list()).toEqual([]);
    expect(alarms.at(-1)).toBeNull();
  });

  it('is neither one that ships with Sidelight nor one that comes from elsewhere already', async () => {
    server.answer({ body: files.a9 });
    expect(await add()).toEqual({ kind: 'refused', reason: 'bundled' });
    await subscribed();
    server.answer({ body: files.b2 });
    expect(await add('https://other.example.org/b.jsonl')).toEqual({ kind: 'refused', reason: 'elsewhere' });
    expect(await installed()).toBe('1');
  });

  it('is written for a newer Sidelight: said as such', async () => {
    server.answer({ body: files.b1.replace('"coverageTo"', '"needs":["maps"],"coverageTo"') });
    expect(await add()).toEqual({ kind: 'refused', reason: 'newer-format' });
  });

  it('asks nobody without permission', async () => {
    access = false;
    expect(await add()).toEqual({ kind: 'failed', reason: 'no-access' });
    expect(server.asked).toEqual([]);
  });
});

it('a pack that was added as a file is kept up to date from the address it names, once the reader wants it', async () => {
  await queueImport(jobs, new Blob([files.b1]), { origin: { kind: 'file', name: 'b.jsonl' } });
  await runJobs(installer, {});
  server.answer({ status: 503 });
  expect(await add(URL, 'b')).toMatchObject({ kind: 'failed', status: 503 });
  expect(await subscriptions.list()).toMatchObject([{ pack: 'b' }]);
  server.answer({ body: files.b2 });
  now += HOUR;
  await service.checkDue();
  await importAll();
  expect(await installed()).toBe('2');
});

describe('a pack that the browser has lost', () => {
  it('is fetched whole when the reader wants it again, whatever the server has called it', async () => {
    await subscribed();
    const current = await store.current();
    if (!current) throw new Error('nothing is installed');
    await store.commit({ ...current, packs: current.packs.filter(({ header }) => header.id !== 'b') }, []);
    server.answer((headers) => ('if-none-match' in headers ? { status: 304 } : { body: files.b1 }));
    expect(await add(URL, 'b')).toEqual({ kind: 'fetched', version: '1' });
    expect(server.asked).toEqual([{ url: URL, headers: {} }]);
    await importAll();
    expect(await installed()).toBe('1');
  });
});

describe('an update', () => {
  it('is asked for with what the server called the file, and a 304 writes nothing', async () => {
    await subscribed();
    server.answer((headers) => ('if-none-match' in headers ? { status: 304 } : { body: files.b2 }));
    await service.checkDue();
    expect(server.asked).toEqual([
      { url: URL, headers: { 'if-none-match': '"one"', 'if-modified-since': 'Tue, 06 Oct 2026 07:00:00 GMT' } },
    ]);
    expect(await jobs.list()).toEqual([]);
    expect(await state()).toMatchObject({ outcome: { kind: 'unchanged' }, failures: 0, nextAt: now + DAY });
    expect(alarms.at(-1)).toBe(now + DAY);
  });

  it('is found by its content: the server’s name for it says nothing', async () => {
    await subscribed();
    // Another name, the same file: nothing is imported.
    server.answer({ body: files.b1, headers: { etag: '"two"' } });
    await service.checkDue();
    expect(await jobs.list()).toEqual([]);
    // The same name, another file.
    now += DAY;
    server.answer({ body: files.b2, headers: { etag: '"two"' } });
    await service.checkDue();
    await importAll();
    expect(await installed()).toBe('2');
    expect((await state())?.update?.changes).toMatchObject({ added: 1, changed: 100, withdrawn: 0, removed: 0 });
  });

  it('comes within a week where a server says "not modified" for ever', async () => {
    await subscribed();
    server.answer((headers) => ('if-none-match' in headers ? { status: 304 } : { body: files.b2 }));
    for (let day = 1; day <= 7; day++) {
      await service.checkDue();
      await importAll();
      now += DAY;
    }
    expect(await installed()).toBe('2');
    expect(server.asked.length).toBeLessThanOrEqual(7);
  });

  it('that takes more than a fifth away is held; declined, it is not offered again', async () => {
    await subscribed();
    server.answer({ body: files.few });
    await service.checkDue();
    await importAll();
    const [held] = await jobs.list();
    expect(held?.state).toMatchObject({ kind: 'held', judgement: { removed: 60 } });
    expect(await installed()).toBe('1');
    await declineUpdate({ subscriptions, jobs }, held?.id ?? '');
    now += DAY;
    await service.checkDue();
    expect(await jobs.list()).toEqual([]);
    expect(await state()).toMatchObject({ outcome: { kind: 'unchanged' } });
  });

  it('that is held waits, whatever is asked meanwhile, and is taken when the reader says so', async () => {
    await subscribed();
    server.answer({ body: files.few });
    await service.checkDue();
    await importAll();
    now += DAY;
    await service.checkDue();
    const waiting = await jobs.list();
    expect(waiting).toHaveLength(1);
    await acceptHeld(jobs, waiting[0]?.id ?? '');
    await importAll();
    expect(await installed()).toBe('4');
    expect((await state())?.update?.changes.removed).toBe(60);
  });

  it('that is held gives way to a newer one', async () => {
    await subscribed();
    server.answer({ body: files.few });
    await service.checkDue();
    await importAll();
    now += DAY;
    server.answer({ body: files.b3 });
    await service.checkDue();
    await importAll();
    expect(await installed()).toBe('3');
    expect(await jobs.list()).toEqual([]);
  });

  it('whose import failed is fetched again; one that was refused is not', async () => {
    await subscribed();
    server.answer({ body: files.b2 });
    await service.checkDue();
    const [job] = await jobs.list();
    jobs.loseFile(job?.id ?? '');
    await importAll();
    expect(await installed()).toBe('1');
    now += DAY;
    await service.checkDue();
    await importAll();
    expect(await installed()).toBe('2');
    server.answer({ body: files.b3.replace('"b3 7"', '"b3 8"') });
    now += DAY;
    await service.checkDue();
    await importAll();
    const refused = (await jobs.list()).filter(({ state: { kind } }) => kind === 'refused');
    expect(refused).toHaveLength(1);
    now += DAY;
    await service.checkDue();
    expect((await jobs.list()).filter(({ state: { kind } }) => kind !== 'failed')).toEqual(refused);
  });
});

describe('what a server does wrong is refused, and the old stands:', () => {
  it.each([
    ['a redirect', { isRedirect: true }, { kind: 'refused', reason: 'redirect' }],
    [
      'a login page',
      { body: 'x', headers: { 'content-type': 'text/html' } },
      { kind: 'refused', reason: 'media-type' },
    ],
    ['a login page as text', { body: '<!doctype html>\n<p>Log in' }, { kind: 'refused', reason: 'not-a-pack' }],
    ['nothing', { body: '' }, { kind: 'refused', reason: 'empty' }],
    [
      'an announced gigabyte',
      { body: 'x', headers: { 'content-length': '1073741824' } },
      { kind: 'refused', reason: 'too-large' },
    ],
    ['an unannounced one', { body: 'x'.repeat(MAX_BYTES + 1) }, { kind: 'refused', reason: 'too-large' }],
    ['an error', { status: 500 }, { kind: 'failed', reason: 'status', status: 500 }],
    ['half a file', { body: 'x'.repeat(5_000), cutAt: 2_000 }, { kind: 'failed', reason: 'cut-off' }],
  ] as const)('%s', async (_, answer, outcome) => {
    await subscribed();
    const before = await store.current();
    server.answer(answer);
    await service.checkDue();
    expect(await state()).toMatchObject({ outcome, failures: 1, nextAt: now + HOUR, checkedAt: now });
    expect(await store.current()).toEqual(before);
    expect(await jobs.list()).toEqual([]);
  });

  it('an older version, and another pack', async () => {
    await subscribed();
    server.answer({ body: await toPackFile('b', '0.9', versionedRecords('b0', 100)) });
    await service.checkDue();
    expect(await state()).toMatchObject({ outcome: { kind: 'refused', reason: 'older' } });
    server.answer({ body: files.c1 });
    now += DAY;
    await service.checkDue();
    expect(await state()).toMatchObject({ outcome: { kind: 'refused', reason: 'another-pack' }, failures: 2 });
    expect(await installed()).toBe('1');
    expect(await installed('c')).toBeUndefined();
  });

  it('silence', async () => {
    await subscribed();
    server.answer(null);
    await service.checkDue();
    expect(await state()).toMatchObject({ outcome: { kind: 'failed', reason: 'unreachable' }, failures: 1 });
    expect(ledger.entries.at(-1)).toMatchObject({ outcome: 'failed' });
  });
});

describe('the times', () => {
  it('are an hour, two, four … after failures, and a server that fails all day is asked four times', async () => {
    await subscribed();
    server.answer({ status: 500 });
    const end = now + 10 * DAY;
    const asked: number[] = [];
    while (now < end) {
      const before = server.asked.length;
      await service.checkDue();
      if (server.asked.length > before) asked.push(now);
      now = Math.max(alarms.at(-1) ?? end, now + 1);
    }
    expect(asked.slice(0, 4).map((at) => (at - START - DAY) / HOUR)).toEqual([0, 1, 3, 7]);
    for (const at of asked)
      expect(asked.filter((other) => other >= at && other < at + DAY).length).toBeLessThanOrEqual(4);
  });

  it('follow Retry-After', async () => {
    await subscribed();
    server.answer({ status: 429, headers: { 'retry-after': '7200' } });
    await service.checkDue();
    expect((await state())?.nextAt).toBe(now + 2 * HOUR);
  });

  it('allow the reader four requests a day, and no fifth', async () => {
    server.answer({ body: files.b1 });
    await add();
    await importAll();
    for (let i = 0; i < 3; i++) expect(await service.checkNow(URL)).toEqual({ kind: 'unchanged' });
    expect(await service.checkNow(URL)).toEqual({ kind: 'too-often' });
    expect(server.asked).toHaveLength(4);
    now += DAY;
    expect(await service.checkNow(URL)).toEqual({ kind: 'unchanged' });
  });

  it('that were slept through are caught up with once', async () => {
    await subscribed();
    now += 16 * DAY;
    await Promise.all([service.checkDue(), service.checkDue(), service.checkDue()]);
    expect(server.asked).toHaveLength(1);
    expect(alarms.at(-1)).toBe(now + DAY);
  });
});

it('a check that the browser ended in the middle counts as one that failed', async () => {
  await subscribed();
  const dying = createSubscriptions({ ...ports, fetch: () => new Promise(() => undefined) });
  void dying.checkDue();
  await vi.waitFor(async () => expect((await state())?.running).not.toBeNull());
  expect(await state()).toMatchObject({ attempts: [now], nextAt: now + HOUR });
});

it('a file that has come when its subscription ends is not handed in, and does not bring it back', async () => {
  await subscribed();
  server.answer({ body: files.b2 });
  const late = createSubscriptions({
    ...ports,
    spool: async (pieces) => {
      const file = await spool(pieces);
      await late.end(URL);
      return file;
    },
  });
  await late.checkDue();
  expect(await subscriptions.list()).toEqual([]);
  expect(await jobs.list()).toEqual([]);
});

it('a subscription that ends while it is asked leaves nothing, and its pack stays', async () => {
  await subscribed();
  let reached = () => {};
  const waiting = new Promise<void>((done) => {
    reached = done;
  });
  const slow = createSubscriptions({
    ...ports,
    fetch: (_, { signal }) =>
      new Promise((_done, failed) => {
        signal?.addEventListener('abort', () => failed(signal.reason));
        reached();
      }),
  });
  const checking = slow.checkDue();
  await waiting;
  await slow.end(URL);
  await checking;
  expect(await subscriptions.list()).toEqual([]);
  expect(await subscriptions.checks()).toEqual([]);
  expect(alarms.at(-1)).toBeNull();
  expect(await installed()).toBe('1');
});
