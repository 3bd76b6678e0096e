/**
 * What an update changes: the rows of a pack's new generation against those of the one that is installed. Of each old
 * record its id, place and fingerprint are kept; what differs is read again a few rows at a time, so that an update of
 * a million records that changes every one takes no more memory than one that changes none.
 */
import type { RecordId } from '../model/ids';
import type { PackRecord } from '../model/pack';
import { fingerprint } from '../packs/diff-packs';
import { diffValues } from '../packs/diff-values';
import { countChangedLinks, type UpdateSize } from '../packs/judge-update';
import type { JobChanges } from './jobs';
import type { InstalledPack, KnowledgeStore } from './ports';

/** Ids of each kind that a changelog names. */
const MAX_IDS = 200;

export interface Comparison {
  readonly size: UpdateSize;
  readonly changes: JobChanges;
}

/** A list that counts everything and keeps the first. */
function createTally() {
  const ids: string[] = [];
  let count = 0;
  return {
    add(id: string): void {
      count += 1;
      if (ids.length < MAX_IDS) ids.push(id);
    },
    count: () => count,
    ids: () => ids,
  };
}

/** Compares; `onBatch` is told how many records of both have been looked at, and may throw to end it. */
export async function compareGenerations(
  store: KnowledgeStore,
  before: InstalledPack,
  after: InstalledPack,
  onBatch: (records: number) => void,
): Promise<Comparison> {
  const places = new Map<RecordId, number>();
  const prints = new Float64Array(before.records);
  let looked = 0;
  for await (const batch of store.records(before)) {
    for (const [i, record] of batch.entries()) {
      places.set(record.id, looked + i);
      prints[looked + i] = fingerprint(record);
    }
    looked += batch.length;
    onBatch(looked);
  }
  const [changed, added, withdrawn, removed] = [createTally(), createTally(), createTally(), createTally()];
  let changedLinks = countChangedLinks(diffValues(before.header, after.header));
  for await (const batch of store.records(after)) {
    const pairs: { readonly place: number; readonly record: PackRecord }[] = [];
    for (const record of batch) {
      const place = places.get(record.id);
      places.delete(record.id);
      if (place !== undefined && prints[place] === fingerprint(record)) continue;
      if (record.record === 'withdrawn') withdrawn.add(record.id);
      else if (place === undefined) added.add(record.id);
      else {
        changed.add(record.id);
        pairs.push({ place, record });
      }
    }
    changedLinks += await linksIn(store, before, pairs);
    looked += batch.length;
    onBatch(looked);
  }
  for (const id of places.keys()) removed.add(id);
  return {
    size: { before: before.records, removed: removed.count() + withdrawn.count(), changedLinks },
    changes: {
      changed: changed.count(),
      added: added.count(),
      withdrawn: withdrawn.count(),
      removed: removed.count(),
      ids: { changed: changed.ids(), added: added.ids(), withdrawn: withdrawn.ids(), removed: removed.ids() },
    },
  };
}

/** Links that are turned elsewhere in some records, by their places in the old generation. */
async function linksIn(
  store: KnowledgeStore,
  before: InstalledPack,
  pairs: readonly { readonly place: number; readonly record: PackRecord }[],
): Promise<number> {
  if (pairs.length === 0) return 0;
  const rowOf = (place: number) => Math.floor(place / before.rowSize);
  const rows = await store.rows(before, [...new Set(pairs.map(({ place }) => rowOf(place)))]);
  return pairs.reduce((sum, { place, record }) => {
    const old = rows.get(rowOf(place))?.at(place % before.rowSize);
    return sum + countChangedLinks(diffValues(old, record));
  }, 0);
}
