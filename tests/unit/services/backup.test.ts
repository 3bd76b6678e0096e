/** Everything that is the reader's as one file and back: equal content makes equal files, damaged files change nothing. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { webByteTools } from '../../../lib/platform/byte-tools';
import { keepCopy, restoreCopy } from '../../../lib/services/backup/keep-copy';
import { type Backup, type BackupProblem, readBackup } from '../../../lib/services/backup/read-backup';
import { type BackupRecord, isNewer, type ReaderRecords } from '../../../lib/services/backup/reader-records';
import { previewRestore, type RestorePorts, restoreBackup } from '../../../lib/services/backup/restore-backup';
import { type BackupSources, writeBackup } from '../../../lib/services/backup/write-backup';
import { installBundledPacks } from '../../../lib/services/install-packs';
import type { KnowledgeStore } from '../../../lib/services/ports';
import { queueImport } from '../../../lib/services/queue-jobs';
import { runJobs } from '../../../lib/services/run-jobs';
import { aBundle, toPackFile, versionedRecords } from '../../support/bundles';
import { installPorts } from '../../support/install-ports';
import { createMemoryJobs } from '../../support/memory-jobs';
import { createMemoryStore } from '../../support/memory-store';

interface MemoryReader extends ReaderRecords {
  readonly kept: ReadonlyMap<string, ReadonlyMap<string, BackupRecord>>;
}

function aReader(tables: readonly string[] = ['notes', 'pins']): MemoryReader {
  const kept = new Map(tables.map((table) => [table, new Map<string, BackupRecord>()]));
  const newerOf = (table: string, offered: readonly BackupRecord[]) =>
    offered.filter((record) => isNewer(record, kept.get(table)?.get(record.id)));
  return {
    kept,
    tables,
    async *records(table) {
      const sorted = [...(kept.get(table)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (let i = 0; i < sorted.length; i += 3) yield sorted.slice(i, i + 3);
    },
    async compare(records) {
      return new Map([...records].map(([table, offered]) => [table, newerOf(table, offered).length]));
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

async function fileOf(records: ReaderRecords, sources: Partial<BackupSources> = {}): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBackup({ records, ...sources }, webByteTools)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
const read = (text: string, tables: readonly string[] = ['notes', 'pins']): Promise<Backup | BackupProblem> =>
  readBackup([Buffer.from(text)], tables, webByteTools);
async function sound(text: string, tables?: readonly string[]): Promise<Backup> {
  const backup = await read(text, tables);
  if ('problem' in backup) throw new Error(`${backup.problem} in line ${backup.line}`);
  return backup;
}

function portsOf(records: ReaderRecords, fields: Partial<RestorePorts> = {}) {
  const written: Record<string, unknown> = {};
  const ports: RestorePorts = {
    records,
    settings: { read: async () => written, write: async (values) => void Object.assign(written, values) },
    jobs: createMemoryJobs(),
    knowledge: createMemoryStore(),
    ...fields,
  };
  return { ports, written };
}

describe('the backup', () => {
  it('is the same file after it was taken into another browser, whatever the order of writing', async () => {
    const anyRecord = fc.record({
      id: fc.string({ minLength: 1, maxLength: 8 }),
      value: fc.jsonValue(),
      clock: fc.nat(5),
      device: fc.constantFrom('a', 'b'),
      deleted: fc.boolean(),
    });
    const anySettings = fc.dictionary(
      fc.constantFrom('set:marks', 'set:x', 'site:a.example', 'site:b.example'),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord), fc.array(anyRecord), anySettings, async (notes, pins, settings) => {
        const [one, other] = [aReader(), aReader()];
        await fill(one, 'notes', ...notes);
        await fill(one, 'pins', ...pins);
        const file = await fileOf(one, { settings });
        const { ports, written } = portsOf(other);
        await restoreBackup(await sound(file), ports);
        expect(await fileOf(other, { settings: written })).toBe(file);
        expect(await previewRestore(await sound(file), ports)).toMatchObject({ settings: 0, records: new Map() });
      }),
      { numRuns: 60 },
    );
  });

  it('takes the newer of two versions, deletions too, keeps what only is here, and says so before', async () => {
    const reader = aReader();
    await fill(reader, 'notes', record('old', 1), record('new', 5), record('own', 1));
    const file = aReader();
    const deleted = { deleted: true, value: null };
    await fill(file, 'notes', record('old', 2, deleted), record('new', 4), record('added', 1));
    const backup = await sound(await fileOf(file, { made: '2026-11-26T02:00:00.000Z' }));
    const { ports } = portsOf(reader);
    expect(await previewRestore(backup, ports)).toMatchObject({
      made: '2026-11-26T02:00:00.000Z',
      records: new Map([['notes', 2]]),
    });
    expect(reader.kept.get('notes')?.has('added')).toBe(false);
    await restoreBackup(backup, ports);
    const notes = reader.kept.get('notes');
    expect(notes?.get('old')).toMatchObject(deleted);
    expect([notes?.get('new')?.clock, notes?.has('own'), notes?.has('added')]).toEqual([5, true, true]);
  });

  it('is read by older and newer versions as far as they understand it', async () => {
    const file = aReader(['notes', 'rules']);
    await fill(file, 'notes', record('a'));
    await fill(file, 'rules', record('r1'), record('r2'));
    const backup = await sound(await fileOf(file), ['notes', 'added']);
    expect([backup.unknown, backup.records.get('notes')?.length]).toEqual([2, 1]);
    expect(await read((await fileOf(file)).replace('backup/1', 'backup/2'))).toEqual({ problem: 'newer', line: 1 });
  });

  it('puts nothing into settings that is none', async () => {
    const settings = {
      'set:marks': 'all',
      'set:of-a-newer-version': { a: 1 },
      'site:news.example': 'off',
      'sync-password': 'secret',
      'set:long': 'x'.repeat(5_000),
    };
    const { ports, written } = portsOf(aReader());
    const backup = await sound(await fileOf(aReader(), { settings }));
    expect((await previewRestore(backup, ports)).settings).toBe(3);
    await restoreBackup(backup, ports);
    expect(Object.keys(written)).toEqual(['set:marks', 'set:of-a-newer-version', 'site:news.example']);
  });

  it('changes nothing when it is damaged anywhere', async () => {
    const reader = aReader();
    await fill(reader, 'notes', ...Array.from({ length: 12 }, (_, i) => record(`n${i}`)));
    const file = await fileOf(reader, { settings: { 'set:marks': 'all' } });
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
        expect(await read(damaged)).toHaveProperty('problem');
      }),
      { numRuns: 300 },
    );
  });

  it('says in which line it is damaged', async () => {
    const reader = aReader();
    await fill(reader, 'notes', record('a'), record('b'));
    const lines = (await fileOf(reader)).split('\n');
    expect(await read(lines.with(2, '["record","notes",{"id":"b"}]').join('\n'))).toEqual({
      problem: 'damaged',
      line: 3,
    });
  });

  it.each(['', '\n', '{}', '<!doctype html>', '{"record":"header","format":"sidelight-pack/1"}\n', 'null\n'])(
    'knows that %j is none',
    async (text) => {
      expect(await read(text)).toMatchObject({ problem: 'not-a-backup' });
    },
  );
});

describe('packs in a backup', () => {
  let store: KnowledgeStore;
  let file: string;
  beforeAll(async () => {
    store = createMemoryStore();
    const jobs = createMemoryJobs();
    const bundle = await aBundle({ a: await toPackFile('a', '1', versionedRecords('a1', 40)) });
    const ports = installPorts(store, bundle, jobs);
    await installBundledPacks(ports);
    const own = new Blob([await toPackFile('b', '1', versionedRecords('b1', 90))]);
    await queueImport(jobs, own, { origin: { kind: 'file', name: 'b.jsonl' }, isPrivate: true });
    await runJobs(ports);
    file = await fileOf(aReader(), { knowledge: store });
  });

  it('are those that the reader added as files, and come back as they were', async () => {
    const backup = await sound(file);
    expect(backup.packs.map(({ header, name, isPrivate }) => [header.id, name, isPrivate])).toEqual([
      ['b', 'b.jsonl', true],
    ]);
    const [jobs, target] = [createMemoryJobs(), createMemoryStore()];
    const bundle = await aBundle({ a: await toPackFile('a', '1', versionedRecords('a1', 40)) });
    const ports = installPorts(target, bundle, jobs);
    await installBundledPacks(ports);
    const restoring = portsOf(aReader(), { jobs, knowledge: target }).ports;
    expect(await restoreBackup(backup, restoring)).toBe(1);
    await runJobs(ports);
    const [before, after] = await Promise.all([store.current(), target.current()]);
    expect(after?.packs[1]).toMatchObject({ origin: { name: 'b.jsonl' }, isPrivate: true });
    expect(after?.packs[1]?.sha256).toBe(before?.packs[1]?.sha256);
    expect((await previewRestore(backup, restoring)).packs).toEqual([]);
  });

  it('are left out where they cannot be read to their end', async () => {
    const broken = {
      current: () => store.current(),
      async *records() {
        yield [];
        throw new SyntaxError('damaged');
      },
    } as unknown as KnowledgeStore;
    expect((await sound(await fileOf(aReader(), { knowledge: broken }))).packs).toEqual([]);
  });
});

describe('the copy outside the databases', () => {
  const aCopy = () => {
    const kept: { text: string | null; writes: number } = { text: null, writes: 0 };
    return {
      kept,
      read: async () => kept.text,
      write: async (text: string) => {
        kept.text = text;
        kept.writes += 1;
      },
    };
  };

  it('is written when something has changed, and brings back all but the history', async () => {
    const tables = ['notes', 'pins', 'history'];
    const [reader, copy] = [aReader(tables), aCopy()];
    await fill(reader, 'notes', record('a'));
    await fill(reader, 'history', record('h'));
    expect(await keepCopy(copy, reader, webByteTools)).toBe(true);
    expect(await keepCopy(copy, reader, webByteTools)).toBe(false);
    await fill(reader, 'pins', record('p'));
    expect(await keepCopy(copy, reader, webByteTools)).toBe(true);
    expect(copy.kept.writes).toBe(2);
    const empty = aReader(tables);
    expect(await restoreCopy(copy, empty, webByteTools)).toBe(2);
    expect([...empty.kept].map(([table, own]) => [table, own.size])).toEqual([
      ['notes', 1],
      ['pins', 1],
      ['history', 0],
    ]);
  });

  it('is nothing where there is none or what is there is damaged', async () => {
    const copy = aCopy();
    expect(await restoreCopy(copy, aReader(), webByteTools)).toBeNull();
    copy.kept.text = '{"format":';
    expect(await restoreCopy(copy, aReader(), webByteTools)).toBeNull();
  });
});
