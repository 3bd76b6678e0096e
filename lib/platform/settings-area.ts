/**
 * Where settings live: `storage.local`. What happens here is at once, whatever becomes of the browser's synchronisation,
 * by which they travel to other devices (`share-settings`). A site's switch that is turned in a private window lives in
 * `storage.session` instead, in memory, and goes with the last private window.
 */
import { isSetting, SITE_PREFIX } from '../settings/schema';
import { browser } from './browser';
import { PROGRESS_KEY } from './install-progress';
import { PROBLEM_KEY } from './knowledge-problem';

/** Everything that is stored; an area that refuses (policy, damage) is empty: defaults then stand. */
export async function readStored(): Promise<Record<string, unknown>> {
  try {
    const stored = await browser.storage.local.get(null);
    return Object.fromEntries(Object.entries(stored).filter(([key]) => isSetting(key)));
  } catch (error) {
    console.warn('Sidelight: settings cannot be read; defaults are used', error);
    return {};
  }
}

/** What holds in a window: in a private one the switches made there come on top. */
export async function readStoredFor(window: { readonly private: boolean }): Promise<Record<string, unknown>> {
  const stored = await readStored();
  return window.private ? { ...stored, ...(await privateSwitches()) } : stored;
}

async function privateSwitches(): Promise<Record<string, unknown>> {
  const kept = await browser.storage.session.get(null);
  return Object.fromEntries(Object.entries(kept).filter(([key]) => key.startsWith(SITE_PREFIX)));
}

/** Turns a site's switch; `entry` comes from `storedSite`. */
export async function writeSite(entry: Record<string, unknown>, window: { readonly private: boolean }): Promise<void> {
  if (window.private) await browser.storage.session.set(entry);
  else await writeStored(entry);
}

/** Takes a site's switch back; `key` comes from `siteKey`. What is only missing would come back from the next device. */
export async function removeSite(key: string, window: { readonly private: boolean }): Promise<void> {
  if (window.private) await browser.storage.session.remove(key);
  else await writeStored({ [key]: null });
}

/** Forgets what was switched in private windows; call when the last of them has closed. */
export async function forgetPrivateSwitches(): Promise<void> {
  await browser.storage.session.remove(Object.keys(await privateSwitches()));
}

export async function writeStored(values: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(values);
}

/** Calls back after every change of what is stored, in memory or for good, and when packs are installed, fail or are mended. */
export function watchStored(changed: () => void, signal?: AbortSignal): void {
  const onStored = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some(isSetting)) changed();
  };
  const onSession = (changes: Record<string, unknown>) => {
    const isOurs = (key: string) => key.startsWith(SITE_PREFIX) || key === PROBLEM_KEY || key === PROGRESS_KEY;
    if (Object.keys(changes).some(isOurs)) changed();
  };
  // The card's frame has no `storage.session` in Firefox, and needs none.
  const session: typeof browser.storage.session | undefined = browser.storage.session;
  browser.storage.local.onChanged.addListener(onStored);
  session?.onChanged.addListener(onSession);
  signal?.addEventListener(
    'abort',
    () => {
      browser.storage.local.onChanged.removeListener(onStored);
      session?.onChanged.removeListener(onSession);
    },
    { once: true },
  );
}
