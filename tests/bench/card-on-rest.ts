/**
 * From the pointer's coming to rest on a name to the card: cold (the first of a page, until its content is in the new
 * frame), the same with a background that has gone to sleep, and warm (until it is visible). The rest itself takes 300 ms.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { flagshipOnly } from '../support/flagship';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, until } from '../support/reader';
import { SAMPLE } from '../support/shared';
import { endBackground } from './cold-recognition';
import { median, percentile } from './percentile';
import type { Measurement } from './run';

/** Enough for the slowest of twenty to be left out (T84). */
const RUNS = 20;
const NAME = 'Nakatani';

declare global {
  interface Window {
    /** When the card's content came into its document; ms since 1970. */
    drawn?: number;
  }
}

/** A new article whose card's frame will tell when its content is there. */
async function openWatched(reader: Reader): Promise<Page> {
  const page = await reader.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    if (location.protocol.startsWith('http')) return;
    new MutationObserver(() => {
      if (document.querySelector('[role="dialog"]')) window.drawn ??= performance.timeOrigin + performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(SAMPLE, { waitUntil: 'load' });
  await reader.untilMarked(page);
  return page;
}

/**
 * ms from rest to the card: visible, and its content there. Firefox runs no scripts of ours in the frame, and tells the
 * first paint with content instead; Chromium tells none of a frame that drew while it was hidden.
 */
async function restToContent(reader: Reader, page: Page): Promise<number> {
  const { rest, shown } = await reader.measureRest(page, NAME);
  const frame = await reader.card(page);
  const drawn = await until('the card to be drawn', () =>
    frame.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return window.drawn ?? (paint ? performance.timeOrigin + paint.startTime : null);
    }),
  );
  return Math.max(shown, drawn) - rest;
}

async function leave(reader: Reader, page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await reader.waitForNoCard(page);
}

/** The first card of a page whose background sleeps. It has nothing to install, which would keep it awake. */
async function asleep(kind: BrowserKind): Promise<number[]> {
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  const copy = flagshipOnly(kind);
  const reader = await Reader.start(kind, {
    proxy: proxy.address,
    extension: copy.path,
    leaveBackgroundAlone: true,
    prefs: { 'extensions.background.idle.timeout': 1_000 },
  });
  const times: number[] = [];
  try {
    const control = await reader.extensionPage('options.html');
    for (let run = 0; run < RUNS; run++) {
      const page = await openWatched(reader);
      await endBackground(reader, control);
      times.push(await restToContent(reader, page));
      await page.close();
    }
  } finally {
    await reader.close();
    await proxy.close();
    copy.remove();
  }
  return times;
}

export async function cardOnRest(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
    if (findBrowser(kind) === null) continue;
    const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
    const copy = flagshipOnly(kind);
    const reader = await Reader.start(kind, { proxy: proxy.address, extension: copy.path });
    const cold: number[] = [];
    const warm: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await openWatched(reader);
      cold.push(await restToContent(reader, page));
      await leave(reader, page);
      const { rest, shown } = await reader.measureRest(page, NAME);
      warm.push(shown - rest);
      await page.close();
    }
    await reader.close();
    await proxy.close();
    copy.remove();
    const of = (what: string, times: readonly number[]): Measurement[] =>
      [
        { name: what, value: median(times) },
        { name: `${what}/p95`, value: percentile(times, 95) },
      ].map(({ name, value }) => ({ name: `card-on-rest/${kind}/${name}`, value, unit: 'ms', better: 'lower' }));
    results.push(...of('first', cold), ...of('asleep', await asleep(kind)), ...of('later', warm));
  }
  return results;
}
