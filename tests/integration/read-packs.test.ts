/** Packs are read alike wherever they are read: pages and workers of both browsers, with their own gzip and UTF-8. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type BrowserBench, startBench } from '../support/in-browser';
import type * as PackPage from '../support/pack-page';

const flagship = readFileSync(join(import.meta.dirname, '../../public/packs/japan-rok-defense.jsonl'), 'utf8');
const body = flagship.slice(0, flagship.trimEnd().lastIndexOf('\n') + 1);
const SOUND = {
  records: body.split('\n').length - 2,
  outcome: createHash('sha256').update(body).digest('hex'),
  ms: expect.any(Number),
};

describe.each<BrowserKind>(['chromium', 'firefox'])('in %s', (kind) => {
  let bench: BrowserBench<typeof PackPage>;
  beforeAll(async () => {
    bench = await startBench(kind, join(import.meta.dirname, '../support/pack-page.ts'), {
      flagship,
      cut: flagship.slice(0, 300_000),
    });
  }, 60_000);
  afterAll(() => bench?.close());

  it('a pack is read from the network, plain and packed, in a page and in a worker', async () => {
    const page = await bench.open();
    expect(await page.call.readFile('flagship', false)).toEqual(SOUND);
    expect(await page.call.readFile('flagship', true)).toEqual(SOUND);
    expect(await page.call.readInWorker('flagship', true)).toEqual(SOUND);
    await page.close();
  });

  it('a pack that is cut short is refused', async () => {
    const page = await bench.open();
    const { outcome } = await page.call.readInWorker('cut', true);
    expect(outcome).toMatch(/^\d+: (?:is not JSON|the last line is not an end record)/);
    await page.close();
  });

  it('a bomb is given up in three seconds', async () => {
    const page = await bench.open();
    const { outcome, ms } = await page.call.readBomb();
    expect(outcome).toMatch(/is longer than 1000000 characters|times its size/);
    expect(ms).toBeLessThan(3_000);
    await page.close();
  });
});
