/**
 * The install's id, kept outside IndexedDB. A page that finds another id (or none) in its database sees the empty one
 * of a private window or container, or the browser has removed the data.
 */
import { browser } from './browser';

const KEY = 'install';

export async function readInstallId(): Promise<string | null> {
  const value = (await browser.storage.local.get(KEY))[KEY];
  return typeof value === 'string' ? value : null;
}

/** The id, made on first use. */
export async function ensureInstallId(): Promise<string> {
  const known = await readInstallId();
  if (known) return known;
  const id = crypto.randomUUID();
  await browser.storage.local.set({ [KEY]: id });
  return id;
}
