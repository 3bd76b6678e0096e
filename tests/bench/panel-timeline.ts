/**
 * The longest task while the panel opens on an article whose timeline has 5,000 events, and while their list opens: by
 * the browser's own tracing in Chromium, in ms of the thread's own time; in Firefox, which has no such tracing, the
 * longest time in which the panel's event loop did not turn, the machine's other work included: a timeline of a dozen
 * events is measured beside it, which tells what the panel itself takes there.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { longTimeline, paragraphsOn } from '../support/long-timeline';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { articlePage } from '../support/synthetic-pack';
import { endBackground } from './cold-recognition';
import { median } from './percentile';
import type { Measurement } from './run';
import { compileKnowledge, fillDatabase, prepareCopy } from './synthetic-extension';
import { longest, threadsIn, trace } from './trace-tasks';

const RUNS = 5;
const [MANY, FEW] = [5_000, 12];
const PEOPLE = 24;
const PAGE = 'https://www.japantimes.co.jp/bench/long-timeline';

/** Goes before everything else in the panel: notes how long its event loop stood still. */
const WATCH = `
const { port1, port2 } = new MessageChannel();
let before = performance.now();
globalThis.longestTurn = 0;
port1.onmessage = () => {
  const now = performance.now();
  globalThis.longestTurn = Math.max(globalThis.longestTurn, now - before);
  before = now;
  setTimeout(() => { before = Math.max(before, performance.now() - 1); port2.postMessage(null); }, 1);
};
port2.postMessage(null);
`;

declare const longestTurn: number;

/** Opens the panel and its list; resolves once both are drawn. */
async function openPanel(reader: Reader, tab: number, events: number): Promise<Page> {
  const panel = await reader.extensionPage(`sidepanel.html?tab=${tab}`);
  const all = () =>
    panel.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
        /^All /.test(textContent ?? ''),
      );
      // What was open is open again in the next panel.
      if (button?.ariaExpanded === 'false') button.click();
      return button?.textContent ?? null;
    });
  const label = await until('the timeline', all, 60_000);
  if (events === MANY && !/\d,\d{3}/.test(label)) throw new Error(`${label}: not what was to be measured`);
  await until('its list', () => panel.evaluate(() => document.querySelectorAll('.dated-rows > li').length > 0));
  await sleep(1_000);
  return panel;
}

async function measure(kind: BrowserKind, length: number): Promise<number> {
  const knowledge = await compileKnowledge(longTimeline(length), `timeline of ${length}`);
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  proxy.serve(PAGE, articlePage(paragraphsOn(PEOPLE)));
  const copy = await prepareCopy(kind, knowledge);
  const html = readFileSync(join(copy.path, 'sidepanel.html'), 'utf8');
  copy.write('bench/watch.js', WATCH);
  copy.write('sidepanel.html', html.replace('<head>', '<head><script src="/bench/watch.js"></script>'));
  const reader = await Reader.start(kind, {
    proxy: proxy.address,
    extension: copy.path,
    leaveBackgroundAlone: true,
    prefs: { 'extensions.background.idle.timeout': 1_000 },
  });
  const tasks: number[] = [];
  try {
    await fillDatabase(reader);
    const control = await reader.extensionPage('options.html');
    // The one that found nothing installed.
    await endBackground(reader, control);
    await control.close();
    await reader.open(PAGE);
    const tab = await reader.tabId(PAGE);
    const session = kind === 'chromium' ? await reader.browser.target().createCDPSession() : null;
    for (let run = 0; run < RUNS; run++) {
      if (session) {
        const events = await trace(session, async () => {
          await (await openPanel(reader, tab, length)).close();
        });
        tasks.push(longest(events, threadsIn(events).own));
      } else {
        const panel = await openPanel(reader, tab, length);
        tasks.push(await panel.evaluate(() => longestTurn));
        await panel.close();
      }
    }
  } finally {
    await reader.close();
    copy.remove();
    await proxy.close();
  }
  return median(tasks);
}

async function panelTimeline(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
    if (findBrowser(kind) === null) continue;
    for (const length of [MANY, FEW])
      results.push({
        name: `panel/timeline-${length}/${kind}`,
        value: await measure(kind, length),
        unit: 'ms',
        better: 'lower',
      });
  }
  return results;
}

export const PANEL_TIMELINE = { 'panel/timeline-5000': panelTimeline };
