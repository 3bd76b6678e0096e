/** Opening the panel: Chromium's side panel, Firefox's sidebar where it already is open, else a window beside the page. */
import { browser, hasSidebarAction } from './browser';
import { type TabInfo, toTabInfo } from './tabs';

const PANEL_PATH = 'sidepanel.html';
const PANEL_WIDTH_PX = 400;

/**
 * Opens the browser's own panel. Must be the first call in a click or a command: any `await` before it loses the
 * gesture. False where the browser has none for this page: the card's frame in Firefox.
 */
export async function openPanel(tab: { readonly id: number; readonly windowId: number }): Promise<boolean> {
  try {
    if (browser.sidePanel) {
      await browser.sidePanel.open(tab.id > 0 ? { tabId: tab.id } : { windowId: tab.windowId });
      return true;
    }
    if (!hasSidebarAction()) return false;
    await browser.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}

/**
 * Firefox, asked by the card: neither a frame nor a message can open the sidebar (measured), so an open one follows
 * the tab by itself, and otherwise the same panel opens as a window beside the article.
 */
export async function openPanelFor(tabId: number | null): Promise<'sidebar' | 'window'> {
  if (hasSidebarAction() && (await browser.sidebarAction.isOpen({}))) return 'sidebar';
  const query = tabId === null ? '' : `?tab=${tabId}`;
  await browser.windows.create({
    type: 'popup',
    url: browser.runtime.getURL(PANEL_PATH + query),
    width: PANEL_WIDTH_PX,
    height: 800,
  });
  return 'window';
}

/** The first-run page, once after install. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/** Register synchronously: a command may be what wakes the background. */
export function onCommand(listener: (name: string, tab: TabInfo | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, toTabInfo(tab)));
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
