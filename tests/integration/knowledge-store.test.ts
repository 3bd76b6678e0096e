/**
 * What every knowledge store promises, for the one on Dexie and for the one that the unit tests use: a fake that
 * promised more would prove nothing.
 */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore, type Locks } from '../../lib/db/knowledge-store';
import type { PackId } from '../../lib/model/ids';
import type { PackRecord } from '../../lib/model/pack';
import type { CurrentKnowledge, InstalledPack, KnowledgeStore } from '../../lib/services/ports';
import { aSource } from '../support/build-facts';
import { anInstalledPack } from '../support/install-ports';
import { createMemoryStore } from '../support/memory-store';

/** Web Locks in short, for a Node that has none: one after the other. */
function createLocks(): Locks {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, task: () => unknown) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
  return { request } as unknown as Locks;
}

let databases = 0;
const STORES: readonly [name: string, create: () => KnowledgeStore][] = [
  [
    'on Dexie',
    () => {
      databases += 1;
      return createKnowledgeStore(new KnowledgeDb(`knowledge-${databases}`), createLocks());
    },
  ],
  ['in memory', createMemoryStore],
];

const a = 'a' as PackId;
const pack = anInstalledPack;
const set = (fingerprint: string, ...packs: InstalledPack[]): CurrentKnowledge => ({ packs, fingerprint });
const row = (name: string) => [aSource(`source/${name}`)];
/** An index in two pieces. */
const bytes = (...values: number[]) => [Uint8Array.from(values.slice(0, 1)), Uint8Array.from(values.slice(1))];
const bytesOf = async (store: KnowledgeStore, fingerprint: string) => {
  const index = await store.index(fingerprint);
  return index && new Uint8Array(await index.read(0, index.size));
};
async function allRecords(store: KnowledgeStore, from: InstalledPack): Promise<PackRecord[]> {
  const records: PackRecord[] = [];
  for await (const batch of store.records(from)) records.push(...batch);
  return records;
}
const names = (records: readonly { id: string }[]) => records.map(({ id }) => id.slice('source/'.length));

describe.each(STORES)('the knowledge store %s', (_, create) => {
  let store: KnowledgeStore;
  beforeEach(() => {
    store = create();
  });

  it('knows nothing at first', async () => {
    expect(await store.current()).toBeNull();
    expect(await store.index('f1')).toBeNull();
    expect(await allRecords(store, pack('g1'))).toEqual([]);
    expect(await store.countRows(pack('g1'))).toBe(0);
  });

  it('keeps rows by pack, generation and number, in the order of numbers', async () => {
    await store.writeRows(a, 'g1', 9, [row('nine'), row('ten')]);
    await store.writeRows(a, 'g1', 0, [row('zero'), row('one'), row('two')]);
    await store.writeRows(a, 'g2', 0, [row('other')]);
    await store.writeRows('b' as PackId, 'g1', 0, [row('foreign')]);
    expect(names(await allRecords(store, pack('g1')))).toEqual(['zero', 'one', 'two', 'nine', 'ten']);
    expect(await store.countRows(pack('g1'))).toBe(5);
    const found = await store.rows(pack('g1'), [10, 1, 7]);
    expect([...found].map(([number, stored]) => [number, stored.at(0)?.id, stored.at(1)])).toEqual([
      [10, 'source/ten', null],
      [1, 'source/one', null],
      [7, undefined, null],
    ]);
  });

  it('does not take one pack or generation for another whose name it begins', async () => {
    await store.writeRows(a, 'g1', 0, [row('own')]);
    await store.writeRows(a, 'g12', 0, [row('other')]);
    await store.writeRows('a-b' as PackId, 'g1', 0, [row('foreign')]);
    expect(names(await allRecords(store, pack('g1')))).toEqual(['own']);
    expect(await store.countRows(pack('g1'))).toBe(1);
  });

  it('writes a row anew where there was one', async () => {
    await store.writeRows(a, 'g1', 0, [row('old')]);
    await store.writeRows(a, 'g1', 0, [row('new')]);
    expect(names(await allRecords(store, pack('g1')))).toEqual(['new']);
  });

  it('names what is current, with its index, from the commit on', async () => {
    await store.commit(set('f1', pack('g1')), bytes(1, 2, 3));
    expect(await store.current()).toEqual(set('f1', pack('g1')));
    expect(await bytesOf(store, 'f1')).toEqual(Uint8Array.of(1, 2, 3));
    await store.commit(set('f2', pack('g2')), bytes(4));
    expect(await store.current()).toEqual(set('f2', pack('g2')));
    expect(await bytesOf(store, 'f2')).toEqual(Uint8Array.of(4));
  });

  it('replaces the index of the current set, and of no other', async () => {
    await store.commit(set('f1', pack('g1')), bytes(1));
    await store.replaceIndex('f1', bytes(2));
    await store.replaceIndex('f9', bytes(9));
    expect(await bytesOf(store, 'f1')).toEqual(Uint8Array.of(2));
    expect(await store.index('f9')).toBeNull();
    expect((await store.current())?.fingerprint).toBe('f1');
  });

  it('clears away what no pointer names, and nothing else', async () => {
    await store.writeRows(
      a,
      'g1',
      0,
      Array.from({ length: 450 }, (_, i) => row(`old-${i}`)),
    );
    await store.commit(set('f1', pack('g1')), bytes(1));
    await store.writeRows(a, 'g2', 0, [row('new')]);
    await store.writeRows('b' as PackId, 'g2', 0, [row('dead')]);
    await store.commit(set('f2', pack('g2')), bytes(2));
    await store.collectOrphans();
    expect(await store.countRows(pack('g1'))).toBe(0);
    expect(await store.countRows(pack('g2', 'b'))).toBe(0);
    expect(names(await allRecords(store, pack('g2')))).toEqual(['new']);
    expect(await store.index('f1')).toBeNull();
    expect(await store.index('f2')).not.toBeNull();
  });

  it('keeps the generations that somebody goes on with', async () => {
    await store.writeRows(a, 'g1', 0, [row('staged')]);
    await store.writeRows(a, 'g2', 0, [row('dead')]);
    await store.collectOrphans([pack('g1')]);
    expect(await store.countRows(pack('g1'))).toBe(1);
    expect(await store.countRows(pack('g2'))).toBe(0);
  });

  it('changes what the pointer says of a set, and nothing where nothing is installed', async () => {
    await store.amend(() => set('f9'));
    expect(await store.current()).toBeNull();
    await store.commit(set('f1', pack('g1'), pack('g2', 'b')), bytes(1));
    await store.amend((current) => ({ ...current, removed: ['b' as PackId] }));
    expect(await store.current()).toEqual({ ...set('f1', pack('g1'), pack('g2', 'b')), removed: ['b'] });
    expect(await bytesOf(store, 'f1')).toEqual(Uint8Array.of(1));
  });

  it('keeps what the reader decided while the next set was made', async () => {
    await store.commit(set('f1', pack('g1'), pack('g2', 'b'), pack('g3', 'c')), bytes(1));
    await store.amend(({ packs, ...rest }) => ({
      ...rest,
      packs: packs.map((entry) => (entry.generation === 'g1' ? { ...entry, isPrivate: true } : entry)),
      removed: ['b' as PackId, 'c' as PackId],
    }));
    await store.commit(set('f2', pack('g1'), pack('g4', 'b')), bytes(2));
    expect(await store.current()).toEqual({
      ...set('f2', pack('g1', 'a', { isPrivate: true }), pack('g4', 'b')),
      removed: ['b'],
    });
  });

  it('reads many rows in their order', async () => {
    const many = Array.from({ length: 200 }, (_, i) => row(`${i}`));
    await store.writeRows(a, 'g1', 0, many);
    expect(names(await allRecords(store, pack('g1')))).toEqual(many.map((_, i) => `${i}`));
  });

  it('clears everything away where nothing was ever committed', async () => {
    await store.writeRows(a, 'g1', 0, [row('dead')]);
    await store.collectOrphans();
    expect(await store.countRows(pack('g1'))).toBe(0);
  });

  it('gives out copies: what a reader does to them is not stored', async () => {
    await store.writeRows(a, 'g1', 0, [row('own')]);
    const [record] = await allRecords(store, pack('g1'));
    Object.assign(record as object, { id: 'source/changed' });
    expect(names(await allRecords(store, pack('g1')))).toEqual(['own']);
  });

  it('runs exclusive tasks one after the other, also after one that failed', async () => {
    const log: string[] = [];
    const task = (name: string, fails = false) =>
      store.exclusively(async () => {
        log.push(`${name} begins`);
        await new Promise((go) => setImmediate(go));
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([task('a', true), task('b'), task('c')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
