/** Tabs, as far as popup and panel need them. */
import { browser } from './browser';
import { hostPattern } from './host-access';

export interface TabInfo {
  readonly id: number;
  readonly windowId: number;
  /** `null` where the extension may not see the address. */
  readonly url: string | null;
  /** The tab is in a private window: nothing of it may be kept. */
  readonly private: boolean;
}

/** The browser's description of a tab, as far as it is used. */
export function toTabInfo(
  tab: { id?: number; windowId?: number; url?: string; incognito?: boolean } | undefined,
): TabInfo | null {
  if (tab?.id === undefined) return null;
  return { id: tab.id, windowId: tab.windowId ?? 0, url: tab.url ?? null, private: tab.incognito ?? false };
}

/** The tab in front of a window; of the last focused one when `windowId` is not given. */
export async function activeTab(windowId?: number): Promise<TabInfo | null> {
  const [tab] = await browser.tabs.query(
    windowId === undefined ? { active: true, lastFocusedWindow: true } : { active: true, windowId },
  );
  return toTabInfo(tab);
}

export async function tabById(tabId: number): Promise<TabInfo | null> {
  try {
    return toTabInfo(await browser.tabs.get(tabId));
  } catch {
    return null;
  }
}

/** The tab that this page itself is; `null` for what is in no tab. */
export async function ownTab(): Promise<TabInfo | null> {
  return toTabInfo((await browser.tabs.getCurrent()) ?? undefined);
}

/** The window that this page belongs to: a side panel follows its own window. */
export async function ownWindowId(): Promise<number | undefined> {
  try {
    return (await browser.windows.getCurrent()).id;
  } catch {
    return undefined;
  }
}

/**
 * Calls back when another tab comes to the front, or one in front, or the tab `also`, is loaded or goes elsewhere. What
 * happens in the tabs behind is nobody's business: a browser may load hundreds of them.
 */
export function watchActiveTab(changed: () => void, signal: AbortSignal, also: number | null = null): void {
  const updated = (id: number, change: { url?: string; status?: string }, { active }: { active: boolean }) => {
    if ((active || id === also) && (change.url !== undefined || change.status !== undefined)) changed();
  };
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener(
    'abort',
    () => {
      browser.tabs.onActivated.removeListener(changed);
      browser.tabs.onUpdated.removeListener(updated);
    },
    { once: true },
  );
}

/** Calls back when a tab goes elsewhere or is closed. */
export function watchTab(tabId: number, changed: () => void, signal: AbortSignal): void {
  const updated = (id: number, change: { url?: string }) => {
    if (id === tabId && change.url !== undefined) changed();
  };
  const removed = (id: number) => {
    if (id === tabId) changed();
  };
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  signal.addEventListener(
    'abort',
    () => {
      browser.tabs.onUpdated.removeListener(updated);
      browser.tabs.onRemoved.removeListener(removed);
    },
    { once: true },
  );
}

/** Brings a tab to the front of its window. */
export async function showTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}

/** True when the extension may read pages of this address. */
export async function hasAccess(url: string | null): Promise<boolean> {
  const pattern = url === null ? null : hostPattern(url);
  return pattern !== null && browser.permissions.contains({ origins: [pattern] }).catch(() => false);
}

/** Opens an address in a tab of its own, in the window of the page that asks. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** All tabs of all windows. */
export async function allTabs(): Promise<TabInfo[]> {
  return (await browser.tabs.query({})).flatMap((tab) => toTabInfo(tab) ?? []);
}
