/**
 * What pages live through, in full counts: updates under many tabs, one after the other, coming and going, and never
 * being looked at (T80, T81, T83, T90).
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../support/browsers';
import { flagshipOnly } from '../support/flagship';
import { startNewsProxy } from '../support/news-proxy';
import { processesBelow } from '../support/processes';
import { Reader, sleep, until } from '../support/reader';
import { SAMPLE } from '../support/shared';

const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];
const SITES = join(import.meta.dirname, '../sites');
const OTHER = 'https://www.koreaherald.com/article/10001';
/** Named once in the sample. */
const MARK = 'Shin Won-sik';
const TABS = 30;
const UPDATES = 10;
/** The heap of a page, after each of its updates, may be larger by so much. */
const MAX_GROWTH_BYTES = 1024 * 1024;
/** A page of the extension's that does nothing. */
const PLAIN = 'bench/plain.html';
const UNSEEN_TABS = 100;
/** Time of processors that the extension may need for them. */
const MAX_UNSEEN_MS = 1_000;
const TURNS = 20;
const MAX_CARD_MS = 2_000;

interface Life {
  readonly reader: Reader;
  readonly update: () => Promise<void>;
}

const LIVES = {
  [`${TABS} tabs and an update`]: async ({ reader, update }: Life) => {
    const pages: Page[] = [];
    for (let i = 0; i < TABS; i++) pages.push(await opened(reader));
    const errors = pages.map(errorsOf);
    await reader.restOn(pages.at(-1) as Page, MARK);
    await reader.card(pages.at(-1) as Page);
    await update();
    for (const page of pages) await hasOneSession(reader, page);
    if (errors.flat().length > 0) throw new Error(errors.flat().join());
    return undefined;
  },
  [`${UPDATES} updates`]: async ({ reader, update }: Life) => {
    const page = await opened(reader);
    const before = await heapOf(reader, page);
    for (let i = 0; i < UPDATES; i++) {
      await update();
      await hasOneSession(reader, page);
    }
    const growth = ((await heapOf(reader, page)) - before) / UPDATES;
    if (growth > MAX_GROWTH_BYTES) throw new Error(`${Math.round(growth)} bytes more after each update`);
    return reader.kind === 'chromium' ? `, ${Math.round(growth / 1024)} KiB each` : '';
  },
  [`${UNSEEN_TABS} tabs that nobody sees`]: async ({ reader }: Life) => {
    // Pages of ours that follow what tabs do would be counted with the background: at a browser's start there are none.
    const control = await reader.extensionPage(PLAIN);
    await sleep(3_000);
    for (const page of await reader.browser.pages()) if (page.url().includes('welcome.html')) await page.close();
    const before = { ms: extensionCpuMs(reader), known: await control.evaluate(countKnownPages) };
    await control.evaluate(openBehind, SAMPLE, UNSEEN_TABS);
    await until('the tabs', () => control.evaluate(areLoaded, UNSEEN_TABS), 300_000);
    await sleep(3_000);
    const ms = extensionCpuMs(reader) - before.ms;
    const known = (await control.evaluate(countKnownPages)) - before.known;
    if (known > 0) throw new Error(`${known} tabs were read`);
    if (ms > MAX_UNSEEN_MS) throw new Error(`${ms} ms`);
    return reader.kind === 'chromium' ? `, ${ms} ms` : '';
  },
  [`${TURNS} times away and back`]: async ({ reader }: Life) => {
    const page = await opened(reader);
    await page.evaluate(() => {
      document.documentElement.dataset.kept = 'yes';
    });
    for (let i = 0; i < TURNS; i++) {
      // Not `goto()` and `goBack()`: they wait for load events, which a page from the browser's cache does not have.
      await page.evaluate((url) => setTimeout(() => location.assign(url)), OTHER);
      await until('the other page', () => page.evaluate(() => document.documentElement.dataset.kept === undefined));
      await reader.untilMarked(page);
      await page.evaluate(() => setTimeout(() => history.back()));
      await until('the page again', () => page.evaluate(() => document.documentElement.dataset.kept === 'yes'));
      await hasOneSession(reader, page);
    }
    const { rest, shown } = await reader.measureRest(page, MARK);
    if (shown - rest > MAX_CARD_MS) throw new Error(`a card after ${Math.round(shown - rest)} ms`);
    return undefined;
  },
};
/** Resolves to what was measured, for the tally. */
type Live = (life: Life) => Promise<string | undefined>;

const CASES = KINDS.flatMap((kind) => Object.entries<Live>(LIVES).map(([name, live]) => ({ kind, name, live })));

export const total = CASES.length;
export const casesPerSave = 1;

export async function run(number: number): Promise<string> {
  const { kind, name, live } = CASES[number] as (typeof CASES)[number];
  return `${kind}: ${name}${(await inBrowser(kind, live)) ?? ''}`;
}

async function inBrowser(kind: BrowserKind, live: Live): Promise<string | undefined> {
  const proxy = await startNewsProxy(SITES);
  const copy = flagshipOnly(kind);
  copy.write(PLAIN, '<!doctype html><title>Plain</title><div id="root"><p></p></div>');
  const reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  let version = 0;
  const update = async () => {
    version += 1;
    copy.manifest((manifest) => {
      manifest.version = `0.2.${version}`;
    });
    await reader.browser.installExtension(copy.path);
  };
  try {
    return await live({ reader, update });
  } finally {
    await reader.close();
    await proxy.close();
    copy.remove();
  }
}

async function opened(reader: Reader): Promise<Page> {
  const page = await reader.browser.newPage();
  await page.goto(SAMPLE, { waitUntil: 'load' });
  await page.bringToFront();
  await reader.untilMarked(page);
  return page;
}

/** One set of marks, and no card that nobody answers for, once the reader has moved. */
async function hasOneSession(reader: Reader, page: Page): Promise<void> {
  let moves = 0;
  let before = '';
  await until('one session', async () => {
    await page.bringToFront();
    await page.mouse.move(5 + (moves++ % 5), 5);
    await sleep(400);
    const { names, texts } = await reader.marks(page);
    // The old one may still be about to end: twice the same, with one set of marks.
    const isSame = before === names.join();
    before = names.join();
    return isSame && names.length <= 2 && texts.filter((text) => text === MARK).length === 1;
  });
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

/** Bytes of a page's JavaScript, all worlds in it together, that stay after a collection; 0 where no browser tells. */
async function heapOf({ kind }: Reader, page: Page): Promise<number> {
  if (kind === 'firefox') return 0;
  const session = await page.createCDPSession();
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Chromium marks the processes of extensions; those of Firefox look all the same. */
function extensionCpuMs({ browser }: Reader): number {
  return processesBelow(browser.process()?.pid ?? 0)
    .filter(({ command }) => command.includes('--extension-process'))
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

async function openBehind(url: string, count: number): Promise<void> {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  for (let i = 0; i < count; i++) await api.tabs.create({ url, active: false });
}

async function areLoaded(count: number): Promise<boolean> {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  return (await api.tabs.query({ active: false, status: 'complete' })).length >= count;
}

/** Pages of which the background keeps what was found in them. */
async function countKnownPages(): Promise<number> {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  return Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith('page:')).length;
}
