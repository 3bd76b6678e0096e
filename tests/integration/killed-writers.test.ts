/** Chromium that is killed while databases are written to: nothing but what was being written is lost (T02). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserBench, startBench } from '../support/in-browser';
import { until } from '../support/reader';
import type * as WritersPage from '../support/writers-page';

/** Pieces of 300 kB: well beyond the megabyte from which on Chromium keeps an undo log on the disk. */
const MUCH = 20;

describe('in chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-'));
  let bench: BrowserBench<typeof WritersPage>;
  beforeAll(async () => {
    bench = await startBench('chromium', join(import.meta.dirname, '../support/writers-page.ts'), {}, profile);
  }, 60_000);
  afterAll(async () => {
    await bench?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('databases outlive a kill in the middle of much writing: one writes after the other in each', async () => {
    const page = await bench.open();
    await page.call.mark();
    await page.call.writeForEver();
    const written = await until('the first writers to have written much', async () => {
      const progress = await page.call.progress();
      return Object.values(progress).filter((pieces) => pieces >= MUCH).length >= 3 && progress;
    });
    // The second writer of each has not begun.
    expect(Object.values(written).filter((pieces) => pieces > 0)).toHaveLength(3);
    await bench.killAndRestart();
    const next = await bench.open();
    expect(await next.call.marked()).toEqual(['knowledge', 'reader', 'sync']);
    await next.close();
  }, 60_000);
});
