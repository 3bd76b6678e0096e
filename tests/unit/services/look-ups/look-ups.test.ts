/** Look-ups against a server that answers as Wikimedia does; the browsers' own part is in `integration/look-ups`. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askServer } from '../../../../lib/platform/ask-server';
import type { LookUpError } from '../../../../lib/services/look-ups/look-up-error';
import { createLookUps, type LookUps } from '../../../../lib/services/look-ups/look-ups';
import { LOOK_UP_LIMITS } from '../../../../lib/services/look-ups/ports';
import { createRecordedFetch } from '../../../../lib/services/request-ledger';
import { createMemoryLedger, type MemoryLedger } from '../../../support/memory-ledger';
import {
  createMemoryCache,
  createMemoryHosts,
  createVirtualClock,
  type MemoryCache,
  type MemoryHosts,
  type VirtualClock,
} from '../../../support/memory-look-ups';
import { createWikimedia } from '../../../support/wikimedia';
import { ALDANE, BOARD, BRAE_JUDGE, BRAE_ROWER, FAMILY_NAME } from '../../../support/wikimedia-items';

const DAY_MS = 86_400_000;
const never = new AbortController().signal;
const wikimedia = createWikimedia();
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(wikimedia.handle);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let clock: VirtualClock;
let hosts: MemoryHosts;
let cache: MemoryCache;
let ledger: MemoryLedger;
let consent: boolean;
let isOnline: boolean;
let lookUps: LookUps;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  wikimedia.reset();
  clock = createVirtualClock();
  hosts = createMemoryHosts();
  cache = createMemoryCache();
  ledger = createMemoryLedger();
  consent = true;
  isOnline = true;
  lookUps = createLookUps({
    ask: createRecordedFetch({ fetch: askServer, ledger, now: clock.now }),
    // Two hosts: what one asks for does not close the other.
    endpoints: { wikidata: origin, wikipedia: (lang) => `${origin.replace('127.0.0.1', 'localhost')}/${lang}` },
    cache,
    hosts,
    clock,
    random: () => 0,
    isOnline: () => isOnline,
    userAgent: 'Sidelight/test',
    limits: LOOK_UP_LIMITS,
    mayAsk: async () => consent,
    today: () => '2026-11-25',
  });
});

const en = { lang: 'en', isPrivate: false } as const;
const search = (name: string, more: object = {}, signal = never) =>
  lookUps.search({ name, articleLang: null, ...en, ...more }, signal);
const read = (item: string, more: object = {}, signal = never) => lookUps.read(item, { ...en, ...more }, signal);
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    ({ problem, until }: LookUpError) => (until === null ? problem : [problem, until - clock.now()]),
  );
const parts = () => wikimedia.requests.map(({ part }) => part);

describe('look-ups', () => {
  it('find what a name may mean, and read what is said of it', async () => {
    expect(await search('Jon Brae')).toMatchObject([
      { item: BRAE_ROWER, label: { text: 'Jon Brae' }, description: { text: 'rower' }, matched: 'Jon Brae' },
      { item: BRAE_JUDGE, description: { text: 'judge' } },
    ]);
    const answer = await read(ALDANE);
    expect(answer).toMatchObject({ found: { item: ALDANE, summary: { lang: 'en' } }, withoutSummary: null });
    expect(answer?.found.entity.roles).toHaveLength(3);
    expect(parts()).toEqual(['search', 'item', 'summary', 'labels']);
  });

  it('speak the reader’s language, and English where Wikipedia has no page in it', async () => {
    expect((await search('Mira Aldane', { lang: 'ko' }))[0]).toMatchObject({
      label: { text: '미라 알데인', lang: 'ko' },
    });
    expect((await read(ALDANE, { lang: 'ko' }))?.found.summary).toMatchObject({ lang: 'ko' });
    expect((await read(ALDANE, { lang: 'ja' }))?.found).toMatchObject({
      short: { text: 'ノースマークの首相', lang: 'ja' },
      summary: { lang: 'en' },
    });
  });

  it('say who asks, and nothing of who reads what', async () => {
    await search('Mira Aldane');
    await read(ALDANE);
    for (const { headers, url } of wikimedia.requests) {
      expect(headers['api-user-agent']).toBe('Sidelight/test');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(url).not.toMatch(/https?:|japantimes/);
    }
    expect(ledger.entries).toMatchObject([
      { purpose: 'look-up', path: '/w/api.php', outcome: 'answered', status: 200 },
      { path: '/w/api.php' },
      { path: '/en/api/rest_v1/page/summary/Mira_Aldane' },
      { path: '/w/api.php' },
    ]);
  });

  it('ask nothing without consent, and erase what was kept when it is gone', async () => {
    await search('Mira Aldane');
    consent = false;
    expect(await problemOf(search('Mira Aldane'))).toBe('off');
    expect(await problemOf(read(ALDANE))).toBe('off');
    expect(parts()).toEqual(['search']);
    expect(cache.entries.size).toBe(0);
  });

  it('keep answers for seven days, empty ones too, in each language by itself', async () => {
    for (let i = 0; i < 3; i++) {
      expect(await search('Nobody Whoever')).toEqual([]);
      await read(ALDANE);
      clock.pass(2 * DAY_MS);
    }
    expect(parts()).toEqual(['search', 'item', 'summary', 'labels']);
    await search('nobody  WHOEVER');
    expect(wikimedia.requests).toHaveLength(4);
    await search('Nobody Whoever', { lang: 'ja' });
    expect(wikimedia.requests).toHaveLength(5);
    clock.pass(2 * DAY_MS);
    await search('Nobody Whoever');
    expect(wikimedia.requests).toHaveLength(6);
  });

  it('keep nothing of a private window, and use nothing that was kept', async () => {
    await search('Mira Aldane');
    await search('Mira Aldane', { isPrivate: true });
    await read(BOARD, { isPrivate: true });
    expect(parts()).toEqual(['search', 'search', 'item']);
    expect(cache.entries.size).toBe(1);
    expect(ledger.entries).toHaveLength(1);
  });

  it('ask one at a time, with a second between two requests to a host', async () => {
    const start = clock.now();
    await Promise.all([search('a'), search('b'), search('c'), search('d')]);
    expect(wikimedia.most()).toBe(1);
    expect(clock.now() - start).toBeGreaterThanOrEqual(3_000);
  });

  it('ask a host sixty times an hour at most', async () => {
    const start = clock.now();
    for (let i = 0; i < 60; i++) await search(`name ${i}`);
    expect(await problemOf(search('one more'))).toEqual(['rate-limited', start + 3_600_000 - clock.now()]);
    expect(wikimedia.requests).toHaveLength(60);
    clock.pass(3_600_000);
    expect(await search('one more')).toEqual([]);
  });

  it.each([
    ['429 seconds', 120_000],
    ['429 absent', 60_000],
    ['429 absurd', DAY_MS],
    ['429 negative', 60_000],
    ['429 garbage', 60_000],
    ['503', 60_000],
    ['503 retry', 120_000],
    ['maxlag', 5_000],
  ] as const)('leave a host alone that answers %s, for %i ms', async (fault, ms) => {
    wikimedia.faults.set('search', fault);
    const problem = fault.startsWith('429') ? 'rate-limited' : 'busy';
    expect(await problemOf(search('Mira Aldane'))).toEqual([problem, ms]);
    wikimedia.faults.clear();
    clock.pass(ms - 1);
    expect(await problemOf(search('Mira Aldane'))).toEqual(['rate-limited', 1]);
    expect(wikimedia.requests).toHaveLength(1);
    clock.pass(1);
    expect(await search('Mira Aldane')).toHaveLength(1);
  });

  it('are not kept away for longer than a day by a clock that was set back', async () => {
    await hosts.set(new URL(origin).host, { recent: [], notBefore: clock.now() + 2 * DAY_MS }, true);
    expect(await search('Mira Aldane')).toHaveLength(1);
  });

  it.each([
    'json error',
    'html',
    'html as json',
    'redirect',
    'truncated gzip',
    'truncated',
    'not utf-8',
    'huge',
    'other shape',
  ] as const)('take %s for no answer, and keep nothing of it', async (fault) => {
    wikimedia.faults.set('search', fault === 'huge' ? 'huge' : fault);
    expect(await problemOf(search('Mira Aldane'))).toBe('unexpected');
    wikimedia.faults.clear();
    wikimedia.faults.set('item', fault);
    expect(await problemOf(read(ALDANE))).toBe('unexpected');
    expect(cache.entries.size).toBe(0);
  });

  it('say what Wikidata knows when Wikipedia does not answer, and ask again the next time', async () => {
    for (const [fault, problem] of [
      ['wrong language', 'unexpected'],
      ['huge', 'unexpected'],
      ['html', 'unexpected'],
      ['503', 'busy'],
    ] as const) {
      wikimedia.faults.set('summary', fault);
      expect(await read(ALDANE, { isPrivate: fault === '503' })).toMatchObject({
        found: { summary: null },
        withoutSummary: problem,
      });
      clock.pass(60_000);
    }
    wikimedia.faults.clear();
    expect(await read(ALDANE)).toMatchObject({ found: { summary: { lang: 'en' } }, withoutSummary: null });
  });

  it('leave out a summary with markup', async () => {
    wikimedia.faults.set('summary', 'markup');
    expect(await read(ALDANE)).toMatchObject({ found: { summary: null }, withoutSummary: null });
  });

  it('have nothing to say of an item that is gone or is no thing, and refuse what is no item', async () => {
    expect(await read('Q900000999')).toBeNull();
    expect(await read(FAMILY_NAME)).toBeNull();
    expect(await problemOf(read('Q1|Q2'))).toBe('unexpected');
  });

  it('make no request while the browser is offline, nor one later for who waited', async () => {
    isOnline = false;
    expect(await Promise.all([problemOf(search('a')), problemOf(search('b'))])).toEqual(['offline', 'offline']);
    isOnline = true;
    clock.pass(DAY_MS);
    expect(wikimedia.requests).toEqual([]);
    wikimedia.faults.set('search', 'hang up');
    expect(await problemOf(search('a'))).toBe('offline');
  });

  it('end at once when nobody waits any more, and those behind go on', async () => {
    wikimedia.faults.set('search', 'silent');
    const stop = new AbortController();
    const first = problemOf(search('Mira Aldane', {}, stop.signal));
    await expect.poll(() => wikimedia.open()).toBe(1);
    const second = search('Jon Brae');
    wikimedia.faults.clear();
    stop.abort();
    expect(await first).toBe('aborted');
    expect(await second).toHaveLength(2);
  });

  it('end everything when consent is taken away, and leave nothing behind', async () => {
    await search('Mira Aldane');
    wikimedia.faults.set('item', 'slow');
    const reading = problemOf(read(ALDANE));
    const waiting = problemOf(search('Jon Brae'));
    await expect.poll(() => wikimedia.open()).toBe(1);
    consent = false;
    await lookUps.stop();
    expect(await reading).toBe('aborted');
    expect(['aborted', 'off']).toContain(await waiting);
    await expect.poll(() => wikimedia.open()).toBe(0);
    expect(cache.entries.size).toBe(0);
    expect(parts()).toEqual(['search', 'item']);
    consent = true;
    expect(await search('Jon Brae')).toHaveLength(2);
  });
});
