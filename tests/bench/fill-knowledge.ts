/** Runs in a page of the extension under measurement: puts knowledge that was compiled before into its own database. */
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore } from '../../lib/db/knowledge-store';
import type { PackRecord } from '../../lib/model/pack';
import type { CurrentKnowledge } from '../../lib/services/ports';

/** Rows of one file, and the number of the first. */
export interface RowFile {
  readonly first: number;
  readonly rows: readonly (readonly PackRecord[])[];
}

const fetchJson = async <T>(name: string): Promise<T> => (await (await fetch(name)).json()) as T;

/** Writes all rows, then index and pointer; resolves to the size of the index in bytes. */
async function fill(): Promise<number> {
  const store = createKnowledgeStore(new KnowledgeDb());
  const { current, files } = await fetchJson<{ current: CurrentKnowledge; files: number }>('current.json');
  const [pack] = current.packs;
  if (!pack) throw new Error('there is no pack to write');
  // Who writes without the lock has its rows cleared away by the background: no pointer names them yet.
  return store.exclusively(async () => {
    for (let i = 0; i < files; i++) {
      const { first, rows } = await fetchJson<RowFile>(`rows-${i}.json`);
      await store.writeRows(pack.header.id, pack.generation, first, rows);
    }
    const index = await (await fetch('index.bin')).arrayBuffer();
    await store.commit(current, [new Uint8Array(index)]);
    return index.byteLength;
  });
}

Object.assign(globalThis, { fill });
