/** Opening the panel: Chromium's side panel, Firefox's sidebar where it already is open, else a window beside the page. */
import { browser, hasSidebarAction } from './browser';
import { type TabInfo, toTabInfo } from './tabs';

const PANEL_PATH = 'sidepanel.html';
const PANEL_WIDTH_PX = 400;
const PANEL_HEIGHT_PX = 800;

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
 * the tab by itself, and otherwise the same panel opens as a window beside the article, once for each tab.
 */
export async function openPanelFor(tabId: number | null): Promise<'sidebar' | 'window'> {
  if (hasSidebarAction() && (await browser.sidebarAction.isOpen({}))) return 'sidebar';
  const url = browser.runtime.getURL(PANEL_PATH + (tabId === null ? '' : `?tab=${tabId}`));
  const [open] = await browser.tabs.query({ url });
  if (open?.windowId === undefined) {
    await browser.windows.create({ type: 'popup', url, width: PANEL_WIDTH_PX, height: PANEL_HEIGHT_PX });
  } else {
    await browser.windows.update(open.windowId, { focused: true });
  }
  return 'window';
}

/** The keys that open Firefox's sidebar, as the reader has set them; `null` where there are none. */
export async function sidebarKey(): Promise<string | null> {
  if (!hasSidebarAction()) return null;
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'panel')?.shortcut || null;
}

/** The first-run page, once after install. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/**
 * Opens our own sample article in a tab, with the panel beside it. Call in the click itself, from a page in that window.
 */
export async function openSample(windowId: number): Promise<void> {
  // The window's panel follows whatever tab is in front. The first call in the click, or the gesture is lost.
  const opening = openPanel({ id: -1, windowId });
  const tab = await browser.tabs.create({ url: browser.runtime.getURL('sample.html'), windowId });
  if (!(await opening)) await openPanelFor(tab.id ?? null);
}

/** Register synchronously: a command may be what wakes the background. */
export function onCommand(listener: (name: string, tab: TabInfo | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, toTabInfo(tab)));
}

/** Opens the options; at a section of theirs in a tab of its own, since the browser's way there names none. */
export async function openOptions(section?: string): Promise<void> {
  if (section === undefined) await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL(`options.html#${section}`) });
}
