/** Where knowledge is brought up to date: small sets where they are wanted, large ones in a host of their own. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Reference } from '../../../lib/model/ids';
import {
  type InstallHost,
  putInOrder,
  rebuilderOf,
  runHost,
  updateKnowledge,
} from '../../../lib/services/keep-knowledge';
import { openKnowledge } from '../../../lib/services/knowledge';
import { queueImport } from '../../../lib/services/queue-jobs';
import { aBundle, type Bundle, toPackFile, versionedRecords } from '../../support/bundles';
import { installPorts } from '../../support/install-ports';
import { createMemoryJobs } from '../../support/memory-jobs';
import { createMemoryStore, type MemoryStore } from '../../support/memory-store';
import { atOnce } from '../../support/slices';

const person = 'a:person/gen-ito' as Reference;
const LARGE = 6_000;

let small: Bundle;
let large: Bundle;
beforeAll(async () => {
  const bundle = async (version: string, count: number) =>
    aBundle({ a: await toPackFile('a', version, versionedRecords(`a${version}`, count)) });
  small = await bundle('1', 300);
  large = await bundle('2', LARGE);
});

const portsOf = installPorts;

/** A host that does its work when the test says so. */
function aHost() {
  const start = vi.fn(async () => undefined);
  return { start, host: { start } satisfies InstallHost };
}

const labelIn = async (store: MemoryStore, host: InstallHost) => {
  const knowledge = await openKnowledge(store, rebuilderOf({ store, slices: atOnce }, host), atOnce);
  return knowledge && ((await knowledge.get([person])).get(person) as { label: { en: string } }).label.en;
};

function filled(view: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, value: number, from: number, to: number) {
  view.fill(value, from, to);
  return view.buffer;
}

describe('bringing the knowledge up to date', () => {
  it('installs a small set at once', async () => {
    const store = createMemoryStore();
    const { start, host } = aHost();
    expect(await updateKnowledge(portsOf(store, small), host)).toBe('changed');
    expect(await updateKnowledge(portsOf(store, small), host)).toBe('same');
    expect(await labelIn(store, host)).toBe('Gen Ito a1');
    expect(start).not.toHaveBeenCalled();
  });

  it('leaves a large set to the host, and the old one readable until that has done it', async () => {
    const store = createMemoryStore();
    const { start, host } = aHost();
    await updateKnowledge(portsOf(store, small), host);
    expect(await updateKnowledge(portsOf(store, large), host)).toBe('elsewhere');
    expect(start).toHaveBeenCalledTimes(1);
    expect(await labelIn(store, host)).toBe('Gen Ito a1');
    expect(await putInOrder(portsOf(store, large))).toBe(true);
    expect(await labelIn(store, host)).toBe('Gen Ito a2');
    // Nothing is left to do, and nothing of the old is left.
    expect(await updateKnowledge(portsOf(store, large), host)).toBe('same');
    expect(new Set(store.rowKeys().map((key) => key.split(' ')[1])).size).toBe(1);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('installs the first packs here where nothing is yet, and leaves the rest to the host', async () => {
    const store = createMemoryStore();
    const { start, host } = aHost();
    const both = await aBundle({
      a: await toPackFile('a', '1', versionedRecords('a1', 300)),
      b: await toPackFile('b', '1', versionedRecords('b1', LARGE)),
    });
    const packs = async () => (await store.current())?.packs.map(({ header }) => header.id);
    expect(await updateKnowledge(portsOf(store, both), host)).toBe('elsewhere');
    expect(await packs()).toEqual(['a']);
    expect(await labelIn(store, host)).toBe('Gen Ito a1');
    // Again, should the background have been stopped before the host has done it.
    expect(await updateKnowledge(portsOf(store, both), host)).toBe('elsewhere');
    expect(start).toHaveBeenCalledTimes(2);
    const writes = vi.spyOn(store, 'writeRows');
    expect(await putInOrder(portsOf(store, both))).toBe(true);
    expect(writes.mock.calls.map(([pack]) => pack)).not.toContain('a');
    expect(await packs()).toEqual(['a', 'b']);
    expect(await updateKnowledge(portsOf(store, both), host)).toBe('same');
  });

  it('has the host do what is due, also where nothing else is to do', async () => {
    const store = createMemoryStore();
    const { start, host } = aHost();
    const jobs = createMemoryJobs();
    const ports = installPorts(store, small, jobs);
    await updateKnowledge(ports, host);
    const text = await toPackFile('b', '1', versionedRecords('b1', 40));
    await queueImport(jobs, new Blob([text]), { origin: { kind: 'file', name: 'b' } });
    expect(await updateKnowledge(ports, host)).toBe('same');
    expect(start).toHaveBeenCalledTimes(1);
    const onChanged = vi.fn();
    await runHost(ports, { onChanged, sleep: async () => undefined });
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect((await store.current())?.packs).toHaveLength(2);
    await updateKnowledge(ports, host);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('says so when the host cannot begin', async () => {
    const host: InstallHost = { start: () => Promise.reject(new Error('failed just now')) };
    await expect(updateKnowledge(portsOf(createMemoryStore(), large), host)).rejects.toThrow('failed just now');
  });

  it.each<[what: string, change: (bytes: ArrayBuffer) => ArrayBuffer | null]>([
    ['is gone', () => null],
    ['is of an older format', (bytes) => filled(new Uint32Array(bytes), 1, 1, 2)],
  ])('has the index of a large set compiled by the host when it %s', async (_, change) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const store = createMemoryStore();
    await putInOrder(portsOf(store, large));
    store.damageIndex(change);
    const { start, host } = aHost();
    expect(await labelIn(store, host)).toBeNull();
    expect(start).toHaveBeenCalledTimes(1);
    expect(await putInOrder(portsOf(store, large))).toBe(true);
    expect(await labelIn(store, host)).toBe('Gen Ito a2');
    expect(await putInOrder(portsOf(store, large))).toBe(false);
  });

  it('finds in the host what is damaged in the middle of an index', async () => {
    const store = createMemoryStore();
    await putInOrder(portsOf(store, small));
    store.damageIndex((bytes) => filled(new Uint8Array(bytes), 0x55, 2_000, 2_040));
    expect(await putInOrder(portsOf(store, small))).toBe(true);
    expect(await putInOrder(portsOf(store, small))).toBe(false);
  });

  it('runs once where two hosts run at once', async () => {
    const store = createMemoryStore();
    const both = await Promise.all([putInOrder(portsOf(store, large)), putInOrder(portsOf(store, large))]);
    expect(both.sort()).toEqual([false, true]);
  });

  it('says how far it is, in names, and never goes back', async () => {
    const told: { done: number; total: number }[] = [];
    await putInOrder(portsOf(createMemoryStore(), large), { onProgress: (progress) => told.push(progress) });
    expect(told.length).toBeGreaterThan(10);
    expect(new Set(told.map(({ total }) => total))).toEqual(new Set([1]));
    expect(told.every(({ done }, i) => done >= (told[i - 1]?.done ?? 0))).toBe(true);
  });

  it('leaves everything as it was when it is called off, wherever it is', async () => {
    const whole: number[] = [];
    await putInOrder(portsOf(createMemoryStore(), large), { onProgress: () => whole.push(0) });
    for (const at of [1, 3, whole.length >> 1, whole.length - 1]) {
      const store = createMemoryStore();
      await putInOrder(portsOf(store, small));
      const stop = new AbortController();
      let told = 0;
      const onProgress = () => {
        told += 1;
        if (told === at) stop.abort(new Error('called off'));
      };
      const running = putInOrder(portsOf(store, large), { signal: stop.signal, onProgress });
      await expect(running, `call ${at}`).rejects.toThrow('called off');
      expect(await labelIn(store, aHost().host)).toBe('Gen Ito a1');
      await putInOrder(portsOf(store, large));
      expect(await labelIn(store, aHost().host)).toBe('Gen Ito a2');
    }
  });
});
