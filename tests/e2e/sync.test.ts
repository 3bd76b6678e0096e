/**
 * A Chromium and a Firefox that synchronise through Apache: a setting, a site's switch, a pin and a note made in each, both
 * offline, a conflict, a deletion, the server down; and no word of it anywhere but in the two browsers.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { press, shows, type } from '../support/own-hand';
import { Reader, until } from '../support/reader';
import { SAMPLE } from '../support/shared';
import { APACHE, type Apache, hasApache, startApache } from '../support/sync/apache';
import { PASSPHRASE, SyncReader } from '../support/sync/sync-reader';

const MARKER = 'Quellenschutz-마커-印';
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

describe.skipIf(!hasApache())(`chromium and firefox through ${APACHE}`, () => {
  let apache: Apache;
  let proxy: NewsProxy;
  const copies: ExtensionCopy[] = [];
  const readers: Reader[] = [];
  let chromium: SyncReader;
  let firefox: SyncReader;

  beforeAll(async () => {
    apache = await startApache();
    proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
    for (const kind of KINDS) {
      const copy = flagshipOnly(kind);
      copies.push(copy);
      // A driver cannot press Chromium's own question: here the browser has said yes beforehand. Firefox says yes by a setting.
      if (kind === 'chromium')
        copy.manifest((manifest) => {
          manifest.host_permissions = [...(manifest.host_permissions as string[]), 'http://127.0.0.1/*'];
        });
      readers.push(await Reader.start(kind, { proxy: proxy.address, extension: copy.path }));
    }
    chromium = await SyncReader.open(readers[0] as Reader);
    firefox = await SyncReader.open(readers[1] as Reader);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(readers.map((reader) => reader.close()));
    await Promise.all([apache?.close(), proxy?.close()]);
    for (const copy of copies) copy.remove();
  });

  /** Until both know what either knows. */
  const both = async () => {
    for (const device of [chromium, firefox, chromium]) expect(await device.sync()).toBe('done');
  };

  const panelOf = async ({ reader }: SyncReader): Promise<Page> => {
    await reader.open(SAMPLE);
    return reader.panelFor(SAMPLE);
  };
  const pin = async (panel: Page, name: string) => {
    await press(panel, `More on ${name}`, '.cast');
    await press(panel, 'Pin', '.thing-open');
    // Its button is drawn anew: two names are open at once otherwise.
    await press(panel, `More on ${name}`, '.cast');
  };
  const note = async (panel: Page, name: string, text: string) => {
    await press(panel, `More on ${name}`, '.cast');
    await press(panel, 'Write a note', '.thing-open');
    await type(panel, '.thing-open textarea', text);
    await shows(panel, 'Saved');
    await press(panel, 'Done', '.thing-open');
    await press(panel, `More on ${name}`, '.cast');
  };
  const pinned = (panel: Page) =>
    panel.evaluate(() =>
      [...document.querySelectorAll('.kept .kept-row')]
        .filter((row) => row.querySelector('.thing-more')?.getAttribute('aria-label')?.includes('pinned'))
        .map((row) => row.querySelector('.kept-name')?.textContent ?? '')
        .sort(),
    );

  /** From the article to the card and the briefing beside it, as without a folder. */
  const reads = async ({ reader }: SyncReader) => {
    const page = await reader.open(SAMPLE);
    await reader.restOn(page, 'Nakatani');
    expect(await reader.cardText(await reader.card(page))).toContain('Gen Nakatani');
    const panel = await reader.panelFor(SAMPLE);
    await shows(panel, 'Who is who on 8 Sep 2025');
    await panel.close();
    await page.close();
  };

  it('carry what is made in each to the other', async () => {
    await chromium.press('All');
    await chromium.options.evaluate(() => chrome.storage.local.set({ 'site:koreaherald.com': 'off' }));
    await chromium.put('notes', 'article-1', { text: 'as it was' });
    const here = await panelOf(chromium);
    await pin(here, 'Ahn Gyu-back');
    await note(here, 'Gen Nakatani', MARKER);
    await chromium.connect(apache);
    await chromium.shows('Last synced');
    const there = await panelOf(firefox);
    await pin(there, 'Gen Nakatani');
    await note(there, 'Ahn Gyu-back', 'from the other');
    await firefox.press('Dark');
    // A site is switched off in Firefox too.
    const tabId = await firefox.reader.tabId(SAMPLE);
    await firefox.options.evaluate(async (id) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      await api.runtime.sendMessage({ type: 'site.set', request: { tabId: id, on: false } });
    }, tabId);
    await firefox.connect(apache);
    await firefox.shows('Last synced');
    await both();
    for (const device of [chromium, firefox]) {
      expect(await device.setting('set:marks')).toBe('all');
      expect(await device.setting('set:theme')).toBe('dark');
      expect(await device.setting('site:japantimes.co.jp')).toBe('off');
      expect(await device.setting('site:koreaherald.com')).toBe('off');
      expect((await device.get('notes', 'article-1'))?.value).toEqual({ text: 'as it was' });
      await device.shows('Other devices');
    }
    expect(await firefox.text()).toContain('Marks · before: ');
    // And shows, without being opened again.
    for (const panel of [here, there]) {
      await press(panel, 'Pins and notes (2)');
      await shows(panel, MARKER);
      await shows(panel, 'from the other');
      expect(await pinned(panel)).toEqual(['Ahn Gyu-back', 'Gen Nakatani']);
      await panel.close();
    }
    const chosen = () =>
      firefox.options.evaluate(() => document.querySelector('#marks input:checked')?.closest('label')?.textContent);
    expect(await chosen()).toBe('All');
  }, 90_000);

  it('keep both where both were changed apart with the server down, and read on meanwhile', async () => {
    await apache.stop();
    await chromium.put('notes', 'article-1', { text: 'from Chromium' });
    await firefox.put('notes', 'article-1', { text: 'from Firefox' });
    await firefox.put('notes', 'article-2', { text: 'another' });
    for (const device of [chromium, firefox]) expect(await device.sync()).toBe('failed');
    await chromium.shows('The server did not answer');
    // Whatever becomes of the server, the article is read as ever.
    await chromium.options.evaluate(() => chrome.storage.local.set({ 'site:japantimes.co.jp': 'on' }));
    await reads(chromium);
    await apache.start();
    await both();
    await reads(chromium);
    await reads(firefox);
    const [here, there] = [await chromium.get('notes', 'article-1'), await firefox.get('notes', 'article-1')];
    expect(here?.value).toEqual(there?.value);
    for (const device of [chromium, firefox]) {
      await device.shows('Changed on two devices at once');
      expect(await device.text()).toContain('from Chromium');
      expect(await device.text()).toContain('from Firefox');
    }
    expect((await chromium.get('notes', 'article-2'))?.value).toEqual({ text: 'another' });
    // Decided in one, it is decided in both.
    await chromium.press('Use this');
    await until('the decision', async () => !(await chromium.text()).includes('Changed on two devices'));
    await both();
    expect(await firefox.text()).not.toContain('Changed on two devices');
    const decided = (await chromium.get('notes', 'article-1'))?.value;
    expect(decided).not.toEqual(here?.value);
    expect((await firefox.get('notes', 'article-1'))?.value).toEqual(decided);
  }, 90_000);

  it('carry a deletion as one, and take it back', async () => {
    await firefox.put('notes', 'article-1', null);
    expect(await firefox.sync()).toBe('done');
    expect(await chromium.sync()).toBe('done');
    expect((await chromium.get('notes', 'article-1'))?.deleted).toBe(true);
    await chromium.press('Back to before this');
    await until('the note to be back', async () => (await chromium.get('notes', 'article-1'))?.deleted === false);
    await both();
    expect((await firefox.get('notes', 'article-1'))?.deleted).toBe(false);
  }, 60_000);

  it('leave no word of it on the server, nor secrets in what others can reach', async () => {
    await chromium.put('notes', 'article-3', { text: MARKER });
    await both();
    const contents = apache.contents();
    expect(contents.size).toBeGreaterThanOrEqual(3);
    for (const bytes of contents.values())
      for (const word of [MARKER, 'article-', 'japantimes', 'Nakatani', PASSPHRASE, apache.password])
        expect(bytes.includes(word)).toBe(false);
    for (const device of [chromium, firefox]) {
      const stored = await device.stored();
      expect(stored).toContain('set:marks');
      for (const secret of [apache.password, PASSPHRASE, MARKER]) expect(stored).not.toContain(secret);
      const privacy = await device.reader.extensionPage('options.html#privacy');
      const ledger = await until('the list of requests', async () => {
        const said = await privacy.evaluate(() => document.getElementById('privacy')?.innerText ?? '');
        return said.includes('sync ·') && said;
      });
      for (const secret of [apache.password, PASSPHRASE, MARKER, apache.user]) expect(ledger).not.toContain(secret);
      await privacy.close();
    }
    // Nobody else was asked.
    expect(proxy.log.filter(({ path }) => path.includes('sidelight'))).toEqual([]);
  }, 60_000);
});
