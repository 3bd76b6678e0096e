/**
 * Compiles the index of a set of packs from the rows that are stored of them: both readings take a few rows at a time,
 * and keep none.
 */
import type { IndexBytes } from '../recognition/binary';
import { IndexCompiler, READ, SURVEYED } from '../recognition/compile-index';
import { part } from '../recognition/compile-steps';
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
): Promise<IndexBytes> {
  const plan = packs.map(({ header, records, rowSize }) => ({ id: header.id, records, rowSize }));
  const compiler = new IndexCompiler(plan, fingerprint);
  const total = Math.max(
    1,
    plan.reduce((sum, { records }) => sum + records, 0),
  );
  for (const [take, from, to] of [
    ['survey', 0, SURVEYED],
    ['read', SURVEYED, READ],
  ] as const) {
    let taken = 0;
    for (const [number, pack] of packs.entries()) {
      let own = 0;
      for await (const batch of store.records(pack)) {
        own += batch.length;
        // What is more or less than it should be has no place in the columns.
        if (own > pack.records) break;
        compiler[take](number, batch);
        options.onProgress?.(from + ((to - from) * (taken + own)) / total);
        await options.slices.pause();
        options.signal?.throwIfAborted();
      }
      if (own !== pack.records)
        throw new MissingRecordsError(`records of ${pack.header.id} are missing: ${own} of ${pack.records}`);
      taken += own;
    }
  }
  return runInSlices(part(READ, 1, compiler.finish()), options);
}
