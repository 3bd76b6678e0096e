/**
 * The longest task while an article of 100,000 characters is opened and read with a million names: in the page's main
 * thread, its own parsing and layout among them, and in the background's, as the browser's own tracing tells them.
 */
import { join } from 'node:path';
import { findBrowser } from '../support/browsers';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { articlePage, syntheticArticle } from '../support/synthetic-pack';
import { median } from './percentile';
import type { Measurement } from './run';
import { fillDatabase, makeKnowledge, prepareCopy } from './synthetic-extension';
import { longest, threadsIn, trace } from './trace-tasks';

const RUNS = 5;
const NAMES = 1_000_000;
const CHARS = 100_000;
const PAGE = 'https://www.japantimes.co.jp/bench/long-article';

async function longestTask(): Promise<Measurement[]> {
  if (findBrowser('chromium') === null) return [];
  const knowledge = await makeKnowledge(NAMES);
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  proxy.serve(PAGE, articlePage(syntheticArticle(knowledge.records, CHARS)));
  const copy = await prepareCopy('chromium', knowledge);
  const reader = await Reader.start('chromium', {
    proxy: proxy.address,
    extension: copy.path,
    leaveBackgroundAlone: true,
  });
  const inPage: number[] = [];
  const inBackground: number[] = [];
  try {
    await fillDatabase(reader);
    const control = await reader.extensionPage('options.html');
    const session = await reader.browser.target().createCDPSession();
    for (let run = 0; run < RUNS; run++) {
      await reader.stopBackground(control);
      await sleep(300);
      const page = await reader.browser.newPage();
      const events = await trace(session, async () => {
        await page.goto(PAGE, { waitUntil: 'load' });
        await until('marks in the page', async () => (await reader.marks(page)).texts.length > 0, 60_000);
        await sleep(1_000);
      });
      const threads = threadsIn(events);
      inBackground.push(longest(events, threads.background));
      inPage.push(longest(events, threads.pages));
      await page.close();
    }
  } finally {
    await reader.close();
    copy.remove();
    await proxy.close();
  }
  const entry = (where: string, values: readonly number[]): Measurement => ({
    name: `recognition/longest-task/chromium/${where}`,
    value: median(values),
    unit: 'ms',
    better: 'lower',
  });
  return [entry('page', inPage), entry('background', inBackground)];
}

export const LONGEST_TASK = { 'recognition/longest-task': longestTask };
