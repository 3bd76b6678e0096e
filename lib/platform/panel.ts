/** Opening the panel: Chromium's side panel, Firefox's sidebar where it already is open, else a window beside the page. */
import { browser } from './browser';

const PANEL_PATH = 'sidepanel.html';
const PANEL_WIDTH_PX = 400;

/** Must be the first call in a click: any `await` before it loses the gesture. */
export function openSidePanel(tabId: number, windowId: number): Promise<boolean> {
  if (browser.sidePanel) {
    return browser.sidePanel.open(tabId > 0 ? { tabId } : { windowId }).then(
      () => true,
      () => false,
    );
  }
  return Promise.resolve(false);
}

/** From the popup in Firefox, where the click may open the sidebar. */
export async function openSidebar(): Promise<boolean> {
  try {
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
  if (browser.sidebarAction && (await browser.sidebarAction.isOpen({}))) return 'sidebar';
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
export function onCommand(
  listener: (name: string, tab: { id: number; windowId: number; url: string | null } | null) => void,
): void {
  browser.commands.onCommand.addListener((name, tab) => {
    listener(name, tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId ?? -1, url: tab.url ?? null });
  });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
