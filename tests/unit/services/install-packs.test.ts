/** Installing packs: old or new, never half, wherever the process dies. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reference } from '../../../lib/model/ids';
import { type InstallPorts, installBundledPacks, PackError } from '../../../lib/services/install-packs';
import type { KnowledgeStore } from '../../../lib/services/ports';
import { aBundle, type Bundle, toPackFile, versionedRecords } from '../../support/bundles';
import { installPorts } from '../../support/install-ports';
import { createMemoryStore, type MemoryStore } from '../../support/memory-store';
import { openHere } from '../../support/open-here';

/** More than one transaction's worth of rows. */
const MANY = 2_100;

let packs: Record<'a1' | 'a2' | 'b1' | 'broken', string>;
let bundles: Record<'none' | 'a1' | 'a2' | 'a1b1' | 'a2b1' | 'b1a1' | 'a1broken', Bundle>;
beforeAll(async () => {
  packs = {
    a1: await toPackFile('a', '1', versionedRecords('a1', MANY)),
    a2: await toPackFile('a', '2', versionedRecords('a2', MANY)),
    b1: await toPackFile('b', '1', versionedRecords('b1', 3)),
    broken: (await toPackFile('b', '2', versionedRecords('b2', 3))).replace('Gen Ito b2', 'Gen Ito b3'),
  };
  const { a1, a2, b1, broken } = packs;
  bundles = {
    none: await aBundle({}),
    a1: await aBundle({ a: a1 }),
    a2: await aBundle({ a: a2 }),
    a1b1: await aBundle({ a: a1, b: b1 }),
    a2b1: await aBundle({ a: a2, b: b1 }),
    b1a1: await aBundle({ b: b1, a: a1 }),
    a1broken: await aBundle({ a: a1, b: broken }),
  };
});

const portsOf = installPorts;

const prepared = new Map<Bundle, MemoryStore>();
async function installed(bundle: Bundle | null): Promise<MemoryStore> {
  if (!bundle) return createMemoryStore();
  const known = prepared.get(bundle) ?? createMemoryStore();
  if (!prepared.has(bundle)) await installBundledPacks(portsOf(known, bundle));
  prepared.set(bundle, known);
  return known.copy();
}

/** Of both packs the first records and several of every row. */
const PAPERS = Array.from({ length: MANY / 20 - 1 }, (_, i) => `source/paper-${i * 20}`);
const SAMPLE = ['a', 'b'].flatMap((pack) =>
  ['source/gazette', 'person/gen-ito', ...PAPERS].map((id) => `${pack}:${id}` as Reference),
);

/** What a reader who starts now finds: the texts of the records, in one text. */
async function read(store: KnowledgeStore): Promise<string> {
  const knowledge = await openHere(store);
  if (!knowledge) return 'nothing';
  const found = await knowledge.get(SAMPLE);
  return JSON.stringify([
    [...knowledge.headers.values()].map(({ id, version }) => `${id} ${version}`),
    [...found].map(([reference, record]) => [reference, record]),
  ]);
}

const ofBundle = async (bundle: Bundle): Promise<string> => read(await installed(bundle));

/** Rows and indexes that no pointer names. */
async function orphans(store: MemoryStore): Promise<string[]> {
  const current = await store.current();
  const alive = (current?.packs ?? []).map(({ header, generation }) => `${header.id} ${generation} `);
  return [
    ...store.rowKeys().filter((key) => !alive.some((start) => key.startsWith(start))),
    ...store.fingerprints().filter((fingerprint) => fingerprint !== current?.fingerprint),
  ];
}

class Killed extends Error {}

/** Ports of a process that dies at its nth call, just before or just after the call takes effect. */
function dyingPorts(ports: InstallPorts, fatal: number, when: 'before' | 'after', onCall?: () => Promise<void>) {
  let calls = 0;
  const mortal = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      calls += 1;
      const mine = calls;
      if (mine > fatal || (mine === fatal && when === 'before')) throw new Killed();
      const result = await call(...args);
      if (mine === fatal) throw new Killed();
      await onCall?.();
      return result;
    };
  };
  const store: KnowledgeStore = {
    current: mortal(ports.store.current),
    rows: mortal(ports.store.rows),
    // Looked at before each batch, as a process that dies does.
    records: ports.store.records,
    amend: mortal(ports.store.amend),
    index: mortal(ports.store.index),
    countRows: mortal(ports.store.countRows),
    writeRows: mortal(ports.store.writeRows),
    commit: mortal(ports.store.commit),
    replaceIndex: mortal(ports.store.replaceIndex),
    discardRows: mortal(ports.store.discardRows),
    discardIndex: mortal(ports.store.discardIndex),
    collectOrphans: mortal(ports.store.collectOrphans),
    exclusively: ports.store.exclusively,
  };
  const mortalPorts: InstallPorts = {
    ...ports,
    store,
    bundled: { list: mortal(ports.bundled.list), read: mortal(ports.bundled.read) },
    sha256: mortal(ports.sha256),
  };
  return { ports: mortalPorts, calls: () => calls };
}

describe('installing the bundled packs', () => {
  it.each<[what: string, from: keyof typeof bundles | null, to: keyof typeof bundles, changed: boolean]>([
    ['where nothing is', null, 'a1b1', true],
    ['that are there already', 'a1b1', 'a1b1', false],
    ['of which one has changed', 'a1b1', 'a2b1', true],
    ['of which one is new', 'a1', 'a1b1', true],
    ['of which one is gone', 'a1b1', 'a1', true],
    ['in another order', 'a1b1', 'b1a1', true],
    ['of an extension that ships none', 'a1', 'none', true],
  ])('%s leaves exactly these once the next start has cleared up', async (_, from, to, changed) => {
    const store = await installed(from && bundles[from]);
    expect(await installBundledPacks(portsOf(store, bundles[to]))).toBe(changed);
    expect(await read(store)).toBe(await ofBundle(bundles[to]));
    expect(await installBundledPacks(portsOf(store, bundles[to]))).toBe(false);
    expect(await read(store)).toBe(await ofBundle(bundles[to]));
    expect(await orphans(store)).toEqual([]);
  });

  it('lets who reads the old read on until the next start', async () => {
    const store = await installed(bundles.a1b1);
    const reading = await openHere(store);
    await Promise.all([
      installBundledPacks(portsOf(store, bundles.a2b1)),
      installBundledPacks(portsOf(store, bundles.a2b1)),
    ]);
    const found = await reading?.get(SAMPLE);
    expect(found?.size).toBe(PAPERS.length + 2 + 3);
    expect(found?.get('a:person/gen-ito' as Reference)).toMatchObject({ label: { en: 'Gen Ito a1' } });
  });

  it('writes nothing for a pack that has not changed', async () => {
    const store = await installed(bundles.a1b1);
    const before = store.rowKeys().filter((key) => key.startsWith('b '));
    await installBundledPacks(portsOf(store, bundles.a2b1));
    expect(store.rowKeys().filter((key) => key.startsWith('b '))).toEqual(before);
  });

  it('refuses a pack that its checker refuses, says why, and leaves the old as it was', async () => {
    const store = await installed(bundles.a1b1);
    const failed = installBundledPacks(portsOf(store, bundles.a1broken));
    await expect(failed).rejects.toThrow(PackError);
    await expect(failed).rejects.toThrow(/packs\/b\.jsonl.*sha256/);
    expect(await read(store)).toBe(await ofBundle(bundles.a1b1));
  });

  it('refuses a file that is another pack than the bundle says', async () => {
    const bundle = await aBundle({ a: packs.b1 });
    await expect(installBundledPacks(portsOf(createMemoryStore(), bundle))).rejects.toThrow(/is b, not a/);
  });

  it('installs again what the browser has lost a row of', async () => {
    const store = await installed(bundles.a1b1);
    store.loseRow(store.rowKeys()[1] as string);
    expect(await installBundledPacks(portsOf(store, bundles.a1b1))).toBe(true);
    expect(await read(store)).toBe(await ofBundle(bundles.a1b1));
  });

  it('lets two importers queue: both end with the same, and nothing is left over', async () => {
    const store = createMemoryStore();
    const results = await Promise.all([
      installBundledPacks(portsOf(store, bundles.a1b1)),
      installBundledPacks(portsOf(store, bundles.a1b1)),
    ]);
    expect(results).toEqual([true, false]);
    expect(await read(store)).toBe(await ofBundle(bundles.a1b1));
    expect(await orphans(store)).toEqual([]);
  });

  it('keeps the old readable at every step', async () => {
    const store = await installed(bundles.a1b1);
    const valid = [await ofBundle(bundles.a1b1), await ofBundle(bundles.a2b1)];
    const seen: string[] = [];
    const { ports } = dyingPorts(portsOf(store, bundles.a2b1), Number.POSITIVE_INFINITY, 'after', async () => {
      seen.push(await read(store));
    });
    await installBundledPacks(ports);
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.filter((text) => !valid.includes(text))).toEqual([]);
    expect(seen.indexOf(valid[1] as string)).toBeGreaterThan(seen.lastIndexOf(valid[0] as string));
  });
});

describe.each<[from: keyof typeof bundles | null, to: keyof typeof bundles]>([
  [null, 'a1b1'],
  ['a1b1', 'a2b1'],
  ['a1b1', 'a1b1'],
  ['a1b1', 'b1a1'],
])('a process that dies on its way from %s to %s', (from, to) => {
  it('leaves old or new at every call, and the next start ends sound', { timeout: 60_000 }, async () => {
    const valid = [from ? await ofBundle(bundles[from]) : 'nothing', await ofBundle(bundles[to])];
    const whole = dyingPorts(
      portsOf(await installed(from && bundles[from]), bundles[to]),
      Number.POSITIVE_INFINITY,
      'after',
    );
    await installBundledPacks(whole.ports);
    const calls = whole.calls();
    expect(calls).toBeGreaterThan(4);

    for (let fatal = 1; fatal <= calls; fatal++) {
      for (const when of ['before', 'after'] as const) {
        const at = `${when} call ${fatal} of ${calls}`;
        const store = await installed(from && bundles[from]);
        const { ports } = dyingPorts(portsOf(store, bundles[to]), fatal, when);
        await expect(installBundledPacks(ports), at).rejects.toThrow(Killed);
        expect(valid, at).toContain(await read(store));

        await installBundledPacks(portsOf(store, bundles[to]));
        expect(await read(store), at).toBe(valid[1]);
        await installBundledPacks(portsOf(store, bundles[to]));
        expect(await orphans(store), at).toEqual([]);
      }
    }
  });
});
