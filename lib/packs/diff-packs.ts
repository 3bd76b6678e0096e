/**
 * What changed from one version of a pack to another, in two readings of each file and with little memory: the first
 * keeps a fingerprint of every record, the second the records whose fingerprints differ.
 */
import type { RecordId } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import { canonicalJson, diffValues, type FieldChange } from './diff-values';

/** A record that both versions hold, and not alike. */
export interface RecordChange {
  readonly id: RecordId;
  readonly fields: readonly FieldChange[];
}

/** All that differs between two versions. */
export interface PackDiff {
  /** Fields of the header that differ. */
  readonly header: readonly FieldChange[];
  readonly changed: readonly RecordChange[];
  readonly added: readonly RecordId[];
  /** Taken back by a record that says why. */
  readonly withdrawn: readonly { readonly id: RecordId; readonly reason: string; readonly date: string }[];
  /** Gone without a word. */
  readonly removed: readonly RecordId[];
  /** Records that both versions hold alike. */
  readonly same: number;
}

/** Reads a pack from its beginning, batch by batch. */
export type ReadRecords = (take: (records: readonly PackRecord[]) => void) => Promise<void>;

/** One version, which can be read again from its beginning. */
export interface Version {
  readonly header: PackHeader;
  readonly read: ReadRecords;
}

/** Compares two versions, by ids and fields. */
export async function diffPacks(before: Version, after: Version): Promise<PackDiff> {
  const old = await fingerprints(before.read);
  const added: RecordId[] = [];
  const withdrawn: PackDiff['withdrawn'][number][] = [];
  const pairs = new Map<RecordId, { before?: PackRecord; after?: PackRecord }>();
  let same = 0;
  await after.read((records) => {
    for (const record of records) {
      const known = old.get(record.id);
      old.delete(record.id);
      if (known === fingerprint(record)) same++;
      else if (record.record === 'withdrawn')
        withdrawn.push({ id: record.id, reason: record.reason, date: record.date });
      else if (known === undefined) added.push(record.id);
      else pairs.set(record.id, { after: record });
    }
  });
  if (pairs.size > 0) {
    await before.read((records) => {
      for (const record of records) {
        const pair = pairs.get(record.id);
        if (pair) pair.before = record;
      }
    });
  }
  const changed = [...pairs].map(([id, pair]) => ({ id, fields: diffValues(pair.before, pair.after) }));
  return {
    header: diffValues(before.header, after.header),
    changed,
    added,
    withdrawn,
    removed: [...old.keys()],
    same,
  };
}

async function fingerprints(read: ReadRecords): Promise<Map<RecordId, number>> {
  const found = new Map<RecordId, number>();
  await read((records) => {
    for (const record of records) found.set(record.id, fingerprint(record));
  });
  return found;
}

/** 53 bits of a record, whatever the order of its fields: two FNV-1a hashes. Compared with those of the same id only. */
export function fingerprint(record: PackRecord): number {
  const text = canonicalJson(record);
  let high = 0x811c9dc5;
  let low = 0x2f0b4c47;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
