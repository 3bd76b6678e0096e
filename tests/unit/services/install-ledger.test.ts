/** What the ledger knows after installations, losses and restorations, in any order (T18). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_LEDGER,
  giveUpLost,
  type InstallLedger,
  type LedgerStore,
  noteInstalled,
  noteLoss,
  restoreLost,
} from '../../../lib/services/install-ledger';
import type { CurrentKnowledge, InstalledPack, PackOrigin } from '../../../lib/services/ports';
import { anInstalledPack } from '../../support/install-ports';

function aLedger() {
  let kept: InstallLedger = EMPTY_LEDGER;
  let writes = 0;
  const store: LedgerStore = {
    read: async () => kept,
    write: async (ledger) => {
      kept = ledger;
      writes += 1;
    },
  };
  return { store, read: () => kept, writes: () => writes };
}

const set = (...packs: InstalledPack[]): CurrentKnowledge => ({ packs, fingerprint: 'f' });
const pack = (id: string, origin: PackOrigin) => anInstalledPack('g', id, { origin });
const BUNDLED = pack('a', { kind: 'bundled' });
const FETCHED = pack('b', { kind: 'url', url: 'https://packs.example.org/b.jsonl' });
const FILED = pack('c', { kind: 'file', name: 'c.jsonl' });
const ids = (packs: readonly { readonly id: string }[]) => packs.map(({ id }) => id);

describe('the install ledger', () => {
  it('holds what is installed, and is written only when that changes', async () => {
    const { store, read, writes } = aLedger();
    await noteInstalled(store, set(BUNDLED, FETCHED));
    await noteInstalled(store, set(BUNDLED, FETCHED));
    expect(ids(read().packs)).toEqual(['a', 'b']);
    expect(writes()).toBe(1);
    await noteInstalled(store, { ...set(BUNDLED, FETCHED), removed: [FETCHED.header.id] });
    expect(ids(read().packs)).toEqual(['a']);
    await noteInstalled(store, null);
    expect(ids(read().packs)).toEqual(['a']);
  });

  it('knows of no loss before anything was installed', async () => {
    const { store, writes } = aLedger();
    expect(await noteLoss(store, async () => true)).toBe(false);
    expect(writes()).toBe(0);
  });

  it('names what the reader had added, and not what comes back by itself', async () => {
    const { store, read } = aLedger();
    await noteInstalled(store, set(BUNDLED, FETCHED, FILED));
    expect(await noteLoss(store, async () => true)).toBe(true);
    expect(read()).toMatchObject({ packs: [], notesSafe: true });
    expect(read().lost).toEqual([
      expect.objectContaining({ id: 'b', title: FETCHED.header.title, origin: FETCHED.origin, isPrivate: false }),
      expect.objectContaining({ id: 'c', origin: FILED.origin }),
    ]);
  });

  it('loses nothing of it when the next start dies before anything is installed, or the browser clears up again', async () => {
    const { store, read } = aLedger();
    await noteInstalled(store, set(BUNDLED, FETCHED));
    await noteLoss(store, async () => false);
    expect(await noteLoss(store, async () => false)).toBe(false);
    await noteInstalled(store, set(BUNDLED, FILED));
    await noteLoss(store, async () => false);
    expect(ids(read().lost)).toEqual(['b', 'c']);
  });

  it('takes off the list what is there again', async () => {
    const { store, read } = aLedger();
    await noteInstalled(store, set(BUNDLED, FETCHED, FILED));
    await noteLoss(store, async () => true);
    await noteInstalled(store, set(BUNDLED));
    expect(ids(read().lost)).toEqual(['b', 'c']);
    await noteInstalled(store, set(BUNDLED, FETCHED));
    expect(ids(read().lost)).toEqual(['c']);
    await giveUpLost(store);
    expect(read().lost).toEqual([]);
    expect(ids(read().packs)).toEqual(['a', 'b']);
  });

  it('has those fetched again that have an address', async () => {
    const { store } = aLedger();
    await noteInstalled(store, set(BUNDLED, FETCHED, FILED));
    await noteLoss(store, async () => true);
    const asked: string[] = [];
    await restoreLost(store, async ({ id, url }) => void asked.push(`${id} ${url}`));
    expect(asked).toEqual(['b https://packs.example.org/b.jsonl']);
  });

  it('never forgets a pack of the reader’s that is neither installed nor given up', async () => {
    const own = [FETCHED, FILED, pack('d', { kind: 'url', url: 'https://packs.example.org/d.jsonl' })];
    const step = fc.oneof(
      fc.record({ kind: fc.constant('install' as const), packs: fc.subarray(own) }),
      fc.constant({ kind: 'loss' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { store, read } = aLedger();
        let missing = new Set<string>();
        let installed: string[] = [];
        for (const next of steps) {
          if (next.kind === 'loss') {
            await noteLoss(store, async () => true);
            missing = new Set([...missing, ...installed]);
            installed = [];
          } else {
            await noteInstalled(store, set(BUNDLED, ...next.packs));
            installed = next.packs.map(({ header }) => header.id);
            missing = new Set([...missing].filter((id) => !installed.includes(id)));
          }
          expect(new Set(ids(read().lost))).toEqual(missing);
        }
      }),
    );
  });
});
