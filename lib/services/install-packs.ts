/**
 * Installs the packs that ship with the extension, all or nothing: rows of a new generation are written beside the
 * old, the index is compiled, then one pointer is flipped. Whenever the process dies in between, the old knowledge
 * stands, and the next start begins again. Packs that the reader has added stay, behind these.
 */
import { compileSet } from './compile-set';
import { fingerprintOf, visiblePacks } from './installed-set';
import { isOver, type JobStore } from './jobs';
import type { BundledPack, BundledPacks, InstalledPack, KnowledgeStore, Sha256 } from './ports';
import type { Slices } from './slices';
import { type StagePorts, stagePack } from './stage-pack';

export interface InstallPorts extends StagePorts {
  readonly bundled: BundledPacks;
  readonly jobs: JobStore;
  readonly sha256: Sha256;
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
const WRITTEN = 0.5;

/** A pack that ships with the extension did not pass its own checker: a defect of this release. */
export class PackError extends Error {
  constructor(path: string, problems: readonly { line: number; message: string }[]) {
    const first = problems.slice(0, 3).map(({ line, message }) => `line ${line} ${message}`);
    super(`${path}: ${problems.length} problems: ${first.join('; ')}`);
    this.name = 'PackError';
  }
}

/**
 * Brings the installed packs up to what this version of the extension ships (or to `wanted`, the first of these);
 * returns whether anything changed. The old rows outlive the flip, for those who are reading them: the next start that
 * finds nothing to do clears them away.
 */
export async function installBundledPacks(
  ports: InstallPorts,
  options: InstallOptions = {},
  wanted?: readonly BundledPack[],
): Promise<boolean> {
  const { store } = ports;
  const bundled = wanted ?? (await ports.bundled.list());
  const wasCurrent = isCurrent(await look(store), bundled);
  return store.exclusively(async () => {
    const found = await look(store);
    if (isCurrent(found, bundled)) {
      // Where another importer has only now come first, its readers may not have noticed yet.
      if (wasCurrent) await clearAway(ports);
      return false;
    }
    await clearAway(ports);
    await install(ports, bundled, found?.whole ?? [], options);
    return true;
  });
}

/** Deletes what no pointer names and no job goes on with. Only for who holds the store's lock. */
export async function clearAway({ store, jobs }: Pick<InstallPorts, 'store' | 'jobs'>): Promise<void> {
  const staged = (await jobs.list()).flatMap((job) => (job.kind === 'import' && !isOver(job) && job.staged) || []);
  await store.collectOrphans(staged);
}

interface Found {
  readonly packs: readonly InstalledPack[];
  /** Those of which the browser has lost nothing and that the reader has not removed. */
  readonly whole: readonly InstalledPack[];
}

async function look(store: KnowledgeStore): Promise<Found | null> {
  const current = await store.current();
  if (!current) return null;
  const packs = visiblePacks(current);
  const counts = await Promise.all(packs.map((pack) => store.countRows(pack)));
  return { packs, whole: packs.filter(({ records, rowSize }, i) => counts[i] === Math.ceil(records / rowSize)) };
}

const isBundled = ({ origin }: InstalledPack): boolean => origin.kind === 'bundled';

/** True when the bundled packs are these, in this order, and nothing of any pack is lost. */
function isCurrent(found: Found | null, wanted: readonly BundledPack[]): boolean {
  if (!found || found.whole.length !== found.packs.length) return false;
  const own = found.packs.filter(isBundled);
  return (
    own.length === wanted.length &&
    own.every((pack, i) => pack.header.id === wanted[i]?.id && pack.sha256 === wanted[i]?.sha256)
  );
}

/** True when exactly the wanted packs are installed, and all of their rows are there. */
export const isUpToDate = async (store: KnowledgeStore, wanted: readonly BundledPack[]): Promise<boolean> =>
  isCurrent(await look(store), wanted);

/** Checks and writes what is missing beside the old, compiles, and flips the pointer. */
async function install(
  ports: InstallPorts,
  wanted: readonly BundledPack[],
  whole: readonly InstalledPack[],
  { signal, onProgress }: InstallOptions,
): Promise<void> {
  const { store, sha256, slices } = ports;
  const isKept = (pack: BundledPack) => (entry: InstalledPack) =>
    isBundled(entry) && entry.header.id === pack.id && entry.sha256 === pack.sha256;
  const total = wanted.reduce((sum, { names }) => sum + names, 0);
  const toWrite = wanted.filter((pack) => !whole.some(isKept(pack))).reduce((sum, { names }) => sum + names, 0);
  const tell = (share: number) => onProgress?.({ done: Math.floor(share * total), total });
  const packs: InstalledPack[] = [];
  let written = 0;
  for (const pack of wanted) {
    const kept = whole.find(isKept(pack));
    packs.push(kept ?? (await stageBundled(ports, pack, signal, (names) => tell(portion(written + names, toWrite)))));
    if (!kept) written += pack.names;
  }
  // What the reader added stays, unless it has meanwhile come with the extension.
  packs.push(...whole.filter((entry) => !isBundled(entry) && !wanted.some(({ id }) => id === entry.header.id)));
  const fingerprint = await fingerprintOf(packs, sha256);
  const index = await compileSet(store, packs, fingerprint, {
    slices,
    signal,
    onProgress: (share) => tell(WRITTEN + (1 - WRITTEN) * share),
  });
  await store.commit({ packs, fingerprint }, index);
}

const portion = (names: number, total: number): number => WRITTEN * Math.min(1, names / Math.max(1, total));

async function stageBundled(
  ports: InstallPorts,
  pack: BundledPack,
  signal: AbortSignal | undefined,
  wrote: (names: number) => void,
): Promise<InstalledPack> {
  const result = await stagePack(ports, await ports.bundled.read(pack), {
    origin: { kind: 'bundled' },
    signal,
    onProgress: ({ names }) => wrote(names),
  });
  if ('problems' in result) throw new PackError(pack.path, result.problems);
  const { header, sha256 } = result.staged;
  const problem =
    header.id !== pack.id
      ? `is ${header.id}, not ${pack.id}`
      : sha256 !== pack.sha256
        ? 'is not what was listed'
        : null;
  if (problem) throw new PackError(pack.path, [{ line: 1, message: problem }]);
  return result.staged;
}
