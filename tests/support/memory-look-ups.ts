/** What look-ups need, in memory, with a clock that only sleeping moves. */
import type { HostState, HostStates, LookUpCache, LookUpClock } from '../../lib/services/look-ups/ports';

export interface VirtualClock extends LookUpClock {
  pass(ms: number): void;
}

/** Begins at noon of 25 November 2026. */
export function createVirtualClock(): VirtualClock {
  let time = Date.UTC(2026, 10, 25, 12);
  return {
    now: () => time,
    pass(ms) {
      time += ms;
    },
    async sleep(ms, signal) {
      if (!signal.aborted) time += ms;
    },
  };
}

export interface MemoryHosts extends HostStates {
  /** Hosts whose state is kept over the end of the session. */
  readonly kept: ReadonlySet<string>;
}

export function createMemoryHosts(): MemoryHosts {
  const states = new Map<string, HostState>();
  const kept = new Set<string>();
  return {
    kept,
    get: async (host) => states.get(host) ?? { recent: [], notBefore: 0 },
    async set(host, state, keep) {
      states.set(host, state);
      if (keep) kept.add(host);
    },
  };
}

export interface MemoryCache extends LookUpCache {
  readonly entries: ReadonlyMap<string, { readonly value: unknown; readonly expires: number }>;
}

export function createMemoryCache(): MemoryCache {
  const entries = new Map<string, { readonly value: unknown; readonly expires: number }>();
  return {
    entries,
    async get(key, now) {
      const entry = entries.get(key);
      return entry && entry.expires > now ? structuredClone(entry.value) : null;
    },
    async put(key, value, _now, expires) {
      entries.set(key, { value: structuredClone(value), expires });
    },
    async clear() {
      entries.clear();
    },
  };
}
