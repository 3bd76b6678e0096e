/** T121 to T133: what servers do, one thing at a time, and what becomes of a synchronisation then. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mayRunNow, nextRun } from '../../../../lib/services/sync/schedule';
import { createDavDevice, type DavDevice } from '../../../support/sync/dav-device';
import { createMemoryDav, type MemoryDav } from '../../../support/sync/memory-dav';
import { quickTools } from '../../../support/sync/quick-tools';
import { seeded } from '../../../support/sync/simulation';

const CREDENTIALS = { url: 'https://dav.example/me/sidelight/', user: 'mira', password: 'geheim-마커' };
const HOUR = 3_600_000;

let now: number;
/** What the real ones do is tested beside; here a key takes no time. */
const tools = quickTools(seeded(7), () => now);
let dav: MemoryDav;
let one: DavDevice;
let other: DavDevice;
const device = (name: string) => createDavDevice(name, CREDENTIALS, { fetch: (...all) => dav.fetch(...all), tools });
beforeEach(async () => {
  now = Date.UTC(2026, 10, 26);
  dav = createMemoryDav();
  one = await device('one');
  other = await device('other');
});

const both = async () => {
  for (const each of [one, other, one]) expect(await each.sync()).toBe('done');
};
const isList = (url: string) => url.endsWith('/sidelight-sync.bin');

describe('T121: a list that others are writing', () => {
  it('is read again, merged and written again', async () => {
    await one.sync();
    let refused = 0;
    dav.intervene = ({ method, url }) => {
      if (method !== 'PUT' || !isList(url) || refused === 2) return null;
      refused += 1;
      return { status: 412 };
    };
    expect(await other.sync()).toBe('done');
    expect(refused).toBe(2);
    await both();
    expect(Object.keys(one.state().peers)).toHaveLength(1);
  });

  it('is given up after five attempts, and never a loop', async () => {
    await one.sync();
    dav.intervene = ({ method, url }) => (method === 'PUT' && isList(url) ? { status: 412 } : null);
    expect(await other.sync()).toBe('failed');
    expect(other.state().problem).toBe('contended');
    expect(dav.requests.filter(({ method, url }) => method === 'PUT' && isList(url)).length).toBeLessThanOrEqual(11);
  });
});

describe.each(['strong', 'weak', 'none'] as const)('T122: a server with ETags that are %s', (etags) => {
  it('is synchronised with in five requests', async () => {
    dav.etags = etags;
    one.put('notes/n1', { text: 'x' });
    await both();
    one.put('notes/n1', { text: 'y' });
    const before = dav.requests.length;
    await one.sync();
    expect(dav.requests.length - before).toBeLessThanOrEqual(5);
    await other.sync();
    expect(other.get('notes/n1')).toEqual({ text: 'y' });
    const calm = dav.requests.length;
    await both();
    expect(dav.requests.slice(calm).filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

it('T123: on a server that ignores conditions, who was overwritten comes back', async () => {
  dav.ignoresConditions = true;
  one.put('notes/n1', { text: 'x' });
  other.put('notes/n2', { text: 'y' });
  await Promise.all([one.sync(), other.sync()]);
  await both();
  await both();
  for (const each of [one, other]) {
    expect(each.get('notes/n1')).toEqual({ text: 'x' });
    expect(each.get('notes/n2')).toEqual({ text: 'y' });
  }
});

it('T124: somebody else’s lock is waited for a quarter of an hour, and not broken', async () => {
  one.put('notes/n1', { text: 'x' });
  dav.intervene = ({ method }) => (method === 'PUT' ? { status: 423 } : null);
  expect(await one.sync()).toBe('failed');
  expect(one.state()).toMatchObject({ problem: 'locked', status: 423 });
  expect((nextRun(one.state()) ?? 0) - now).toBe(15 * 60_000);
  // Twice it is asked who that is, of the file and of its folder; this server does not tell.
  expect(dav.requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'PROPFIND', 'PROPFIND']);
  expect(one.state().holder).toBeNull();
  dav.intervene = () => null;
  await both();
  expect(one.conflicts('notes/n1')).toEqual([]);
});

it('T124: who holds the lock is told, where the server tells it', async () => {
  const told = '<D:owner xmlns:D="DAV:"><D:href>mailto:mira@example.org</D:href> &amp; co</D:owner>';
  one.put('notes/n1', { text: 'x' });
  dav.intervene = ({ method }) =>
    method === 'PUT'
      ? { status: 423 }
      : method === 'PROPFIND'
        ? { status: 207, body: new TextEncoder().encode(`<D:multistatus>${told}</D:multistatus>`) }
        : null;
  expect(await one.sync()).toBe('failed');
  expect(one.state()).toMatchObject({ problem: 'locked', holder: 'mailto:mira@example.org & co' });
  dav.intervene = () => null;
  await both();
  expect(one.state()).toMatchObject({ problem: null, holder: null });
});

it('T124: nothing is learnt, and nothing lost, by an answer about a lock that has no end', async () => {
  dav.intervene = ({ method }) => {
    if (method === 'PUT') return { status: 423 };
    if (method !== 'PROPFIND') return null;
    const endless = async function* () {
      for (;;) yield new Uint8Array(1_000);
    };
    return { status: 207, body: endless() };
  };
  one.put('notes/n1', { text: 'x' });
  expect(await one.sync()).toBe('failed');
  expect(one.state()).toMatchObject({ problem: 'locked', holder: null });
  expect(one.get('notes/n1')).toEqual({ text: 'x' });
});

describe('T125: a failure at each request of a synchronisation', () => {
  const failures = [500, 502, 507, 413, 429, 'offline', 'done, unanswered', 'torn'] as const;
  it.each(failures)('%s: old or new on the server, nothing lost here, and the next run mends it', async (failure) => {
    for (let at = 1; at <= 7; at++) {
      dav = createMemoryDav();
      one = await device('one');
      other = await device('other');
      one.put('notes/n1', { text: 'old' });
      await both();
      one.put('notes/n1', { text: 'new' });
      const first = dav.requests.length;
      dav.intervene = ({ method, url }, number) => {
        if (number - first !== at) return null;
        if (failure === 'offline') return 'offline';
        if (failure === 'done, unanswered') return { status: 504, isDone: true };
        if (failure !== 'torn') return { status: failure };
        if (method !== 'GET') return null;
        return { status: 200, body: dav.files.get(new URL(url).pathname)?.bytes.slice(0, 900) ?? new Uint8Array() };
      };
      await one.sync();
      dav.intervene = () => null;
      expect(one.get('notes/n1')).toEqual({ text: 'new' });
      expect(await other.sync()).toBe('done');
      expect([{ text: 'old' }, { text: 'new' }]).toContainEqual(other.get('notes/n1'));
      await both();
      expect(other.get('notes/n1')).toEqual({ text: 'new' });
      expect(one.conflicts('notes/n1')).toEqual([]);
    }
  });
});

it('T126: a server that says yes and keeps half is found out at once, and written to again', async () => {
  one.put('notes/n1', { text: 'x' });
  await both();
  one.put('notes/n1', { text: 'y' });
  dav.intervene = ({ method, url }) => {
    if (method !== 'GET' || isList(url)) return null;
    const { pathname } = new URL(url);
    const file = dav.files.get(pathname);
    if (file) dav.files.set(pathname, { ...file, bytes: file.bytes.slice(0, 700) });
    return null;
  };
  expect(await one.sync()).toBe('failed');
  expect(one.state().problem).toBe('not_stored');
  dav.intervene = () => null;
  await both();
  expect(other.get('notes/n1')).toEqual({ text: 'y' });
});

describe('T126: an answer of 200 that is no file of ours', () => {
  const text = (written: string) => new TextEncoder().encode(written);
  const answers = {
    'a page to log in': [text('<!doctype html><title>Log in</title>'), 'text/html'],
    'a byte order mark and a page': [text('\uFEFF<html>'), 'text/html'],
    'another program’s file': [text('{"version":3,"bookmarks":[]}'), 'application/json'],
    'a packed file': [new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), 'application/gzip'],
  } as const;
  it.each(Object.entries(answers))('%s: stays as it is, and the reader is told', async (_, [bytes, type]) => {
    one.put('notes/n1', { text: 'x' });
    await both();
    const known = [...dav.files].map(([name, { version }]) => [name, version]);
    one.put('notes/n1', { text: 'y' });
    dav.intervene = ({ method, url }) =>
      method === 'GET' && isList(url) ? { status: 200, headers: { 'content-type': type }, body: bytes } : null;
    expect(await one.sync()).toBe('failed');
    expect(one.state().problem).toBe('foreign');
    expect([...dav.files].map(([name, { version }]) => [name, version])).toEqual(known);
    expect(one.get('notes/n1')).toEqual({ text: 'y' });
    dav.intervene = () => null;
    await both();
    expect(other.get('notes/n1')).toEqual({ text: 'y' });
  });

  it.each([0, 2, 30, 200])('another device’s file of which %i bytes came: nothing of it is taken', async (length) => {
    one.put('notes/n1', { text: 'x' });
    await both();
    other.put('notes/n1', { text: 'z' });
    await other.sync();
    dav.intervene = ({ method, url }) => {
      const file = dav.files.get(new URL(url).pathname);
      if (method !== 'GET' || isList(url) || !file) return null;
      return { status: 200, headers: { 'content-type': 'text/html' }, body: file.bytes.slice(0, length) };
    };
    await one.sync();
    expect(one.get('notes/n1')).toEqual({ text: 'x' });
    // Nobody writes it but its owner, who has everything that was in it: it is kept where it is.
    expect(Object.values(one.state().peers).map(({ problem }) => problem)).not.toEqual([null]);
    dav.intervene = () => null;
    await both();
    expect(one.get('notes/n1')).toEqual({ text: 'z' });
    expect(one.conflicts('notes/n1')).toEqual([]);
  });

  it('a file of ours under another media type, of no announced length, is ours all the same', async () => {
    one.put('notes/n1', { text: 'x' });
    await one.sync();
    dav.intervene = ({ method, url }) => {
      const file = dav.files.get(new URL(url).pathname);
      return method === 'GET' && file
        ? { status: 200, headers: { 'content-type': 'text/html' }, body: file.bytes }
        : null;
    };
    expect(await other.sync()).toBe('done');
    expect(other.get('notes/n1')).toEqual({ text: 'x' });
  });
});

describe('T127: too much', () => {
  it('is refused by its announcement, unread', async () => {
    let isRead = false;
    dav.intervene = () => ({
      status: 200,
      headers: { 'content-length': String(2 ** 31) },
      body: (async function* () {
        isRead = true;
        yield new Uint8Array(1);
      })(),
    });
    expect(await one.sync()).toBe('failed');
    expect(one.state().problem).toBe('too_large');
    expect(isRead).toBe(false);
  });

  it('is given up at 32 MB where nothing was announced', async () => {
    let given = 0;
    dav.intervene = () => ({
      status: 200,
      body: (async function* () {
        for (;;) {
          given += 1;
          yield new Uint8Array(1_000_000);
        }
      })(),
    });
    expect(await one.sync()).toBe('failed');
    expect(one.state().problem).toBe('too_large');
    expect(given).toBeLessThanOrEqual(34);
  });
});

describe('T131: a redirect', () => {
  it('is not followed, and nothing is sent there', async () => {
    dav.intervene = () => ({ status: 301, isRedirect: true });
    expect(await one.sync()).toBe('failed');
    expect(one.state().problem).toBe('redirect');
    expect(new Set(dav.requests.map(({ url }) => new URL(url).origin))).toEqual(new Set(['https://dav.example']));
    expect(dav.requests).toHaveLength(1);
  });
});

describe('T132: a password that is refused', () => {
  it('is tried once, and not again within the hour unless it is changed', async () => {
    dav.intervene = () => ({ status: 401 });
    expect(await one.sync()).toBe('failed');
    expect(dav.requests).toHaveLength(1);
    expect(nextRun(one.state())).toBeNull();
    expect(mayRunNow(one.state(), 0, now + HOUR - 1)).toBe(false);
    expect(mayRunNow(one.state(), now + 1, now + 2)).toBe(true);
    expect(mayRunNow(one.state(), 0, now + HOUR)).toBe(true);
  });
});

it('T133: without the browser’s permission nothing is asked', async () => {
  one = await createDavDevice('one', CREDENTIALS, { fetch: (...all) => dav.fetch(...all), tools, mayAsk: false });
  expect(await one.sync()).toBe('failed');
  expect(one.state().problem).toBe('no_permission');
  expect(nextRun(one.state())).toBeNull();
  expect(dav.requests).toEqual([]);
});

it.each([
  ['120', 120_000],
  ['86400', 24 * HOUR],
  ['999999999', 24 * HOUR],
  ['nonsense', 15 * 60_000],
])('a server that wants to be left alone (Retry-After: %s) is', async (header, wait) => {
  dav.intervene = () => ({ status: 503, headers: { 'retry-after': header } });
  expect(await one.sync()).toBe('failed');
  expect((nextRun(one.state()) ?? 0) - now).toBe(Math.max(wait, 15 * 60_000));
});

it('waits longer after each failure, up to six hours', async () => {
  dav.intervene = () => 'offline';
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    await one.sync();
    waits.push(((nextRun(one.state()) ?? 0) - now) / 60_000);
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360, 360]);
});

it('goes on with the next step where a run has taken its time', async () => {
  const devices = [one, other, await device('third'), await device('fourth')];
  for (const [i, each] of devices.entries()) {
    each.put(`notes/n${i}`, { text: `${i}` });
    await each.sync();
  }
  const slow = await createDavDevice('slow', CREDENTIALS, {
    fetch: (...all) => {
      now += 6_000;
      return dav.fetch(...all);
    },
    tools,
    stepMs: 15_000,
  });
  const ends: string[] = [];
  for (let i = 0; i < 10 && ends.at(-1) !== 'done'; i++) ends.push(await slow.sync());
  expect(ends.at(-1)).toBe('done');
  expect(ends.filter((end) => end === 'more').length).toBeGreaterThan(0);
  for (let i = 0; i < devices.length; i++) expect(slow.get(`notes/n${i}`)).toEqual({ text: `${i}` });
});
