/** The flagship path, in real Chromium and real Firefox: marks, card, keyboard, panel, popup, and what the page learns. */
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import type { ExtensionCopy } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { requestsIn } from '../support/requests-in';
import { FLAGSHIP, hasShared, readShared, SAMPLE } from '../support/shared';

const SITES = join(import.meta.dirname, '../sites');

/** The flagship article where it is, else the sample article on the same subject. */
const ARTICLE = hasShared ? FLAGSHIP : SAMPLE;
if (!hasShared)
  console.warn('../shared/article is not beside the project: the sample article on the same subject is used');

/** `UX.md` 3: what is painted in the flagship article, in reading order. */
const FLAGSHIP_MARKS = [
  'Gen Nakatani',
  'Ahn Gyu-back',
  'Self-Defense Forces Music Festival',
  'Maritime Self-Defense Force',
  'Shin Won-sik',
  'Kim Jong Un',
  'Xi Jinping',
  'Vladimir Putin',
  'Seoul Defense Dialogue',
  'Yoon Suk Yeol',
  'Shigeru Ishiba',
  'Lee Jae Myung',
  'Donald Trump',
  'Presidential Office',
  'Yonhap news agency',
];

describe.each<BrowserKind>(['chromium', 'firefox'])('first light in %s', (kind) => {
  let proxy: NewsProxy;
  let reader: Reader;
  let page: Page;
  let flagship: ExtensionCopy;
  let calm: Reader;
  let calmPage: Page;

  beforeAll(async () => {
    proxy = await startNewsProxy(SITES);
    if (hasShared) proxy.serve(FLAGSHIP, readShared('article/article.html'));
    flagship = flagshipOnly(kind);
    reader = await Reader.start(kind, { proxy: proxy.address, extension: flagship.path });
    page = await reader.open(ARTICLE);
    // Only a browser of its own, without a debugger on the background, lets it sleep, and only one that has nothing to
    // install: the installer keeps it awake. It is left alone from here to the test of it.
    calm = await Reader.start(kind, {
      proxy: proxy.address,
      extension: flagship.path,
      leaveBackgroundAlone: true,
      // Time enough to install what ships, on a busy machine.
      prefs: { 'extensions.background.idle.timeout': 5_000 },
    });
    calmPage = await calm.open(ARTICLE);
    if (kind === 'chromium') expect(await calm.backgroundIsRunning(null)).toBe(true);
    await calm.restOn(calmPage, 'Nakatani');
    expect(await calm.cardText(await calm.card(calmPage))).toContain('Gen Nakatani');
    await calmPage.mouse.move(5, 5);
    await calmPage.keyboard.press('Escape');
    await calm.waitForNoCard(calmPage);
  });

  afterAll(async () => {
    await calm?.close();
    await reader?.close();
    await proxy?.close();
    flagship?.remove();
  });

  const shown = async (text: string): Promise<Frame> => {
    await page.bringToFront();
    await page.mouse.move(5, 5);
    await reader.waitForNoCard(page);
    await reader.restOn(page, text);
    return reader.card(page);
  };
  const close = async () => {
    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
  };

  it.runIf(hasShared)('paints the first mention of every name that deserves a mark, and nothing else', async () => {
    expect((await reader.marks(page)).texts).toEqual(FLAGSHIP_MARKS);
  });

  it('underlines every mark, whatever element it is in', async () => {
    const lines = () =>
      page.evaluate(() => [
        ...new Set(
          [...(CSS.highlights as unknown as Map<string, Set<Range>>)].flatMap(([name, ranges]) =>
            [...ranges].map((range) => {
              const around = range.startContainer.parentElement as Element;
              return getComputedStyle(around, `::highlight(${name})`).textDecorationLine;
            }),
          ),
        ),
      ]);
    // The style is inserted by the background once there are marks.
    await expect.poll(lines, { timeout: 10_000 }).toEqual(['underline']);
  });

  it('does not mark a namesake in the page’s aside', async () => {
    const inAside = await page.evaluate(() => {
      const aside = document.querySelector('aside');
      return [...(CSS.highlights as unknown as Map<string, Set<Range>>).values()].some((ranges) =>
        [...ranges].some((range) => aside?.contains(range.startContainer)),
      );
    });
    expect(inAside).toBe(false);
    expect((await reader.marks(page)).texts).not.toContain('Lee');
  });

  it('leaves the document as it was until a card is wanted, and adds one element then', async () => {
    const fresh = await reader.open(ARTICLE, false);
    const before = await fresh.evaluate(() => document.documentElement.outerHTML);
    await reader.untilMarked(fresh);
    expect(await fresh.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await reader.restOn(fresh, 'Nakatani');
    await reader.card(fresh);
    const children = await fresh.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const described = { tag: host.localName, shadow: host.shadowRoot, attributes: host.getAttributeNames() };
      host.remove();
      return { described, rest: document.documentElement.outerHTML };
    });
    expect(children.described).toEqual({ tag: 'div', shadow: null, attributes: ['style'] });
    expect(children.rest).toBe(before);
    await fresh.close();
    await page.bringToFront();
  });

  it('shows who Nakatani was on the day, that he left later, and his previous visit', async () => {
    const card = await shown('Nakatani');
    const text = await until('the whole card', async () => {
      const now = await reader.cardText(card);
      return now.includes('20 Oct 2015') ? now : null;
    });
    expect(text).toContain('Gen Nakatani');
    expect(text).toContain('On 8 Sep 2025');
    expect(text).toMatch(/Minister of Defense of Japan\s*since 1 Oct 2024/);
    expect(text).toContain('left this post 21 Oct 2025');
    expect(text).toContain('Previous visit');
    // Nothing later than the article's day but the Now line.
    const withoutNow = text.replace(/Now: .*$/m, '');
    expect(
      [...withoutNow.matchAll(/\b\d{1,2} \w{3} (20\d\d)\b/g)]
        .map(([, year]) => Number(year))
        .every((year) => year <= 2025),
    ).toBe(true);
    expect(withoutNow).not.toMatch(/2026|Koizumi|Takaichi/);
    await close();
  });

  it('shows the card once the pointer has rested, and no sooner', async () => {
    // How soon after that: `npm run bench -- card-on-rest`.
    const { rest, shown } = await reader.measureRest(page, 'Ahn Gyu-back');
    expect(shown - rest).toBeGreaterThan(280);
    await close();
  });

  it('can be gone into by the pointer, stays while it is there, and goes at Escape without it moving (WCAG 1.4.13)', async () => {
    const name = await reader.pointOf(page, 'Nakatani');
    await shown('Nakatani');
    const box = await page.evaluate(() => {
      const { left, top } = (document.documentElement.lastElementChild as HTMLElement).getBoundingClientRect();
      return { left, top };
    });
    // By the straight way, in less time than it takes to close, and on in the card.
    await page.mouse.move(name.x, name.y);
    await page.mouse.move(box.left + 60, box.top + 40, { steps: 8 });
    await sleep(1_500);
    expect(await reader.cardIsVisible(page)).toBe(true);
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
    // Where the pointer is now, it rests on nothing.
    await shown('Nakatani');
    await sleep(1_500);
    expect(await reader.cardIsVisible(page)).toBe(true);
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
    // The pointer has not moved: the card does not come back by itself.
    await sleep(800);
    expect(await reader.cardIsVisible(page)).toBe(false);
    await page.mouse.move(5, 5);
  });

  it('closes on Escape and gives the page its keys back', async () => {
    await shown('Ahn Gyu-back');
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
  });

  it('lets the page find nothing of the card', async () => {
    await shown('Nakatani');
    const found = await page.evaluate(() => {
      const find = (
        window as unknown as { find(text: string, caseSensitive: boolean, backwards: boolean, wrap: boolean): boolean }
      ).find;
      getSelection()?.removeAllRanges();
      return ['left this post', 'Previous visit', 'Open briefing', 'Ground Self-Defense Force officer'].map((text) =>
        find.call(window, text, false, false, true),
      );
    });
    expect(found).toEqual([false, false, false, false]);
    const learned = await page.evaluate(() => ({
      frames: window.length,
      resources: performance.getEntries().filter(({ name }) => /extension:|card\.html/.test(name)).length,
      sheets: document.adoptedStyleSheets.length + document.querySelectorAll('style').length,
      text: document.documentElement.innerText.includes('left this post'),
    }));
    expect(learned).toEqual({ frames: 0, resources: 0, sheets: 0, text: false });
    await close();
  });

  it('opens the card of the next name by command, with the keyboard in it, and goes back to where it was', async () => {
    const control = await reader.extensionPage('options.html');
    // A command comes while the article is in front: the page that stands in for the browser works from behind it.
    await page.bringToFront();
    await page.evaluate(() => {
      (document.querySelector('nav a') as HTMLElement).focus();
      scrollTo({ top: 0, behavior: 'instant' });
    });
    expect(await reader.stepToNextName(ARTICLE, control)).toBe(true);
    const card = await reader.card(page);
    const focused = () => card.evaluate(() => document.activeElement?.localName ?? '');
    await until('focus on the heading', async () => /^h[12]$/.test(await focused()));
    await page.keyboard.press('Tab');
    await until('focus on a link or button', async () => /^(?:a|button)$/.test(await focused()));
    await page.keyboard.press('Escape');
    await reader.waitForNoCard(page);
    await until('focus back in the page', () =>
      page.evaluate(() => document.activeElement?.closest('nav') !== null && document.activeElement !== document.body),
    );
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await control.close();
    await page.bringToFront();
  });

  it('makes no request and no change: all is as it is without the extension', async () => {
    const plainProxy = await startNewsProxy(SITES);
    if (hasShared) plainProxy.serve(FLAGSHIP, readShared('article/article.html'));
    const plain = await Reader.start(kind, { proxy: plainProxy.address, extension: false });
    const bare = await plain.browser.newPage();
    await bare.goto(ARTICLE, { waitUntil: 'load' });
    await sleep(1_500);
    const untouched = await bare.evaluate(() => document.documentElement.outerHTML);
    await plain.close();
    await plainProxy.close();
    const without = requestsIn(plainProxy.log);
    expect(without.length).toBeGreaterThan(0);
    const marked = await reader.open(ARTICLE);
    expect(await marked.evaluate(() => document.documentElement.outerHTML)).toBe(untouched);
    await marked.close();
    expect(requestsIn(proxy.log).filter((request) => !without.includes(request))).toEqual([]);
  });

  it('shows the right card after the browser has stopped the background', async () => {
    const probe = kind === 'firefox' ? await calm.extensionPage('options.html') : null;
    await until('the browser to stop the background', async () => !(await calm.backgroundIsRunning(probe)), 60_000);
    await calmPage.bringToFront();
    await calm.restOn(calmPage, 'Shin Won-sik');
    const card = await calm.card(calmPage);
    await until('the card of Shin', async () => (await calm.cardText(card)).includes('Shin Won-sik'));
    expect(await calm.cardText(card)).toMatch(/Minister of National Defense/);
  }, 120_000);
});
