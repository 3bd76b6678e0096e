/** A set of packs too large for the background's life is installed beside it, whatever becomes of the background. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  beforeAll(async () => {
    const text = await sealLines([syntheticHeader(), ...RECORDS].map((line) => JSON.stringify(line)));
    copy = copyExtension(kind);
    copy.list([listPack('packs/synthetic.jsonl', text)]);
    copy.write('packs/synthetic.jsonl', text);
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
    const isCurrent = async () => (await control.evaluate(lookInside))?.isCurrent === true;
    // A quick machine may have installed it before the first look, which the browser's own start delays.
    const seen = async () => (await progress()) ?? ((await isCurrent()) ? 'installed' : null);
    const first = await until('the installation to tell how far it is', seen, TIME_MS);
    if (first !== 'installed') {
      expect(first.total).toBe(countNames());
      expect(first.done).toBeLessThan(first.total);
    } else expect(kind).toBe('firefox');
    if (kind === 'chromium') {
      await reader.stopBackground(control);
      expect(await reader.backgroundIsRunning(null)).toBe(false);
      expect((await control.evaluate(lookInside))?.isCurrent).toBe(false);
    }
    await until('the pointer to be flipped', isCurrent, TIME_MS);
    expect(await control.evaluate(lookInside)).toEqual({
      isCurrent: true,
      generations: 1,
      rows: Math.ceil(RECORDS.length / RECORDS_PER_ROW),
    });
    await page.bringToFront();
    await until('marks in the page', async () => (await reader.marks(page)).texts.length > 0, TIME_MS);
    expect(await progress()).toBeUndefined();
    await page.close();
  }, 90_000);
});
