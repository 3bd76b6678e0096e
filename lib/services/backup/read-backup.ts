/** Reads a backup: all of it is sound, or nothing of it is taken. */
import type { PackHeader } from '../../model/pack';
import type { ByteSource, ByteTools } from '../../packs/byte-tools';
import { PACK_LIMITS } from '../../packs/limits';
import { createLineReader } from '../../packs/read-lines';
import { BACKUP_FORMAT, type BackupEnd, type BackupPack } from './format';
import { type BackupRecord, isBackupRecord, toBackupRecord } from './reader-records';

/** What a file holds, in memory. */
export interface Backup {
  /** An ISO instant. */
  readonly made: string | null;
  readonly settings: ReadonlyMap<string, unknown>;
  readonly records: ReadonlyMap<string, readonly BackupRecord[]>;
  readonly packs: readonly RestoredPack[];
  /** Lines of kinds and tables that this version does not know. */
  readonly unknown: number;
}

/** A pack as a file of its own, to be queued as one that the reader adds. */
export interface RestoredPack extends BackupPack {
  readonly file: Blob;
}

/** What is wrong with a file, and in which line, counted from 1. `newer`: a later format. */
export interface BackupProblem {
  readonly problem: 'not-a-backup' | 'newer' | 'damaged';
  readonly line: number;
}

/** `tables`: those that this version knows. */
export async function readBackup(
  source: ByteSource,
  tables: readonly string[],
  tools: ByteTools,
): Promise<Backup | BackupProblem> {
  const reading = createReading(tables, tools);
  const lines = createLineReader(tools, PACK_LIMITS);
  try {
    for await (const piece of source) for (const line of lines.push(piece)) reading.take(line);
    for (const line of lines.end()) reading.take(line);
    return reading.finish(lines.digest());
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem, line: reading.line() };
    return { problem: reading.line() <= 1 ? 'not-a-backup' : 'damaged', line: reading.line() };
  }
}

class Refusal extends Error {
  constructor(readonly problem: BackupProblem['problem']) {
    super(problem);
  }
}

const damaged = (): never => {
  throw new Refusal('damaged');
};

/** A family of formats; the number behind it is the version. */
const FAMILY = /^sidelight-backup\/\d+$/;

function createReading(tables: readonly string[], tools: ByteTools) {
  const settings = new Map<string, unknown>();
  const records = new Map<string, BackupRecord[]>(tables.map((table) => [table, []]));
  const packs: RestoredPack[] = [];
  let pack: ReturnType<typeof createPackFile> | null = null;
  let made: string | null = null;
  let unknown = 0;
  let line = 0;
  let count = 0;
  let end: BackupEnd | null = null;

  function greet(header: unknown): void {
    const { format, made: at } = (header ?? {}) as { format?: unknown; made?: unknown };
    if (format !== BACKUP_FORMAT)
      throw new Refusal(typeof format === 'string' && FAMILY.test(format) ? 'newer' : 'not-a-backup');
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at))) made = at;
  }

  /** A pack ends where something else begins. */
  function closePack(): void {
    if (pack) packs.push(pack.close());
    pack = null;
  }

  function keep(value: unknown): void {
    if (!Array.isArray(value)) damaged();
    const [kind, first, second] = value as unknown[];
    count += 1;
    if (kind === 'line') {
      // Lines behind a pack of a kind that is not known, or was cut, have nowhere to go.
      pack?.add(first);
      return;
    }
    if (kind === 'cut') {
      pack = null;
      return;
    }
    closePack();
    if (kind === 'setting') {
      if (typeof first !== 'string') damaged();
      settings.set(first as string, second);
    } else if (kind === 'record') {
      if (typeof first !== 'string' || !isBackupRecord(second)) damaged();
      const known = records.get(first as string);
      if (known) known.push(toBackupRecord(second as BackupRecord));
      else unknown += 1;
    } else if (kind === 'pack') pack = isBackupPack(first) ? createPackFile(first, tools) : damaged();
    else unknown += 1;
  }

  return {
    line: () => line,
    take(text: string) {
      line += 1;
      const value: unknown = JSON.parse(text);
      if (line === 1) greet(value);
      else if (end) damaged();
      else if (isEnd(value)) end = value;
      else keep(value);
    },
    finish(digest: string): Backup {
      if (line === 0) throw new Refusal('not-a-backup');
      if (end?.end !== count || end.sha256 !== digest) damaged();
      closePack();
      return { made, settings, records, packs, unknown };
    },
  };
}

/** Writes a pack's file again, from its header and its records. */
function createPackFile(pack: BackupPack, { createDigest }: Pick<ByteTools, 'createDigest'>) {
  const digest = createDigest();
  const encoder = new TextEncoder();
  const parts: BlobPart[] = [];
  let lines = 0;
  const write = (value: unknown): void => {
    const bytes = encoder.encode(`${JSON.stringify(value)}\n`);
    digest.update(bytes);
    parts.push(bytes);
    lines += 1;
  };
  write(pack.header);
  return {
    add: write,
    close(): RestoredPack {
      const end = { record: 'end', records: lines, sha256: digest.hex() };
      return { ...pack, file: new Blob([...parts, `${JSON.stringify(end)}\n`]) };
    },
  };
}

const isEnd = (value: unknown): value is BackupEnd => typeof (value as { end?: unknown } | null)?.end === 'number';

/** What its header says beside its id is looked at when the pack is added. */
function isBackupPack(value: unknown): value is BackupPack {
  const { name, isPrivate, header } = (value ?? {}) as Partial<Record<keyof BackupPack, unknown>>;
  return (
    typeof name === 'string' &&
    typeof isPrivate === 'boolean' &&
    typeof (header as Partial<PackHeader> | undefined)?.id === 'string'
  );
}
