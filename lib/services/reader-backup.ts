/**
 * What the reader made, as one file and back: JSON Lines like a pack, in the order of tables and ids, so that equal
 * records make equal files in every browser. Written while it is read; taken back whole or not at all, and merged: of
 * two versions of a record the newer stays, so that taking the same file twice changes nothing.
 */
import type { ByteSource, ByteTools } from '../packs/byte-tools';
import { PACK_LIMITS } from '../packs/limits';
import { createLineReader } from '../packs/read-lines';

/** A record of the reader's; `clock` is a logical clock, a deleted record stays as a tombstone. */
export interface BackupRecord {
  readonly id: string;
  readonly value: unknown;
  readonly clock: number;
  readonly device: string;
  readonly deleted: boolean;
}

/** The reader's database, as far as it is backed up. */
export interface ReaderRecords {
  /** Of the database: a file of a later one is not understood. */
  readonly version: number;
  readonly tables: readonly string[];
  /** All records of a table by their ids, some at a time. */
  records(table: string): AsyncIterable<readonly BackupRecord[]>;
  /** Puts those that are newer than what is there, in one step. Resolves to how many that were. */
  merge(records: ReadonlyMap<string, readonly BackupRecord[]>): Promise<number>;
}

const FORMAT = 'sidelight-reader/1';

/** What became of a file. `newer`: a later version of Sidelight wrote it. */
export type RestoreResult =
  | { readonly records: number; readonly merged: number }
  | { readonly problem: 'not-a-backup' | 'newer' | 'damaged'; readonly line: number };

/** Writes the file, piece by piece. */
export async function* exportReader(
  store: ReaderRecords,
  { createDigest }: Pick<ByteTools, 'createDigest'>,
): AsyncGenerator<Uint8Array> {
  const digest = createDigest();
  const encoder = new TextEncoder();
  const toBytes = (lines: readonly unknown[]): Uint8Array => {
    const bytes = encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    digest.update(bytes);
    return bytes;
  };
  let count = 0;
  yield toBytes([{ format: FORMAT, version: store.version }]);
  for (const table of [...store.tables].sort()) {
    for await (const batch of store.records(table)) {
      count += batch.length;
      yield toBytes(batch.map((record) => [table, toLine(record)]));
    }
  }
  yield encoder.encode(`${JSON.stringify({ end: count, sha256: digest.hex() })}\n`);
}

/** The fields in one order, whatever order the database gives them in. */
const toLine = ({ id, value, clock, device, deleted }: BackupRecord): BackupRecord => ({
  id,
  value,
  clock,
  device,
  deleted,
});

/** Takes a file back. Nothing is written unless all of it is sound; tables that this version does not know are left out. */
export async function importReader(source: ByteSource, store: ReaderRecords, tools: ByteTools): Promise<RestoreResult> {
  const reading = createReading(store);
  const lines = createLineReader(tools, PACK_LIMITS);
  try {
    for await (const piece of source) for (const line of lines.push(piece)) reading.take(line);
    for (const line of lines.end()) reading.take(line);
    reading.finish(lines.digest());
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem, line: reading.line() };
    return { problem: reading.line() === 0 ? 'not-a-backup' : 'damaged', line: reading.line() };
  }
  return { records: reading.count(), merged: await store.merge(reading.records) };
}

class Refusal extends Error {
  constructor(readonly problem: 'not-a-backup' | 'newer' | 'damaged') {
    super(problem);
  }
}

function createReading(store: ReaderRecords) {
  const records = new Map<string, BackupRecord[]>(store.tables.map((table) => [table, []]));
  let line = 0;
  let count = 0;
  let end: { readonly end: number; readonly sha256: string } | null = null;

  function greet(header: unknown): void {
    const { format, version } = header as { format?: unknown; version?: unknown };
    if (format !== FORMAT) throw new Refusal('not-a-backup');
    if (typeof version !== 'number' || version > store.version) throw new Refusal('newer');
  }

  function keep(value: unknown): void {
    if (end) throw new Refusal('damaged');
    if (isEnd(value)) {
      end = value;
      return;
    }
    const [table, record] = value as [unknown, unknown];
    if (typeof table !== 'string' || !isRecord(record)) throw new Refusal('damaged');
    count += 1;
    records.get(table)?.push(toLine(record));
  }

  return {
    records,
    line: () => line,
    count: () => count,
    take(text: string) {
      const value: unknown = JSON.parse(text);
      if (line === 0) greet(value);
      else keep(value);
      line += 1;
    },
    finish(digest: string) {
      if (line === 0) throw new Refusal('not-a-backup');
      if (end?.end !== count || end.sha256 !== digest) throw new Refusal('damaged');
    },
  };
}

const isEnd = (value: unknown): value is { readonly end: number; readonly sha256: string } =>
  typeof (value as { end?: unknown } | null)?.end === 'number';

function isRecord(value: unknown): value is BackupRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { id, clock, device, deleted } = value as Partial<Record<keyof BackupRecord, unknown>>;
  return typeof id === 'string' && Number.isFinite(clock) && typeof device === 'string' && typeof deleted === 'boolean';
}

/** True when a record is to take the place of the one that is there: by clock, then by device, so that all agree. */
export const isNewer = (offered: BackupRecord, known: BackupRecord | undefined): boolean =>
  known === undefined ||
  offered.clock > known.clock ||
  (offered.clock === known.clock && offered.device > known.device);
