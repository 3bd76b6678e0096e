/** The reader's own records and history in memory: what the ports promise, and no more. */
import type { HistoryEntry, OwnRecord, OwnTable, OwnValues } from '../../lib/model/own';
import type { HistoryStore, OwnRecords, PrivateArea, PrivateChanges } from '../../lib/services/own/ports';

export function createMemoryOwn(): OwnRecords {
  const tables = new Map<OwnTable, Map<string, OwnValues[OwnTable]>>();
  const rows = (table: OwnTable) => {
    const known = tables.get(table) ?? new Map<string, OwnValues[OwnTable]>();
    tables.set(table, known);
    return known;
  };
  return {
    list: async <T extends OwnTable>(table: T) =>
      Array.from(rows(table), ([id, value]) => ({ id, value }) as OwnRecord<T>),
    async put(table, id, value) {
      rows(table).set(id, value);
    },
    async remove(table, id) {
      rows(table).delete(id);
    },
    async clear() {
      tables.clear();
    },
  };
}

export function createMemoryHistory(): HistoryStore {
  const entries = new Map<string, HistoryEntry>();
  return {
    async put(entry) {
      entries.set(entry.article.url, entry);
    },
    list: async (limit) => [...entries.values()].sort((a, b) => b.at - a.at).slice(0, limit),
    count: async () => entries.size,
    async remove(url) {
      entries.delete(url);
    },
    async prune(before) {
      for (const [url, { at }] of entries) if (at < before) entries.delete(url);
    },
    async clear() {
      entries.clear();
    },
  };
}

export function createMemoryArea(): PrivateArea {
  let kept: PrivateChanges = {};
  return {
    read: async () => kept,
    async write(changes) {
      kept = changes;
    },
  };
}
