/** The repair ladder on the real IndexedDB of Chromium and Firefox: retry, reopen, upgrade, stand-in (T06, T14-T17, T19). */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { toPackFile, versionedRecords } from '../support/bundles';
import { type BrowserBench, startBench } from '../support/in-browser';
import type * as LadderPage from '../support/ladder-page';

const STORED = 'Gen Ito 1';
const BUNDLED = 'Gen Ito 0';
/** How long an upgrade is waited for; long enough for one that nobody holds up. */
const PATIENCE_MS = 1_500;

describe.each<BrowserKind>(['chromium', 'firefox'])('in %s', (kind) => {
  let bench: BrowserBench<typeof LadderPage>;
  let page: Awaited<ReturnType<typeof bench.open>>;
  beforeAll(async () => {
    const [stored, bundled] = await Promise.all(
      ['1', '0'].map((version) => toPackFile('a', version, versionedRecords(version, 400))),
    );
    bench = await startBench(kind, join(import.meta.dirname, '../support/ladder-page.ts'), {
      stored: stored as string,
      bundled: bundled as string,
    });
    const first = await bench.open();
    await first.call.install('stored');
    await first.close();
  }, 60_000);
  afterAll(() => bench?.close());
  beforeEach(async () => {
    page = await bench.open();
  });
  afterEach(() => page.close());

  it('T16: an opening that fails three times and then works loses nothing', async () => {
    await page.call.failOpenings(3);
    expect(await page.call.read()).toBe(STORED);
    expect(await page.call.openings()).toBe(4);
  });

  it('T17: without a database, what ships with Sidelight stands in, and nobody storms', async () => {
    await page.call.failOpenings(-1);
    const { told, attempts, labels } = await page.call.liveWithout('bundled', 50);
    expect({ told, attempts, labels }).toEqual({ told: ['unreachable'], attempts: 1, labels: [BUNDLED] });
    expect(await page.call.openings()).toBe(4);
    // It was never written to.
    await page.call.failOpenings(0);
    expect(await page.call.read()).toBe(STORED);
  });

  it('T17: a database that never answers is given up', async () => {
    await page.call.silenceOpenings();
    const { told, labels } = await page.call.liveWithout('bundled', 5);
    expect({ told, labels }).toEqual({ told: ['unreachable'], labels: [BUNDLED] });
  });

  it.each([true, false])('T19: look-ups are answered while connections are killed, with a word: %s', async (says) => {
    expect(await page.call.read()).toBe(STORED);
    expect(await page.call.killConnections(says)).toBeGreaterThan(0);
    expect(await page.call.read()).toBe(STORED);
    expect((await page.call.lookUpWhileKilled(100, 5)).answered).toBeGreaterThanOrEqual(99);
  });

  it.each(['torn', 'of another type'])(
    'T20: a record that is %s is known by its id, and harms no other',
    async (how) => {
      const everything = ['a:person/gen-ito', ...Array.from({ length: 398 }, (_, i) => `a:source/paper-${i}`)];
      expect(await page.call.examine(everything)).toEqual({ read: everything, named: ['a:person/gen-ito'] });
      await page.call.damage('person/gen-ito', how);
      await page.call.damage('source/paper-200', how);
      await page.close();
      page = await bench.open();
      const others = everything.filter((reference) => !/gen-ito|paper-200/.test(reference));
      expect(await page.call.examine(everything)).toEqual({ read: others, named: ['a:person/gen-ito'] });
      await page.call.installAnew('stored');
    },
  );

  it('T06: a write whose transaction is aborted without a word to it fails, and the database goes on', async () => {
    expect(await page.call.writeWithoutSpace()).toEqual([
      ...Array.from({ length: 4 }, () => 'QuotaExceededError'),
      'x',
    ]);
    expect(await page.call.read()).toBe(STORED);
  });

  // The last two change the version of the database.
  it('T14: an upgrade that a page holds up is given up, and comes to pass when that page lets go', async () => {
    const holding = await bench.open();
    await holding.call.hold(false);
    expect(await page.call.upgrade(PATIENCE_MS)).toBe('blocked');
    await holding.call.killConnections(false);
    expect(await page.call.untilOver()).toBe('upgraded');
    await Promise.all([page.call.closeNext(), holding.close()]);
  });

  it('T15: older code finds a newer version, leaves it alone, and lives on what ships with it', async () => {
    expect(await page.call.read()).toBe('newer');
    const { told, attempts, labels } = await page.call.liveWithout('bundled', 10);
    expect({ told, attempts, labels }).toEqual({ told: ['newer'], attempts: 1, labels: [BUNDLED] });
  });
});
