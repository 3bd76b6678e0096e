/** How far a synchronisation is: told to the options, in memory, gone with the browser. */
import type { SyncProgress } from '../services/sync/ports';
import { browser } from './browser';

const KEY = 'sync-progress';

/** `null`: nothing is being synchronised any more. */
export async function tellSyncProgress(progress: SyncProgress | null): Promise<void> {
  if (progress) await browser.storage.session.set({ [KEY]: progress });
  else await browser.storage.session.remove(KEY);
}

/** Calls back with what is going on, now and after each change. */
export function watchSyncProgress(changed: (progress: SyncProgress | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[KEY]) changed((changes[KEY].newValue as SyncProgress | undefined) ?? null);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), { once: true });
  void browser.storage.session.get(KEY).then((stored) => {
    if (!signal.aborted) changed((stored[KEY] as SyncProgress | undefined) ?? null);
  });
}
