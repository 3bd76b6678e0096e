/** What the reader made, in real browsers: killed in an upgrade (T13), from one browser to the other (T21), kept and erased. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../support/browsers';
import { ref } from '../support/build-facts';
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
    expect(['old', 'new']).toContain(await bench.run(share, true));
  });
});

describe('in both browsers', () => {
  const PAGE = join(import.meta.dirname, '../support/reader-page.ts');
  let benches: readonly BrowserBench<typeof ReaderPage>[] = [];
  beforeAll(async () => {
    benches = [await startBench('chromium', PAGE), await startBench('firefox', PAGE)];
  }, 60_000);
  afterAll(() => Promise.all(benches.map((bench) => bench.close())));

  describe('T21: the backup', () => {
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
      // Few among many are asked for one by one.
      expect(await target.call.mergeTwo()).toEqual({ merged: 1, among: RECORDS / 5 });
      await Promise.all([source.close(), target.close()]);
    });
  });

  describe.each([
    ['Chromium', 0],
    ['Firefox', 1],
  ] as const)('the reader’s own records in %s', (_, number) => {
    const open = async () => {
      const page = await benches[number]?.open();
      if (!page) throw new Error('no browser');
      await page.call.eraseAll();
      return page;
    };
    const subject = {
      kind: 'record',
      reference: ref('person/gen-ito'),
      type: 'person',
      name: { en: 'Gen Ito' },
      sameAs: [],
    } as const;
    const pin = { subject, at: 1 };

    it('are there for a page that is opened later; what was removed stays as a tombstone', async () => {
      const first = await open();
      await first.call.putOwn('pins', 'a', pin);
      await first.call.putOwn('pins', 'b', pin);
      await first.call.removeOwn('pins', 'b');
      await first.call.removeOwn('pins', 'never');
      await first.close();
      const second = await benches[number]?.open();
      expect(await second?.call.listOwn('pins')).toEqual(['a']);
      expect(await second?.call.rowOf('pins', 'b')).toEqual({
        id: 'b',
        value: null,
        clock: 2,
        device: 'd1',
        deleted: true,
      });
      expect(await second?.call.rowOf('pins', 'never')).toBeUndefined();
      await second?.close();
    });

    it('go on with the clock of whoever wrote them last, also when two pages write at once', async () => {
      const [one, two] = [await open(), await open()];
      await one.call.putRow('notes', { id: 'a', value: null });
      await Promise.all(
        [one, two].flatMap(({ call }) =>
          Array.from({ length: 5 }, () => call.putOwn('notes', 'a', { ...pin, text: 'x' })),
        ),
      );
      expect(await one.call.rowOf('notes', 'a')).toMatchObject({ clock: 17, device: 'd1', deleted: false });
      await Promise.all([one.close(), two.close()]);
    });

    it('that this version does not understand stay where they are, unseen', async () => {
      const page = await open();
      const newer = { id: 'a', value: { ...pin, colour: 'red' } };
      await page.call.putRow('pins', newer);
      await page.call.putRow('pins', { id: 'b', value: { text: 'a pin of another kind' } });
      expect(await page.call.listOwn('pins')).toEqual([]);
      expect(await page.call.rowOf('pins', 'a')).toMatchObject(newer);
      await page.close();
    });

    it('are not written by a private window, which sees them', async () => {
      const page = await open();
      await page.call.putOwn('pins', 'a', pin);
      await page.call.putInPrivate('pins', 'b', pin);
      expect(await page.call.listInPrivate('pins')).toEqual(['a', 'b']);
      expect(await page.call.countAll()).toMatchObject({ pins: 1 });
      await page.close();
    });

    it('have a history that really goes: by age, by number, by hand', async () => {
      const page = await open();
      const article = {
        kind: 'article',
        host: 'news.example',
        title: 'A',
        siteName: '',
        lang: 'en',
        day: null,
      } as const;
      const url = (i: number) => `https://news.example/${i}`;
      for (let i = 1; i <= 7; i++)
        await page.call.putHistory({ article: { ...article, url: url(i) }, at: i, names: [] });
      expect(await page.call.listHistory()).toEqual([7, 6, 5, 4, 3].map(url));
      await page.call.putHistory({ article: { ...article, url: url(4) }, at: 8, names: ['Gen Ito'] });
      await page.call.pruneHistory(6);
      await page.call.removeHistory(url(7));
      expect(await page.call.listHistory()).toEqual([4, 6].map(url));
      expect(await page.call.countAll()).toMatchObject({ history: 2 });
      await page.close();
    });

    it('are erased with everything beside them, under the eyes of another page', async () => {
      const [one, two] = [await open(), await open()];
      await one.call.putOwn('rules', 'a', { form: null, subject, scope: { kind: 'everywhere' }, instead: null, at: 1 });
      await one.call.removeOwn('rules', 'a');
      await one.call.fillAll();
      await two.call.eraseAll();
      const counts = await one.call.countAll();
      expect(Object.keys(counts)).toContain('requests');
      expect(Object.values(counts).every((count) => count === 0)).toBe(true);
      await Promise.all([one.close(), two.close()]);
    });
  });
});
