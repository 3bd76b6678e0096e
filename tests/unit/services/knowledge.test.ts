/** Opening what is installed: an index that does not fit is compiled anew, records are found through it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../../lib/cli/files';
import type { Reference } from '../../../lib/model/ids';
import { installBundledPacks } from '../../../lib/services/install-packs';
import { MissingRecordsError, openKnowledge } from '../../../lib/services/knowledge';
import { createKnowledgeHolder } from '../../../lib/services/knowledge-holder';
import type { KnowledgeStore } from '../../../lib/services/ports';
import { aBundle, toPackFile, versionedRecords } from '../../support/bundles';
import { createMemoryStore, type MemoryStore } from '../../support/memory-store';

const person = 'a:person/gen-ito' as Reference;
const paper = (i: number) => `a:source/paper-${i}` as Reference;

let generations = 0;
async function install(store: KnowledgeStore, version: string, count = 200): Promise<void> {
  const bundled = await aBundle({ a: await toPackFile('a', version, versionedRecords(version, count)) });
  generations += 1;
  const generation = `g${generations}`;
  await installBundledPacks({ store, bundled, sha256, newGeneration: () => generation });
}

async function installed(): Promise<MemoryStore> {
  const store = createMemoryStore();
  await install(store, '1');
  return store;
}

const warn = vi.spyOn(console, 'warn');
beforeEach(() => {
  warn.mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockClear();
});

describe('opening the knowledge', () => {
  it('finds nothing where nothing is installed', async () => {
    expect(await openKnowledge(createMemoryStore())).toBeNull();
  });

  it('takes the stored index as it is', async () => {
    const knowledge = await openKnowledge(await installed());
    expect((await knowledge?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 1' } });
    expect(warn).not.toHaveBeenCalled();
  });

  const flip = (at: (length: number) => number) => (bytes: ArrayBuffer) => {
    const view = new Uint8Array(bytes);
    const i = at(view.length);
    view[i] = (view[i] ?? 0) ^ 0xff;
    return bytes;
  };
  it.each<[what: string, change: (bytes: ArrayBuffer) => ArrayBuffer | null, problem: string]>([
    ['gone', () => null, 'not-an-index'],
    ['empty', () => new ArrayBuffer(0), 'not-an-index'],
    ['of another kind', flip(() => 0), 'not-an-index'],
    ['of another format', flip(() => 4), 'other-format'],
    ['of another set of packs', flip(() => 32), 'other-fingerprint'],
    ['cut short', (bytes) => bytes.slice(0, (bytes.byteLength >> 3) * 4), 'damaged'],
    ['damaged in the middle', flip((length) => length >> 1), 'damaged'],
    ['damaged at its end', flip((length) => length - 1), 'damaged'],
  ])('compiles the index again when it is %s, and keeps the new one', async (_, change, problem) => {
    const store = await installed();
    store.damageIndex(change);
    const knowledge = await openKnowledge(store);
    expect((await knowledge?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 1' } });
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(problem));
    await openKnowledge(store);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('does not bring back an older set while it compiles', async () => {
    const store = await installed();
    store.damageIndex(() => null);
    // Another context installs between the reading of the old records and the writing of their index.
    let raced = false;
    const racing: KnowledgeStore = {
      ...store,
      allRecords: async (pack) => {
        const records = await store.allRecords(pack);
        if (!raced) {
          raced = true;
          await install(store, '2');
        }
        return records;
      },
    };
    await openKnowledge(racing);
    expect((await store.current())?.packs[0]?.header.version).toBe('2');
    const now = await openKnowledge(store);
    expect((await now?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 2' } });
  });

  it('opens the new set when the old is cleared away while it opens', async () => {
    const store = await installed();
    let raced = false;
    const racing: KnowledgeStore = {
      ...store,
      index: async (fingerprint) => {
        if (!raced) {
          raced = true;
          await install(store, '2');
          // The next start clears the old away.
          await install(store, '2');
        }
        return store.index(fingerprint);
      },
    };
    const knowledge = await openKnowledge(racing);
    expect(knowledge?.headers.get('a' as never)?.version).toBe('2');
    expect((await knowledge?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 2' } });
  });

  it('says that records are missing rather than compile an index of what is left', async () => {
    const store = await installed();
    store.loseRow(store.rowKeys()[1] as string);
    store.damageIndex(() => null);
    await expect(openKnowledge(store)).rejects.toThrow(MissingRecordsError);
  });
});

describe('reading records', () => {
  it('reads each row once, and asks for no row it has', async () => {
    const store = await installed();
    const asked: number[] = [];
    const knowledge = await openKnowledge({
      ...store,
      rows: (pack, rows) => {
        asked.push(...rows);
        return store.rows(pack, rows);
      },
    });
    await knowledge?.get([person, paper(0), paper(100), paper(101)]);
    await knowledge?.get([paper(1), paper(102)]);
    expect(asked.sort()).toEqual([0, 1]);
  });

  it('leaves out what it does not know, and what a lost row held', async () => {
    const store = await installed();
    const knowledge = await openKnowledge(store);
    store.loseRow(store.rowKeys()[0] as string);
    const found = await knowledge?.get([person, paper(100), 'a:person/nobody' as Reference, 'b:person/x' as Reference]);
    expect([...(found?.keys() ?? [])]).toEqual([paper(100)]);
  });
});

describe('the holder of the knowledge', () => {
  const opener = (store: KnowledgeStore) => () => openKnowledge(store);
  const nothing = async () => undefined;

  it('prepares and opens once for all who ask', async () => {
    const store = await installed();
    const prepare = vi.fn(nothing);
    const holder = createKnowledgeHolder(prepare, opener(store));
    const [a, b] = await Promise.all([holder.get(), holder.get()]);
    expect(a).not.toBeNull();
    expect(b).toBe(a);
    expect(await holder.get()).toBe(a);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it('opens anew after a reset', async () => {
    const store = await installed();
    const holder = createKnowledgeHolder(nothing, opener(store));
    await holder.get();
    await install(store, '2');
    holder.reset();
    expect((await holder.get())?.headers.get('a' as never)?.version).toBe('2');
  });

  it('opens the old knowledge when it cannot be brought up to date', async () => {
    const store = await installed();
    const holder = createKnowledgeHolder(() => Promise.reject(new Error('disk full')), opener(store));
    expect((await holder.get())?.headers.get('a' as never)?.version).toBe('1');
  });

  it('tries again for the next who asks when nothing could be opened', async () => {
    const store = await installed();
    let isBroken = true;
    const holder = createKnowledgeHolder(nothing, async () => {
      if (isBroken) throw new Error('blocked');
      return openKnowledge(store);
    });
    expect(await holder.get()).toBeNull();
    isBroken = false;
    expect(await holder.get()).not.toBeNull();
  });

  it('keeps what was opened after a reset when an older opening fails late', async () => {
    const store = await installed();
    let fail = (_: Error) => {};
    const openings = [
      () =>
        new Promise<never>((_, reject) => {
          fail = reject;
        }),
      opener(store),
    ];
    const open = vi.fn(() => (openings.shift() ?? opener(store))());
    const holder = createKnowledgeHolder(nothing, open);
    const first = holder.get();
    await Promise.resolve();
    await Promise.resolve();
    holder.reset();
    const second = await holder.get();
    fail(new Error('late'));
    expect(await first).toBeNull();
    expect(await holder.get()).toBe(second);
    expect(open).toHaveBeenCalledTimes(2);
  });
});
