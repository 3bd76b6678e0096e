/** Writes the backup, piece by piece: equal content makes equal files in every browser. */
import type { ByteTools } from '../../packs/byte-tools';
import type { InstalledPack, KnowledgeStore } from '../ports';
import { BACKUP_FORMAT, type BackupEnd, type BackupHeader, type BackupLine } from './format';
import { type ReaderRecords, toBackupRecord } from './reader-records';

/** What is backed up; parts that are left out are not in the file. */
export interface BackupSources {
  /** An ISO instant. */
  readonly made?: string;
  readonly records: ReaderRecords;
  /** All of them unless said. */
  readonly tables?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly knowledge?: Pick<KnowledgeStore, 'current' | 'records'>;
}

export async function* writeBackup(
  { made, records, tables = records.tables, settings = {}, knowledge }: BackupSources,
  { createDigest }: Pick<ByteTools, 'createDigest'>,
): AsyncGenerator<Uint8Array> {
  const digest = createDigest();
  const encoder = new TextEncoder();
  let count = 0;
  const toBytes = (lines: readonly (BackupLine | BackupHeader)[]): Uint8Array => {
    const bytes = encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    digest.update(bytes);
    return bytes;
  };
  const take = (lines: readonly BackupLine[]): Uint8Array => {
    count += lines.length;
    return toBytes(lines);
  };
  yield toBytes([{ format: BACKUP_FORMAT, ...(made === undefined ? {} : { made }) }]);
  yield take(
    Object.keys(settings)
      .sort()
      .map((key) => ['setting', key, settings[key]]),
  );
  for (const table of [...tables].sort()) {
    for await (const batch of records.records(table))
      yield take(batch.map((record) => ['record', table, toBackupRecord(record)]));
  }
  for (const pack of (await knowledge?.current())?.packs.filter(isOfFile) ?? []) {
    yield take([['pack', { name: pack.origin.name, isPrivate: pack.isPrivate, header: pack.header }]]);
    try {
      for await (const batch of (knowledge as NonNullable<typeof knowledge>).records(pack))
        yield take(batch.map((record) => ['line', record]));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // A row is damaged: half a pack is none.
      yield take([['cut']]);
    }
  }
  const end: BackupEnd = { end: count, sha256: digest.hex() };
  yield encoder.encode(`${JSON.stringify(end)}\n`);
}

type OfFile = InstalledPack & { readonly origin: { readonly kind: 'file' } };

/** A pack that has an address is fetched again from there. */
const isOfFile = (pack: InstalledPack): pack is OfFile => pack.origin.kind === 'file';
