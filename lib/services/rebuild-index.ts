/** Compiles the index of the current set again from its records: where it is missing, damaged or of an older format. */
import { compileInSteps } from '../recognition/compile-index';
import { isSame } from './knowledge';
import type { CurrentKnowledge, KnowledgeStore } from './ports';
import { runInSlices, type SliceOptions } from './slices';

/** Records that the pointer names are gone: the packs must be installed again. */
export class MissingRecordsError extends Error {
  override readonly name = 'MissingRecordsError';
}

/**
 * Compiles and stores; does nothing when the set is no longer the current one. Rejects with a `MissingRecordsError`
 * rather than compile what is left of a set.
 */
export async function rebuildIndex(
  store: KnowledgeStore,
  current: CurrentKnowledge,
  options: SliceOptions<number>,
): Promise<void> {
  const packs = await Promise.all(
    current.packs.map(async (pack) => ({
      header: pack.header,
      rowSize: pack.rowSize,
      records: await store.allRecords(pack),
    })),
  );
  const isWhole = packs.every(({ records }, i) => records.length === current.packs[i]?.records);
  if (!isWhole) {
    if (!isSame(await store.current(), current)) return;
    throw new MissingRecordsError(`records of ${current.packs.map(({ header }) => header.id).join(', ')} are missing`);
  }
  const compiled = await runInSlices(compileInSteps(packs, current.fingerprint), options);
  await store.replaceIndex(current.fingerprint, compiled);
}
