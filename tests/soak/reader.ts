/**
 * T13: 20 kills of each browser in an upgrade of 500,000 of the reader's records. T21: the backup of as many, from
 * each browser to the other, with the time it took: beside
 * that, what the records need in the other browser by IndexedDB alone.
 */
import { join } from 'node:path';
import type { BrowserKind } from '../support/browsers';
import { startBench } from '../support/in-browser';
import { type KillBench, startKillBench } from '../support/kill-upgrades';
import type * as ReaderPage from '../support/reader-page';

const RECORDS = 500_000;
const KILLS = 20;
/** One in so many is upgraded to its end afterwards, which takes a minute. */
const AGAIN = 5;
const MAX_MS = 60_000;
/** Where the browser itself takes longer to put as many records, with nothing of ours around: so many times that. */
const TIMES_ALONE = 1.25;
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

export const total = KINDS.length * KILLS + KINDS.length;
/** Each takes a minute: what is done is written down at once. */
export const casesPerSave = 1;

/** The same moments in every run: the golden ratio spreads them over the whole. */
const shareOf = (kill: number): number => ((kill + 1) * 0.618_034) % 1;

let open: { readonly kind: BrowserKind; readonly bench: KillBench } | null = null;

async function benchOf(kind: BrowserKind): Promise<KillBench> {
  if (open?.kind !== kind) {
    await open?.bench.close();
    open = { kind, bench: await startKillBench(kind, RECORDS) };
  }
  return open.bench;
}

export async function run(number: number): Promise<string> {
  const kind = KINDS[Math.floor(number / KILLS)];
  if (!kind) return carryOver(number - KINDS.length * KILLS);
  const outcome = await (await benchOf(kind)).run(shareOf(number % KILLS), number % AGAIN === 0);
  if (number % KILLS === KILLS - 1) {
    await open?.bench.close();
    open = null;
  }
  return `T13 ${kind}: ${outcome}`;
}

async function carryOver(from: number): Promise<string> {
  const path = join(import.meta.dirname, '../support/reader-page.ts');
  const kinds = [KINDS[from], KINDS[1 - from]] as [BrowserKind, BrowserKind];
  const benches = [
    await startBench<typeof ReaderPage>(kinds[0], path),
    await startBench<typeof ReaderPage>(kinds[1], path),
  ];
  try {
    const [source, target] = [await benches[0]?.open(), await benches[1]?.open()];
    if (!source || !target) throw new Error('no browser');
    await source.call.fill(RECORDS);
    const saved = await source.call.save();
    await source.call.upload('backup');
    const restored = await target.call.restore('backup');
    if (!('merged' in restored) || restored.merged !== RECORDS) throw new Error(`restored ${JSON.stringify(restored)}`);
    if ((await target.call.save()).digest !== saved.digest) throw new Error('the other browser writes another file');
    const ms = saved.ms + restored.ms;
    const said = `T21 ${kinds[0]} to ${kinds[1]}: ${(saved.ms / 1000).toFixed(1)} s out, ${(restored.ms / 1000).toFixed(1)} s in`;
    await target.call.clear();
    const alone = await target.call.putAlone('backup');
    const compared = `${said}, ${(alone / 1000).toFixed(1)} s by IndexedDB alone`;
    if (ms > Math.max(MAX_MS, TIMES_ALONE * alone)) throw new Error(`${compared}: too long`);
    return compared;
  } finally {
    for (const bench of benches) await bench.close();
  }
}
