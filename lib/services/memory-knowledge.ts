/**
 * Knowledge that lives in memory alone: of packs that were read from files, and of those that ship with the extension
 * where the browser gives no database. The same index and the same builders as with one.
 */
import { parseReference, type Reference, toReference } from '../model/ids';
import type { PackRecord } from '../model/pack';
import type { ByteTools } from '../packs/byte-tools';
import type { CheckedPack } from '../packs/check-pack';
import { streamPack } from '../packs/stream-pack';
import { joinBytes } from '../recognition/binary';
import { compileInSteps, targetReferences } from '../recognition/compile-index';
import { openWholeIndex } from '../recognition/index-file';
import { fingerprintOf } from './installed-set';
import type { Knowledge } from './knowledge';
import type { BundledPacks, Sha256 } from './ports';
import { runInSlices, type Slices } from './slices';
import { RECORDS_PER_ROW } from './stage-pack';

interface MemoryPorts {
  readonly sha256: Sha256;
  readonly slices: Slices;
}

/** Compiles the packs, in their order. */
export async function createMemoryKnowledge(
  packs: readonly CheckedPack[],
  { sha256, slices }: MemoryPorts,
): Promise<Knowledge> {
  const fingerprint = await fingerprintOf(packs, sha256);
  const compilable = packs.map(({ header, records }) => ({ header, records, rowSize: RECORDS_PER_ROW }));
  const compiled = await runInSlices(compileInSteps(compilable, fingerprint), { slices });
  const opened = openWholeIndex(joinBytes(compiled), fingerprint, targetReferences(packs));
  if (typeof opened === 'string') throw new Error(`a freshly compiled index is ${opened}`);
  const { index, directory, prefixes, texts } = opened;
  const records = new Map<Reference, PackRecord>(
    packs.flatMap((pack) => pack.records.map((record) => [toReference(pack.header.id, record.id), record] as const)),
  );
  return {
    index,
    directory: async () => directory,
    search: async () => ({ prefixes, texts }),
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

/** Records that memory holds beside everything else: the pack of the flagship topic has 500. */
const MAX_RECORDS = 5_000;

/**
 * What stands in for the stored knowledge: the first of the packs that ship with the extension, as many as memory
 * holds. `null` when none of them can be read.
 */
export async function openStandIn({
  bundled,
  tools,
  ...ports
}: MemoryPorts & { readonly bundled: BundledPacks; readonly tools: ByteTools }): Promise<Knowledge | null> {
  const packs: CheckedPack[] = [];
  let room = MAX_RECORDS;
  for (const pack of await bundled.list()) {
    if (pack.records > room) continue;
    const records: PackRecord[] = [];
    const verdict = await streamPack((await bundled.read(pack)).stream(), tools, {
      onRecords: (batch) => void records.push(...batch),
    });
    if ('problems' in verdict) continue;
    packs.push({ ...verdict.sound, records });
    room -= pack.records;
  }
  return packs.length > 0 ? createMemoryKnowledge(packs, ports) : null;
}
