/**
 * The install ledger: which packs were installed, written down where the browser does not clear it away together with
 * the database. By it a loss is noticed at the next start, and undone: bundled packs come back by themselves, those
 * that the reader added are named, and fetched again where they have an address.
 */
import type { PackId } from '../model/ids';
import type { Localized } from '../model/localized';
import { visiblePacks } from './installed-set';
import type { CurrentKnowledge, InstalledPack, PackOrigin } from './ports';

/** A pack as it is found again. */
export interface LedgerPack {
  readonly id: PackId;
  readonly version: string;
  readonly title: Localized;
  readonly origin: PackOrigin;
  readonly isPrivate: boolean;
}

export interface InstallLedger {
  /** What is installed, in order. */
  readonly packs: readonly LedgerPack[];
  /** What the reader had added and the browser has removed; until it is there again, or the reader gives it up. */
  readonly lost: readonly LedgerPack[];
  /** What the reader made was not removed with it, or is restored. */
  readonly notesSafe: boolean;
}

export interface LedgerStore {
  read(): Promise<InstallLedger>;
  write(ledger: InstallLedger): Promise<void>;
}

export const EMPTY_LEDGER: InstallLedger = { packs: [], lost: [], notesSafe: false };

const toLedgerPack = ({ header, origin, isPrivate }: InstalledPack): LedgerPack => ({
  id: header.id,
  version: header.version,
  title: header.title,
  origin,
  isPrivate,
});

/** Writes down what is installed now, if that is anything new. What was lost and is there again is lost no more. */
export async function noteInstalled(store: LedgerStore, current: CurrentKnowledge | null): Promise<void> {
  if (!current) return;
  const ledger = await store.read();
  const packs = visiblePacks(current).map(toLedgerPack);
  const lost = ledger.lost.filter(({ id }) => !packs.some((pack) => pack.id === id));
  const next: InstallLedger = { ...ledger, packs, lost };
  if (JSON.stringify(next) !== JSON.stringify(ledger)) await store.write(next);
}

/**
 * Called when the database holds nothing: what the ledger knows of was lost then. Resolves to whether anything was.
 * `isReaderSafe`: whether what the reader made is there, or is there again; asked only where something was lost.
 * Called again before anything is installed, it finds the same.
 */
export async function noteLoss(store: LedgerStore, isReaderSafe: () => Promise<boolean>): Promise<boolean> {
  const { packs, lost } = await store.read();
  if (packs.length === 0) return false;
  const notesSafe = await isReaderSafe();
  const own = packs.filter(({ origin }) => origin.kind !== 'bundled');
  const known = lost.filter(({ id }) => !own.some((pack) => pack.id === id));
  await store.write({ packs: [], lost: [...known, ...own], notesSafe });
  return true;
}

/** The reader does not want them back. */
export async function giveUpLost(store: LedgerStore): Promise<void> {
  const ledger = await store.read();
  if (ledger.lost.length > 0) await store.write({ ...ledger, lost: [] });
}

/**
 * Has the lost packs that have an address fetched again, one after the other; those that cannot be stay on the list.
 * Files are the reader's to add.
 */
export async function restoreLost(
  store: LedgerStore,
  fetchAgain: (pack: LedgerPack & { readonly url: string }) => Promise<void>,
): Promise<void> {
  const { lost } = await store.read();
  for (const pack of lost) if (pack.origin.kind === 'url') await fetchAgain({ ...pack, url: pack.origin.url });
}
