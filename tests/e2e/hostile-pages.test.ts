/** Pages that want to know what the card says, who reads, and to have things done in the reader's name: T50 to T54. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserKind, OUTPUT } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';

const SITES = join(import.meta.dirname, '../sites');
const ARTICLE = 'https://www.japantimes.co.jp/news/2025/09/08/japan/hostile';
const html = readFileSync(join(SITES, 'www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html'), 'utf8');

/** Runs before anything of the page: whatever is called in the page's own world is counted. */
const HOOKS = `<script>
  window.called = {};
  const hook = (owner, name, label) => {
    const own = owner[name];
    owner[name] = function (...given) { called[label] = (called[label] ?? 0) + 1; return own.apply(this, given); };
  };
  for (const name of ['append', 'attachShadow', 'setAttribute', 'remove']) hook(Element.prototype, name, name);
  for (const name of ['appendChild', 'insertBefore', 'removeChild']) hook(Node.prototype, name, name);
  for (const name of ['setStart', 'setEnd']) hook(Range.prototype, name, name);
  hook(Highlight.prototype, 'add', 'highlight');
  hook(Map.prototype, 'set', 'map');
  hook(Array.prototype, 'map', 'array');
  hook(Promise.prototype, 'then', 'promise');
  hook(JSON, 'parse', 'json');
  const Own = MutationObserver;
  window.MutationObserver = function (callback) { called.observer = (called.observer ?? 0) + 1; return new Own(callback); };
  Object.defineProperty(Object.prototype, 'kind', { set() { called.setter = (called.setter ?? 0) + 1; }, configurable: true });
</script>`;

declare global {
  interface Window {
    called: Record<string, number>;
    heard: string[];
  }
}

/** Everything by which a page can come by text, in one string. */
function whatAPageSees(): string {
  const selection = getSelection();
  document.execCommand('selectAll');
  const selected = String(selection);
  selection?.removeAllRanges();
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].map(
    ({ href, cssRules }) => `${href} ${[...cssRules].map(({ cssText }) => cssText).join()}`,
  );
  const within: string[] = [];
  for (let i = 0; i < window.length; i++) {
    try {
      within.push((window[i] as Window).document.documentElement.outerHTML, (window[i] as Window).location.href);
    } catch {
      // What the browser keeps apart.
    }
  }
  return [
    document.documentElement.innerText,
    document.documentElement.getHTML({ serializableShadowRoots: true }),
    selected,
    ...sheets,
    ...within,
    ...performance.getEntries().map((entry) => JSON.stringify(entry)),
  ].join('\n');
}

/** Which beginnings of some texts the browser's own search finds in the page. */
function searchFor(texts: string[]): string[] {
  const find = (window as unknown as { find(text: string, ...rest: boolean[]): boolean }).find;
  // In frames too, where the browser lets a page search at all: Firefox refuses where one is kept apart.
  return texts.filter((text) =>
    [false, true].some((inFrames) => {
      getSelection()?.removeAllRanges();
      try {
        return find.call(window, text, false, false, true, false, inFrames, false);
      } catch {
        return false;
      }
    }),
  );
}

/** Events and messages such as scripts can make, at a name and at the card's place. */
async function forge(times: number): Promise<void> {
  const [range] = [...(CSS.highlights as unknown as Map<string, Set<Range>>).values()].flatMap((ranges) => [...ranges]);
  const box = range?.getBoundingClientRect() ?? new DOMRect();
  const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true, cancelable: true };
  const made = [
    () => new PointerEvent('pointermove', { ...place, pointerType: 'mouse' }),
    () => new PointerEvent('pointerdown', { ...place, pointerType: 'touch' }),
    () => new PointerEvent('pointerup', { ...place, pointerType: 'touch' }),
    () => new KeyboardEvent('keydown', { key: '.', altKey: true, bubbles: true }),
    () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    () => new CustomEvent('wxt:content-script-started', { detail: {} }),
    () => new Event('visibilitychange', { bubbles: true }),
  ];
  for (let i = 0; i < times; i++) {
    const event = (made[i % made.length] as () => Event)();
    (range?.startContainer.parentElement ?? document).dispatchEvent(event);
    postMessage({ type: ['page.step', 'page.open', 'own.put', 'card.output', 'packs.list'][i % 5], request: {} }, '*');
    if (i % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}

describe.each<BrowserKind>(['chromium', 'firefox'])('a hostile page in %s', (kind) => {
  let proxy: NewsProxy;
  let reader: Reader;
  let copy: ExtensionCopy;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES);
    proxy.serve(ARTICLE, html.replace('<head>', `<head>${HOOKS}`));
    copy = flagshipOnly(kind);
    reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  });

  afterAll(async () => {
    await reader?.close();
    await proxy?.close();
    copy?.remove();
  });

  const openCard = async (): Promise<{ page: Page; text: string }> => {
    const page = await reader.open(ARTICLE);
    await reader.restOn(page, 'Gen Nakatani');
    return { page, text: await reader.settledCardText(await reader.card(page)) };
  };

  it('learns no line of an open card by any way to read a page (T50)', async () => {
    const { page, text } = await openCard();
    const own = html.replace(/\s+/g, ' ');
    const secrets = text.split('\n').filter((line) => line.length > 7 && !own.includes(line.slice(0, 8)));
    expect(secrets.length).toBeGreaterThan(3);
    const seen = await page.evaluate(whatAPageSees);
    // It sees its own text by these ways: they work.
    expect(seen).toContain('Gen Nakatani');
    expect(secrets.filter((line) => seen.includes(line.slice(0, 8)))).toEqual([]);
    expect(seen).not.toMatch(/(?:chrome|moz)-extension:/);
    expect(await page.evaluate(searchFor, ['Gen Nakatani'])).toEqual(['Gen Nakatani']);
    expect(
      await page.evaluate(
        searchFor,
        secrets.map((line) => line.slice(0, 8)),
      ),
    ).toEqual([]);
    await page.close();
  });

  it('is not called back through anything that it has changed in its own world (T54)', async () => {
    const { page, text } = await openCard();
    expect(text).toContain('Gen Nakatani');
    const called = await page.evaluate(() => window.called);
    // The driver itself looks at the page from within.
    for (const own of ['array', 'map', 'promise', 'json', 'setStart', 'setEnd']) delete called[own];
    expect(called).toEqual({});
    await page.close();
  });

  it('changes nothing by 10,000 events and messages of its own (T53)', async () => {
    const page = await reader.open(ARTICLE);
    const before = await reader.marks(page);
    const stored = async () => {
      const control = await reader.extensionPage('options.html');
      const all = await control.evaluate(async () => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        return JSON.stringify([await api.storage.local.get(null), await api.storage.sync.get(null)]);
      });
      await control.close();
      await page.bringToFront();
      return all;
    };
    // What is copied for the day on which a database is lost is written a moment after the start.
    const known = await until('the copy', async () => {
      const all = await stored();
      return all.includes('reader-copy') && all;
    });
    await page.evaluate(forge, 10_000);
    await sleep(1_000);
    expect(await reader.cardIsVisible(page)).toBe(false);
    expect(await reader.marks(page)).toEqual(before);
    expect(await stored()).toBe(known);
    // And it is still there for the reader.
    await reader.restOn(page, 'Gen Nakatani');
    expect(await reader.cardText(await reader.card(page))).toContain('Gen Nakatani');
    await page.close();
  });

  it.runIf(kind === 'chromium')('reaches no file of the extension by its address (T52)', async () => {
    const page = await reader.open(ARTICLE);
    const files = readdirSync(OUTPUT[kind], { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('packs'))
      .map((entry) => relative(OUTPUT[kind], join(entry.parentPath, entry.name)));
    expect(files).toContain('card.html');
    const reached = await page.evaluate(
      async (origin, paths) => {
        const found: string[] = [];
        for (const path of paths) {
          const answered = await fetch(`${origin}/${path}`, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          );
          if (answered) found.push(path);
        }
        return found;
      },
      reader.origin,
      files,
    );
    expect(reached).toEqual([]);
    await page.close();
  });

  it('gets nothing done by a frame of the extension that it has made itself (T76)', async () => {
    const page = await reader.open(ARTICLE);
    const known = await reader.marks(page);
    await page.evaluate((origin) => {
      for (const path of ['options.html#data', 'sidepanel.html?tab=1', 'popup.html', 'card.html#0', 'welcome.html']) {
        const frame = document.createElement('iframe');
        frame.src = `${origin}/${path}`;
        document.body.append(frame);
      }
    }, reader.origin);
    await sleep(1_500);
    // Whatever address such a frame has, no page of ours has drawn itself in it.
    const drawn = await Promise.all(
      page
        .frames()
        .map((frame) =>
          Promise.race([
            frame.evaluate(() => (document.getElementById('root')?.childElementCount ?? 0) > 0).catch(() => false),
            sleep(1_000).then(() => false),
          ]),
        ),
    );
    expect(drawn.filter(Boolean)).toEqual([]);
    expect(await reader.marks(page)).toEqual(known);
    await until('the page', () => page.evaluate(() => document.readyState === 'complete'));
    await page.close();
  });
});
