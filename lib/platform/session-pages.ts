/** What is known of open tabs, in `storage.session`: in memory, gone with the browser, closed to content scripts. */
import type { PageState } from '../services/page-state';
import type { PageStates } from '../services/ports';
import { browser } from './browser';

const PREFIX = 'page:';
const key = (tabId: number): string => `${PREFIX}${tabId}`;

export const sessionPages: PageStates = {
  async get(tabId) {
    return ((await browser.storage.session.get(key(tabId)))[key(tabId)] as PageState | undefined) ?? null;
  },
  async set(tabId, state) {
    await browser.storage.session.set({ [key(tabId)]: state });
  },
  async remove(tabId) {
    await browser.storage.session.remove(key(tabId));
  },
};

/** Calls back when what is known of a tab has changed. */
export function watchPage(changed: (tabId: number) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    for (const name of Object.keys(changes)) if (name.startsWith(PREFIX)) changed(Number(name.slice(PREFIX.length)));
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), { once: true });
}
