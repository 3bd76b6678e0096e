/** T110 to T117: settings by the browser's own synchronisation, two browsers of one account, with Chrome's limits. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AREA_LIMITS, itemBytes } from '../../../../lib/sync/area';
import { conflictsOf, type Entry, winner } from '../../../../lib/sync/entry';
import { Account, Clock, createBrowserOf } from '../../../support/sync/shared-area';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let clock: Clock;
let account: Account;
let home: ReturnType<typeof createBrowserOf>;
let work: ReturnType<typeof createBrowserOf>;
beforeEach(() => {
  clock = new Clock();
  account = new Account(clock, 'chromium');
  home = createBrowserOf(account, clock, 'home');
  work = createBrowserOf(account, clock, 'work');
});

const entryAt = (browser: typeof home, key: string) => browser.store.state.rows.get(`settings/${key}`)?.entry as Entry;

it('T110: a slider dragged for a minute is ten writes at most, and its last value stays', async () => {
  for (let i = 0; i < 600; i++) {
    home.set('set:hoverDelayMs', 150 + i);
    await clock.pass(100);
    expect(home.get('set:hoverDelayMs')).toBe(150 + i);
  }
  expect(account.writes.length).toBeLessThanOrEqual(11);
  expect(account.writes.filter((at) => at > clock.now - MINUTE).length).toBeLessThanOrEqual(10);
  await clock.pass(10 * SECOND);
  expect(work.get('set:hoverDelayMs')).toBe(749);
  expect(account.quotaErrors).toBe(0);
});

it('T111: two hundred changes in a minute never pass a limit, never turn back, and are told within 90 s', async () => {
  for (let i = 0; i < 200; i++) {
    home.set(`site:site-${i}.example`, i % 2 ? 'on' : 'off');
    await clock.pass(300);
    for (const j of [0, i]) expect(home.get(`site:site-${j}.example`)).toBe(j % 2 ? 'on' : 'off');
  }
  await clock.pass(90 * SECOND);
  expect(account.quotaErrors).toBe(0);
  for (let i = 0; i < 200; i++) expect(work.get(`site:site-${i}.example`)).toBe(i % 2 ? 'on' : 'off');
});

describe('T112: what is too much', () => {
  const fill: Readonly<Record<string, (browser: ReturnType<typeof createBrowserOf>) => void>> = {
    '9 KB in one': (browser) => browser.set('set:x', 'x'.repeat(9_000)),
    '110 KB in all': (browser) => {
      for (let i = 0; i < 22; i++) browser.set(`set:x${i}`, 'x'.repeat(5_000));
    },
    '600 keys': (browser) => {
      for (let i = 0; i < 600; i++) browser.set(`site:s${i}.example`, 'off');
    },
    '2,000 “<”': (browser) => browser.set('set:x', '<'.repeat(2_000)),
  };
  it.each(Object.keys(fill))(
    '%s: nothing of it is shared, the reader is told, and all of it works here',
    async (what) => {
      home.set('set:marks', 'all');
      await clock.pass(MINUTE);
      const before = structuredClone(account.items);
      home.set('set:theme', 'dark');
      fill[what]?.(home);
      await clock.pass(MINUTE);
      expect(account.items).toEqual(before);
      expect(home.state().problem).toBe('too-much');
      expect(home.get('set:theme')).toBe('dark');
      expect(account.quotaErrors).toBe(0);
    },
  );

  it('counts as each browser does', () => {
    expect(itemBytes('k', '<', 'chromium')).toBe(1 + 8);
    expect(itemBytes('k', '<', 'firefox')).toBe(1 + 3);
    expect(itemBytes('k', '뉴스', 'chromium')).toBe(1 + 8);
    expect(AREA_LIMITS.itemBytes).toBeLessThan(8_192);
  });

  it('fits in Firefox, where “<” is one byte', async () => {
    const fox = new Account(clock, 'firefox');
    const browser = createBrowserOf(fox, clock, 'fox', 'firefox');
    browser.set('set:x', '<'.repeat(2_000));
    await clock.pass(MINUTE);
    expect(browser.state().problem).toBeNull();
    expect(Object.keys(fox.items)).toEqual(['set:x']);
  });

  it('is over when there is less again', async () => {
    home.set('set:x', 'x'.repeat(9_000));
    await clock.pass(MINUTE);
    home.set('set:x', 'x');
    await clock.pass(MINUTE);
    expect(home.state().problem).toBeNull();
    expect(work.get('set:x')).toBe('x');
  });
});

it('T113: an area that throws is asked once an hour, and everything works here', async () => {
  account.isRefusing = true;
  for (let i = 0; i < 180; i++) {
    home.set('set:marks', i % 2 ? 'all' : 'quiet');
    await clock.pass(MINUTE);
  }
  expect(home.state().problem).toBe('unavailable');
  expect(account.calls).toBeLessThanOrEqual(4);
  expect(home.get('set:marks')).toBe('all');
  account.isRefusing = false;
  await clock.pass(61 * MINUTE);
  home.set('set:theme', 'dark');
  await clock.pass(MINUTE);
  expect(home.state().problem).toBeNull();
  expect(work.get('set:marks')).toBe('all');
});

describe('T114: two devices', () => {
  it('that changed different settings apart keep both', async () => {
    home.set('set:marks', 'all');
    work.set('set:theme', 'dark');
    await clock.pass(MINUTE);
    for (const browser of [home, work]) {
      expect(browser.get('set:marks')).toBe('all');
      expect(browser.get('set:theme')).toBe('dark');
    }
  });

  it('that changed the same keep the later, and the earlier for 30 days', async () => {
    home.set('set:marks', 'first');
    await clock.pass(MINUTE);
    account.isRefusing = true;
    work.set('set:marks', 'quiet');
    await clock.pass(MINUTE);
    home.set('set:marks', 'all');
    await clock.pass(120 * MINUTE);
    account.isRefusing = false;
    for (const browser of [work, home, work]) {
      browser.share.changed();
      await clock.pass(62 * MINUTE);
    }
    for (const browser of [home, work]) {
      expect(winner(entryAt(browser, 'set:marks')).value).toBe(browser.get('set:marks'));
      expect(conflictsOf(entryAt(browser, 'set:marks'))).toHaveLength(1);
    }
    expect(home.get('set:marks')).toBe(work.get('set:marks'));
    await clock.pass(31 * 24 * 60 * MINUTE);
    for (const browser of [home, work, home]) {
      browser.share.changed();
      await clock.pass(MINUTE);
    }
    expect(conflictsOf(entryAt(home, 'set:marks'))).toHaveLength(0);
    expect(conflictsOf(entryAt(work, 'set:marks'))).toHaveLength(0);
  });

  it('of which one puts a setting back agree that it is back', async () => {
    home.set('set:marks', 'all');
    await clock.pass(MINUTE);
    work.set('set:marks', null);
    await clock.pass(MINUTE);
    expect(home.get('set:marks')).toBeUndefined();
  });
});

it('T115: what a later version wrote and what is damaged stays as it is, and travels on', async () => {
  home.set('set:fromLater', { shape: ['new'] });
  await clock.pass(MINUTE);
  expect(work.get('set:fromLater')).toEqual({ shape: ['new'] });
  Object.assign(account.items, { 'set:marks': 'garbage', 'set:theme': [{ x: -1 }, []], unknown: 7 });
  const odd = structuredClone(account.items);
  work.set('set:language', 'ko');
  await clock.pass(MINUTE);
  const { 'set:language': _added, ...rest } = account.items;
  expect(rest).toEqual(odd);
  expect(work.get('set:marks')).toBeUndefined();
});

it('T116: a thousand changes from elsewhere in a second are one to draw, and none is echoed', async () => {
  for (let i = 0; i < 100; i++) work.set(`site:s${i}.example`, 'off');
  await clock.pass(MINUTE);
  const [writes, renders] = [account.writes.length, home.renders()];
  for (let i = 0; i < 1_000; i++) {
    const key = `site:s${i % 100}.example`;
    const [, [stamp = 0] = []] = account.items[key] as [unknown, number[]];
    account.items[key] = [{ 'work-1': stamp + 1 }, [stamp + 1, 'work-1', i % 2 ? 'on' : 'off']];
    home.share.changed();
    await clock.pass(1);
  }
  await clock.pass(MINUTE);
  expect(home.get('site:s99.example')).toBe('on');
  expect(home.renders() - renders).toBe(1);
  expect(account.writes.length).toBe(writes);
});

it('says nothing, and hears nothing, where the reader does not want it', async () => {
  home.switchOff();
  home.set('set:marks', 'all');
  work.set('set:theme', 'dark');
  await clock.pass(MINUTE);
  expect(Object.keys(account.items)).toEqual(['set:theme']);
  expect(home.get('set:theme')).toBeUndefined();
});
