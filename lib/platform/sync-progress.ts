/** How far a synchronisation is: told to the options, in memory, gone with the browser. */
import type { SyncProgress } from '../services/sync/ports';
import { browser } from './browser';

const KEY = 'sync-progress';
/** A run that has said nothing for so long has died with its background: no request takes longer. */
const SILENCE_MS = 150_000;

interface Told extends SyncProgress {
  readonly at: number;
}

/** `null`: nothing is being synchronised any more. */
export async function tellSyncProgress(progress: SyncProgress | null): Promise<void> {
  if (progress) await browser.storage.session.set({ [KEY]: { ...progress, at: Date.now() } satisfies Told });
  else await browser.storage.session.remove(KEY);
}

/** Calls back with what is going on, now and after each change. */
export function watchSyncProgress(changed: (progress: SyncProgress | null) => void, signal: AbortSignal): void {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const show = (value: unknown) => {
    if (signal.aborted) return;
    clearTimeout(silence);
    const told = value as Told | undefined;
    const left = told ? told.at + SILENCE_MS - Date.now() : 0;
    if (left > 0) silence = setTimeout(() => changed(null), left);
    changed(told && left > 0 ? told : null);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[KEY]) show(changes[KEY].newValue);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(silence);
      browser.storage.session.onChanged.removeListener(listener);
    },
    { once: true },
  );
  void browser.storage.session.get(KEY).then((stored) => show(stored[KEY]));
}
