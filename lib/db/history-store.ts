/** History on Dexie: an entry an article, by its address. What goes is deleted, without a tombstone that would tell of it. */

import * as v from 'valibot';
import type { HistoryEntry } from '../model/own';
import type { HistoryStore } from '../services/own/ports';
import { HISTORY_SCHEMA } from '../settings/own-schemas';
import type { ReaderDb, ReaderRecord } from './reader-db';

/** Entries that are kept: some ten a day for three years. The oldest go first. */
const MAX_ENTRIES = 10_000;

/** `device`: the id under which this browser's changes are known. */
export function createHistoryStore(db: ReaderDb, device: () => Promise<string>, most = MAX_ENTRIES): HistoryStore {
  return {
    async put(entry) {
      const own = await device();
      const { url: id } = entry.article;
      await db.transaction('rw', db.history, async () => {
        const before = await db.history.get(id);
        await db.history.put({ id, value: entry, clock: (before?.clock ?? 0) + 1, device: own, deleted: false });
        const surplus = await db.history.orderBy('value.at').reverse().offset(most).primaryKeys();
        await db.history.bulkDelete(surplus);
      });
    },

    async list(limit) {
      const rows = await db.history.orderBy('value.at').reverse().limit(limit).toArray();
      return rows.flatMap(toEntry);
    },

    count: () => db.history.count(),

    async remove(url) {
      await db.history.delete(url);
    },

    async prune(before) {
      await db.history.where('value.at').below(before).delete();
    },

    async clear() {
      await db.history.clear();
    },
  };
}

function toEntry({ value, deleted }: ReaderRecord<unknown>): HistoryEntry[] {
  const parsed = v.safeParse(HISTORY_SCHEMA, deleted ? null : value);
  return parsed.success ? [parsed.output] : [];
}
