/** The briefing beside the flagship article: the panel as the browser opens it, its cut at the date, and the popup. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, until } from '../support/reader';
import { FLAGSHIP, hasShared, readShared, SAMPLE } from '../support/shared';

const SITES = join(import.meta.dirname, '../sites');
const ARTICLE = hasShared ? FLAGSHIP : SAMPLE;

/** Days in a text that are later than the article's. */
function laterThanArticle(text: string): string[] {
  return [...text.matchAll(/\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})\b/g)]
    .filter(([found]) => Date.parse(`${found} UTC`) > Date.UTC(2025, 8, 8))
    .map(([found]) => found);
}

describe.each<BrowserKind>(['chromium', 'firefox'])('the briefing in %s', (kind) => {
  let proxy: NewsProxy;
  let reader: Reader;
  let page: Page;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES);
    if (hasShared) proxy.serve(FLAGSHIP, readShared('article/article.html'));
    reader = await Reader.start(kind, { proxy: proxy.address });
    page = await reader.open(ARTICLE);
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
  });

  it('opens from the card, in the browser’s own panel where it lets a card open it', async () => {
    await reader.restOn(page, 'Nakatani');
    const panel = await reader.openBriefingFromCard(page, await reader.card(page));
    await until('the briefing', () => panel.evaluate(() => document.body.innerText.includes('Who is who on')));
    expect(await panel.evaluate(() => document.body.innerText)).toContain('Japan–South Korea defense visits');
    await panel.close();
    await page.bringToFront();
    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
  });

  it('shows the visits cut at the article in the panel, the later ones only when asked', async () => {
    const panel = await reader.panelFor(ARTICLE);
    const before = await panel.evaluate(() => document.body.innerText);
    expect(before).toContain('8 Sep 2025');
    expect(before).toContain('Japan–South Korea defense visits');
    expect(before).toContain('9 yr 10 mo');
    const unasked = await panel.evaluate(() => document.body.innerHTML.replace(/Our record ends[^<]*/g, ''));
    expect(laterThanArticle(unasked)).toEqual([]);
    expect(unasked).not.toMatch(/Koizumi|Takaichi/);
    await panel.evaluate(() => {
      const toggle = [...document.querySelectorAll('button, summary')].find((element) =>
        /Since this article/.test(element.textContent ?? ''),
      );
      (toggle as HTMLElement).click();
    });
    await until('the later visits', () => panel.evaluate(() => /28 Jun 2026/.test(document.body.innerText)));
    const counts = await panel.evaluate(() => ({
      held: document.querySelectorAll('[data-strip="held"], [data-strip="own"]').length,
      putOff: document.querySelectorAll('[data-strip="ring"]').length,
    }));
    expect(counts).toEqual({ held: 22, putOff: 3 });
    await panel.close();
    await page.bringToFront();
  });

  it('names a source for every visit, and leads to the mentions of a name', async () => {
    const panel = await reader.panelFor(ARTICLE);
    await panel.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>('button')) {
        if (/^(?:All \d+|Since this article)/.test(button.innerText.trim())) button.click();
      }
    });
    const rows = await until('all rows', async () => {
      const found = await panel.evaluate(() =>
        [...document.querySelectorAll('li:has(.sources)')].map((row) => ({
          text: (row as HTMLElement).innerText,
          sources: row.querySelectorAll('.sources li').length,
        })),
      );
      return found.length >= 25 && found;
    });
    expect(rows.length).toBe(25);
    expect(rows.filter(({ sources }) => sources === 0)).toEqual([]);

    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const before = await page.evaluate(() => scrollY);
    // The panel stands beside the article; here it is a tab of its own, and works from behind.
    await page.bringToFront();
    await panel.evaluate(() => document.querySelector<HTMLElement>('button[aria-label*="mention" i]')?.click());
    await until('the page to scroll to a mention', async () => (await page.evaluate(() => scrollY)) < before);
    await panel.close();
  });

  it('finds a name while it is typed, opens its page by the keyboard, and goes back to where the reader was', async () => {
    const panel = await reader.panelFor(ARTICLE);
    await panel.bringToFront();
    const shownHeading = () =>
      panel.evaluate(() => (document.activeElement?.localName === 'h1' ? document.activeElement.textContent : null));
    const results = () =>
      panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=option]')].map((row) => row.innerText));
    await panel.focus('input[type=search]');
    await panel.keyboard.type('nakat');
    await until('the results', async () => /^Gen Nakatani\s+Minister of Defense/.test((await results())[0] ?? ''));
    const before = await panel.evaluate(() => scrollY);
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Enter');
    await until('the page of the name', async () => (await shownHeading()) === 'Gen Nakatani');
    const said = await panel.evaluate(() => {
      for (const part of document.querySelectorAll('.now, .entity-packs')) part.remove();
      return document.body.innerText;
    });
    expect(said).toContain('24 Dec 2014 – 3 Aug 2016');
    expect(said).not.toContain('Who is who');
    // The talks that the article is about went on for a day.
    expect(laterThanArticle(said.replaceAll('8–9 Sep 2025', ''))).toEqual([]);
    await panel.evaluate(() => document.querySelector<HTMLElement>('.entity button')?.click());
    await until('the briefing as it was left', () =>
      panel.evaluate(
        (top) =>
          document.body.innerText.includes('Who is who') &&
          scrollY === top &&
          (document.activeElement as HTMLInputElement).value === 'nakat',
        before,
      ),
    );
    // From the popup as well; it opens the page in the panel.
    const popup = await reader.extensionPage(`popup.html?tab=${await reader.tabId(ARTICLE)}`);
    await popup.bringToFront();
    await until('the field', () => popup.evaluate(() => document.querySelector('input[type=search]') !== null));
    await popup.focus('input[type=search]');
    await popup.keyboard.type('ahn gyu');
    await until('the result', () => popup.evaluate(() => document.querySelector('[role=option]') !== null));
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await until('the page in the panel', () =>
      panel.evaluate(() => document.querySelector('.entity h1')?.textContent === 'Ahn Gyu-back'),
    );
    if (!popup.isClosed()) await popup.close();
    await panel.close();
    await page.bringToFront();
  });

  it('counts what was found in the popup, and switches the site off and on at once', async () => {
    const path = `popup.html?tab=${await reader.tabId(ARTICLE)}`;
    const popup = kind === 'chromium' ? await reader.popup(page) : await reader.extensionPage(path);
    await until('the popup', () => popup.evaluate(() => document.querySelector('[role="switch"]') !== null));
    expect(await popup.evaluate(() => document.body.innerText)).toMatch(/8 Sep 2025/);
    expect(await popup.evaluate(() => document.body.innerText)).toMatch(/Gen Nakatani/);
    const press = () => popup.evaluate(() => (document.querySelector('[role="switch"]') as HTMLElement).click());
    await press();
    await until('the marks to go', async () => (await reader.marks(page)).texts.length === 0);
    await until('the switch to show it', () =>
      popup.evaluate(() => document.querySelector('[role="switch"]')?.getAttribute('aria-checked') === 'false'),
    );
    await press();
    await until('the marks to return', async () => (await reader.marks(page)).texts.length > 0);
    await popup.close();
    await page.bringToFront();
  });
});
