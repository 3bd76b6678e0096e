/**
 * A reader in a real browser: opens articles, rests on names, looks at card, popup and panel. The same for Chromium and
 * Firefox; what differs between them is here and nowhere else.
 */
import type { Browser, Frame, Page, Target } from 'puppeteer-core';
import { type BrowserKind, GECKO_UUID, type LaunchOptions, launch } from './browsers';

declare global {
  interface Window {
    /** When the pointer moved last, ms since the page began. */
    rested: number;
  }
}

/** A highlight of the page with the texts it paints. */
export interface PaintedMarks {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

const POLL_MS = 50;

/** Waits until a function returns something; fails with a sentence that says what was waited for. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const found = await probe();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    await sleep(POLL_MS);
  }
  throw new Error(`waited ${timeoutMs} ms for ${what}${last ? `; last: ${String(last)}` : ''}`);
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Firefox never settles some promises about extension pages: they get this long. */
const within = <T>(promise: Promise<T>, ms: number): Promise<T | null> =>
  Promise.race([promise.catch(() => null), sleep(ms).then(() => null)]);

export class Reader {
  private constructor(
    readonly kind: BrowserKind,
    readonly browser: Browser,
    readonly origin: string,
  ) {}

  static async start(kind: BrowserKind, options: LaunchOptions): Promise<Reader> {
    const browser = await launch(kind, options);
    const origin =
      options.extension === false
        ? ''
        : kind === 'firefox'
          ? `moz-extension://${GECKO_UUID}`
          : await chromiumOrigin(browser);
    return new Reader(kind, browser, origin);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Opens an address and waits for its marks, where there are any to come. */
  async open(url: string, expectMarks = true): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await this.see(page);
    if (expectMarks) await this.untilMarked(page);
    return page;
  }

  /** Waits for the marks of a page. Another may come to the front meanwhile (the welcome page does): it is looked at again. */
  async untilMarked(page: Page): Promise<void> {
    await until('marks in the page', async () => {
      if ((await this.marks(page)).texts.length > 0) return true;
      await this.see(page);
      return false;
    });
  }

  /** Has the reader look at a page. */
  async see(page: Page): Promise<void> {
    await until('the page in front', async () => {
      if (await page.evaluate(() => document.visibilityState === 'visible')) return true;
      await page.bringToFront();
      return false;
    });
  }

  /** Opens an address behind the page in front, as a reader does who keeps it for later. */
  async openBehind(url: string, from: Page): Promise<Page> {
    const opened = this.browser.waitForTarget((candidate) => candidate.url() === url, { timeout: 10_000 });
    await from.evaluate(async (address) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      await api.tabs.create({ url: address, active: false });
    }, url);
    return (await (await opened).page()) as Page;
  }

  /**
   * Opens an address where this context's data is another: Firefox in a container tab, Chromium in an incognito window.
   * A browser context of the driver would be a third kind of profile, in which Chromium's `tabs` API finds no tab.
   */
  async openElsewhere(url: string): Promise<Page> {
    let page: Page;
    if (this.kind === 'firefox') {
      page = await (await this.browser.createBrowserContext()).newPage();
      await page.goto(url, { waitUntil: 'load' });
    } else {
      const control = await this.extensionPage('options.html');
      const target = this.browser.waitForTarget((candidate) => candidate.url().startsWith(url), { timeout: 10_000 });
      await control.evaluate((address) => chrome.windows.create({ url: address, incognito: true }), url);
      page = await (await target).asPage();
      await control.close();
      await page.bringToFront();
    }
    await this.untilMarked(page);
    return page;
  }

  marks(page: Page): Promise<PaintedMarks> {
    return page.evaluate(() => {
      const entries = [...(CSS.highlights as unknown as Map<string, Set<Range>>)];
      return { names: entries.map(([name]) => name), texts: entries.flatMap(([, ranges]) => [...ranges].map(String)) };
    });
  }

  /** The middle of the nth painted occurrence of a text, scrolled into view. */
  async pointOf(page: Page, text: string): Promise<{ x: number; y: number }> {
    return page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0 || node.parentElement?.closest('nav, header, aside, h1, figure, script, style')) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = range.getClientRects()[0];
        if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`"${wanted}" is not in the page`);
    }, text);
  }

  /** Moves the pointer to a name as a hand does, and leaves it there. */
  async restOn(page: Page, text: string): Promise<void> {
    // Another tab may have come to the front (the welcome page does); a page behind it gets neither frames nor timers.
    await page.bringToFront();
    const { x, y } = await this.pointOf(page, text);
    await sleep(300);
    await page.mouse.move(x - 60, y + 90);
    await sleep(60);
    await page.mouse.move(x - 4, y + 2);
    await sleep(60);
    await page.mouse.move(x, y);
  }

  /**
   * Rests on a name; tells when the pointer moved last and when the card's place became visible, both in ms since 1970.
   * The pause before lets the page's own scrolling end; on the way there the pointer is slow enough to rest at once.
   */
  async measureRest(page: Page, text: string): Promise<{ readonly rest: number; readonly shown: number }> {
    await page.bringToFront();
    const { x, y } = await this.pointOf(page, text);
    await sleep(400);
    await page.mouse.move(x - 40, y + 60);
    // One movement onto the name, slow whatever the driver's speed: with two, the rest may begin at either.
    await sleep(200);
    // No named functions inside: what runs TypeScript outside of Vitest wraps them in a helper that the page lacks.
    await page.evaluate(() => {
      window.rested = 0;
      document.addEventListener(
        'pointermove',
        () => {
          window.rested = performance.now();
        },
        { capture: true },
      );
    });
    await page.mouse.move(x, y);
    return page.evaluate(async () => {
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const host = document.documentElement.lastElementChild as HTMLElement | null;
        if (host?.localName === 'div' && host.style.visibility === 'visible')
          return { rest: performance.timeOrigin + window.rested, shown: performance.timeOrigin + performance.now() };
      }
    });
  }

  /** The card's frame, once it shows something. */
  async card(page: Page, timeoutMs = 20_000): Promise<Frame> {
    return until(
      'the card',
      async () => {
        if (!(await this.cardIsVisible(page))) return null;
        const frame = page
          .frames()
          .find((candidate) => candidate !== page.mainFrame() && !candidate.url().startsWith('http'));
        return frame &&
          (await within(
            frame.evaluate(() => document.querySelector('[role="dialog"], button') !== null),
            2_000,
          ))
          ? frame
          : null;
      },
      timeoutMs,
    );
  }

  cardText(frame: Frame): Promise<string> {
    return frame.evaluate(() => document.body.innerText);
  }

  /** The text once it has come to rest: whether a title needs a "more" is known after the first layout only. */
  async settledCardText(frame: Frame): Promise<string> {
    let before = '';
    return until('the card to come to rest', async () => {
      const now = await this.cardText(frame);
      const isSame = now === before;
      before = now;
      await sleep(250);
      return isSame && now;
    });
  }

  /** The host is the only thing in the page that tells whether a card is shown. */
  cardIsVisible(page: Page): Promise<boolean> {
    return page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement | null;
      return host?.localName === 'div' && host.style.visibility === 'visible';
    });
  }

  async waitForNoCard(page: Page): Promise<void> {
    await until('the card to close', async () => !(await this.cardIsVisible(page)));
  }

  /** A page of the extension in a tab of its own. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    const going = within(page.goto(`${this.origin}/${path}`), 10_000);
    // Firefox never tells that such a page has come: what it has drawn does.
    if (this.kind === 'chromium') await going;
    await until(`${path} to draw`, () =>
      within(
        page.evaluate(() => (document.getElementById('root')?.childElementCount ?? 0) > 0),
        1_000,
      ),
    );
    return page;
  }

  /** The browser's id of the tab that shows an address; `from`: a page of the extension that is open. */
  async tabId(url: string, from?: Page): Promise<number> {
    const page = from ?? (await this.extensionPage('options.html'));
    const id = await until('the tab', () => page.evaluate(findTab, url));
    if (!from) await page.close();
    return id;
  }

  /** What the browser does for the command "next name", which a driver cannot press; `from`: a page of the extension. */
  stepToNextName(url: string, from: Page): Promise<unknown> {
    return from.evaluate(async (article) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const tab = (await api.tabs.query({})).find((candidate) => candidate.url === article);
      return api.tabs.sendMessage(tab?.id ?? -1, { type: 'page.step', request: { by: 1 } });
    }, url);
  }

  /** The panel of a tab, in a tab of its own; `from`: a page of the extension that is open. */
  async panelFor(url: string, from?: Page): Promise<Page> {
    const page = await this.extensionPage(`sidepanel.html?tab=${await this.tabId(url, from)}`);
    await until('the briefing', () => page.evaluate(() => document.querySelector('h1') !== null));
    return page;
  }

  /** The panel that "Open briefing" in the card opens: Chromium's side panel, in Firefox a window of its own. */
  async openBriefingFromCard(page: Page, frame: Frame): Promise<Page> {
    await this.settledCardText(frame);
    return this.panelThatOpens(() => this.pressInCard(page, frame, 'Open briefing'));
  }

  /** The panel that something opens, wherever the browser lets it open. */
  async panelThatOpens(open: () => Promise<void>): Promise<Page> {
    const address = `${this.origin}/sidepanel.html`;
    if (this.kind === 'chromium') {
      const target = this.browser.waitForTarget((candidate) => candidate.url().startsWith(address), {
        timeout: 30_000,
      });
      await open();
      return (await target).asPage();
    }
    await open();
    // Firefox's driver keeps the address that a window was made with: only the page itself knows where it is.
    return until('the panel’s window', async () => {
      for (const candidate of await this.browser.pages()) {
        const there = await within(
          candidate.evaluate(() => location.href),
          1_000,
        );
        if (there?.startsWith(address)) return candidate;
      }
      return null;
    });
  }

  /** A real click at a button of the card. */
  async pressInCard(page: Page, frame: Frame, label: string): Promise<void> {
    const { x, y } = await this.#pointInCard(page, frame, label);
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.click(x, y);
  }

  /** A finger at a button of the card. */
  async tapInCard(page: Page, frame: Frame, label: string): Promise<void> {
    const { x, y } = await this.#pointInCard(page, frame, label);
    await page.touchscreen.tap(x, y);
  }

  async #pointInCard(page: Page, frame: Frame, label: string): Promise<{ x: number; y: number }> {
    const box = await until(`"${label}" in the card`, () => frame.evaluate(findButton, label));
    const host = await page.evaluate(() => {
      const { left, top } = (document.documentElement.lastElementChild as HTMLElement).getBoundingClientRect();
      return { left, top };
    });
    return { x: host.left + box.x, y: host.top + box.y };
  }

  /**
   * Whether the background is running, asked without waking it: of the browser in Chromium, of an extension page
   * (`probe`) in Firefox. Only for a reader started with `leaveBackgroundAlone`: a debugger keeps it alive.
   */
  async backgroundIsRunning(probe: Page | null): Promise<boolean> {
    if (probe) return probe.evaluate(() => browser.extension.getBackgroundPage() !== null);
    const session = await this.browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
    await session.detach();
    return targetInfos.some(({ type, url }) => type === 'service_worker' && url.startsWith(this.origin));
  }

  /** Chromium: ends the background at once, as the browser does when it has been idle. `page`: one of the extension's. */
  async stopBackground(page: Page): Promise<void> {
    const session = await page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await until('the background to end', async () => {
      // Again, should it just have been started: what is only starting is not stopped.
      await session.send('ServiceWorker.stopAllWorkers');
      await sleep(POLL_MS);
      return !(await this.backgroundIsRunning(null));
    });
    await session.detach();
  }

  /** Chromium: the real popup of the action, for the tab in front. */
  async popup(page: Page): Promise<Page> {
    await page.bringToFront();
    const target = this.browser.waitForTarget(
      (candidate: Target) => candidate.url().startsWith(`${this.origin}/popup.html`),
      { timeout: 10_000 },
    );
    for (const extension of (await this.browser.extensions()).values()) await extension.triggerAction(page);
    return (await target).asPage();
  }
}

async function chromiumOrigin(browser: Browser): Promise<string> {
  const id = await until('the extension', async () => [...(await browser.extensions()).keys()][0]);
  return `chrome-extension://${id}`;
}

async function findTab(url: string): Promise<number | null> {
  const api = (globalThis as { browser?: typeof chrome; chrome?: typeof chrome }).browser ?? chrome;
  const tabs = await api.tabs.query({});
  return tabs.find((tab) => tab.url?.startsWith(url))?.id ?? null;
}

function findButton(label: string): { x: number; y: number } | null {
  const button = [...document.querySelectorAll('button, a')].find(
    (element) => (element.textContent?.trim() || element.getAttribute('aria-label')) === label,
  );
  if (!button) return null;
  button.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
}
