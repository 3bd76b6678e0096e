/** The request ledger in memory. */
import type { LedgerEntry, RequestLedger } from '../../lib/services/request-ledger';

export interface MemoryLedger extends RequestLedger {
  /** The entries as they stand, the first first. */
  readonly entries: LedgerEntry[];
}

export function createMemoryLedger(): MemoryLedger {
  const entries: LedgerEntry[] = [];
  return {
    entries,
    add: async (entry) => entries.push(entry) - 1,
    complete: async (id, result) => {
      const entry = entries[id];
      if (entry) entries[id] = { ...entry, ...result };
    },
    list: async () => entries.toReversed(),
    clear: async () => {
      entries.length = 0;
    },
  };
}
