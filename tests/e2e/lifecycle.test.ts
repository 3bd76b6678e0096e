/** What happens to open pages when the extension is updated under them, and when the reader leaves and comes back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { SAMPLE } from '../support/shared';

const SITES = join(import.meta.dirname, '../sites');
const OTHER = 'https://www.koreaherald.com/article/10001';
const STRICT = 'https://www.japantimes.co.jp/news/2025/09/08/japan/strict-page';
const MARK = 'Shin Won-sik';
/** On no list of ours. */
const OWN = 'https://news.example/2025/09/08/nakatani-seoul-talks';

/** How often a name is painted: twice would be two sessions in one page. */
const countOf = async (reader: Reader, page: Page): Promise<number> =>
  (await reader.marks(page)).texts.filter((text) => text === MARK).length;

describe.each<BrowserKind>(['chromium', 'firefox'])('the life of a page in %s', (kind) => {
  let proxy: NewsProxy;
  let reader: Reader;
  let copy: ExtensionCopy;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES);
    copy = flagshipOnly(kind);
    // In Chromium nobody can answer its question for a driver.
    copy.manifest((manifest) => {
      if (kind === 'chromium') (manifest.host_permissions as string[]).push('*://news.example/*');
    });
    reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
  });

  it('keeps its marks and its cards when the reader goes on and comes back', async () => {
    const page = await reader.open(SAMPLE);
    await reader.restOn(page, 'Nakatani');
    await reader.card(page);
    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
    await until('the idle frame to go', () => page.evaluate(() => document.documentElement.children.length === 2));
    await page.evaluate(() => {
      document.documentElement.dataset.visited = 'yes';
    });
    await page.goto(OTHER, { waitUntil: 'load' });
    await reader.untilMarked(page);
    // Not `goBack()`: it waits for a load event, which a page from the browser's cache does not have.
    await page.evaluate(() => setTimeout(() => history.back()));
    await until('the marks to be there again', async () => (await countOf(reader, page)) === 1);
    expect(await page.evaluate(() => document.documentElement.dataset.visited)).toBe('yes');
    await reader.restOn(page, MARK);
    expect(await reader.cardText(await reader.card(page))).toContain(MARK);
    // The panel tells of the page in front again, not of the one in between.
    const panel = await reader.panelFor(SAMPLE);
    expect(await panel.evaluate(() => document.querySelector('h1')?.textContent)).toMatch(/^Ministers meet in Seoul/);
    await panel.close();
    await page.close();
  });

  it('reads a page anew that turns into another article in place', async () => {
    const page = await reader.open(SAMPLE);
    await page.evaluate(() => {
      history.pushState({}, '', '/news/2015/10/21/japan/another-article');
      document.querySelector('script[type="application/ld+json"]')?.remove();
      document.querySelector('meta[property="article:published_time"]')?.setAttribute('content', '2015-10-21');
      const heading = document.querySelector('h1') as HTMLElement;
      heading.textContent = 'Another article';
      const [first, ...others] = document.querySelectorAll('article > p:not([class])');
      for (const paragraph of others) paragraph.remove();
      (first as HTMLElement).textContent =
        'Defense Minister Gen Nakatani held talks with Han Min-koo in Seoul on Tuesday. It was the first visit by a minister from Tokyo in more than four years, and both said that there should be more of them.';
      const second = document.createElement('p');
      second.textContent =
        'Han Min-koo and Gen Nakatani spoke about North Korea, about the exchange of information and about the exercises that the two forces hold together with the United States in the waters around the peninsula.';
      first?.after(second);
    });
    await until('the marks of the other article', async () => (await reader.marks(page)).texts.includes('Han Min-koo'));
    expect((await reader.marks(page)).texts).not.toContain(MARK);
    await reader.restOn(page, 'Gen Nakatani');
    const card = await reader.card(page);
    await until('the card as of the other day', async () => (await reader.cardText(card)).includes('21 Oct 2015'));
    await page.close();
  });

  it.each([
    ['embeds nothing from elsewhere', { 'cross-origin-embedder-policy': 'require-corp' }],
    ['reports what it would not embed', { 'cross-origin-embedder-policy-report-only': 'require-corp' }],
    ['allows no frames and no scripts', { 'content-security-policy': "default-src 'none'; style-src 'self'" }],
  ])('shows the card on a page that %s, and tells it nothing', async (_, headers) => {
    const html = readFileSync(
      join(SITES, 'www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html'),
      'utf8',
    );
    proxy.serve(STRICT, html, headers);
    const page = await reader.open(STRICT);
    await page.evaluate(() => {
      const reports: string[] = [];
      Object.assign(window, { reports });
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => reports.push(blockedURI));
      if ('ReportingObserver' in window) {
        new ReportingObserver((list) => reports.push(...list.map((report) => JSON.stringify(report))), {
          buffered: true,
        }).observe();
      }
    });
    await reader.restOn(page, 'Gen Nakatani');
    expect(await reader.cardText(await reader.card(page))).toContain('Gen Nakatani');
    const reports = await page.evaluate(() => (window as unknown as { reports: string[] }).reports);
    expect(reports.filter((report) => /extension|card\.html/.test(report))).toEqual([]);
    await page.close();
  });

  it('works where the reader wants it, and ends at once where it may not any more', async () => {
    const page = await reader.open(SAMPLE);
    const options = await reader.extensionPage('options.html#sites');
    const hasMarks = async (there: Page) => (await reader.marks(there)).texts.length > 0;
    const marksGo = (there: Page) => until('the marks to go', async () => !(await hasMarks(there)));
    // What is not seen is not read.
    const marksCome = (there: Page) =>
      until('marks', async () => {
        await there.bringToFront();
        return hasMarks(there);
      });
    const choose = async (place: number) => {
      await options.bringToFront();
      await (await until('the choice', async () => (await options.$$('.where input'))[place])).click();
    };

    // Only when asked: this page, and not the next one of the same site.
    await choose(1);
    await marksGo(page);
    const tabId = await reader.tabId(SAMPLE);
    const once = { type: 'site.once', request: { tabId } };
    await options.evaluate((message) => browser.runtime.sendMessage(message), once);
    await marksCome(page);
    const other = await reader.open('https://www.japantimes.co.jp/news/2018/12/28/world/radar-row', false);
    await sleep(500);
    expect(await hasMarks(other)).toBe(false);
    await choose(0);
    await marksCome(other);
    await other.close();

    // A site of the reader's own: from when the browser lets us, to when it does not.
    proxy.serve(
      OWN,
      readFileSync(join(SITES, 'www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html'), 'utf8'),
    );
    const own = await reader.open(OWN, false);
    if (kind === 'chromium') await onlyThisPage(reader, own);
    const hold = await siteHolder(reader, kind, options);
    await hold.allow();
    // It was open already, and is not loaded again.
    await marksCome(own);
    const later = await reader.openBehind(`${OWN}?later`, options);
    const laterTab = await reader.tabId(`${OWN}?later`, options);
    await until('the page behind', () => later.evaluate(() => document.readyState === 'complete'));
    await hold.revoke();
    // In Chromium this tab keeps its marks, presumably by the press of the toolbar's button: the other one is asked.
    await marksGo(kind === 'chromium' ? page : own);
    // What it has never told of, and may not be asked for any more.
    await reader.see(later);
    await sleep(1_000);
    expect(await options.evaluate(knownOf, laterTab)).toBe(false);
    await later.close();
    await own.close();
    await hold.restore();
    await marksCome(page);
    await options.close();
    await page.close();
  });

  it('hands the page over when the extension is updated under it', async () => {
    const page = await reader.open(SAMPLE);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await reader.restOn(page, 'Nakatani');
    await reader.card(page);
    // Each session draws under names of its own.
    const old = (await reader.marks(page)).names;
    await reader.browser.installExtension(copy.path);
    let moves = 0;
    await until('the marks of the new session alone, and no card', async () => {
      // A hand is never quite still; a movement from before the update is the old session's.
      await page.bringToFront();
      await page.mouse.move(5 + (moves++ % 5), 5);
      const { names, texts } = await reader.marks(page);
      const isNew = names.length > 0 && !names.some((name) => old.includes(name));
      const isGone = await page.evaluate(() => document.documentElement.children.length === 2);
      return isNew && isGone && texts.filter((text) => text === MARK).length === 1;
    });
    await reader.restOn(page, MARK);
    expect(await reader.cardText(await reader.card(page))).toContain(MARK);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
    expect(errors).toEqual([]);
    await page.close();
  });
});

/** Chromium, where the driver can press the toolbar's button: this page, once; it is gone with the next load. */
async function onlyThisPage(reader: Reader, page: Page): Promise<void> {
  const popup = await reader.popup(page);
  await until('the offer', () =>
    popup.evaluate(() => {
      const [once] = document.querySelectorAll<HTMLElement>('.status-actions button');
      once?.click();
      return once?.textContent === 'Only this page';
    }),
  );
  await reader.untilMarked(page);
  await until('the names in the popup', () => popup.evaluate(() => document.body.innerText.includes('Gen Nakatani')));
  await popup.close();
  await page.reload({ waitUntil: 'load' });
  await sleep(500);
  expect((await reader.marks(page)).texts).toEqual([]);
}

/** Whether the background keeps what was found in a tab's page. */
async function knownOf(tabId: number): Promise<boolean> {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  return `page:${tabId}` in (await api.storage.session.get(null));
}

/** The browser's part in a site of the reader's own. */
interface SiteHolder {
  allow(): Promise<void>;
  revoke(): Promise<void>;
  /** Everything is again as it was after installation. */
  restore(): Promise<void>;
}

/** What is only missing here comes back from what the browser shares, a second and a half after it was chosen. */
const putBack = () => browser.storage.local.set({ 'site:news.example': null, 'set:where': null });

/**
 * In Firefox the reader types the site into the options and the driver's browser grants what is asked in a click. In
 * Chromium no driver can answer the question: the copy has the permission, and the page for extensions takes all away.
 */
async function siteHolder(reader: Reader, kind: BrowserKind, options: Page): Promise<SiteHolder> {
  const pattern = '*://news.example/*';
  if (kind === 'firefox') {
    return {
      async allow() {
        await options.bringToFront();
        await options.type('.site-add input', 'https://news.example/');
        await options.click('.site-add button');
      },
      revoke: () => options.evaluate((origin) => void browser.permissions.remove({ origins: [origin] }), pattern),
      async restore() {
        await options.evaluate(putBack);
      },
    };
  }
  const control = await reader.browser.newPage();
  await control.goto('chrome://extensions');
  const access = (hostAccess: string) =>
    control.evaluate(
      (extensionId, wanted) =>
        (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate.updateExtensionConfiguration({
          extensionId,
          hostAccess: wanted,
        }),
      new URL(reader.origin).host,
      hostAccess,
    );
  return {
    allow: () => options.evaluate(() => browser.storage.local.set({ 'site:news.example': 'on' })),
    revoke: () => access('ON_CLICK'),
    async restore() {
      await until('the options to say so', () =>
        options.evaluate(() => document.querySelector('.where-withheld') !== null),
      );
      await access('ON_ALL_SITES');
      await options.evaluate(putBack);
      await control.close();
    },
  };
}

interface DeveloperPrivate {
  updateExtensionConfiguration(update: { extensionId: string; hostAccess: string }): Promise<void>;
}
