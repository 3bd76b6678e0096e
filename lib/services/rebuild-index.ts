/** Compiles the index of the current set again from its records: where it is missing, damaged or of an older format. */
import { compileSet, MissingRecordsError } from './compile-set';
import { isSame } from './knowledge';
import type { CurrentKnowledge, KnowledgeStore } from './ports';
import type { SliceOptions } from './slices';

/** Compiles and stores; does nothing when the set is no longer the current one. Rejects with a `MissingRecordsError`. */
export async function rebuildIndex(
  store: KnowledgeStore,
  current: CurrentKnowledge,
  options: SliceOptions<number>,
): Promise<void> {
  try {
    const compiled = await compileSet(store, current.packs, current.fingerprint, options);
    await store.replaceIndex(current.fingerprint, compiled);
  } catch (error) {
    if (!(error instanceof MissingRecordsError) || isSame(await store.current(), current)) throw error;
  }
}
