/** The databases on the real thing: IndexedDB of Chromium and of Firefox, pages that are closed at the worst moment. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KNOWLEDGE_VERSION } from '../../lib/db/knowledge-db';
import type { BrowserKind } from '../support/browsers';
import { toPackFile, versionedRecords } from '../support/bundles';
import type * as DatabasePage from '../support/database-page';
import { type BrowserBench, startBench } from '../support/in-browser';

/** More than one transaction's worth of rows: three writes. */
const MANY = 4_200;
const ROWS = Math.ceil(MANY / 32);
const EVERYTHING = [
  'a:person/gen-ito',
  'a:source/gazette',
  ...Array.from({ length: MANY - 2 }, (_, i) => `a:source/paper-${i}`),
];
const OLD = { version: '1', found: MANY, versions: ['a1'] };
const NEW = { version: '2', found: MANY, versions: ['a2'] };

const FIXTURES = join(import.meta.dirname, '../fixtures/databases');
const readFixture = (file: string) => JSON.parse(readFileSync(join(FIXTURES, file), 'utf8'));
const readerFixtures = readdirSync(FIXTURES).filter((file) => file.startsWith('reader-'));

describe.each<BrowserKind>(['chromium', 'firefox'])('in %s', (kind) => {
  let bench: BrowserBench<typeof DatabasePage>;
  beforeAll(async () => {
    const [old, next] = await Promise.all(
      ['1', '2'].map((version) => toPackFile('a', version, versionedRecords(`a${version}`, MANY))),
    );
    bench = await startBench(kind, join(import.meta.dirname, '../support/database-page.ts'), {
      old: old as string,
      next: next as string,
    });
  }, 60_000);
  afterAll(() => bench?.close());

  describe('the knowledge', () => {
    it('is installed once, and read by a page that is opened later', async () => {
      const first = await bench.open();
      expect(await first.call.read(EVERYTHING)).toBeNull();
      expect(await first.call.install('old')).toBe(true);
      expect(await first.call.install('old')).toBe(false);
      await first.close();
      const second = await bench.open();
      expect(await second.call.read(EVERYTHING)).toEqual(OLD);
      expect(await second.call.count()).toEqual({ generations: 1, rows: ROWS, indexes: 1 });
      await second.close();
    });

    it.each([1, 3])(
      'stays the old when the page closes in write %i of an import, and is cleared up after',
      async (write) => {
        const dying = await bench.open();
        expect(await dying.call.installUntil('next', write)).toBe(`in write ${write}`);
        await dying.close();
        const page = await bench.open();
        expect(await page.call.read(EVERYTHING)).toEqual(OLD);
        expect(await page.call.install('old')).toBe(false);
        expect(await page.call.count()).toEqual({ generations: 1, rows: ROWS, indexes: 1 });
        await page.close();
      },
    );

    it('is installed by one of two pages that begin at once, while a third reads', async () => {
      const pages = await Promise.all([bench.open(), bench.open(), bench.open()]);
      const [a, b, reader] = pages as [(typeof pages)[0], (typeof pages)[0], (typeof pages)[0]];
      const reading = reader.call.read(EVERYTHING);
      const changed = await Promise.all([a.call.install('next'), b.call.install('next')]);
      expect(changed.sort()).toEqual([false, true]);
      expect([OLD, NEW]).toContainEqual(await reading);
      expect(await reader.call.read(EVERYTHING)).toEqual(NEW);
      expect(await b.call.install('next')).toBe(false);
      expect(await b.call.count()).toEqual({ generations: 1, rows: ROWS, indexes: 1 });
      await Promise.all(pages.map((page) => page.close()));
    });

    it('carries the mark of its install, and no other', async () => {
      const page = await bench.open();
      expect(await page.call.isOwn('i1')).toBe(false);
      expect(await page.call.mark('i1')).toBe(true);
      expect(await page.call.isOwn('i2')).toBe(false);
      await page.close();
    });

    it('gives way to newer code that wants to upgrade it', async () => {
      const old = await bench.open();
      await old.call.count();
      const newer = await bench.open();
      expect(await newer.call.upgradeKnowledge()).toBe(50);
      await Promise.all([old.close(), newer.close()]);
    });
  });

  it.each([1, 2])(
    'knowledge of version %i is dropped, all but the install’s mark, and installed again',
    async (version) => {
      const page = await bench.open();
      const keys = { meta: 'key', rows: ['pack', 'generation', 'row'], indexes: 'fingerprint' };
      const current = { key: 'current', value: { packs: [], fingerprint: 'f' } };
      await page.call.makeDatabase('knowledge', {
        version,
        keys,
        records: {
          meta: [current, { key: 'install', value: 'i1' }],
          rows: [{ pack: 'a', generation: 'g', row: 0, records: [] }],
          indexes: [{ fingerprint: 'f' }],
        },
      });
      expect(await page.call.read(EVERYTHING)).toBeNull();
      expect(await page.call.count()).toEqual({ generations: 0, rows: 0, indexes: 0 });
      expect(await page.call.isOwn('i1')).toBe(true);
      expect(await page.call.install('old')).toBe(true);
      expect(await page.call.read(EVERYTHING)).toEqual(OLD);
      await page.close();
    },
  );

  describe('what the reader made', () => {
    it('has a fixture of every version that was released', async () => {
      const page = await bench.open();
      const version = await page.call.readerVersion();
      expect(readerFixtures).toEqual(Array.from({ length: version }, (_, i) => `reader-${i + 1}.json`));
      await page.close();
    });

    it.each(readerFixtures)('is all there after an upgrade from %s', async (file) => {
      const page = await bench.open();
      await page.call.makeDatabase('reader', readFixture(file));
      expect(await page.call.readReader()).toMatchObject(readFixture(file).records);
      await page.close();
    });
  });

  it('databases of a newer version are neither read nor written', async () => {
    const page = await bench.open();
    const keys = {
      meta: 'key',
      rows: ['pack', 'generation', 'row'],
      indexes: 'fingerprint',
      jobs: 'order',
      files: 'job',
      lookUps: { key: 'key', isNumbered: false, indexes: ['[used+size]'] },
      other: 'id',
    };
    const reader = readFixture(readerFixtures.at(-1) as string);
    await page.call.makeDatabase('knowledge', {
      version: KNOWLEDGE_VERSION + 1,
      keys,
      records: { meta: [{ key: 'install', value: 'new' }] },
    });
    await page.call.makeDatabase('reader', { ...reader, version: reader.version + 1 });
    const before = [await page.call.dump('knowledge'), await page.call.dump('reader')];
    for (const error of await page.call.tryDatabases()) expect(error).toContain('NewerDatabaseError');
    expect([await page.call.dump('knowledge'), await page.call.dump('reader')]).toEqual(before);
    await page.close();
  });
});
