/**
 * Installs the packs that ship with the extension, all or nothing: rows of a new generation are written beside the
 * old, the index is compiled, then one pointer is flipped. Whenever the background dies in between, the old knowledge
 * stands, and the next start begins again.
 */
import type { PackRecord } from '../model/pack';
import { type CheckedPack, checkPack } from '../packs/check-pack';
import { type CompilablePack, compileIndex } from '../recognition/compile-index';
import type { BundledPack, BundledPacks, InstalledPack, KnowledgeStore, Sha256 } from './ports';

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

/**
 * Brings the installed packs up to what this version of the extension ships; returns whether anything changed. The old
 * rows outlive the flip, for those who are reading them: the next start that finds nothing to do clears them away.
 */
export async function installBundledPacks(ports: InstallPorts): Promise<boolean> {
  const { store, bundled } = ports;
  const wanted = await bundled.list();
  const wasCurrent = isCurrent(await look(store), wanted);
  return store.exclusively(async () => {
    const found = await look(store);
    if (isCurrent(found, wanted)) {
      // Where another importer has only now come first, its readers may not have noticed yet.
      if (wasCurrent) await store.collectOrphans();
      return false;
    }
    await store.collectOrphans();
    await install(ports, wanted, found?.whole ?? []);
    return true;
  });
}

interface Found {
  readonly packs: readonly InstalledPack[];
  /** Those of which the browser has lost nothing. */
  readonly whole: readonly InstalledPack[];
}

async function look(store: KnowledgeStore): Promise<Found | null> {
  const current = await store.current();
  if (!current) return null;
  const { packs } = current;
  const counts = await Promise.all(packs.map((pack) => store.countRows(pack)));
  return { packs, whole: packs.filter(({ records, rowSize }, i) => counts[i] === Math.ceil(records / rowSize)) };
}

const isCurrent = (found: Found | null, wanted: readonly BundledPack[]): boolean =>
  found !== null &&
  found.packs.length === wanted.length &&
  found.packs.every((pack, i) => {
    return pack.header.id === wanted[i]?.id && pack.sha256 === wanted[i]?.sha256 && found.whole.includes(pack);
  });

/** Writes what is missing beside the old, compiles, and flips the pointer. */
async function install(
  ports: InstallPorts,
  wanted: readonly BundledPack[],
  installed: readonly InstalledPack[],
): Promise<void> {
  const { store, sha256 } = ports;
  const packs: InstalledPack[] = [];
  const compilable: CompilablePack[] = [];
  for (const pack of wanted) {
    const kept = installed.find((entry) => entry.header.id === pack.id && entry.sha256 === pack.sha256);
    const { entry, records } = kept
      ? { entry: kept, records: await store.allRecords(kept) }
      : await writePack(ports, pack);
    packs.push(entry);
    compilable.push({ header: entry.header, records, rowSize: entry.rowSize });
  }
  const fingerprint = await fingerprintOf(packs, sha256);
  await store.commit({ packs, fingerprint }, compileIndex(compilable, fingerprint));
}

async function writePack(
  ports: InstallPorts,
  pack: BundledPack,
): Promise<{ entry: InstalledPack; records: readonly PackRecord[] }> {
  const checked = await checkPack(await ports.bundled.read(pack), ports.sha256);
  if ('problems' in checked) throw new PackError(pack.path, checked.problems);
  const { header, records } = checked.pack;
  if (header.id !== pack.id) throw new PackError(pack.path, [{ line: 1, message: `is ${header.id}, not ${pack.id}` }]);
  const generation = ports.newGeneration();
  const rows = toRows(checked.pack);
  for (let row = 0; row < rows.length; row += ROWS_PER_WRITE) {
    await ports.store.writeRows(header.id, generation, row, rows.slice(row, row + ROWS_PER_WRITE));
  }
  const entry = { header, generation, sha256: pack.sha256, records: records.length, rowSize: RECORDS_PER_ROW };
  return { entry, records };
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
