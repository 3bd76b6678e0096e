/** Knowledge whose records and index are in memory as a whole: no database, nothing to wait for. */
import { parseReference, type Reference, toReference } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import { targetReferences } from '../recognition/compile-index';
import { openWholeIndex } from '../recognition/index-file';
import type { Knowledge } from './knowledge';

/** A checked pack, or one that is known to be sound. */
interface WholePack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
}

/** Opens what `compileIndex` has made of these packs under this fingerprint. Throws when it has made something else. */
export function createMemoryKnowledge(
  packs: readonly WholePack[],
  compiled: ArrayBuffer,
  fingerprint: string,
): Knowledge {
  const opened = openWholeIndex(compiled, fingerprint, targetReferences(packs));
  if (typeof opened === 'string') throw new Error(`the index of the packs in memory is ${opened}`);
  const { index, directory } = opened;
  const records = new Map<Reference, PackRecord>(
    packs.flatMap((pack) => pack.records.map((record) => [toReference(pack.header.id, record.id), record] as const)),
  );
  return {
    index,
    directory: async () => directory,
    referencesOf: async (numbers) =>
      new Map(Array.from(numbers, (target) => [target, index.reference(target)] as const)),
    expect: () => undefined,
    fingerprint,
    headers: new Map(packs.map(({ header }) => [header.id, header])),
    async get(references) {
      return new Map(
        references.flatMap((reference) => {
          const record = parseReference(reference) && records.get(reference);
          return record ? [[reference, record] as const] : [];
        }),
      );
    },
  };
}
