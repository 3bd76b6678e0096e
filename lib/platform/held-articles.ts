/** The article that a window's panel is held on, in `storage.session`: in memory, gone with the browser. */
import type { HeldArticle } from '../services/hold-article';
import { browser } from './browser';

const PREFIX = 'held:';
const keyOf = (windowId: number): string => `${PREFIX}${windowId}`;

export async function readHeld(windowId: number): Promise<HeldArticle | null> {
  const key = keyOf(windowId);
  return ((await browser.storage.session.get(key))[key] as HeldArticle | undefined) ?? null;
}

/** Keeps it. What closed windows have left behind goes. */
export async function writeHeld(held: HeldArticle): Promise<void> {
  await browser.storage.session.set({ [keyOf(held.windowId)]: held });
  const open = new Set((await browser.windows.getAll()).map(({ id }) => keyOf(id ?? -1)));
  const kept = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(PREFIX));
  await browser.storage.session.remove(kept.filter((key) => !open.has(key)));
}

export async function forgetHeld(windowId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(windowId));
}
