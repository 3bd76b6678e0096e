/** A device whose knowledge lies in files, so that its process can be killed: each write is one file put in another's place. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../../lib/sync/collect';
import type { Content } from '../../../lib/sync/entry';
import type { RecordId } from '../../../lib/sync/replica';
import { createMemoryRecords, createMemoryStore, type MemoryRecords, type MemoryStore } from './memory-sync';

function write(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, JSON.stringify(value));
  renameSync(`${path}.new`, path);
}

const read = <T>(path: string, otherwise: T): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : otherwise;

/** The reader's records of a device in a folder. */
export function openRecords(folder: string, tables: readonly string[]): MemoryRecords {
  const path = join(folder, 'records.json');
  const records = createMemoryRecords(tables);
  for (const [id, content] of read<[RecordId, Content][]>(path, [])) records.records.set(id, content);
  return {
    ...records,
    async apply(changes) {
      const failed = await records.apply(changes);
      saveRecords(folder, records.records);
      return failed;
    },
  };
}

export function saveRecords(folder: string, records: ReadonlyMap<RecordId, Content>): void {
  write(join(folder, 'records.json'), [...records]);
}

/** What a device knows, in its folder. */
export function openStore(folder: string, name: string): MemoryStore {
  const path = join(folder, 'store.json');
  const store = createMemoryStore(name);
  const { rows, ...rest } = read<{ rows: [RecordId, Row][] } & Partial<Omit<MemoryStore['state'], 'rows'>>>(path, {
    rows: [],
  });
  Object.assign(store.state, rest, { rows: new Map(rows) });
  return {
    ...store,
    async commit(commit) {
      await store.commit(commit);
      write(path, { ...store.state, rows: [...store.state.rows] });
    },
  };
}
