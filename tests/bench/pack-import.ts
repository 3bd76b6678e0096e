/**
 * A million entities with three names each, imported by the built extension while another tab scrolls (T07): seconds
 * from the click to the end of the job, the most memory of any context, and the frames that the other tab draws a second.
 * Chromium tells the heap and the buffers of each context; Firefox does not, so that it is the whole of the process
 * that grew most, its code and its other pages included.
 */
import { type CDPSession, type Page, TargetType } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from '../support/browsers';
import { ended, fileOf, type LargeImport, PACK, prepareLargeImport, type Session } from '../support/large-import';
import { processesBelow } from '../support/processes';
import { sleep, until } from '../support/reader';
import { percentile } from './percentile';
import type { Measurement } from './run';

const ENTITIES = 1_000_000;
const SMALLER = 100_000;
const LOOK_UP_EVERY_MS = 50;
const MAX_MS = 1_800_000;
const MB = 1024 * 1024;
const LOOK_MS = 500;

const LONG_PAGE = `data:text/html,<!doctype html><title>Scrolling</title><body>${'<p>Ministers met and talked on.</p>'.repeat(2_000)}`;

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Heap and buffers of every context of the extension, those of workers too; the largest in MB. */
async function heapOf({ reader }: Session): Promise<number> {
  let most = 0;
  const ask = async (client: CDPSession): Promise<void> => {
    const usage = (await client.send('Runtime.getHeapUsage').catch(() => null)) as HeapUsage | null;
    if (usage) most = Math.max(most, (usage.usedSize + (usage.backingStorageSize ?? 0)) / MB);
  };
  for (const target of reader.browser.targets()) {
    if (!target.url().startsWith(reader.origin)) continue;
    if (target.type() === TargetType.SERVICE_WORKER) continue;
    const page = await target.asPage().catch(() => null);
    if (!page) continue;
    for (const worker of page.workers()) await ask(worker.client);
  }
  return most;
}

/** Scrolls a page up and down and counts its frames, until it is told to stop. */
async function scroll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counts = { frames: 0, from: performance.now() };
    Object.assign(globalThis, { counts });
    let down = true;
    const step = () => {
      counts.frames += 1;
      scrollBy(0, down ? 12 : -12);
      if (scrollY <= 0) down = true;
      else if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) down = false;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

const framesASecond = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { counts } = globalThis as unknown as { counts: { frames: number; from: number } };
    return (counts.frames * 1_000) / (performance.now() - counts.from);
  });

async function measure(kind: BrowserKind): Promise<Measurement[]> {
  if (findBrowser(kind) === null) return [];
  const imported: LargeImport = await prepareLargeImport(kind, ENTITIES);
  try {
    await imported.prepare('1');
    const session = await imported.start();
    const parent = session.reader.browser.process()?.pid ?? 0;
    const before = new Map(processesBelow(parent).map(({ pid, peakMb }) => [pid, peakMb]));
    const page = await session.reader.browser.newPage();
    await page.goto(LONG_PAGE);
    await page.bringToFront();
    const start = Date.now();
    const job = await session.call('add', fileOf('1'));
    await scroll(page);
    let isOver = false;
    let heap = 0;
    const watching = (async () => {
      while (!isOver && kind === 'chromium') {
        heap = Math.max(heap, await heapOf(session));
        await sleep(LOOK_MS);
      }
    })();
    const state = await ended(session, job, MAX_MS);
    const seconds = (Date.now() - start) / 1_000;
    const frames = await framesASecond(page);
    isOver = true;
    await watching;
    const sight = await session.call('look', PACK);
    if (!state.includes('"done"') || !sight.isWhole) throw new Error(`the import ended as ${state}`);
    const removing = Date.now();
    const since = () => (Date.now() - removing) / 1_000;
    await session.call('remove', PACK);
    await until('it to be hidden', async () => (await session.call('look', PACK)).version === null, MAX_MS);
    const hidden = since();
    // Looking through the database is work too: now and then is enough.
    await until(
      'its rows to go',
      async () => {
        await sleep(LOOK_MS);
        return (await session.call('look', PACK)).rows === 0;
      },
      MAX_MS,
    );
    const cleared = since();
    const grown = processesBelow(parent).map(({ pid, peakMb }) => peakMb - (before.get(pid) ?? 0));
    await session.reader.close();
    const entry = (what: string, value: number, unit: string, better: Measurement['better']): Measurement => ({
      name: `packs/import/1m/${kind}/${what}`,
      value,
      unit,
      better,
    });
    return [
      entry('seconds', seconds, 's', 'lower'),
      ...(kind === 'chromium' ? [entry('heap', heap, 'MB', 'lower')] : []),
      entry('process', Math.max(0, ...grown), 'MB', 'lower'),
      entry('frames', frames, '1/s', 'higher'),
      entry('removal-hidden', hidden, 's', 'lower'),
      entry('removal-cleared', cleared, 's', 'lower'),
    ];
  } finally {
    imported.remove();
  }
}

/** What a search in the old state takes while a new pack is imported (T03): the slowest but five in a hundred. */
async function lookUps(kind: BrowserKind): Promise<Measurement[]> {
  if (findBrowser(kind) === null) return [];
  const imported = await prepareLargeImport(kind, SMALLER);
  try {
    await imported.prepare('1');
    const session = await imported.start();
    // The old state, the flagship pack, is there first.
    await until('the old state', async () => (await lookUpMs(session)) !== null, MAX_MS);
    const job = await session.call('add', fileOf('1'));
    let isOver = false;
    const over = ended(session, job, MAX_MS).finally(() => {
      isOver = true;
    });
    const times: number[] = [];
    while (!isOver) {
      const ms = await lookUpMs(session);
      if (ms !== null) times.push(ms);
      await sleep(LOOK_UP_EVERY_MS);
    }
    const state = await over;
    await session.reader.close();
    if (!state.includes('"done"') || times.length < 20)
      throw new Error(`${times.length} look-ups in an import that ended as ${state}`);
    const name = `packs/import/100k/${kind}/look-up-p95`;
    return [{ name, value: percentile(times, 95), unit: 'ms', better: 'lower' }];
  } finally {
    imported.remove();
  }
}

/** ms that the background took to answer a search; `null`: it found nothing yet. */
const lookUpMs = ({ page }: Session): Promise<number | null> =>
  page.evaluate(async () => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const request = { text: 'nakat', asOf: null, beside: [], lang: 'en' };
    const start = performance.now();
    const answer = await api.runtime.sendMessage({ type: 'search.find', request });
    const ms = performance.now() - start;
    return JSON.stringify(answer).includes('Nakatani') ? ms : null;
  });

export const PACK_IMPORT = {
  'packs/import/1m/chromium': () => measure('chromium'),
  'packs/import/1m/firefox': () => measure('firefox'),
  'packs/import/100k/chromium': () => lookUps('chromium'),
  'packs/import/100k/firefox': () => lookUps('firefox'),
};
