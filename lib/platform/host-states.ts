/**
 * What is remembered of the hosts that were asked: in memory, gone with the browser; until when a host is to be left
 * alone, for longer, unless it said so to a private window.
 */
import type { HostState, HostStates } from '../services/look-ups/ports';
import { browser } from './browser';

const keyOf = (host: string): string => `host:${host}`;

export const hostStates: HostStates = {
  async get(host) {
    const key = keyOf(host);
    const [session, local] = await Promise.all([browser.storage.session.get(key), browser.storage.local.get(key)]);
    const state = session[key] as HostState | undefined;
    const kept = local[key];
    return {
      recent: state?.recent ?? [],
      notBefore: Math.max(state?.notBefore ?? 0, typeof kept === 'number' ? kept : 0),
    };
  },

  async set(host, state, keep) {
    const key = keyOf(host);
    await browser.storage.session.set({ [key]: state });
    if (!keep) return;
    if (state.notBefore > 0) await browser.storage.local.set({ [key]: state.notBefore });
    else await browser.storage.local.remove(key);
  },
};
