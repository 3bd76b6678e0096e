/** Pack files as text, and bundles of them as an extension ships them. */
import { sha256 } from '../../lib/cli/files';
import type { PackId } from '../../lib/model/ids';
import type { PackRecord } from '../../lib/model/pack';
import type { BundledPacks } from '../../lib/services/ports';
import { aHeader, anEntity, aSource } from './build-facts';
import { listPack } from './list-pack';

/** A whole pack file with a true end record. */
export async function toPackFile(id: string, version: string, records: readonly PackRecord[]): Promise<string> {
  const lines = [aHeader({ id: id as PackId, version }), ...records].map((line) => `${JSON.stringify(line)}\n`);
  const body = lines.join('');
  return `${body}${JSON.stringify({ record: 'end', records: lines.length, sha256: await sha256(body) })}\n`;
}

/** A pack of so many records whose texts name its version: old and new can be told apart, record by record. */
export const versionedRecords = (version: string, count: number): PackRecord[] => [
  aSource(undefined, { title: `Gazette ${version}` }),
  anEntity('person/gen-ito', { label: { en: `Gen Ito ${version}` } }),
  ...Array.from({ length: Math.max(0, count - 2) }, (_, i) =>
    aSource(`source/paper-${i}`, { title: `${version} ${i}` }),
  ),
];

export interface Bundle extends BundledPacks {
  readonly files: ReadonlyMap<string, string>;
}

export async function aBundle(packs: Readonly<Record<string, string>>): Promise<Bundle> {
  const files = new Map(Object.entries(packs));
  const list = [...files].map(([id, text]) => ({ ...listPack(`packs/${id}.jsonl`, text), id: id as PackId }));
  return {
    files,
    list: async () => list,
    read: async ({ id }) => new Blob([files.get(id) ?? '']),
  };
}
