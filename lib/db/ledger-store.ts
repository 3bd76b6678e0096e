/** The request ledger on Dexie. */
import {
  type LedgerEntry,
  MAX_LEDGER_AGE_MS,
  MAX_LEDGER_ENTRIES,
  type RequestLedger,
} from '../services/request-ledger';
import type { ReaderDb } from './reader-db';

export function createLedgerStore(db: ReaderDb): RequestLedger {
  return {
    add: (entry) =>
      db.transaction('rw', db.requests, async () => {
        const id = await db.requests.add(entry);
        const surplus = await db.requests.orderBy('id').reverse().offset(MAX_LEDGER_ENTRIES).primaryKeys();
        const old = await db.requests
          .where('at')
          .below(entry.at - MAX_LEDGER_AGE_MS)
          .primaryKeys();
        await db.requests.bulkDelete([...surplus, ...old]);
        return id;
      }),

    async complete(id, result) {
      await db.requests.update(id, result);
    },

    async list() {
      const rows = await db.requests.orderBy('id').reverse().toArray();
      return rows.map(({ id: _id, ...entry }): LedgerEntry => entry);
    },

    async clear() {
      await db.requests.clear();
    },
  };
}
