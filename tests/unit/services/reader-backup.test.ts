/** The reader's records as a file and back (T21): equal records make equal files, damaged files change nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webByteTools } from '../../../lib/platform/byte-tools';
import {
  type BackupRecord,
  exportReader,
  importReader,
  isNewer,
  type ReaderRecords,
} from '../../../lib/services/reader-backup';

interface MemoryReader extends ReaderRecords {
  readonly kept: ReadonlyMap<string, ReadonlyMap<string, BackupRecord>>;
}

function aReader(version = 2, tables: readonly string[] = ['notes', 'pins']): MemoryReader {
  const kept = new Map(tables.map((table) => [table, new Map<string, BackupRecord>()]));
  return {
    kept,
    version,
    tables,
    async *records(table) {
      const sorted = [...(kept.get(table)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (let i = 0; i < sorted.length; i += 3) yield sorted.slice(i, i + 3);
    },
    async merge(records) {
      let merged = 0;
      for (const [table, offered] of records) {
        for (const record of offered) {
          if (!isNewer(record, kept.get(table)?.get(record.id))) continue;
          kept.get(table)?.set(record.id, record);
          merged += 1;
        }
      }
      return merged;
    },
  };
}

const record = (id: string, clock = 1, fields: Partial<BackupRecord> = {}): BackupRecord => ({
  id,
  value: { text: `${id} ${clock} ○` },
  clock,
  device: 'd1',
  deleted: false,
  ...fields,
});
const fill = (reader: MemoryReader, table: string, ...records: BackupRecord[]) =>
  reader.merge(new Map([[table, records]]));

async function fileOf(reader: ReaderRecords): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportReader(reader, webByteTools)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
const restore = (text: string, reader: ReaderRecords) => importReader([Buffer.from(text)], reader, webByteTools);

describe('the backup of what the reader made', () => {
  it('is the same file after it was taken into another browser, whatever the order of writing', async () => {
    const anyRecord = fc.record({
      id: fc.string({ minLength: 1, maxLength: 8 }),
      value: fc.jsonValue(),
      clock: fc.nat(5),
      device: fc.constantFrom('a', 'b'),
      deleted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord), fc.array(anyRecord), async (notes, pins) => {
        const [one, other] = [aReader(), aReader()];
        await fill(one, 'notes', ...notes);
        await fill(one, 'pins', ...pins);
        const file = await fileOf(one);
        expect(await restore(file, other)).not.toHaveProperty('problem');
        expect(await fileOf(other)).toBe(file);
        expect(await restore(file, other)).toMatchObject({ merged: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('takes the newer of two versions, deletions too, and keeps what only is here', async () => {
    const reader = aReader();
    await fill(reader, 'notes', record('old', 1), record('new', 5), record('own', 1));
    const file = aReader();
    const deleted = { deleted: true, value: null };
    await fill(file, 'notes', record('old', 2, deleted), record('new', 4), record('added', 1));
    expect(await restore(await fileOf(file), reader)).toEqual({ records: 3, merged: 2 });
    const notes = reader.kept.get('notes');
    expect(notes?.get('old')).toMatchObject(deleted);
    expect([notes?.get('new')?.clock, notes?.has('own'), notes?.has('added')]).toEqual([5, true, true]);
  });

  it('is opened by a later version, which may know other tables; not by an earlier one', async () => {
    const old = aReader(2, ['notes', 'rules']);
    await fill(old, 'notes', record('a'));
    await fill(old, 'rules', record('r'));
    const later = aReader(3, ['notes', 'added']);
    expect(await restore(await fileOf(old), later)).toEqual({ records: 2, merged: 1 });
    expect(await restore(await fileOf(later), old)).toEqual({ problem: 'newer', line: 0 });
  });

  it('changes nothing when it is damaged anywhere', async () => {
    const reader = aReader();
    await fill(reader, 'notes', ...Array.from({ length: 12 }, (_, i) => record(`n${i}`)));
    const file = await fileOf(reader);
    const damage = fc.oneof(
      fc.nat(file.length - 1).map((at) => file.slice(0, at)),
      fc.tuple(fc.nat(file.length - 1), fc.constantFrom('x', '"', '\n', '0', '}')).map(([at, put]) => {
        return file.slice(0, at) + put + file.slice(at + 1);
      }),
      fc.nat(12).map((line) => file.split('\n').toSpliced(line, 1).join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        fc.pre(damaged !== file && `${damaged}\n` !== file);
        const other = aReader();
        expect(await restore(damaged, other)).toHaveProperty('problem');
        expect(other.kept.get('notes')?.size).toBe(0);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it.each(['', '\n', '{}', '<!doctype html>', '{"record":"header","format":"sidelight-pack/1"}\n'])(
    'knows that %j is none',
    async (text) => {
      expect(await restore(text, aReader())).toEqual({ problem: 'not-a-backup', line: 0 });
    },
  );
});
