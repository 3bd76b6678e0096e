/**
 * "Brief me on …" in the context menu, and what it was asked for: kept for the tab in memory, where the panel finds it
 * when it opens or is open.
 */
import { browser } from './browser';
import { forgetOpened } from './opened-pages';
import { openPanel } from './panel';
import { type TabInfo, toTabInfo } from './tabs';

const MENU = 'brief-on';
const PREFIX = 'brief:';
const keyOf = (tabId: number): string => `${PREFIX}${tabId}`;
/** More is no name; the page of the reader may have selected itself. */
const MAX_CHARS = 1_000;

/** Makes the menu's item; browsers keep it from then on. */
export async function createBriefMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU,
    title: browser.i18n.getMessage('menuBrief'),
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** Register synchronously: a click may be what wakes the background. */
export function onBriefMenu(failed: (error: unknown) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, clicked) => {
    const tab = toTabInfo(clicked);
    if (menuItemId !== MENU || !tab || !selectionText) return;
    // The first call in the click: an `await` before it would lose the gesture.
    void openPanel(tab);
    askForBrief(tab, selectionText).catch(failed);
  });
}

/** Leaves a request for the panel of a tab. */
export async function askForBrief({ id }: Pick<TabInfo, 'id'>, text: string): Promise<void> {
  // It is shown in place of whatever page was open.
  await forgetOpened(id);
  await browser.storage.session.set({ [keyOf(id)]: text.slice(0, MAX_CHARS) });
}

/** What a tab's panel was asked for last, and not been told to forget; `null` for nothing. */
export async function readBriefRequest(tabId: number): Promise<string | null> {
  const text = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)];
  return typeof text === 'string' ? text : null;
}

export async function forgetBriefRequest(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls back when a tab's panel has been asked for something, or for nothing any more. */
export function watchBriefRequests(tabId: number, changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (keyOf(tabId) in changes) changed();
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), { once: true });
}
