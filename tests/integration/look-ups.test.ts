/**
 * Look-ups in the real browsers, asking a server that answers as Wikimedia does and fails as servers do (T101, T102,
 * T104, T105, T107). Waits are scaled down; `soak/look-ups` has them in full, and measures how soon things end.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type BrowserBench, startBench } from '../support/in-browser';
import type * as LookUpsPage from '../support/look-ups-page';
import { createWikimedia, type Fault } from '../support/wikimedia';
import { ALDANE } from '../support/wikimedia-items';

const LIMITS = { stallMs: 800, totalMs: 2_400, pauseMs: 0, perHour: 1_000 };
/** Of a slow answer: each byte is progress, and all of them take for ever. */
const SLOW_MS = 100;
const DAY_MS = 86_400_000;
const SOUND = { name: 'Mira Aldane', roles: 3, withoutSummary: null, summary: expect.stringContaining('Mira Rowena') };

describe.each<BrowserKind>(['chromium', 'firefox'])('look-ups in %s', (kind) => {
  const wikimedia = createWikimedia({ slowMs: SLOW_MS });
  let server: Server;
  let origin: string;
  let bench: BrowserBench<typeof LookUpsPage>;
  let page: Awaited<ReturnType<typeof bench.open>>;

  beforeAll(async () => {
    server = createServer(wikimedia.handle);
    await new Promise<void>((done) => server.listen(0, done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    bench = await startBench(kind, join(import.meta.dirname, '../support/look-ups-page.ts'));
    page = await bench.open();
  }, 60_000);
  afterAll(async () => {
    await bench?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(async () => {
    wikimedia.reset();
    await page.call.begin(origin, LIMITS);
  });
  const closed = () => expect.poll(() => wikimedia.open(), { timeout: 5_000 }).toBe(0);

  it('find, read and keep', async () => {
    expect(await page.call.search('Mira Aldane')).toEqual(['Mira Aldane']);
    expect(await page.call.search('미라 알데인', 'ko')).toEqual(['미라 알데인']);
    for (let i = 0; i < 2; i++) expect(await page.call.read(ALDANE)).toEqual(SOUND);
    expect(wikimedia.requests.map(({ part }) => part)).toEqual(['search', 'search', 'item', 'summary', 'labels']);
    expect(wikimedia.most()).toBe(1);
    for (const { headers } of wikimedia.requests) {
      expect(headers['api-user-agent']).toBe('Sidelight/test');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    }
    await page.call.pass(7 * DAY_MS);
    expect(await page.call.read(ALDANE)).toEqual(SOUND);
    expect(wikimedia.requests).toHaveLength(8);
  });

  it.each<[Fault, string, number | null]>([
    ['429 seconds', 'rate-limited', 120_000],
    ['429 date', 'rate-limited', 120_000],
    ['429 absent', 'rate-limited', 60_000],
    ['429 absurd', 'rate-limited', DAY_MS],
    ['429 negative', 'rate-limited', 60_000],
    ['503', 'busy', 60_000],
    ['503 retry', 'busy', 120_000],
    ['maxlag', 'busy', 5_000],
    ['json error', 'unexpected', null],
    ['html', 'unexpected', null],
    ['html as json', 'unexpected', null],
    ['redirect', 'unexpected', null],
    ['truncated gzip', 'unexpected', null],
    ['truncated', 'unexpected', null],
    ['not utf-8', 'unexpected', null],
    ['huge', 'unexpected', null],
    ['other shape', 'unexpected', null],
    ['hang up', 'offline', null],
  ])('take "%s" for %s, and keep nothing of it', async (fault, problem, wait) => {
    wikimedia.faults.set('search', fault);
    const told = await page.call.search('Mira Aldane');
    // A server's date has whole seconds.
    const within = wait === null ? null : expect.closeTo(wait, -3.5);
    expect(told).toMatchObject({ problem, wait: within });
    expect(await page.call.kept()).toEqual([]);
    await closed();
    wikimedia.faults.clear();
    if (wait !== null) {
      expect(await page.call.search('Mira Aldane')).toMatchObject({ problem: 'rate-limited' });
      // Another host does not suffer.
      expect(wikimedia.requests).toHaveLength(1);
      await page.call.pass(wait);
    }
    expect(await page.call.search('Mira Aldane')).toEqual(['Mira Aldane']);
  });

  it.each<[Fault, string | null]>([
    ['429 seconds', 'rate-limited'],
    ['wrong language', 'unexpected'],
    ['huge', 'unexpected'],
    ['markup', null],
    ['silent', 'timeout'],
  ])('say what Wikidata knows when Wikipedia answers "%s", and ask for nothing else', async (fault, withoutSummary) => {
    wikimedia.faults.set('summary', fault);
    expect(await page.call.read(ALDANE)).toEqual({ ...SOUND, summary: null, withoutSummary });
    expect(wikimedia.requests.map(({ part }) => part)).toEqual(['item', 'summary', 'labels']);
    await closed();
  });

  it.each<[Fault, number]>([
    ['silent', LIMITS.stallMs],
    ['slow', LIMITS.totalMs],
    ['endless', LIMITS.totalMs],
  ])('give up a server that is "%s" after %i ms, and hang up', async (fault, expected) => {
    wikimedia.faults.set('item', fault);
    const told = (await page.call.read(ALDANE)) as { problem: string; ms: number };
    expect(told.problem).toBe('timeout');
    expect(told.ms).toBeGreaterThan(expected - 50);
    await closed();
    wikimedia.faults.clear();
    expect(await page.call.read(ALDANE)).toEqual(SOUND);
  });

  it.each<[Fault, 'item' | 'summary']>([
    ['silent', 'item'],
    ['slow', 'item'],
    ['endless', 'summary'],
  ])('end when consent is taken away from one that is "%s", and leave nothing', async (fault, part) => {
    await page.call.search('Mira Aldane');
    expect(await page.call.kept()).toHaveLength(1);
    wikimedia.faults.set(part, fault);
    const { told, kept } = await page.call.revokeDuring(ALDANE, 250);
    expect(told.problem).toBe('aborted');
    expect(kept).toBe(0);
    await closed();
    const asked = wikimedia.requests.length;
    expect(await page.call.search('Jon Brae')).toMatchObject({ problem: 'off' });
    expect(wikimedia.requests).toHaveLength(asked);
    // It is written down when it has ended.
    await expect.poll(async () => (await page.call.requests())[0], { timeout: 10_000 }).toMatch(/^aborted /);
  });

  it('keep what was wanted last within their bounds, and nothing for longer than they said', async () => {
    expect(await page.call.fill([10, 10, 10, 10], { entries: 3, size: 10_000 })).toEqual(['0', '2', '3']);
    expect(await page.call.fill([400, 400, 400], { entries: 100, size: 1_000 })).toEqual(['0', '2']);
    expect(await page.call.fill([10, 2_000], { entries: 100, size: 1_000 })).toEqual(['0']);
    expect(await page.call.expire()).toEqual([{ b: 1 }, null, expect.any(Number)]);
  });
});
