/**
 * Real news pages, which lie beside the project and not in it: they are their publishers' text. Served under their own
 * addresses without their scripts, so that whatever changes in them or goes wrong is our doing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from './browsers';
import { copyExtension, type ExtensionCopy } from './extension-copy';
import { flagshipOnly } from './flagship';
import { untilInstalled } from './installed';
import { type NewsProxy, startNewsProxy } from './news-proxy';
import { Reader, sleep, until } from './reader';

const FOLDER = join(import.meta.dirname, '../../../shared/pages');

export interface RealPage {
  readonly id: string;
  readonly url: string;
  readonly lang: string;
  readonly file: string;
}

export const hasRealPages = existsSync(join(FOLDER, 'index.json'));
export const NO_REAL_PAGES = 'needs ../shared/pages beside the project';

export const realPages = (): readonly RealPage[] =>
  hasRealPages ? (JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')) as RealPage[]) : [];

/** Its text without what runs in it; what it says of itself as data stays. */
export function htmlOf({ file }: RealPage): string {
  const html = gunzipSync(readFileSync(join(FOLDER, file))).toString('utf8');
  return html
    .replace(/<script\b(?![^>]*\bld\+json)[^>]*>[\s\S]*?<\/script\s*>/gi, '')
    .replace(/\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/<meta\b[^>]*http-equiv=["']?(?:refresh|content-security-policy)[^>]*>/gi, '');
}

/** What a page looked like to a reader with Sidelight. */
export interface SeenPage {
  /** Errors in the page, ours among them. */
  readonly errors: readonly string[];
  /** The first difference between the page before and after; empty for none. */
  readonly changed: string;
  readonly marks: readonly SeenMark[];
  /** A card was shown at one of them; `null`: there was none to rest on. */
  readonly hasCard: boolean | null;
}

/** A painted name, and the element that it stands in. */
export interface SeenMark {
  readonly text: string;
  /** Names and classes from the outermost element to the innermost. */
  readonly path: string;
  /** What stands around it. */
  readonly context: string;
}

declare global {
  interface Window {
    /** The page as it was before any content script ran. */
    realPageBefore: string;
  }
}

/** A browser in which Sidelight runs on every site, at real pages. */
export interface RealPages {
  see(page: RealPage): Promise<SeenPage>;
  /** What is noticed of an error that a content script throws. */
  seeError(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const THROWING = 'https://throws.example/here';
/** How long a page that is no article is given before it counts as one without marks. */
const NO_MARKS_AFTER_MS = 4_000;

/** `packs`: all that ship take a minute to be installed. `null` where the browser is not. */
export async function openRealPages(kind: BrowserKind, packs: 'all' | 'flagship'): Promise<RealPages | null> {
  if (findBrowser(kind) === null) return null;
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  const copy = everywhere(packs === 'all' ? copyExtension(kind) : flagshipOnly(kind));
  const reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  await untilInstalled(reader);
  return {
    see: (page) => see(reader, proxy, page),
    async seeError() {
      proxy.serve(THROWING, '<!doctype html><title>Throws</title><p>Nothing to read here.</p>');
      const page = await reader.browser.newPage();
      const errors = errorsOf(page);
      await page.goto(THROWING, { waitUntil: 'load' });
      await sleep(500);
      await page.close();
      return errors;
    },
    async close() {
      await reader.close();
      await proxy.close();
      copy.remove();
    },
  };
}

function everywhere(copy: ExtensionCopy): ExtensionCopy {
  copy.manifest((manifest) => {
    (manifest.host_permissions as string[]).push('*://*/*');
    const [own] = manifest.content_scripts as { matches: string[]; js: string[] }[];
    manifest.content_scripts = [
      { ...own, matches: ['*://*/*'] },
      { matches: ['https://throws.example/*'], js: ['bench/throw.js'] },
    ];
  });
  copy.write('bench/throw.js', 'setTimeout(() => { throw new Error("thrown by a content script"); });');
  return copy;
}

/** What browsers say of a page's own fonts, styles and modules, which are not there. */
const NOT_LOADED =
  /^(?:Cross-Origin Request Blocked|downloadable font|Loading (?:module|failed)|Blocked loading|Content-Security-Policy)/;

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    const text = String(error instanceof Error ? error.message : error);
    if (!NOT_LOADED.test(text)) errors.push(text);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && /Sidelight|extension:/.test(message.text())) errors.push(message.text());
  });
  return errors;
}

async function see(reader: Reader, proxy: NewsProxy, real: RealPage): Promise<SeenPage> {
  // Some come without an address.
  const { origin, pathname } = new URL(real.url || `https://pages.example/${real.id}`);
  const url = origin.replace('http:', 'https:') + pathname;
  proxy.serve(url, htmlOf(real));
  const page = await reader.browser.newPage();
  try {
    const errors = errorsOf(page);
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('DOMContentLoaded', () => {
        window.realPageBefore = document.documentElement.outerHTML;
      });
    });
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await page.bringToFront();
    await until('marks', async () => (await reader.marks(page)).texts.length > 0, NO_MARKS_AFTER_MS).catch(() => null);
    await sleep(300);
    const marks = await page.evaluate(describeMarks);
    const hasCard = marks.length > 0 ? await rest(reader, page) : null;
    const changed = await page.evaluate(firstDifference);
    return { errors, changed, marks, hasCard };
  } finally {
    await page.close();
  }
}

/** Rests on a mark that can be pointed at; tells whether its card came. */
async function rest(reader: Reader, page: Page): Promise<boolean | null> {
  // Scrolling has pages load what they have kept back, and what is below it moves: looked at again until it lies still.
  let point = await page.evaluate(findPoint);
  for (let last: typeof point = null; point && point.y !== last?.y; ) {
    last = point;
    await sleep(500);
    point = await page.evaluate(findPoint);
  }
  if (!point) return null;
  await page.mouse.move(Math.max(1, point.x - 40), point.y + 60);
  await sleep(200);
  await page.mouse.move(point.x, point.y);
  return until('a card', () => reader.cardIsVisible(page), 5_000).catch(() => false);
}

/** Scrolls the first mark that nothing covers into view; its middle. */
function findPoint(): { x: number; y: number } | null {
  for (const ranges of (CSS.highlights as unknown as Map<string, Set<Range>>).values()) {
    for (const range of ranges) {
      const element = range.startContainer.parentElement;
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getClientRects()[0];
      if (!box || box.width < 8) continue;
      const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      if (element?.contains(document.elementFromPoint(point.x, point.y))) return point;
    }
  }
  return null;
}

function describeMarks(): SeenMark[] {
  const marks: { readonly range: Range; readonly seen: SeenMark }[] = [];
  for (const ranges of (CSS.highlights as unknown as Map<string, Set<Range>>).values()) {
    for (const range of ranges) {
      const path: string[] = [];
      for (let at = range.startContainer.parentElement; at && at !== document.body; at = at.parentElement)
        path.unshift(
          [at.localName, at.id && `#${at.id}`, ...[...at.classList].slice(0, 2).map((name) => `.${name}`)].join(''),
        );
      const block = range.startContainer.parentElement?.closest(
        'p, li, h1, h2, h3, h4, td, figcaption, blockquote, div',
      );
      const context = (block?.textContent ?? '').replace(/\s+/g, ' ').trim();
      marks.push({ range, seen: { text: String(range), path: path.join(' > '), context } });
    }
  }
  marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  return marks.map(({ seen }) => seen);
}

/** Where the page differs from what it was, our host element apart. */
function firstDifference(): string {
  const host = document.documentElement.lastElementChild;
  const own = host?.localName === 'div' ? host.outerHTML : '';
  const now = document.documentElement.outerHTML.replace(own, '');
  const before = window.realPageBefore;
  if (now === before) return '';
  let at = 0;
  while (now[at] === before[at]) at++;
  return `…${before.slice(Math.max(0, at - 40), at + 80)}… became …${now.slice(Math.max(0, at - 40), at + 80)}…`;
}
