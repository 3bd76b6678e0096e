/**
 * Installs the packs that ship with the extension, all or nothing: rows of a new generation are written beside the
 * old, the index is compiled, then one pointer is flipped. Whenever the background dies in between, the old knowledge
 * stands, and the next start begins again.
 */
import type { PackRecord } from '../model/pack';
import { checkPack } from '../packs/check-pack';
import { type CompilablePack, compileInSteps } from '../recognition/compile-index';
import type { BundledPack, BundledPacks, InstalledPack, KnowledgeStore, Sha256 } from './ports';
import { runInSlices, type Slices } from './slices';

/** Records in a row: writing costs rows, reading one record costs its row. */
export const RECORDS_PER_ROW = 32;
/** Rows written in one transaction. */
const ROWS_PER_WRITE = 64;

export interface InstallPorts {
  readonly store: KnowledgeStore;
  readonly bundled: BundledPacks;
  readonly sha256: Sha256;
  /** An id no other generation has. */
  readonly newGeneration: () => string;
  readonly slices: Slices;
}

/** How far an installation is, in names. */
export interface InstallProgress {
  readonly done: number;
  readonly total: number;
}

export interface InstallOptions {
  /** Ends the installation between two slices or two writes: what was there before stands. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: InstallProgress) => void) | undefined;
}

/** What of the work is done when all rows are written; the rest is compiling. */
const WRITTEN = 0.4;

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
export async function installBundledPacks(ports: InstallPorts, options: InstallOptions = {}): Promise<boolean> {
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
    await install(ports, wanted, found?.whole ?? [], options);
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

/** True when exactly the wanted packs are installed, and all of their rows are there. */
export const isUpToDate = async (store: KnowledgeStore, wanted: readonly BundledPack[]): Promise<boolean> =>
  isCurrent(await look(store), wanted);

/** A pack on its way into the store: rows still to be written, or kept from before. */
interface Prepared {
  readonly entry: InstalledPack;
  readonly records: readonly PackRecord[];
  readonly isKept: boolean;
}

/** Checks what is missing, writes it beside the old, compiles, and flips the pointer. */
async function install(
  ports: InstallPorts,
  wanted: readonly BundledPack[],
  installed: readonly InstalledPack[],
  { signal, onProgress }: InstallOptions,
): Promise<void> {
  const { store, sha256, slices } = ports;
  const packs: Prepared[] = [];
  for (const pack of wanted) {
    const kept = installed.find((entry) => entry.header.id === pack.id && entry.sha256 === pack.sha256);
    packs.push(
      kept ? { entry: kept, records: await store.allRecords(kept), isKept: true } : await readPack(ports, pack),
    );
    signal?.throwIfAborted();
  }
  const total = countNames(packs);
  const tell = (share: number) => onProgress?.({ done: Math.floor(share * total), total });
  const added = packs.filter(({ isKept }) => !isKept);
  for (const [i, pack] of added.entries()) {
    await writePack(store, pack, (share) => {
      signal?.throwIfAborted();
      tell((WRITTEN * (i + share)) / added.length);
    });
  }
  const entries = packs.map(({ entry }) => entry);
  const fingerprint = await fingerprintOf(entries, sha256);
  const compilable: CompilablePack[] = packs.map(({ entry: { header, rowSize }, records }) => ({
    header,
    records,
    rowSize,
  }));
  const index = await runInSlices(compileInSteps(compilable, fingerprint), {
    slices,
    signal,
    onProgress: (share) => tell(WRITTEN + (1 - WRITTEN) * share),
  });
  await store.commit({ packs: entries, fingerprint }, index);
}

const countNames = (packs: readonly Prepared[]): number =>
  packs.reduce(
    (sum, { records }) => records.reduce((own, record) => own + ('names' in record ? record.names.length : 0), sum),
    0,
  );

async function readPack(ports: InstallPorts, pack: BundledPack): Promise<Prepared> {
  const checked = await checkPack(await ports.bundled.read(pack), ports.sha256);
  if ('problems' in checked) throw new PackError(pack.path, checked.problems);
  const { header, records } = checked.pack;
  if (header.id !== pack.id) throw new PackError(pack.path, [{ line: 1, message: `is ${header.id}, not ${pack.id}` }]);
  const generation = ports.newGeneration();
  const entry = { header, generation, sha256: pack.sha256, records: records.length, rowSize: RECORDS_PER_ROW };
  return { entry, records, isKept: false };
}

/** Writes the rows of a pack; `wrote` is told how much of it is there. */
async function writePack(
  store: KnowledgeStore,
  { entry: { header, generation }, records }: Prepared,
  wrote: (share: number) => void,
): Promise<void> {
  const rows = toRows(records);
  for (let row = 0; row < rows.length; row += ROWS_PER_WRITE) {
    await store.writeRows(header.id, generation, row, rows.slice(row, row + ROWS_PER_WRITE));
    wrote(Math.min(1, (row + ROWS_PER_WRITE) / rows.length));
  }
}

function toRows(records: readonly PackRecord[]): PackRecord[][] {
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
