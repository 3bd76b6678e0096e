/** Opening what is installed: an index that does not fit is compiled anew, records are found through it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reference } from '../../../lib/model/ids';
import type { IndexSource } from '../../../lib/recognition/binary';
import { DamagedIndexError } from '../../../lib/recognition/index-file';
import { lateTarget } from '../../../lib/recognition/late-references';
import { MissingRecordsError } from '../../../lib/services/compile-set';
import { installBundledPacks } from '../../../lib/services/install-packs';
import type { Knowledge } from '../../../lib/services/knowledge';
import { createKnowledgeHolder, type KnowledgeKeeper } from '../../../lib/services/knowledge-holder';
import { openStandIn } from '../../../lib/services/memory-knowledge';
import type { KnowledgeStore } from '../../../lib/services/ports';
import { aBundle, toPackFile, versionedRecords } from '../../support/bundles';
import { installPorts } from '../../support/install-ports';
import { createMemoryStore, type MemoryStore } from '../../support/memory-store';
import { openHere } from '../../support/open-here';
import { atOnce } from '../../support/slices';

const person = 'a:person/gen-ito' as Reference;
const paper = (i: number) => `a:source/paper-${i}` as Reference;

async function install(store: KnowledgeStore, version: string, count = 200): Promise<void> {
  const bundled = await aBundle({ a: await toPackFile('a', version, versionedRecords(version, count)) });
  await installBundledPacks(installPorts(store, bundled));
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

/** The index with one byte changed. */
const flip = (at: (length: number) => number) => (bytes: ArrayBuffer) => {
  const view = new Uint8Array(bytes);
  const i = at(view.length);
  view[i] = (view[i] ?? 0) ^ 0xff;
  return bytes;
};

describe('opening the knowledge', () => {
  it('finds nothing where nothing is installed', async () => {
    expect(await openHere(createMemoryStore())).toBeNull();
  });

  it('takes the stored index as it is', async () => {
    const knowledge = await openHere(await installed());
    expect((await knowledge?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 1' } });
    expect(warn).not.toHaveBeenCalled();
  });

  it.each<[what: string, change: (bytes: ArrayBuffer) => ArrayBuffer | null, problem: string]>([
    ['gone', () => null, 'not-an-index'],
    ['empty', () => new ArrayBuffer(0), 'not-an-index'],
    ['of another kind', flip(() => 0), 'not-an-index'],
    ['of another format', flip(() => 4), 'other-format'],
    ['of another set of packs', flip(() => 32), 'other-fingerprint'],
    ['cut short', (bytes) => bytes.slice(0, (bytes.byteLength >> 3) * 4), 'damaged'],
    ['said to be of another size', flip(() => 12), 'damaged'],
    ['damaged in its header', flip(() => 60), 'damaged'],
  ])('compiles the index again when it is %s, and keeps the new one', async (_, change, problem) => {
    const store = await installed();
    store.damageIndex(change);
    const knowledge = await openHere(store);
    expect((await knowledge?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 1' } });
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(problem));
    await openHere(store);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('does not bring back an older set while it compiles', async () => {
    const store = await installed();
    store.damageIndex(() => null);
    // Another context installs between the reading of the old records and the writing of their index.
    let raced = false;
    const racing: KnowledgeStore = {
      ...store,
      records: async function* (pack) {
        yield* store.records(pack);
        if (raced) return;
        raced = true;
        await install(store, '2');
      },
    };
    await openHere(racing);
    expect((await store.current())?.packs[0]?.header.version).toBe('2');
    const now = await openHere(store);
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
    const knowledge = await openHere(racing);
    expect(knowledge?.headers.get('a' as never)?.version).toBe('2');
    expect((await knowledge?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 2' } });
  });

  it('says that records are missing rather than compile an index of what is left', async () => {
    const store = await installed();
    store.loseRow(store.rowKeys()[1] as string);
    store.damageIndex(() => null);
    await expect(openHere(store)).rejects.toThrow(MissingRecordsError);
  });
});

describe('reading records', () => {
  it('reads each row once, and asks for no row it has', async () => {
    const store = await installed();
    const asked: number[] = [];
    const knowledge = await openHere({
      ...store,
      rows: (pack, rows) => {
        asked.push(...rows);
        return store.rows(pack, rows);
      },
    });
    await knowledge?.get([person, paper(0), paper(100), paper(101)]);
    await knowledge?.get([paper(1), paper(102)]);
    expect(asked.sort()).toEqual([0, 3]);
  });

  it('has what was expected when it is asked for, and asks again where that failed', async () => {
    const store = await installed();
    const asked: number[][] = [];
    const knowledge = await openHere({
      ...store,
      rows: async (pack, rows) => {
        asked.push([...rows]);
        if (asked.length === 1) throw new Error('the disk is asleep');
        return store.rows(pack, rows);
      },
    });
    const target = (await knowledge?.directory())?.targetOf(person) ?? -1;
    knowledge?.expect([target]);
    await expect(knowledge?.get([person])).rejects.toThrow('the disk is asleep');
    knowledge?.expect([target, 4_000]);
    expect(await knowledge?.referencesOf([target])).toEqual(new Map([[target, person]]));
    expect(asked).toEqual([[0], [0]]);
  });

  it('finds the references of targets in their records, but for those that are lost', async () => {
    const store = await installed();
    const knowledge = await openHere(store);
    const target = (await knowledge?.directory())?.targetOf(person) ?? -1;
    expect(lateTarget(knowledge?.index.reference(target) ?? '')).toBe(target);
    expect(await knowledge?.referencesOf([target, 4_000, -1])).toEqual(new Map([[target, person]]));
    store.loseRow(store.rowKeys()[0] as string);
    expect(await (await openHere(store))?.referencesOf([target])).toEqual(new Map());
  });

  it('leaves out what it does not know, and what a lost row held', async () => {
    const store = await installed();
    const knowledge = await openHere(store);
    store.loseRow(store.rowKeys()[0] as string);
    const found = await knowledge?.get([person, paper(100), 'a:person/nobody' as Reference, 'b:person/x' as Reference]);
    expect([...(found?.keys() ?? [])]).toEqual([paper(100)]);
  });
});

/** Waits until nothing has been said for a while: work that nobody waits for has no other end. */
async function quiet(log: readonly string[]): Promise<void> {
  for (let said = -1; said !== log.length; ) {
    said = log.length;
    await new Promise((go) => setTimeout(go, 80));
  }
}

describe('the holder of the knowledge', () => {
  /** What a keeper was asked and told, in order; tasks for later run when the test says so. */
  function aKeeper(store: MemoryStore, fields: Partial<KnowledgeKeeper> = {}) {
    const log: string[] = [];
    const tasks: (() => void)[] = [];
    const verified = new Set<string>();
    const keeper: KnowledgeKeeper = {
      update: async () => {
        log.push('update');
        return 'same';
      },
      discard: async (fingerprint) => {
        log.push('discard');
        await store.discardIndex(fingerprint);
      },
      wasVerified: async (fingerprint) => verified.has(fingerprint),
      setVerified: async (fingerprint) => {
        log.push('verified');
        verified.add(fingerprint);
      },
      later: (task) => void tasks.push(task),
      tell: async (trouble) => void log.push(trouble?.kind ?? 'fine'),
      mayTry: async () => true,
      troubleOf: () => null,
      standIn: async () => null,
      changed: () => void log.push('changed'),
      slices: atOnce,
      ...fields,
    };
    const runLater = async () => {
      for (const task of tasks.splice(0)) task();
      await quiet(log);
    };
    return { log, runLater, keeper, holder: createKnowledgeHolder({ open: () => openHere(store), keeper }) };
  }
  const version = (knowledge: Knowledge | null) => knowledge?.headers.get('a' as never)?.version;

  it('opens once for all who ask, and asks nothing else first', async () => {
    const { holder, log } = aKeeper(await installed());
    const [a, b] = await Promise.all([holder.get(), holder.get()]);
    expect(a).not.toBeNull();
    expect(b).toBe(a);
    expect(await holder.get()).toBe(a);
    expect(log).toEqual(['fine']);
  });

  it('looks later whether all is as it should be, through the whole index once a session', async () => {
    const { holder, log, runLater } = aKeeper(await installed());
    await holder.get();
    await runLater();
    holder.reset();
    await holder.get();
    await runLater();
    expect(log).toEqual(['fine', 'update', 'verified', 'fine', 'update']);
  });

  it('opens anew after a reset', async () => {
    const store = await installed();
    const holder = createKnowledgeHolder({ open: () => openHere(store) });
    await holder.get();
    await install(store, '2');
    holder.reset();
    expect(version(await holder.get())).toBe('2');
  });

  it('answers with what is there, then with what an update has brought, and says so', async () => {
    const store = await installed();
    const { holder, log, runLater } = aKeeper(store, {
      update: async () => {
        await install(store, '2');
        return 'changed';
      },
    });
    expect(version(await holder.get())).toBe('1');
    await runLater();
    expect(log).toEqual(['fine', 'changed']);
    expect(version(await holder.get())).toBe('2');
  });

  it('installs first where nothing is', async () => {
    const store = createMemoryStore();
    const { holder, log } = aKeeper(store, {
      update: async () => {
        await install(store, '1');
        return 'changed';
      },
    });
    expect(version(await holder.get())).toBe('1');
    expect(log).toEqual(['fine']);
  });

  it('has nothing, and no failure, while the packs are installed elsewhere', async () => {
    const store = createMemoryStore();
    const { holder, log } = aKeeper(store, { update: async () => 'elsewhere' });
    expect(await holder.get()).toBeNull();
    expect(log).toEqual(['fine']);
    await install(store, '1');
    expect(version(await holder.get())).toBe('1');
  });

  it('answers from what was installed first while the rest is installed elsewhere', async () => {
    const store = createMemoryStore();
    const { holder, log } = aKeeper(store, {
      update: async () => {
        await install(store, '1');
        return 'elsewhere';
      },
    });
    expect(version(await holder.get())).toBe('1');
    expect(log).toEqual(['fine']);
  });

  it('keeps the old knowledge when it cannot be brought up to date', async () => {
    const { holder, log, runLater } = aKeeper(await installed(), { update: () => Promise.reject(new Error('full')) });
    await holder.get();
    await runLater();
    expect(version(await holder.get())).toBe('1');
    expect(log).toEqual(['fine']);
  });

  describe('where what is stored cannot be used', () => {
    const standing = async (): Promise<Knowledge> => {
      const pack = await toPackFile('a', '0', versionedRecords('0', 20));
      return (await openStandIn(installPorts(createMemoryStore(), await aBundle({ a: pack })))) as Knowledge;
    };
    /** A store that cannot be installed into until it is mended, and a minute that passes when the test says so. */
    async function inTrouble(fields: Partial<KnowledgeKeeper> = {}) {
      const store = createMemoryStore();
      const state = { broken: true, minutePassed: true, attempts: 0 };
      const standIn = vi.fn(standing);
      const update: KnowledgeKeeper['update'] = async () => {
        state.attempts += 1;
        if (state.broken) throw new Error('disk full');
        await install(store, '1');
        return 'changed';
      };
      const kept = aKeeper(store, { update, standIn, mayTry: async () => state.minutePassed, ...fields });
      return { ...kept, state, standIn };
    }

    it('tries once, although it takes a moment until it is told that it has', async () => {
      let told = false;
      const { holder, state } = await inTrouble({
        tell: async () => {
          await new Promise((go) => setTimeout(go, 20));
          told = true;
        },
        mayTry: async () => !told,
      });
      await Promise.all([holder.get(), holder.get()]);
      await holder.get();
      await new Promise((go) => setTimeout(go, 40));
      expect(state.attempts).toBe(1);
    });

    it('says so, and answers with what ships with the extension', async () => {
      const { holder, log, state, standIn } = await inTrouble();
      const known = await holder.get();
      expect(version(known)).toBe('0');
      expect((await known?.get([person]))?.has(person)).toBe(true);
      expect(log).toEqual(['storage']);
      state.minutePassed = false;
      for (let i = 0; i < 50; i++) await holder.get();
      await quiet(log);
      expect([state.attempts, standIn.mock.calls.length, log.length]).toEqual([1, 1, 1]);
    });

    it('tries again after a while, without letting anybody wait, and returns to what is stored', async () => {
      const { holder, log, state } = await inTrouble();
      await holder.get();
      await holder.get();
      await quiet(log);
      expect([state.attempts, ...log]).toEqual([2, 'storage', 'storage']);
      state.broken = false;
      expect(version(await holder.get())).toBe('0');
      await quiet(log);
      expect(version(await holder.get())).toBe('1');
      expect(log).toEqual(['storage', 'storage', 'fine', 'changed']);
      await holder.get();
      await quiet(log);
      expect(state.attempts).toBe(3);
    });

    it('tries at once when it is told to in a life that has only begun', async () => {
      const { holder, state } = await inTrouble();
      state.minutePassed = false;
      state.broken = false;
      void holder.get();
      await holder.retry();
      expect(state.attempts).toBe(1);
      expect(version(await holder.get())).toBe('1');
    });

    it('does not try at all in a life of the background that begins right after a failed attempt', async () => {
      const { holder, log, state } = await inTrouble();
      state.minutePassed = false;
      expect(version(await holder.get())).toBe('0');
      expect([state.attempts, log]).toEqual([0, []]);
    });

    it('tries at once when it is told to', async () => {
      const { holder, state, log } = await inTrouble();
      await holder.get();
      Object.assign(state, { minutePassed: false, broken: false });
      await holder.retry();
      expect(version(await holder.get())).toBe('1');
      expect(log).toEqual(['storage', 'fine', 'changed']);
    });

    it('does not install into a database that cannot be opened, and returns to it when it can', async () => {
      let release = () => {};
      const over = new Promise<void>((resolve) => {
        release = resolve;
      });
      const { keeper, log, state } = await inTrouble({
        troubleOf: (error) => ((error as Error).message === 'held' ? { kind: 'blocked', over } : null),
      });
      const store = await installed();
      const open = vi.fn(() => openHere(store)).mockRejectedValueOnce(new Error('held'));
      const holder = createKnowledgeHolder({ open, keeper });
      expect(version(await holder.get())).toBe('0');
      expect(state.attempts).toBe(0);
      release();
      await quiet(log);
      expect(version(await holder.get())).toBe('1');
      expect(log).toEqual(['blocked', 'fine', 'changed']);
    });

    it('has nothing when nothing can stand in, and makes no storm of attempts of it', async () => {
      const { holder, log, state } = await inTrouble({ standIn: () => Promise.reject(new Error('no packs')) });
      expect(await holder.get()).toBeNull();
      state.minutePassed = false;
      expect(await holder.get()).toBeNull();
      expect([state.attempts, ...log]).toEqual([1, 'storage']);
      Object.assign(state, { minutePassed: true, broken: false });
      expect(version(await holder.get())).toBe('1');
    });
  });

  it.each<[where: string, at: (length: number) => number]>([
    ['in what recognition uses', () => 4_000],
    ['in the middle', (length) => length >> 1],
    ['at its end', (length) => length - 1],
  ])('has an index compiled again that turns out to be damaged %s', async (_, at) => {
    const store = await installed();
    store.damageIndex(flip(at));
    const { holder, log, runLater } = aKeeper(store);
    const damaged = await holder.get();
    await runLater();
    expect(log).toEqual(['fine', 'update', 'discard', 'fine', 'changed']);
    const mended = await holder.get();
    expect(mended).not.toBe(damaged);
    expect((await mended?.get([person]))?.get(person)).toMatchObject({ label: { en: 'Gen Ito 1' } });
    await runLater();
    expect(log.slice(5)).toEqual(['update', 'verified']);
  });

  it('has an index compiled again of which a later part cannot be read', async () => {
    const store = await installed();
    let isLost = true;
    const losing: KnowledgeStore = {
      ...store,
      index: async (fingerprint) => {
        const whole = await store.index(fingerprint);
        const read: IndexSource['read'] = async (from, to) => {
          if (from > 0 && isLost) throw new Error('NotReadableError');
          return (await whole?.read(from, to)) as ArrayBuffer;
        };
        return whole && { ...whole, read };
      },
      replaceIndex: async (...index) => {
        isLost = false;
        await store.replaceIndex(...index);
      },
    };
    const keeper = aKeeper(store);
    const holder = createKnowledgeHolder({ open: () => openHere(losing), keeper: keeper.keeper });
    await expect((await holder.get())?.get([person])).rejects.toThrow(DamagedIndexError);
    await new Promise((go) => setTimeout(go, 20));
    expect((await (await holder.get())?.get([person]))?.has(person)).toBe(true);
    expect(keeper.log).toEqual(['fine', 'discard', 'fine', 'changed']);
  });

  it('keeps what was opened after a reset when an older opening fails late', async () => {
    const store = await installed();
    let fail = (_: Error) => {};
    const openings = [
      () =>
        new Promise<never>((_, reject) => {
          fail = reject;
        }),
      () => openHere(store),
    ];
    const open = vi.fn(() => (openings.shift() ?? (() => openHere(store)))());
    const holder = createKnowledgeHolder({ open });
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
