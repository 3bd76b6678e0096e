/**
 * From a change in the options to what it changes in an article that is open in another tab: marks that go, and come
 * back. In ms, the medians of both.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { flagshipOnly } from '../support/flagship';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { SAMPLE } from '../support/shared';
import { median } from './percentile';
import type { Measurement } from './run';

const RUNS = 7;

/** Resolves to when a page has marks, or has none any more, in ms since 1970. Timers of a hidden tab would be late. */
const marksChange = (page: Page, some: boolean): Promise<number> =>
  page.evaluate(async (wanted) => {
    const { port1, port2 } = new MessageChannel();
    for (;;) {
      if (CSS.highlights.size > 0 === wanted) return performance.timeOrigin + performance.now();
      await new Promise((turn) => {
        port1.onmessage = turn;
        port2.postMessage(null);
      });
    }
  }, some);

/** Chooses how many marks there are; resolves to when, in ms since 1970. */
const choose = (options: Page, marks: 'Quiet' | 'All'): Promise<number> =>
  options.evaluate((wanted) => {
    const label = [...document.querySelectorAll('#marks label')].find(({ textContent }) => textContent === wanted);
    const at = performance.timeOrigin + performance.now();
    label?.querySelector('input')?.click();
    return at;
  }, marks);

async function measure(kind: BrowserKind): Promise<number[]> {
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  const copy = flagshipOnly(kind);
  const reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
  const times: number[] = [];
  try {
    const article = await reader.open(SAMPLE);
    const options = await reader.extensionPage('options.html');
    await until('the choice', () => options.evaluate(() => document.querySelector('#marks label') !== null));
    for (let run = 0; run < RUNS; run++) {
      for (const marks of ['Quiet', 'All'] as const) {
        const changing = marksChange(article, marks === 'All');
        const chosen = await choose(options, marks);
        times.push((await changing) - chosen);
        await sleep(300);
      }
    }
  } finally {
    await reader.close();
    await proxy.close();
    copy.remove();
  }
  return times;
}

async function settingsInArticle(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
    if (findBrowser(kind) === null) continue;
    results.push({
      name: `settings-in-article/${kind}`,
      value: median(await measure(kind)),
      unit: 'ms',
      better: 'lower',
    });
  }
  return results;
}

export const SETTINGS_IN_ARTICLE = { 'settings-in-article': settingsInArticle };
