/** The briefing beside the flagship article: the panel as the browser opens it, its cut at the date, and the popup. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { FLAGSHIP, hasShared, readShared, SAMPLE } from '../support/shared';

const SITES = join(import.meta.dirname, '../sites');
/** About a visit of another year. */
const OTHER = 'https://www.koreaherald.com/article/10001';
const ARTICLE = hasShared ? FLAGSHIP : SAMPLE;

/** Days in a text that are later than the article's. */
const laterThanArticle = (text: string): string[] => laterThan('8 Sep 2025', text);

interface SessionArea {
  get(keys: null): Promise<Record<string, unknown>>;
  remove(keys: readonly string[]): Promise<void>;
}

function laterThan(day: string, text: string): string[] {
  return [...text.matchAll(/\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})\b/g)]
    .filter(([found]) => Date.parse(`${found} UTC`) > Date.parse(`${day} UTC`))
    .map(([found]) => found);
}

describe.each<BrowserKind>(['chromium', 'firefox'])('the briefing in %s', (kind) => {
  let proxy: NewsProxy;
  let reader: Reader;
  let page: Page;
  let control: Page;
  let downloads: string;
  let copy: ExtensionCopy;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES);
    if (hasShared) proxy.serve(FLAGSHIP, readShared('article/article.html'));
    downloads = mkdtempSync(join(tmpdir(), 'sidelight-'));
    const prefs = { 'browser.download.folderList': 2, 'browser.download.dir': downloads };
    copy = flagshipOnly(kind);
    reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path, prefs });
    control = await reader.extensionPage('options.html');
    page = await reader.open(ARTICLE);
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
    rmSync(downloads, { recursive: true, force: true });
  });

  // What a reader has opened is kept with its article: each test begins with nothing open, whatever came before.
  beforeEach(async () => {
    for (const other of await reader.browser.pages())
      if (other !== page && other !== control && /\/(?:sidepanel|popup)\.html/.test(other.url())) await other.close();
    await page.bringToFront();
    await control.evaluate(async () => {
      const { session } = (chrome as unknown as { storage: { session: SessionArea } }).storage;
      const opened = Object.keys(await session.get(null)).filter((key) => /^(?:views|opened|held)/.test(key));
      await session.remove(opened);
    });
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

  // Before the other tests: once it has closed pages of the extension, Firefox's driver hears of no new window.
  it('is walked by keyboard alone: name, card, source, panel, picture, what came since, and back', async () => {
    await page.bringToFront();
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('nav a')?.focus();
      scrollTo({ top: 0, behavior: 'instant' });
    });
    // The command "next name", until it is Nakatani's: names without a mark are walked too.
    await until('the card of Nakatani', async () => {
      await reader.stepToNextName(ARTICLE, control);
      return (await reader.cardText(await reader.card(page))).startsWith('Gen Nakatani');
    });
    const card = await reader.card(page);
    await until('focus in the card', () => card.evaluate(() => document.activeElement?.localName === 'h1'));
    await tabTo(page, card, 'a source', () => /^https:/.test((document.activeElement as HTMLAnchorElement).href ?? ''));
    await tabTo(page, card, 'the briefing', () => document.activeElement?.textContent?.trim() === 'Open briefing');
    const panel = await reader.panelThatOpens(() => page.keyboard.press(' ' as 'Space'));
    await until('the briefing', () => panel.evaluate(() => document.querySelector('.strip-walk') !== null));
    await tabTo(panel, panel, 'the picture', () => document.activeElement?.matches('.strip-walk') ?? false);
    const event = () => panel.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));
    const own = await event();
    await panel.keyboard.press('ArrowLeft');
    await until('the event before', async () => (await event()) !== own);
    await tabTo(panel, panel, 'what came since', () =>
      /^Since this article/.test(document.activeElement?.textContent?.trim() ?? ''),
    );
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain('28 Jun 2026');
    // Firefox’s driver's Enter presses no button.
    await panel.keyboard.press(' ' as 'Space');
    await until('the later visits', () => panel.evaluate(() => document.body.innerText.includes('28 Jun 2026')));
    await panel.close();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
    await until('focus and place as they were', () =>
      page.evaluate(() => document.activeElement?.closest('nav') !== null && scrollY === 0),
    );
  });

  it('is walked by touch alone: a scroll opens nothing, a tap the sheet, the panel, what came since', async () => {
    const { touchscreen } = page;
    // A tablet's screen; Firefox's windows take touches as they are.
    if (kind === 'chromium') await page.setViewport({ width: 768, height: 900, hasTouch: true });
    await page.bringToFront();
    await reader.pointOf(page, 'Nakatani');
    await sleep(300);
    const { x, y } = await reader.pointOf(page, 'Nakatani');
    const finger = await touchscreen.touchStart(x, y);
    await finger.move(x, y - 40);
    await finger.end();
    await sleep(600);
    expect(await reader.cardIsVisible(page)).toBe(false);

    const name = await reader.pointOf(page, 'Nakatani');
    await sleep(300);
    await touchscreen.tap(name.x, name.y);
    const card = await reader.card(page);
    expect(await reader.settledCardText(card)).toMatch(/^Gen Nakatani/);
    const sheet = await page.evaluate(() => {
      const { left, right, bottom } = (
        document.documentElement.lastElementChild as HTMLElement
      ).getBoundingClientRect();
      return [left, document.documentElement.clientWidth - right, innerHeight - bottom].map(Math.round);
    });
    expect(sheet).toEqual([0, 0, 0]);
    let panel = await reader.panelThatOpens(() => reader.tapInCard(page, card, 'Open briefing'));
    if (kind === 'chromium') {
      // Its driver's touches do not reach the side panel: the same panel in a tab has them.
      await until('the briefing', () => panel.evaluate(() => document.body.innerText.includes('Who is who on')));
      await panel.close();
      panel = await reader.panelFor(ARTICLE, control);
    }
    const since = await until('what came since', () =>
      panel.evaluate(() => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) =>
          /^Since/.test(innerText.trim()),
        );
        button?.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
        return width > 0 && { x: x + width / 2, y: y + height / 2 };
      }),
    );
    await panel.touchscreen.tap(since.x, since.y);
    await until('the later visits', () => panel.evaluate(() => document.body.innerText.includes('28 Jun 2026')));
    await panel.close();
    await page.bringToFront();
    // A tap beside it closes the sheet.
    await touchscreen.tap(8, 60);
    await reader.waitForNoCard(page);
    if (kind === 'chromium') await page.setViewport({ width: 1180, height: 900 });
  });

  it('shows the visits cut at the article in the panel, the later ones only when asked', async () => {
    const panel = await reader.panelFor(ARTICLE, control);
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
    const panel = await reader.panelFor(ARTICLE, control);
    await panel.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>('button')) {
        if (/^(?:All \d+|Since this article)/.test(button.innerText.trim())) button.click();
      }
    });
    const rows = await until('all rows', async () => {
      const found = await panel.evaluate(() =>
        [...document.querySelectorAll('.timeline li:has(.sources)')].map((row) => ({
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
    const panel = await reader.panelFor(ARTICLE, control);
    await panel.bringToFront();
    const shownHeading = () =>
      panel.evaluate(() => (document.activeElement?.localName === 'h1' ? document.activeElement.textContent : null));
    const results = () =>
      panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=option]')].map((row) => row.innerText));
    await panel.focus('input[type=search]');
    await panel.keyboard.type('nakat');
    await until('the results', async () => /^Gen Nakatani\s+Minister of Defense/.test((await results())[0] ?? ''));
    await panel.keyboard.press('ArrowDown');
    // The chosen row has come into view by then.
    await sleep(300);
    const before = await panel.evaluate(() => scrollY);
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
    await pressIn(panel, 'Back');
    await until('the briefing as it was left', async () => {
      const left = await panel.evaluate(() => ({
        isBriefing: document.body.innerText.includes('Who is who'),
        top: scrollY,
        value: (document.activeElement as HTMLInputElement).value,
      }));
      expect(left).toMatchObject({ isBriefing: true, value: 'nakat' });
      // What is below the field is as high as its results are.
      expect(Math.abs(left.top - before)).toBeLessThan(80);
      return true;
    });
    // From the popup as well; it opens the page in the panel.
    const popup = await reader.extensionPage(`popup.html?tab=${await reader.tabId(ARTICLE, control)}`);
    await popup.bringToFront();
    await until('the field', () => popup.evaluate(() => document.querySelector('input[type=search]') !== null));
    await popup.focus('input[type=search]');
    await popup.keyboard.type('ahn gyu');
    await until('the result', () =>
      popup.evaluate(() => /^Ahn Gyu-back/.test(document.querySelector<HTMLElement>('[role=option]')?.innerText ?? '')),
    );
    await popup.keyboard.press('ArrowDown');
    // The popup closes at once.
    await popup.keyboard.press('Enter').catch(() => undefined);
    await until('the page in the panel', () =>
      panel.evaluate(() => document.querySelector('.entity h1')?.textContent === 'Ahn Gyu-back'),
    );
    if (!popup.isClosed()) await popup.close();
    await panel.close();
    await page.bringToFront();
  });

  it('reads as of another day, narrows the visits and looks between two names, by keyboard, and marks stay as they are', async () => {
    const marks = await reader.marks(page);
    const panel = await reader.panelFor(ARTICLE, control);
    const text = () => panel.evaluate(() => document.body.innerText);
    /** Moves the focus to a control by what it says, and presses it. */
    const press = async (label: RegExp) => {
      await until(`“${label.source}”`, () =>
        panel.evaluate((source) => {
          const found = [...document.querySelectorAll<HTMLElement>('button, label')].find(({ innerText }) =>
            new RegExp(source).test(innerText.trim()),
          );
          const control = found?.querySelector('input') ?? found;
          control?.focus();
          return document.activeElement === control;
        }, label.source),
      );
      // By its character, which both browsers' drivers know.
      await panel.keyboard.press(' ' as 'Space');
    };
    const held = () =>
      panel.evaluate(() => document.querySelectorAll('[data-strip="held"], [data-strip="own"]').length);
    await press(/^All 20 visits/);
    await panel.focus('.read-as input');
    // The visit that was put off in 2024, that of 2024, and the one before: nine years back.
    for (let step = 0; step < 3; step++) await panel.keyboard.press('ArrowLeft');
    await until('the day of 2015', async () => (await text()).includes('Read as of 20 Oct 2015'));
    const moved = await panel.evaluate(() => {
      const body = document.body.cloneNode(true) as HTMLElement;
      // The record's end, and the years under the axis that runs to it, tell nothing.
      for (const part of body.querySelectorAll('.panel-head > p:last-of-type, .strip')) part.remove();
      return body.textContent ?? '';
    });
    expect(moved).toContain('Who is who on 20 Oct 2015');
    expect(moved).toContain('After this date: 4');
    // The visit of that day went on until the 22nd.
    expect(laterThan('22 Oct 2015', moved)).toEqual([]);
    expect(await held()).toBe(18);
    await press(/^back to the article$/);
    await until('the article’s own day', async () => (await text()).includes('Who is who on 8 Sep 2025'));

    await press(/^Japan → South Korea$/);
    await until('one direction', async () => (await held()) === 11);
    expect(await text()).toMatch(/\d+ hidden · clear/);
    expect(await text()).toContain('9 years 10 months without a visit');
    await press(/^clear$/);
    await until('both directions', async () => (await held()) === 20);

    await press(/^Choose two names$/);
    const choose = () =>
      until('a name to choose', () =>
        panel.evaluate(() => {
          const [next] = document.querySelectorAll<HTMLElement>('.choose-name[aria-pressed="false"]');
          next?.click();
          return next !== undefined;
        }),
      );
    await choose();
    await until('the first name', async () => (await text()).includes('Gen Nakatani and …'));
    await choose();
    await until('what lies between them', async () => {
      expect((await text()).slice(0, 900)).toContain('These two (2)');
      return true;
    });
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Gen Nakatani – Ahn Gyu-back');
    await press(/^Back$/);
    await until('the briefing', async () => (await text()).includes('Who is who on'));
    expect(await reader.marks(page)).toEqual(marks);
    await panel.close();
    await page.bringToFront();
  });

  it('counts what was found in the popup, and switches the site off and on at once', async () => {
    const path = `popup.html?tab=${await reader.tabId(ARTICLE, control)}`;
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
    // The popup of Firefox is a tab here, in front of the page.
    await reader.untilMarked(page);
    await popup.close();
  });

  it('copies, saves and prints what it shows', async () => {
    const panel = await reader.panelFor(ARTICLE, control);
    await panel.bringToFront();
    await chooseInMenu(panel, 'Copy as Markdown');
    await until('word of it', () => panel.evaluate(() => document.querySelector('.said')?.textContent === 'Copied'));
    // What was copied is what is pasted, on one line, and cut where the field ends.
    await panel.focus('.panel-search input[type=search]');
    await (kind === 'chromium'
      ? panel.keyboard.press('KeyV', { commands: ['Paste'] })
      : pressTogether(panel, 'Control', 'v'));
    const pasted = await until('the paste', () =>
      panel.evaluate(() => document.querySelector<HTMLInputElement>('.panel-search input[type=search]')?.value),
    );
    expect(pasted).toMatch(/^# .*8 Sep 2025 \(from the page\)\[\^1\] +Background as of \*\*8 Sep 2025\*\*/);

    if (kind === 'chromium') {
      const session = await reader.browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    await chooseInMenu(panel, 'Save as Markdown');
    const saved = await until('the file', async () => readdirSync(downloads).find((name) => name.endsWith('.md')));
    expect(saved).toMatch(/^2025-09-08 \w/);
    // The browser names a file before it has written it.
    const written = await until('its text', async () => readFileSync(join(downloads, saved), 'utf8'));
    expect(written).not.toContain('28 Jun 2026');
    expect(written).toMatch(/^# .*\n\n[\s\S]*\n\[\^1\]: The Japan Times: \[/);

    // What a browser does with a page that it is told to print is its own: here the page is looked at instead.
    await panel.evaluate(() => {
      const own = window.open.bind(window);
      window.open = (...given) => {
        const opened = own(...given);
        if (opened)
          opened.print = () => {
            const style = opened.getComputedStyle(opened.document.body);
            document.title = `${opened.document.title} | ${opened.document.querySelectorAll('.sources li').length} | ${style.maxWidth}`;
            opened.close();
          };
        return opened;
      };
    });
    await chooseInMenu(panel, 'Print…');
    const printed = await until('the page to print', async () => {
      const title = await panel.evaluate(() => document.title);
      return title.includes(' | ') && title;
    });
    // Its own style has passed the extension's policy.
    expect(printed).toMatch(/^.* \| \d{2,} \| 672px$/);
    await panel.close();
    await page.bringToFront();
  });

  it('is held on its article while the reader goes elsewhere, and has what was opened when they return', async () => {
    const shows = (panel: Page, text: string) => () =>
      panel.evaluate((wanted) => document.body.innerText.includes(wanted), text);
    const headline = await page.evaluate(() => document.querySelector('h1')?.textContent?.trim() ?? '');
    let panel = await reader.extensionPage('sidepanel.html');
    await page.bringToFront();
    await until('the article’s briefing', shows(panel, headline));
    await pressIn(panel, 'Since this article');
    await until('the later visits', shows(panel, '28 Jun 2026'));
    await chooseInMenu(panel, 'Hold on this article');
    await until('the hold', shows(panel, `Held on: ${headline}`));

    const other = await reader.open(OTHER);
    expect(await shows(panel, headline)()).toBe(true);
    // Another page of the panel, as when it is closed and opened again: it asks no background that may have ended.
    await panel.close();
    panel = await reader.extensionPage('sidepanel.html');
    await other.bringToFront();
    await until('the hold, again', shows(panel, `Held on: ${headline}`));
    await until('what was opened in it', shows(panel, '28 Jun 2026'));

    await page.goto(OTHER);
    await until('word that it is gone', shows(panel, 'No longer open in its tab.'));
    await until('the briefing that is held', shows(panel, 'Who is who on 8 Sep 2025'));
    await pressIn(panel, 'Follow the tab');
    await until('the briefing of the tab in front', async () => !(await shows(panel, headline)()));
    await until('the hold to be gone', async () => !(await shows(panel, 'Held on')()));
    await other.close();

    await page.goto(ARTICLE);
    await page.bringToFront();
    await until('what was opened in the article', shows(panel, '28 Jun 2026'));
    await panel.close();
    await page.bringToFront();
  });
});

/** A press of whatever button begins so; the panel may be behind the article's tab, where nothing can be pointed at. */
const pressIn = (panel: Page, label: string): Promise<void> =>
  panel.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(wanted));
    button?.click();
  }, label);

/** By the hand where the panel is in front: browsers copy and open in a real click only. */
async function chooseInMenu(panel: Page, label: string): Promise<void> {
  const isInFront = await panel.evaluate(() => document.visibilityState === 'visible' && document.hasFocus());
  const button = '.panel-head [aria-haspopup="menu"]';
  if (!isInFront) {
    await panel.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), button);
    await until('the menu', () => panel.evaluate(() => document.querySelector('[role="menu"]') !== null));
    return pressIn(panel, label);
  }
  const selector = `::-p-xpath(//*[@role="menuitem"][text()="${label}"])`;
  // What stood open above it closes at the press, and may move the button away under it.
  const item = await until('the menu', async () => {
    if (!(await panel.$(selector))) await panel.click(button);
    return panel.$(selector);
  });
  // By key: a press finds nothing where something above comes or goes while the pointer is on its way.
  await item.focus();
  await panel.keyboard.press('Enter');
}

async function pressTogether(page: Page, held: KeyInput, key: KeyInput): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, frame: Page | Frame, what: string, isThere: () => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await frame.evaluate(isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${what}`);
}
