/** What pages live through, in full counts: updates under many tabs, one after the other, and coming and going (T80, T81, T83). */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../support/browsers';
import { flagshipOnly } from '../support/flagship';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { SAMPLE } from '../support/shared';

const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];
const SITES = join(import.meta.dirname, '../sites');
const OTHER = 'https://www.koreaherald.com/article/10001';
/** Named once in the sample. */
const MARK = 'Shin Won-sik';
const TABS = 30;
const UPDATES = 10;
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
  },
  [`${UPDATES} updates`]: async ({ reader, update }: Life) => {
    const page = await opened(reader);
    for (let i = 0; i < UPDATES; i++) {
      await update();
      await hasOneSession(reader, page);
    }
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
      await until('marks there', async () => (await reader.marks(page)).texts.length > 0);
      await page.evaluate(() => setTimeout(() => history.back()));
      await until('the page again', () => page.evaluate(() => document.documentElement.dataset.kept === 'yes'));
      await hasOneSession(reader, page);
    }
    const { rest, shown } = await reader.measureRest(page, MARK);
    if (shown - rest > MAX_CARD_MS) throw new Error(`a card after ${Math.round(shown - rest)} ms`);
  },
};
const CASES = KINDS.flatMap((kind) => Object.entries(LIVES).map(([name, live]) => ({ kind, name, live })));

export const total = CASES.length;
export const casesPerSave = 1;

export async function run(number: number): Promise<string> {
  const { kind, name, live } = CASES[number] as (typeof CASES)[number];
  await inBrowser(kind, live);
  return `${kind}: ${name}`;
}

async function inBrowser(kind: BrowserKind, live: (life: Life) => Promise<void>): Promise<void> {
  const proxy = await startNewsProxy(SITES);
  const copy = flagshipOnly(kind);
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
    await live({ reader, update });
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
  await until('marks', async () => (await reader.marks(page)).texts.length > 0);
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
