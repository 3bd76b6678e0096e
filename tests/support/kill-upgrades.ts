/** Upgrades of the reader's database that are killed with their browser, at moments drawn from a seed (T13). */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from './browsers';
import { type BrowserBench, startBench } from './in-browser';
import type * as ReaderPage from './reader-page';

export interface KillBench {
  /**
   * Starts with the full database as it was, lets an upgrade by two versions run for this share of the time that a whole
   * one takes, and kills the browser. `old` or `new`; throws when it is anything else. `again`: sees as well that what was
   * left can be upgraded.
   */
  run(share: number, again: boolean): Promise<'old' | 'new'>;
  close(): Promise<void>;
}

export async function startKillBench(kind: BrowserKind, records: number): Promise<KillBench> {
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-'));
  const path = join(import.meta.dirname, 'reader-page.ts');
  const bench: BrowserBench<typeof ReaderPage> = await startBench(kind, path, {}, profile);

  // Filled once: half a million records take a browser longer to write than its whole profile takes to be copied.
  const filling = await bench.open();
  await filling.call.fill(records);
  const before = await filling.call.survey();
  const full = mkdtempSync(join(tmpdir(), 'sidelight-'));
  await bench.restart(() => copyFolder(profile, full));
  const first = await bench.open();
  const start = performance.now();
  await first.call.climb();
  const wholeMs = performance.now() - start;
  const after = await first.call.survey();
  if (after.version !== 2 || after.digest !== before.digest || after.steps.join() !== '2')
    throw new Error(`an upgrade that nobody kills gives ${JSON.stringify(after)}`);

  return {
    async run(share, again) {
      await bench.restart(() => copyFolder(full, profile));
      const page = await bench.open();
      const climbing = page.call.climb().then(
        () => undefined,
        () => undefined,
      );
      await Promise.race([climbing, new Promise((go) => setTimeout(go, share * wholeMs))]);
      await bench.killAndRestart();
      const next = await bench.open();
      const found = await next.call.survey();
      const isOld = found.version === 0 && found.steps.join() === '0';
      const isNew = found.version === 2 && found.steps.join() === '2';
      if (!(isOld || isNew) || found.count !== records || found.digest !== before.digest)
        throw new Error(`killed at ${share.toFixed(2)} of ${wholeMs.toFixed(0)} ms: ${JSON.stringify(found)}`);
      if (again) await next.call.climb();
      if (again && (await next.call.versionOf()) !== 2) throw new Error('cannot be upgraded after the kill');
      return isOld ? 'old' : 'new';
    },
    async close() {
      await bench.close();
      for (const folder of [profile, full]) removeFolder(folder);
    },
  };
}

function removeFolder(folder: string): void {
  // A browser that has ended may still be about to take its own files away.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function copyFolder(from: string, to: string): void {
  removeFolder(to);
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}
