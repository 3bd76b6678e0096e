/** Knowledge without a browser: packs read from files, the same index and the same builders as in the extension. */
import { parseReference, toReference } from '../model/ids';
import type { CheckedPack } from '../packs/check-pack';
import { compileIndex, targetReferences } from '../recognition/compile-index';
import { openWholeIndex } from '../recognition/index-file';
import { fingerprintOf, RECORDS_PER_ROW } from '../services/install-packs';
import type { Knowledge } from '../services/knowledge';
import { sha256 } from './files';

export async function createTerminalKnowledge(packs: readonly CheckedPack[]): Promise<Knowledge> {
  const fingerprint = await fingerprintOf(packs, sha256);
  const targets = targetReferences(packs);
  const buffer = compileIndex(
    packs.map(({ header, records }) => ({ header, records, rowSize: RECORDS_PER_ROW })),
    fingerprint,
  );
  const opened = openWholeIndex(buffer, fingerprint, targets);
  if (typeof opened === 'string') throw new Error(`a freshly compiled index is ${opened}`);
  const { index, directory } = opened;
  const records = new Map(
    packs.flatMap((pack) => pack.records.map((record) => [toReference(pack.header.id, record.id), record] as const)),
  );
  return {
    index,
    directory: async () => directory,
    referencesOf: async (numbers) =>
      new Map(Array.from(numbers, (target) => [target, index.reference(target)] as const)),
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
