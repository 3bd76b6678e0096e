/** The check of what is stored (T20): exactly what is damaged is named. */
import { beforeEach, describe, expect, it } from 'vitest';
import { checkPacks, mendPacks } from '../../../lib/services/check-packs';
import { type InstallPorts, installBundledPacks, isUpToDate } from '../../../lib/services/install-packs';
import { queueImport } from '../../../lib/services/queue-jobs';
import { runJobs } from '../../../lib/services/run-jobs';
import { aBundle, type Bundle, toPackFile, versionedRecords } from '../../support/bundles';
import { installPorts } from '../../support/install-ports';
import { createMemoryJobs } from '../../support/memory-jobs';
import { createMemoryStore, type MemoryStore } from '../../support/memory-store';
import { atOnce } from '../../support/slices';

const COUNT = 2_500;

let bundle: Bundle;
let store: MemoryStore;
let ports: InstallPorts;
beforeEach(async () => {
  bundle ??= await aBundle({ a: await toPackFile('a', '1', versionedRecords('a1', 100)) });
  store = createMemoryStore();
  const jobs = createMemoryJobs();
  ports = installPorts(store, bundle, jobs);
  await installBundledPacks(ports);
  const file = new Blob([await toPackFile('b', '1', versionedRecords('b1', COUNT))]);
  await queueImport(jobs, file, { origin: { kind: 'file', name: 'b.jsonl' } });
  await runJobs(ports, {});
});

const check = (signal = new AbortController().signal) =>
  checkPacks(store, { slices: atOnce, signal, onProgress: () => undefined });

/** Puts another record in the place of one. */
async function spoil(id: string, place: number, change: (record: object) => unknown): Promise<void> {
  const current = await store.current();
  const pack = current?.packs.find(({ header }) => header.id === id);
  if (!pack) throw new Error(`no pack ${id}`);
  const row = Math.floor(place / pack.rowSize);
  const first = row * pack.rowSize;
  const stored = (await store.rows(pack, [row])).get(row);
  const records = Array.from({ length: Math.min(pack.rowSize, pack.records - first) }, (_, i) => stored?.at(i));
  records[place - first] = change(records[place - first] as object) as never;
  await store.writeRows(pack.header.id, pack.generation, row, [records as never]);
}

/** Turns one byte near the end of every index. */
function damageIndex(): void {
  store.damageIndex((bytes) => {
    const view = new DataView(bytes);
    view.setUint8(bytes.byteLength - 3, view.getUint8(bytes.byteLength - 3) ^ 0xff);
    return bytes;
  });
}

describe('the check', () => {
  it('finds nothing where nothing is wrong, and tells how far it is', async () => {
    const told: (readonly [number, number])[] = [];
    const { signal } = new AbortController();
    const review = await checkPacks(store, {
      slices: atOnce,
      signal,
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(review).toEqual({ records: COUNT + 100, damaged: [], count: 0, indexIsSound: true });
    expect(told.at(-1)).toEqual([COUNT + 100, COUNT + 100]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((x, y) => x - y));
  });

  it.each<[what: string, change: (record: object) => unknown, id: string | null]>([
    ['a field of the wrong type', (record) => ({ ...record, title: 7 }), 'source/paper-1998'],
    ['a field that is gone', ({ publisher: _, ...rest }: { publisher?: string }) => rest, 'source/paper-1998'],
    ['a record that cannot be read', () => null, null],
    ['a record of another kind', () => ({ record: 'spell', id: 'spell/x' }), 'spell/x'],
  ])('names the one record in thousands that has %s', async (_, change, id) => {
    await spoil('b', 2_000, change);
    const review = await check();
    expect(review?.count).toBe(1);
    expect(review?.damaged).toMatchObject([{ pack: { header: { id: 'b' } }, place: 2_000, id }]);
    expect(review?.indexIsSound).toBe(true);
  });

  it('counts every record of a row that is gone', async () => {
    const key = store.rowKeys().find((candidate) => candidate.startsWith('b ') && candidate.endsWith(' 3')) as string;
    store.loseRow(key);
    const review = await check();
    expect(review?.count).toBe(32);
    expect(review?.damaged.map(({ place }) => place)).toEqual(Array.from({ length: 32 }, (_, i) => 96 + i));
  });

  it('finds a damaged index', async () => {
    damageIndex();
    expect(await check()).toMatchObject({ count: 0, indexIsSound: false });
  });

  it('stops when it is told to', async () => {
    await expect(check(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});

describe('mending', () => {
  it('has what ships with Sidelight installed again, and leaves the reader’s packs alone', async () => {
    await spoil('a', 40, (record) => ({ ...record, title: 7 }));
    await spoil('b', 40, (record) => ({ ...record, title: 7 }));
    const review = await check();
    expect(review?.count).toBe(2);
    if (review) await mendPacks(store, review);
    expect(await isUpToDate(store, await bundle.list())).toBe(false);
    await installBundledPacks(ports);
    const mended = await check();
    expect(mended?.damaged.map(({ pack }) => pack.header.id)).toEqual(['b']);
    expect(mended?.records).toBe(COUNT + 100);
  });

  it('throws a damaged index away', async () => {
    damageIndex();
    const review = await check();
    if (review) await mendPacks(store, review);
    expect(store.fingerprints()).not.toContain((await store.current())?.fingerprint);
  });
});
