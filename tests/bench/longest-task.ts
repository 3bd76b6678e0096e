/**
 * The longest task while an article of 100,000 characters is opened and read with a million names: in the page's main
 * thread, its own parsing and layout among them, and in the background's, as the browser's own tracing tells them.
 */
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { findBrowser } from '../support/browsers';
import { startNewsProxy } from '../support/news-proxy';
import { Reader, sleep, until } from '../support/reader';
import { articlePage, syntheticArticle } from '../support/synthetic-pack';
import { median } from './median';
import type { Measurement } from './run';
import { fillDatabase, makeKnowledge, prepareCopy } from './synthetic-extension';

const RUNS = 5;
const NAMES = 1_000_000;
const CHARS = 100_000;
const PAGE = 'https://www.japantimes.co.jp/bench/long-article';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs, of the clock and of the thread's own time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Records what happens while `work` runs, in all processes of the browser. */
async function trace(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Threads of a name, as process and thread. */
const threadsOf = (events: readonly TraceEvent[], thread: RegExp): readonly (readonly [pid: number, tid: number])[] =>
  events.flatMap(({ name, pid, tid, args }) =>
    name === 'thread_name' && thread.test(args.name ?? '') ? [[pid, tid] as const] : [],
  );

/** Longest task of some threads in ms of their own time: what else the machine does meanwhile is not counted. */
function longest(events: readonly TraceEvent[], threads: readonly (readonly [pid: number, tid: number])[]): number {
  const keys = new Set(threads.map(String));
  return events.reduce(
    (most, { name, pid, tid, dur = 0, tdur = dur }) =>
      /RunTask$/.test(name) && keys.has(String([pid, tid])) ? Math.max(most, tdur / 1_000) : most,
    0,
  );
}

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
      const background = threadsOf(events, /^ServiceWorker/);
      // The extension's own pages live in the background's process: they are not the page that is read.
      const own = new Set(background.map(([pid]) => pid));
      inBackground.push(longest(events, background));
      inPage.push(
        longest(
          events,
          threadsOf(events, /^CrRendererMain$/).filter(([pid]) => !own.has(pid)),
        ),
      );
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
