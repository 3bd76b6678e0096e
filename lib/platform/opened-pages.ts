/**
 * Pages of entities and events that are open in a tab's panel, one on the other: kept for the tab in memory, so that the
 * panel finds them again when it is closed and opened, and popup and card can open one.
 */
import { isReference, type Reference } from '../model/ids';
import { browser } from './browser';

const PREFIX = 'opened:';
const keyOf = (tabId: number): string => `${PREFIX}${tabId}`;

/** The open pages, the topmost last. */
export async function readOpened(tabId: number): Promise<readonly Reference[]> {
  const kept = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)];
  return Array.isArray(kept) ? kept.filter(isReference) : [];
}

export async function setOpened(tabId: number, pages: readonly Reference[]): Promise<void> {
  if (pages.length === 0) await forgetOpened(tabId);
  else await browser.storage.session.set({ [keyOf(tabId)]: pages });
}

/** Opens one page, and none below it. */
export const openPage = (tabId: number, reference: Reference): Promise<void> => setOpened(tabId, [reference]);

export async function forgetOpened(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls back when other pages of a tab are open. */
export function watchOpened(tabId: number, changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (keyOf(tabId) in changes) changed();
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), { once: true });
}
