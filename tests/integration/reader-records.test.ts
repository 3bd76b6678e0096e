/** What the reader made, in real browsers: killed in an upgrade (T13), and from one browser to the other (T21). */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { type BrowserBench, startBench } from '../support/in-browser';
import { type KillBench, startKillBench } from '../support/kill-upgrades';
import type * as ReaderPage from '../support/reader-page';

/** 500,000 and 20 kills in the soak; enough here for an upgrade that takes longer than a kill does. */
const RECORDS = 4_000;

describe.each<BrowserKind>(['chromium', 'firefox'])('T13: in %s', (kind) => {
  let bench: KillBench;
  beforeAll(async () => {
    bench = await startKillBench(kind, RECORDS);
  }, 60_000);
  afterAll(() => bench?.close());

  it.each([0.2, 0.8])('an upgrade that is killed after %f of its time has happened or has not', async (share) => {
    expect(['old', 'new']).toContain(await bench.run(share));
  });
});

describe('T21: the backup', () => {
  const PAGE = join(import.meta.dirname, '../support/reader-page.ts');
  let benches: readonly BrowserBench<typeof ReaderPage>[] = [];
  beforeAll(async () => {
    benches = [await startBench('chromium', PAGE), await startBench('firefox', PAGE)];
  }, 60_000);
  afterAll(() => Promise.all(benches.map((bench) => bench.close())));

  it.each([
    ['Chromium', 'Firefox', 0, 1],
    ['Firefox', 'Chromium', 1, 0],
  ])('of %s is taken into %s, which then writes the same file', async (_one, _other, from, to) => {
    const [source, target] = await Promise.all([benches[from]?.open(), benches[to]?.open()]);
    if (!source || !target) throw new Error('no browser');
    await Promise.all([source.call.clear(), target.call.clear()]);
    await source.call.fill(RECORDS);
    const saved = await source.call.save();
    await source.call.upload('backup');
    expect(await target.call.restore('backup')).toMatchObject({ records: RECORDS, merged: RECORDS });
    expect((await target.call.save()).digest).toBe(saved.digest);
    expect(await target.call.restore('backup')).toMatchObject({ merged: 0 });
    await Promise.all([source.close(), target.close()]);
  });
});
