/**
 * Recognition by a background that was asleep: from the content script's message with an article of 10,000 characters to
 * the answer with its mentions and marks, less an empty round trip to a background that was asleep as well.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { type NewsProxy, startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { syntheticArticle } from '../support/synthetic-pack';
import type { Answered } from './ask-from-page';
import { median } from './percentile';
import type { Measurement } from './run';
import {
  ASK_MEASURES,
  fillDatabase,
  makeKnowledge,
  prepareCopy,
  READS,
  type SyntheticKnowledge,
} from './synthetic-extension';

const RUNS = 9;
const CHARS = 10_000;
const PAGE = 'https://www.japantimes.co.jp/bench/nothing-to-read';
const SIZES = { '100k': 100_000, '1m': 1_000_000 } as const;
type Size = keyof typeof SIZES;
/** Rows that the answer to the article needs, spread over the smaller set. */
const ROWS = Array.from({ length: 76 }, (_, i) => 12 * i);

interface Sample {
  readonly empty: number;
  readonly total: number;
  readonly scan: number;
  readonly read: number;
  readonly floor: number;
}

/** Sends a message from the content script; resolves to how the answer came. */
async function ask(page: Page, type: string, request: unknown): Promise<Answered> {
  await page.evaluate((detail) => {
    delete document.documentElement.dataset.answer;
    document.dispatchEvent(new CustomEvent('bench-ask', { detail }));
  }, JSON.stringify({ type, request }));
  const answer = await until('the answer', () => page.evaluate(() => document.documentElement.dataset.answer), 60_000);
  return JSON.parse(answer) as Answered;
}

/** Ends the background as an idle one ends: at once in Chromium, by its own short limit in Firefox. */
export async function endBackground(reader: Reader, control: Page): Promise<void> {
  if (reader.kind === 'chromium') await reader.stopBackground(control);
  else await until('the background to end', async () => !(await reader.backgroundIsRunning(control)), 60_000);
  // What its end leaves to do is not the next one's.
  await sleep(300);
}

/** What the background has measured of itself since it was woken, in ms by name. */
async function measuresOf(control: Page): Promise<Record<string, number>> {
  const entries = await control.evaluate(
    (ask) =>
      (globalThis as { browser?: typeof chrome }).browser?.runtime.sendMessage(ask) ?? chrome.runtime.sendMessage(ask),
    ASK_MEASURES,
  );
  return Object.fromEntries(JSON.parse(entries as string) as [string, number][]);
}

function pageText(paragraphs: readonly string[]): object {
  const page = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
  return {
    page,
    reading: 0,
    revision: 0,
    part: 0,
    of: 1,
    article: { url: PAGE, host: 'www.japantimes.co.jp', title: 'Talks go on', siteName: 'News', lang: 'en' },
    asOf: { day: '2025-09-08', origin: 'meta' },
    blocks: paragraphs.map((text, id) => ({ id, text, kind: 'text', section: 0 })),
    removed: [],
  };
}

async function sample(reader: Reader, control: Page, page: Page, paragraphs: readonly string[]): Promise<Sample> {
  await endBackground(reader, control);
  const empty = await ask(page, 'bench.empty', {});
  await endBackground(reader, control);
  const full = await ask(page, 'page.text', pageText(paragraphs));
  if (full.mentions < 20) throw new Error(`${full.mentions} mentions: not what was to be measured`);
  const measures = await measuresOf(control);
  await endBackground(reader, control);
  const floor = await ask(page, READS, ROWS);
  return {
    empty: empty.ms,
    total: full.ms,
    scan: measures.recognition ?? Number.NaN,
    read: measures['index read'] ?? Number.NaN,
    floor: floor.ms,
  };
}

async function measure(kind: BrowserKind, knowledge: SyntheticKnowledge, proxy: NewsProxy): Promise<Sample[]> {
  const copy = await prepareCopy(kind, knowledge);
  const reader = await Reader.start(kind, {
    proxy: proxy.address,
    extension: copy.path,
    leaveBackgroundAlone: true,
    prefs: { 'extensions.background.idle.timeout': 1_000 },
  });
  try {
    await fillDatabase(reader);
    const control = await reader.extensionPage('options.html');
    const page = await reader.browser.newPage();
    await page.goto(PAGE, { waitUntil: 'load' });
    const paragraphs = syntheticArticle(knowledge.records, CHARS);
    const samples: Sample[] = [];
    // The first fills the browser's own caches.
    for (let run = -1; run < RUNS; run++) {
      const taken = await sample(reader, control, page, paragraphs);
      if (run >= 0) samples.push(taken);
    }
    return samples;
  } finally {
    await reader.close();
    copy.remove();
  }
}

const cold = (size: Size) => async (): Promise<Measurement[]> => {
  const knowledge = await makeKnowledge(SIZES[size]);
  const proxy = await startNewsProxy(join(import.meta.dirname, '../sites'));
  proxy.serve(PAGE, '<!doctype html><html lang="en"><title>Nothing</title><p>Nothing to read here.</p></html>');
  const results: Measurement[] = [];
  for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
    if (findBrowser(kind) === null) continue;
    const samples = await measure(kind, knowledge, proxy);
    const name = `recognition/cold/${size}/${kind}`;
    const ms = (part: string, of: (sample: Sample) => number): Measurement => ({
      name: name + part,
      value: median(samples.map(of)),
      unit: 'ms',
      better: 'lower',
    });
    const empty = median(samples.map((taken) => taken.empty));
    results.push(
      ms('', ({ total }) => total - empty),
      ms('/scan', ({ scan }) => scan),
      ms('/read', ({ read }) => read),
      ms('/reads-alone', ({ floor }) => floor - empty),
      ms('/empty', (taken) => taken.empty),
    );
  }
  await proxy.close();
  return results;
};

export const COLD_RECOGNITION = { 'recognition/cold/100k': cold('100k'), 'recognition/cold/1m': cold('1m') };
