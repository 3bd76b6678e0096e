/**
 * Installs the packs that ship with the extension, all or nothing: rows of a new generation are written beside the
 * old, the index is compiled, then one pointer is flipped. Whenever the background dies in between, the old knowledge
 * stands, and the next start begins again.
 */

import type { PackId } from '../model/ids';
import type { PackRecord } from '../model/pack';
import { type CheckedPack, checkPack } from '../packs/check-pack';
import { compileIndex } from '../recognition/compile-index';
import type { BundledPack, BundledPacks, CurrentKnowledge, InstalledPack, KnowledgeStore, Sha256 } from './ports';

/** Records in a row: writing costs rows, reading one record costs its row. */
export const RECORDS_PER_ROW = 64;
/** Rows written in one transaction. */
const ROWS_PER_WRITE = 32;

export interface InstallPorts {
  readonly store: KnowledgeStore;
  readonly bundled: BundledPacks;
  readonly sha256: Sha256;
  /** An id no other generation has. */
  readonly newGeneration: () => string;
}

/** A pack that ships with the extension did not pass its own checker: a defect of this release. */
export class PackError extends Error {
  constructor(path: string, problems: readonly { line: number; message: string }[]) {
    const first = problems.slice(0, 3).map(({ line, message }) => `line ${line} ${message}`);
    super(`${path}: ${problems.length} problems: ${first.join('; ')}`);
    this.name = 'PackError';
  }
}

/** Brings the installed packs up to what this version of the extension ships; returns whether anything changed. */
export async function installBundledPacks(ports: InstallPorts): Promise<boolean> {
  const { store, bundled } = ports;
  const current = await store.current();
  const wanted = await bundled.list();
  const isCurrent =
    current?.packs.length === wanted.length &&
    wanted.every(({ id, sha256 }, i) => current.packs[i]?.header.id === id && current.packs[i]?.sha256 === sha256);
  if (isCurrent) return false;
  await store.collectOrphans();

  const installed: InstalledPack[] = [];
  const compilable: { header: InstalledPack['header']; records: readonly PackRecord[]; rowSize: number }[] = [];
  for (const pack of wanted) {
    const kept = current?.packs.find(({ header, sha256 }) => header.id === pack.id && sha256 === pack.sha256);
    const entry = kept ?? (await writePack(ports, pack));
    installed.push(entry);
    compilable.push({ header: entry.header, records: await store.allRecords(entry), rowSize: entry.rowSize });
  }
  const fingerprint = await fingerprintOf(installed, ports.sha256);
  await store.commit(
    { packs: installed, fingerprint } satisfies CurrentKnowledge,
    compileIndex(compilable, fingerprint),
  );
  await store.collectOrphans();
  return true;
}

async function writePack(ports: InstallPorts, pack: BundledPack): Promise<InstalledPack> {
  const checked = await checkPack(await ports.bundled.read(pack), ports.sha256);
  if ('problems' in checked) throw new PackError(pack.path, checked.problems);
  const { header, records } = checked.pack;
  const generation = ports.newGeneration();
  const rows = toRows(checked.pack);
  for (let row = 0; row < rows.length; row += ROWS_PER_WRITE) {
    await ports.store.writeRows(header.id as PackId, generation, row, rows.slice(row, row + ROWS_PER_WRITE));
  }
  return { header, generation, sha256: pack.sha256, records: records.length, rowSize: RECORDS_PER_ROW };
}

function toRows({ records }: CheckedPack): PackRecord[][] {
  const rows: PackRecord[][] = [];
  for (let i = 0; i < records.length; i += RECORDS_PER_ROW) rows.push(records.slice(i, i + RECORDS_PER_ROW));
  return rows;
}

/** Identifies a set of packs in their order. */
export async function fingerprintOf(
  packs: readonly Pick<InstalledPack, 'header' | 'sha256'>[],
  sha256: Sha256,
): Promise<string> {
  return sha256(packs.map((pack) => `${pack.header.id} ${pack.sha256}`).join('\n'));
}
