/** Compiles the index of a set of packs from the rows that are stored of them. */
import type { PackRecord } from '../model/pack';
import { type CompilablePack, compileInSteps } from '../recognition/compile-index';
import type { InstalledPack, KnowledgeStore } from './ports';
import { runInSlices, type SliceOptions } from './slices';

/** Records that a pack should have are gone: it must be installed again. */
export class MissingRecordsError extends Error {
  override readonly name = 'MissingRecordsError';
}

/** Compiles; rejects with a `MissingRecordsError` rather than compile what is left of a set. */
export async function compileSet(
  store: KnowledgeStore,
  packs: readonly InstalledPack[],
  fingerprint: string,
  options: SliceOptions<number>,
): Promise<ArrayBuffer> {
  const compilable: CompilablePack[] = [];
  for (const pack of packs) {
    const records: PackRecord[] = [];
    for await (const batch of store.records(pack)) records.push(...batch);
    compilable.push({ header: pack.header, rowSize: pack.rowSize, records });
  }
  const lost = compilable.filter(({ records }, i) => records.length !== packs[i]?.records);
  if (lost.length > 0)
    throw new MissingRecordsError(`records of ${lost.map(({ header }) => header.id).join(', ')} are missing`);
  return runInSlices(compileInSteps(compilable, fingerprint), options);
}
