/** What is the reader's own: made in the panel and by the card, there after a crash, gone when all is erased. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserKind, killBrowser } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { focused, press, shows, textOf, type } from '../support/own-hand';
import { Reader, until } from '../support/reader';

const SITES = join(import.meta.dirname, '../sites');
const ARTICLE = 'https://www.japantimes.co.jp/news/2025/09/08/japan/kept/';
const HEADLINE = 'Ministers meet in Seoul, and promise to meet again';

describe.each<BrowserKind>(['chromium', 'firefox'])('the reader’s own in %s', (kind) => {
  let proxy: NewsProxy;
  let copy: ExtensionCopy;
  let profile: string;
  let reader: Reader;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES);
    const sample = readFileSync(
      join(SITES, 'www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html'),
      'utf8',
    );
    proxy.serve(ARTICLE, sample.replace('It is a modest list.', 'The Thursday Readers call it a modest list.'));
    copy = flagshipOnly(kind);
    profile = mkdtempSync(join(tmpdir(), 'sidelight-'));
    await start();
  });
  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const start = async () => {
    reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path, profile });
  };
  const marked = async (name: string) => {
    await reader.see(page);
    return (await reader.marks(page)).texts.some((mark) => mark.includes(name));
  };

  it('keeps a pin, and a note that is being typed when the panel goes', async () => {
    const options = await reader.extensionPage('options.html#privacy');
    await press(options, 'Keep a history of articles');
    await options.close();
    page = await reader.open(ARTICLE);
    panel = await reader.panelFor(ARTICLE);
    await press(panel, 'More on Gen Nakatani', '.cast');
    await press(panel, 'Pin', '.cast');
    await press(panel, 'Write a note', '.cast');
    await type(panel, '.cast textarea', 'Ask about the radar');
    await panel.close({ runBeforeUnload: false });
    panel = await reader.panelFor(ARTICLE);
    await press(panel, 'Pins and notes (1)');
    expect(await shows(panel, 'Ask about the radar')).toContain('This article');
  });

  it('lists a name of the reader’s with a lock, and marks nothing', async () => {
    const before = (await reader.marks(page)).texts;
    await press(panel, 'Add a name');
    await until('the focus in the field', async () => (await focused(panel)) === 'INPUT');
    await type(panel, '.own-form input[type=text]', 'Thursday Readers');
    await press(panel, 'Save');
    await until('the focus where it was', async () => (await focused(panel)) === 'Add a name');
    await press(panel, 'Show all');
    await until('the name in the cast', () =>
      panel.evaluate(() =>
        [...document.querySelectorAll('.cast-row')].some(
          (row) => row.textContent?.includes('Thursday Readers') && row.querySelector('.private-mark'),
        ),
      ),
    );
    expect((await reader.marks(page)).texts).toEqual(before);
  });

  it('makes a lasting rule in the panel only, which takes effect in the open article, and can be undone', async () => {
    await reader.restOn(page, 'Shin Won-sik');
    const card = await reader.card(page);
    await reader.settledCardText(card);
    await reader.pressInCard(page, card, 'Not it');
    await until('the way back', async () => (await reader.cardText(card)).includes('Undo'));
    await reader.pressInCard(page, card, 'Always…');
    await shows(panel, '“Shin Won-sik” is not Shin Won-sik');
    // For this page view it is not hidden any more: what hides it from here on is the rule.
    await press(card, 'Undo');
    await until('the mark to come back', () => marked('Shin Won-sik'));
    await press(panel, 'Everywhere');
    await press(panel, 'Save');
    await until('the mark to go', async () => !(await marked('Shin Won-sik')));
    const options = await reader.extensionPage('options.html#own');
    await press(options, 'Remove', '#own .own-part:last-of-type');
    await until('the mark to come back', () => marked('Shin Won-sik'));
    // The row is gone with its button, and the list is empty.
    await until('the focus where the list was', async () => (await focused(options)).startsWith('Muted names'));
    await press(options, 'Undo', '#own');
    await until('the mark to go', async () => !(await marked('Shin Won-sik')));
    await options.close();
  });

  it('has everything after a crash', async () => {
    await killBrowser(reader.browser);
    await start();
    page = await reader.open(ARTICLE);
    expect(await marked('Shin Won-sik')).toBe(false);
    panel = await reader.panelFor(ARTICLE);
    await press(panel, 'Pins and notes (1)');
    await shows(panel, 'Ask about the radar');
    await press(panel, 'History');
    const history = await until('the history', () =>
      panel.evaluate(() => document.querySelector<HTMLElement>('.history-list')?.innerText),
    );
    expect(history).toContain(HEADLINE);
    expect(history).toContain('8 Sep 2025');
    expect(history).toContain('Gen Nakatani');
  });

  it('is gone once everything is erased, and the packs are back', async () => {
    const options = await reader.extensionPage('options.html#data');
    const stored = () =>
      options.evaluate(async () => {
        const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        const [local, sync, session] = await Promise.all([
          storage.local.get(null),
          storage.sync.get(null),
          storage.session.get(null),
        ]);
        return { kept: JSON.stringify([local, sync]), keys: [...Object.keys(local), ...Object.keys(session)] };
      });
    // What brings notes back where the browser has lost them must not do so here.
    await until('the copy of the note', async () => (await stored()).kept.includes('radar'));
    const passing = ['held:-7', 'opened:-7', 'brief:-7', 'views:-7'];
    await options.evaluate(async (keys) => {
      const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      await storage.session.set(Object.fromEntries(keys.map((key) => [key, key])));
    }, passing);
    await press(options, 'Erase everything', '#data');
    await press(options, 'Erase everything', '#data .say-twice');
    await shows(options, 'Everything has been erased.');
    const left = await stored();
    expect(left.kept).not.toMatch(/radar|Shin Won-sik|Readers/);
    expect(left.keys.filter((key) => [...passing, 'own:history', 'erasing', 'reader-copy'].includes(key))).toEqual([]);
    await until('the mark to come back', () => marked('Shin Won-sik'));
    expect(await textOf(options)).toMatch(/Muted names and corrections\s+None\./);
    await panel.close();
    panel = await reader.panelFor(ARTICLE);
    await press(panel, 'Pins and notes');
    await shows(panel, 'What you pin or note is listed here.');
    expect(await textOf(panel)).not.toContain('radar');
    await options.close();
  });
});
