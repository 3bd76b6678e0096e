/** A set of packs too large for the background's life is installed beside it, whatever becomes of the background. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundledPack } from '../../lib/services/ports';
import { RECORDS_PER_ROW } from '../../lib/services/stage-pack';
import type { BrowserKind } from '../support/browsers';
import { sealLines } from '../support/build-pack';
import { copyExtension, type ExtensionCopy } from '../support/extension-copy';
import { listPack } from '../support/list-pack';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, until } from '../support/reader';
import { articlePage, syntheticArticle, syntheticHeader, syntheticRecords } from '../support/synthetic-pack';

const NAMES = 50_000;
const RECORDS = syntheticRecords(NAMES);
const ARTICLE = 'https://www.japantimes.co.jp/news/2025/09/08/made-up';
const TIME_MS = 60_000;
const ROWS = Math.ceil(RECORDS.length / RECORDS_PER_ROW);

interface Watching {
  readonly progress: { readonly done: number; readonly total: number }[];
}

/** Keeps what is told of an installation, from now on. */
function watchProgress(): void {
  const progress: Watching['progress'] = [];
  Object.assign(globalThis, { progress });
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  api.storage.onChanged.addListener((changes) => {
    const value = changes['install-progress']?.newValue as Watching['progress'][number] | undefined;
    if (value) progress.push(value);
  });
}

/** How many packs the pointer names, by IndexedDB alone. */
function currentPacks(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('knowledge');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const reading = db.transaction('meta').objectStore('meta').get('current');
      reading.onsuccess = () => {
        db.close();
        resolve((reading.result as { value: { packs: unknown[] } } | undefined)?.value.packs.length ?? 0);
      };
    };
  });
}

const countNames = (): number =>
  RECORDS.reduce((sum, record) => sum + ('names' in record ? (record.names?.length ?? 0) : 0), 0);

/** What lies in the knowledge database, by IndexedDB alone; `null` before it is made. */
function lookInside(): Promise<{ isCurrent: boolean; generations: number; rows: number } | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('knowledge');
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const db = request.result;
      const reading = db.transaction(['meta', 'rows']);
      const current = reading.objectStore('meta').get('current');
      const keys = reading.objectStore('rows').getAllKeys();
      reading.oncomplete = () => {
        db.close();
        const generations = new Set((keys.result as string[][]).map(([, generation]) => generation)).size;
        resolve({ isCurrent: current.result !== undefined, generations, rows: keys.result.length });
      };
    };
  });
}

describe.each<BrowserKind>(['chromium', 'firefox'])('a large pack in %s', (kind) => {
  let proxy: NewsProxy;
  let copy: ExtensionCopy;
  let reader: Reader;
  let control: Page;
  let pack: BundledPack;

  beforeAll(async () => {
    const text = await sealLines([syntheticHeader(), ...RECORDS].map((line) => JSON.stringify(line)));
    copy = copyExtension(kind);
    // It comes once somebody is looking: a quick machine has it installed before that.
    copy.list([]);
    copy.write('packs/synthetic.jsonl', text);
    pack = listPack('packs/synthetic.jsonl', text);
    proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
    proxy.serve(ARTICLE, articlePage(syntheticArticle(RECORDS, 3_000)));
    reader = await Reader.start(kind, {
      proxy: proxy.address,
      extension: copy.path,
      leaveBackgroundAlone: true,
      // As short as lets the calls by which a working background stays awake come in time.
      prefs: { 'extensions.background.idle.timeout': 11_000 },
    });
    control = await reader.extensionPage('options.html');
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
  });

  it('is installed once, in one go, and the article that waited for it gets its marks', async () => {
    const page = await reader.open(ARTICLE, false);
    const progress = () =>
      control.evaluate(async () => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        return (await api.storage.session.get('install-progress'))['install-progress'] as
          | { done: number; total: number }
          | undefined;
      });
    const isCurrent = async () => (await control.evaluate(lookInside))?.rows === ROWS;
    await until('the empty set', async () => (await control.evaluate(lookInside))?.isCurrent === true, TIME_MS);
    await control.evaluate(watchProgress);
    copy.list([pack]);
    await control.evaluate(() => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return api.runtime.sendMessage({ type: 'packs.work', request: {} });
    });
    const first = await until(
      'the installation to tell how far it is',
      () => control.evaluate(() => (globalThis as unknown as Watching).progress[0]),
      TIME_MS,
    );
    expect(first.total).toBe(countNames());
    expect(first.done).toBeLessThan(first.total);
    if (kind === 'chromium') {
      await reader.stopBackground(control);
      expect(await reader.backgroundIsRunning(null)).toBe(false);
      expect(await control.evaluate(currentPacks)).toBe(0);
    }
    await until('all rows', isCurrent, TIME_MS);
    await until('the pointer to be flipped', async () => (await control.evaluate(currentPacks)) === 1, TIME_MS);
    expect(await control.evaluate(lookInside)).toEqual({ isCurrent: true, generations: 1, rows: ROWS });
    const seen = await control.evaluate(() => (globalThis as unknown as Watching).progress.map(({ done }) => done));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await page.bringToFront();
    await until('marks in the page', async () => (await reader.marks(page)).texts.length > 0, TIME_MS);
    await until('the progress to be taken back', async () => (await progress()) === undefined, TIME_MS);
    await page.close();
  }, 90_000);
});
