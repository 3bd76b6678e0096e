/** Upgrades of the reader's database that are killed with their browser, at moments drawn from a seed (T13). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from './browsers';
import { type BrowserBench, startBench } from './in-browser';
import type * as ReaderPage from './reader-page';

export interface KillBench {
  /**
   * Fills the database anew, lets an upgrade by two versions run for this share of the time that a whole one takes, and
   * kills the browser. `old` or `new`; throws when it is anything else.
   */
  run(share: number): Promise<'old' | 'new'>;
  close(): Promise<void>;
}

export async function startKillBench(kind: BrowserKind, records: number): Promise<KillBench> {
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-'));
  const path = join(import.meta.dirname, 'reader-page.ts');
  const bench: BrowserBench<typeof ReaderPage> = await startBench(kind, path, {}, profile);

  const prepare = async () => {
    const page = await bench.open();
    await page.call.clear();
    await page.call.fill(records);
    return { page, before: await page.call.survey() };
  };
  const first = await prepare();
  const start = performance.now();
  await first.page.call.climb();
  const wholeMs = performance.now() - start;
  const after = await first.page.call.survey();
  if (after.version !== 2 || after.digest !== first.before.digest || after.steps.join() !== '2')
    throw new Error(`an upgrade that nobody kills gives ${JSON.stringify(after)}`);
  await first.page.close();

  return {
    async run(share) {
      const { page, before } = await prepare();
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
      // What was left can be upgraded.
      await next.call.climb();
      if ((await next.call.survey()).version !== 2) throw new Error('cannot be upgraded after the kill');
      await next.close();
      return isOld ? 'old' : 'new';
    },
    async close() {
      await bench.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
