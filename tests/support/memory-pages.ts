/** What is known of open tabs, in memory, with the copies that a storage area makes. */
import type { PageState } from '../../lib/services/page-state';
import type { PageStates } from '../../lib/services/ports';

export interface MemoryPages extends PageStates {
  readonly tabs: () => number[];
}

export function createMemoryPages(): MemoryPages {
  const states = new Map<number, PageState>();
  return {
    get: async (tabId) => structuredClone(states.get(tabId) ?? null),
    set: async (tabId, state) => {
      states.set(tabId, structuredClone(state));
    },
    remove: async (tabId) => {
      states.delete(tabId);
    },
    tabs: () => [...states.keys()],
  };
}
