/**
 * Looks through everything that is stored of the installed packs: every record is there, can be read and is what the
 * format allows; the index of names is what was compiled. Names exactly what is damaged (T20).
 */
import { parseRecord } from '../packs/schema';
import { openIndexFile } from '../recognition/index-file';
import { visiblePacks } from './installed-set';
import { isSound } from './knowledge-holder';
import type { InstalledPack, KnowledgeStore, StoredRow } from './ports';
import { runInSlices, type Slices } from './slices';

/** A record that is gone or is not what was written. */
export interface Damage {
  readonly pack: InstalledPack;
  /** Place in the pack, counted from 0. */
  readonly place: number;
  /** Its id, where so much can be read. */
  readonly id: string | null;
}

export interface PackReview {
  /** Records that should be there. */
  readonly records: number;
  /** The first of the damaged ones, and how many there are. */
  readonly damaged: readonly Damage[];
  readonly count: number;
  readonly indexIsSound: boolean;
}

interface ReviewOptions {
  readonly slices: Slices;
  readonly signal: AbortSignal;
  /** Told how many records have been looked at. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Rows read at a time. */
const ROWS_PER_READ = 32;
/** Damaged records that are named. */
const MAX_NAMED = 200;

/** Reviews the installed packs; `null` when nothing is installed. Rejects with the signal's reason. */
export async function checkPacks(
  store: Pick<KnowledgeStore, 'current' | 'rows' | 'index'>,
  { slices, signal, onProgress }: ReviewOptions,
): Promise<PackReview | null> {
  const current = await store.current();
  if (!current) return null;
  const packs = visiblePacks(current);
  const total = packs.reduce((sum, { records }) => sum + records, 0);
  const damaged: Damage[] = [];
  let count = 0;
  let done = 0;
  for (const pack of packs) {
    const rows = Math.ceil(pack.records / pack.rowSize);
    for (let first = 0; first < rows; first += ROWS_PER_READ) {
      const numbers = Array.from({ length: Math.min(ROWS_PER_READ, rows - first) }, (_, i) => first + i);
      const found = await runInSlices(review(pack, await store.rows(pack, numbers), numbers), { slices, signal });
      count += found.length;
      damaged.push(...found.slice(0, MAX_NAMED - damaged.length));
      done += Math.min(numbers.length * pack.rowSize, pack.records - first * pack.rowSize);
      onProgress(done, total);
    }
  }
  return { records: total, damaged, count, indexIsSound: await hasSoundIndex(store, current.fingerprint, slices) };
}

/**
 * Has damaged packs that ship with Sidelight installed again: without its damaged rows a pack is incomplete, and whoever
 * puts the set in order next installs it anew. An index that is damaged is thrown away, and compiled by whoever opens it.
 */
export async function mendPacks(
  store: Pick<KnowledgeStore, 'current' | 'discardRows' | 'discardIndex'>,
  { damaged, indexIsSound }: PackReview,
): Promise<void> {
  for (const { pack, place } of damaged)
    if (pack.origin.kind === 'bundled') await store.discardRows(pack, [Math.floor(place / pack.rowSize)]);
  const current = await store.current();
  if (current && !indexIsSound) await store.discardIndex(current.fingerprint);
}

function* review(
  pack: InstalledPack,
  stored: ReadonlyMap<number, StoredRow>,
  numbers: readonly number[],
): Generator<void, Damage[]> {
  const damaged: Damage[] = [];
  for (const row of numbers) {
    const first = row * pack.rowSize;
    for (let i = 0; i < pack.rowSize && first + i < pack.records; i++) {
      yield;
      const record = stored.get(row)?.at(i) ?? null;
      if (record !== null && 'line' in parseRecord(record)) continue;
      damaged.push({ pack, place: first + i, id: stored.get(row)?.id(i) ?? null });
    }
  }
  return damaged;
}

async function hasSoundIndex(
  store: Pick<KnowledgeStore, 'index'>,
  fingerprint: string,
  slices: Slices,
): Promise<boolean> {
  const stored = await store.index(fingerprint);
  const file = stored ? await openIndexFile(stored, fingerprint) : 'not-an-index';
  return typeof file !== 'string' && isSound(file, slices);
}
