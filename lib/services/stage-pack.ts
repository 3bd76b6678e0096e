/**
 * Takes a pack's file into the store in constant memory: unpacked, checked and written while it is read, as rows of a
 * generation that no pointer names. Whether the pack is sound is known at its end; until someone commits it, it does
 * not exist.
 */
import type { PackId } from '../model/ids';
import type { PackHeader, PackRecord } from '../model/pack';
import type { ByteTools } from '../packs/byte-tools';
import type { PackVerdict } from '../packs/pack-checker';
import { streamPack } from '../packs/stream-pack';
import type { PackFile } from './jobs';
import type { InstalledPack, KnowledgeStore, PackOrigin } from './ports';

/** Records in a row: writing costs rows, reading one record costs its row. */
export const RECORDS_PER_ROW = 32;
/** Rows written in one transaction. */
const ROWS_PER_WRITE = 64;

export interface StagePorts {
  readonly store: KnowledgeStore;
  readonly tools: ByteTools;
  /** An id no other generation has. */
  readonly newGeneration: () => string;
  /** The instant, in ISO form; for display only. */
  readonly now: () => string;
}

/** What a file has come to so far. */
export interface Staging {
  /** Bytes of the file that were read. */
  readonly bytes: number;
  /** Names in the records that were written. */
  readonly names: number;
}

export interface StageOptions {
  readonly origin: PackOrigin;
  /** The reader wants it never painted. */
  readonly isPrivate?: boolean | undefined;
  /** Ends the reading before the next batch: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onHeader?: ((header: PackHeader) => void) | undefined;
  /** Told after each batch. */
  readonly onProgress?: ((staging: Staging) => void) | undefined;
}

export type Staged = { readonly staged: InstalledPack } | Extract<PackVerdict, { problems: unknown }>;

/** Reads, checks and writes. What it had written of a pack that is refused is an orphan. */
export async function stagePack(ports: StagePorts, file: PackFile, options: StageOptions): Promise<Staged> {
  const { store, tools } = ports;
  const { origin, signal, onHeader, onProgress } = options;
  const generation = ports.newGeneration();
  let id = '' as PackId;
  let bytes = 0;
  let names = 0;
  let row = 0;
  /** The batch before: it is written while the next is checked. */
  let writing: Promise<void> = Promise.resolve();

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of file.stream()) {
      bytes += piece.length;
      yield piece;
    }
  }
  const write = async (records: readonly PackRecord[]): Promise<void> => {
    signal?.throwIfAborted();
    await writing;
    const rows = toRows(records);
    writing = store.writeRows(id, generation, row, rows);
    // Whoever waits for it next hears of its failure.
    writing.catch(() => undefined);
    row += rows.length;
    names += countNames(records);
    onProgress?.({ bytes, names });
  };

  const verdict = await streamPack(
    counted(),
    tools,
    {
      onHeader: (header) => {
        id = header.id;
        onHeader?.(header);
      },
      onRecords: write,
    },
    { batch: RECORDS_PER_ROW * ROWS_PER_WRITE },
  );
  await writing;
  signal?.throwIfAborted();
  if ('problems' in verdict) return verdict;
  const { header, records, sha256 } = verdict.sound;
  const isPrivate = options.isPrivate === true || header.private === true;
  const installedAt = ports.now();
  return {
    staged: {
      header,
      generation,
      sha256,
      records,
      rowSize: RECORDS_PER_ROW,
      origin,
      installedAt,
      bytes: file.size,
      isPrivate,
    },
  };
}

const countNames = (records: readonly PackRecord[]): number =>
  records.reduce((sum, record) => sum + ('names' in record ? (record.names?.length ?? 0) : 0), 0);

function toRows(records: readonly PackRecord[]): PackRecord[][] {
  const rows: PackRecord[][] = [];
  for (let i = 0; i < records.length; i += RECORDS_PER_ROW) rows.push(records.slice(i, i + RECORDS_PER_ROW));
  return rows;
}
