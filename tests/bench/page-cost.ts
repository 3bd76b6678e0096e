/**
 * What Sidelight costs a page (Chromium): main-thread time, longest task, layout shift and heap on the heaviest real pages,
 * beside `mark.js` marking the same names; its share of a storm of changes; a page of a million text nodes; and how soon
 * after its text a page has marks. Real pages come without their scripts: once loaded they rest, and all that happens
 * after that is ours, or the marker's.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { copyExtension } from '../support/extension-copy';
import { flagshipOnly } from '../support/flagship';
import { untilInstalled } from '../support/installed';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { htmlOf, realPages } from '../support/real-pages';
import { SAMPLE } from '../support/shared';
import { endBackground } from './cold-recognition';
import { median } from './percentile';
import type { Measurement } from './run';
import { busyMs, longest, scriptMs, threadsIn, trace } from './trace-tasks';

const HEAVIEST = 10;
const RUNS = 3;
/** A page at rest is watched for so long, with and without; nothing is asked of it meanwhile, which would cost too. */
const WINDOW_MS = 2_000;
const SETTLE_MS = 1_500;
const STORM_PER_SECOND = 10_000;
const STORM_MS = 20_000;
const TEXT_NODES = 1_000_000;
const MARKER = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');

declare global {
  interface Window {
    /** Sum of the page's layout shifts. */
    shifted: number;
    Mark: new (root: Element) => { mark(words: readonly string[], options: object): void };
  }
}

/** A browser in which Sidelight begins in a page when it is told to, and not before. */
interface Lab {
  readonly reader: Reader;
  readonly proxy: NewsProxy;
  readonly session: CDPSession;
  readonly begin: (page: Page) => Promise<void>;
  /** `mark.js` in the page, as the content script of an extension like ours. */
  readonly mark: (page: Page, names: readonly string[]) => Promise<void>;
  /** A content script that does nothing. */
  readonly nothing: (page: Page) => Promise<void>;
  /** Switches the site of an address off. */
  readonly switchOff: (url: string) => Promise<void>;
  /** Our own script: where the site is off it starts, greets the background, and rests. */
  readonly script: (page: Page) => Promise<void>;
  close(): Promise<void>;
}

async function openLab(): Promise<Lab> {
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  const copy = copyExtension('chromium');
  copy.manifest((manifest) => (manifest.host_permissions as string[]).push('*://*/*'));
  copy.write('bench/mark.js', MARKER);
  const reader = await Reader.start('chromium', { proxy: proxy.address, extension: copy.path });
  await untilInstalled(reader);
  const control = await reader.extensionPage('options.html');
  const session = await reader.browser.target().createCDPSession();
  return {
    reader,
    proxy,
    session,
    async begin(page) {
      const began = await control.evaluate(async (url) => {
        const [tab] = await chrome.tabs.query({ url: url.replace(/[?#].*$/, '') });
        return chrome.runtime.sendMessage({ type: 'site.once', request: { tabId: tab?.id } });
      }, page.url());
      if (!JSON.stringify(began).includes('true')) throw new Error(`it does not begin: ${JSON.stringify(began)}`);
    },
    async nothing(page) {
      await control.evaluate(async (url) => {
        const [tab] = await chrome.tabs.query({ url: url.replace(/[?#].*$/, '') });
        await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: () => undefined });
      }, page.url());
    },
    async switchOff(url) {
      const page = await reader.browser.newPage();
      await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
      await control.evaluate(async (address) => {
        const [tab] = await chrome.tabs.query({ url: address });
        await chrome.runtime.sendMessage({ type: 'site.set', request: { tabId: tab?.id, on: false } });
      }, url);
      await page.close();
    },
    async script(page) {
      await control.evaluate(async (url) => {
        const [tab] = await chrome.tabs.query({ url: url.replace(/[?#].*$/, '') });
        await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? -1 },
          files: ['content-scripts/article.js'],
        });
      }, page.url());
    },
    async mark(page, names) {
      await control.evaluate(
        async (url, words) => {
          const [tab] = await chrome.tabs.query({ url: url.replace(/[?#].*$/, '') });
          const target = { tabId: tab?.id ?? -1 };
          await chrome.scripting.executeScript({ target, files: ['bench/mark.js'] });
          await chrome.scripting.executeScript({
            target,
            args: [words],
            func: (all: readonly string[]) => new window.Mark(document.body).mark(all, { separateWordSearch: false }),
          });
        },
        page.url(),
        names as string[],
      );
    },
    async close() {
      await reader.close();
      await proxy.close();
      copy.remove();
    },
  };
}

/** What happens in a page that was at rest. */
interface Cost {
  /** ms of the main thread, less what the page needs at rest. */
  readonly busy: number;
  readonly longest: number;
  readonly shift: number;
  /** Bytes of JavaScript heap that stay. */
  readonly heap: number;
}

/** Opens a page, lets it come to rest, and measures what is done to it then. */
async function costOf(
  { reader, session }: Lab,
  url: string,
  work: (page: Page) => Promise<void>,
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<Cost> {
  const page = await reader.browser.newPage();
  try {
    await page.evaluateOnNewDocument(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift' });
    });
    await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
    await page.bringToFront();
    await sleep(SETTLE_MS);
    const heap = async () => {
      const own = await page.createCDPSession();
      await own.send('HeapProfiler.collectGarbage');
      const { usedSize } = await own.send('Runtime.getHeapUsage');
      await own.detach();
      return usedSize;
    };
    const before = { heap: await heap(), shift: await page.evaluate(() => window.shifted) };
    const rest = await trace(session, () => sleep(WINDOW_MS));
    const events = await trace(session, async () => {
      await work(page);
      await sleep(WINDOW_MS);
    });
    const pages = threadsIn(events).pages;
    await look(page);
    return {
      busy: Math.max(0, busyMs(events, pages) - busyMs(rest, threadsIn(rest).pages)),
      longest: longest(events, pages),
      shift: (await page.evaluate(() => window.shifted)) - before.shift,
      heap: (await heap()) - before.heap,
    };
  } finally {
    await page.close();
  }
}

const marked = async (lab: Lab, page: Page): Promise<readonly string[]> => [
  ...new Set((await lab.reader.marks(page)).texts),
];

const entry = (name: string, value: number, unit: string, better: 'higher' | 'lower' = 'lower'): Measurement => ({
  name: `page-cost/${name}`,
  value,
  unit,
  better,
});

async function heaviest(): Promise<Measurement[]> {
  const pages = realPages()
    .map((page) => ({ id: page.id, html: htmlOf(page) }))
    .sort((a, b) => b.html.length - a.html.length)
    .slice(0, HEAVIEST);
  if (findBrowser('chromium') === null || pages.length === 0) return [];
  const lab = await openLab();
  const all: { ours: Cost; theirs: number; world: number; alone: number }[] = [];
  try {
    for (const { id, html } of pages) {
      const url = `https://${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example/article`;
      const off = url.replace('.example', '-off.example');
      for (const address of [url, off]) lab.proxy.serve(address, html);
      await lab.switchOff(off);
      const costs: Cost[] = [];
      const [theirs, worlds, alone]: [number[], number[], number[]] = [[], [], []];
      let names: readonly string[] = [];
      for (let run = 0; run < RUNS; run++) {
        costs.push(
          await costOf(lab, url, lab.begin, async (page) => {
            names = await marked(lab, page);
          }),
        );
        theirs.push((await costOf(lab, url, (page) => lab.mark(page, names))).busy);
        worlds.push((await costOf(lab, url, lab.nothing)).busy);
        alone.push((await costOf(lab, off, lab.script)).busy);
      }
      const of = (part: keyof Cost) => median(costs.map((cost) => cost[part]));
      const ours = { busy: of('busy'), longest: of('longest'), shift: of('shift'), heap: of('heap') };
      const cost = { ours, theirs: median(theirs), world: median(worlds), alone: median(alone) };
      all.push(cost);
      const ms = (value: number) => `${value.toFixed(1)} ms`;
      console.error(
        `${id.slice(0, 44).padEnd(44)} ${names.length} names, ${ms(ours.busy)}, longest ${ms(ours.longest)}, mark.js ${ms(cost.theirs)}, nothing ${ms(cost.world)}, alone ${ms(cost.alone)}, heap ${(ours.heap / 1e6).toFixed(1)} MB`,
      );
    }
  } finally {
    await lab.close();
  }
  const ratio = ({ ours, theirs }: (typeof all)[number]): number => theirs / ours.busy;
  const beyondStart = ({ ours, theirs, world, alone }: (typeof all)[number]): number =>
    (theirs - world) / Math.max(1, ours.busy - alone);
  const most = (part: keyof Cost) => Math.max(...all.map(({ ours }) => ours[part]));
  return [
    entry('heaviest/main-thread', median(all.map(({ ours }) => ours.busy)), 'ms'),
    entry('heaviest/longest-task', most('longest'), 'ms'),
    entry('heaviest/layout-shift', most('shift'), ''),
    entry('heaviest/heap', most('heap') / 1e6, 'MB'),
    entry('heaviest/mark.js', median(all.map(ratio)), 'x', 'higher'),
    // The job itself: without what each script costs before it begins.
    entry('heaviest/mark.js-beyond-start', median(all.map(beyondStart)), 'x', 'higher'),
    // What the browser needs for any content script, and for ours before it has read a word.
    entry('heaviest/empty-script', median(all.map(({ world }) => world)), 'ms'),
    entry('heaviest/script-alone', median(all.map(({ alone }) => alone)), 'ms'),
  ];
}

/** A page of so many text nodes, in paragraphs of ten, all of it the article. */
function millionNodes(): string {
  const part = 'The ministers <b>met</b> in <i>Seoul</i> and spoke <b>of</b> their <i>staffs</i> there. ';
  const paragraph = `<p>${part.repeat(2)}</p>`;
  const nodes = 2 * 9;
  return `<!doctype html><html lang="en"><title>Long</title><meta property="article:published_time" content="2025-09-08"><main><h1>A long page</h1>${paragraph.repeat(Math.ceil(TEXT_NODES / nodes))}</main></html>`;
}

async function million(): Promise<Measurement[]> {
  if (findBrowser('chromium') === null) return [];
  const lab = await openLab();
  const url = 'https://a-million.example/article';
  lab.proxy.serve(url, millionNodes());
  try {
    const costs: Cost[] = [];
    for (let run = 0; run < RUNS; run++) {
      costs.push(
        await costOf(lab, url, async (page) => {
          await lab.begin(page);
          await sleep(WINDOW_MS);
        }),
      );
    }
    const of = (part: keyof Cost) => median(costs.map((cost) => cost[part]));
    return [
      entry('million/main-thread', of('busy'), 'ms'),
      entry('million/longest-task', of('longest'), 'ms'),
      entry('million/heap', of('heap') / 1e6, 'MB'),
    ];
  } finally {
    await lab.close();
  }
}

/** Our share of the main thread in a storm of changes. */
async function storm(): Promise<Measurement[]> {
  if (findBrowser('chromium') === null) return [];
  const lab = await openLab();
  const url = 'https://a-storm.example/article';
  const { host, pathname } = new URL(SAMPLE);
  lab.proxy.serve(url, readFileSync(join(import.meta.dirname, '../sites', `${host}${pathname}.html`), 'utf8'));
  const shares: number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const page = await lab.reader.browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      await page.bringToFront();
      await lab.begin(page);
      await until('marks', async () => (await marked(lab, page)).length > 0);
      await sleep(SETTLE_MS);
      const events = await trace(lab.session, () => page.evaluate(makeStorm, STORM_PER_SECOND, STORM_MS), {
        profiled: true,
      });
      shares.push((100 * scriptMs(events, 'content-scripts/')) / STORM_MS);
      await page.close();
    }
  } finally {
    await lab.close();
  }
  return [entry('storm/share', median(shares), '%')];
}

/** Changes a paragraph of the page so many times a second. */
async function makeStorm(perSecond: number, ms: number): Promise<void> {
  const box = document.createElement('p');
  document.querySelector('article, main')?.append(box);
  const from = performance.now();
  for (let done = 0; performance.now() - from < ms; await new Promise((turn) => setTimeout(turn, 10))) {
    const due = ((performance.now() - from) * perSecond) / 1_000;
    for (; done < due; done++) box.textContent = `Turn ${done} of the storm.`;
  }
}

/** A host that never answers, and a page that waits for a picture of it. */
const NEVER = 'never.example';
const UNFINISHED = 'https://www.japantimes.co.jp/bench/unfinished';

/** From the end of a page's text to its first marks, in ms; `unfinished`: while the page still waits for a picture. */
async function firstMarks(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
    if (findBrowser(kind) === null) continue;
    const sites = join(import.meta.dirname, '../sites');
    const proxy = await startNewsProxy(sites, { [NEVER]: () => undefined });
    const { host, pathname } = new URL(SAMPLE);
    const article = readFileSync(join(sites, host, `${pathname}.html`), 'utf8');
    proxy.serve(UNFINISHED, article.replace('</article>', `<img src="https://${NEVER}/" alt=""></article>`));
    const copy = flagshipOnly(kind);
    const reader = await Reader.start(kind, {
      proxy: proxy.address,
      extension: copy.path,
      leaveBackgroundAlone: true,
      prefs: { 'extensions.background.idle.timeout': 1_000 },
    });
    try {
      await untilInstalled(reader);
      const control = await reader.extensionPage('options.html');
      for (const state of ['warm', 'asleep', 'unfinished'] as const) {
        const times: number[] = [];
        for (let run = 0; run < 7; run++) {
          if (state === 'asleep') await endBackground(reader, control);
          const page = await reader.browser.newPage();
          await page.evaluateOnNewDocument(watchMarks);
          if (state === 'unfinished') await page.goto(UNFINISHED, { waitUntil: 'domcontentloaded' });
          else await page.goto(SAMPLE, { waitUntil: 'load' });
          await page.bringToFront();
          await sleep(1_000);
          times.push(
            await until('marks', () => page.evaluate(() => (window as unknown as { marksMs?: number }).marksMs)),
          );
          await page.close();
        }
        results.push(entry(`first-marks/${kind}/${state}`, median(times), 'ms'));
      }
    } finally {
      await reader.close();
      await proxy.close();
      copy.remove();
    }
  }
  return results;
}

/** Notes how long after its text the page has marks. */
function watchMarks(): void {
  document.addEventListener('DOMContentLoaded', () => {
    const from = performance.now();
    const look = () => {
      if (CSS.highlights.size === 0) setTimeout(look, 4);
      else (window as unknown as { marksMs: number }).marksMs = performance.now() - from;
    };
    look();
  });
}

export const PAGE_COST = {
  'page-cost/heaviest': heaviest,
  'page-cost/million': million,
  'page-cost/storm': storm,
  'page-cost/first-marks': firstMarks,
};
