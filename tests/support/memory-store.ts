/** The knowledge store in memory, with the promises that the real one makes: whole writes, copies, one pointer, a lock. */
import type { PackRecord } from '../../lib/model/pack';
import { joinBytes, sourceOf } from '../../lib/recognition/binary';
import { keepDecisions } from '../../lib/services/installed-set';
import type { CurrentKnowledge, KnowledgeStore } from '../../lib/services/ports';

export interface MemoryStore extends KnowledgeStore {
  /** Keys of every row that lies in the store, and the fingerprints of its indexes: for finding orphans. */
  readonly rowKeys: () => string[];
  readonly fingerprints: () => string[];
  /** Breaks things from outside, as a browser does. */
  readonly loseRow: (key: string) => void;
  readonly damageIndex: (change: (bytes: ArrayBuffer) => ArrayBuffer | null) => void;
  /** Another store that holds the same. */
  readonly copy: () => MemoryStore;
}

export const createMemoryStore = (): MemoryStore => holding(new Map(), new Map(), null);

function holding(
  rows: Map<string, readonly PackRecord[]>,
  indexes: Map<string, ArrayBuffer>,
  current: CurrentKnowledge | null,
): MemoryStore {
  let pointer = current;
  let lock: Promise<unknown> = Promise.resolve();
  const keyOf = (pack: string, generation: string, row: number) => `${pack} ${generation} ${row}`;

  return {
    current: async () => structuredClone(pointer),
    rows: async ({ header, generation }, wanted) =>
      new Map(
        wanted.map((row) => {
          const records = rows.get(keyOf(header.id, generation, row)) ?? [];
          return [
            row,
            { at: (place) => structuredClone(records[place] ?? null), id: (place) => records[place]?.id ?? null },
          ];
        }),
      ),
    records: async function* ({ header, generation }) {
      const start = `${header.id} ${generation} `;
      const own = [...rows].filter(([key]) => key.startsWith(start));
      own.sort(([one], [other]) => Number(one.slice(start.length)) - Number(other.slice(start.length)));
      for (const [, records] of own) yield structuredClone(records);
    },
    index: async (fingerprint) => {
      const bytes = indexes.get(fingerprint);
      return bytes ? sourceOf(structuredClone(bytes)) : null;
    },
    countRows: async ({ header, generation }) =>
      [...rows.keys()].filter((key) => key.startsWith(`${header.id} ${generation} `)).length,
    writeRows: async (pack, generation, first, added) => {
      added.forEach((records, i) => {
        rows.set(keyOf(pack, generation, first + i), structuredClone(records));
      });
    },
    commit: async (next, index) => {
      pointer = structuredClone(keepDecisions(pointer, next));
      indexes.set(next.fingerprint, joinBytes(index));
    },
    amend: async (change) => {
      if (pointer) pointer = structuredClone(change(structuredClone(pointer)));
    },
    discardRows: async ({ header, generation }, numbers) => {
      for (const row of numbers) rows.delete(keyOf(header.id, generation, row));
    },
    replaceIndex: async (fingerprint, index) => {
      if (pointer?.fingerprint === fingerprint) indexes.set(fingerprint, joinBytes(index));
    },
    discardIndex: async (fingerprint) => {
      indexes.delete(fingerprint);
    },
    collectOrphans: async (keep = []) => {
      const kept = [...keep, ...(pointer?.packs ?? [])];
      const alive = kept.map(({ header, generation }) => `${header.id} ${generation} `);
      for (const key of [...rows.keys()]) if (!alive.some((start) => key.startsWith(start))) rows.delete(key);
      for (const key of [...indexes.keys()]) if (key !== pointer?.fingerprint) indexes.delete(key);
    },
    exclusively: (task) => {
      const turn = lock.then(task);
      lock = turn.catch(() => undefined);
      return turn;
    },
    rowKeys: () => [...rows.keys()],
    fingerprints: () => [...indexes.keys()],
    loseRow: (key) => {
      rows.delete(key);
    },
    damageIndex: (change) => {
      for (const [fingerprint, bytes] of indexes) {
        const changed = change(structuredClone(bytes));
        if (changed) indexes.set(fingerprint, changed);
        else indexes.delete(fingerprint);
      }
    },
    copy: () => holding(new Map(rows), new Map(indexes), pointer),
  };
}
