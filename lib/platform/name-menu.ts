/** "Add … to my names" in the context menu: the panel of the tab opens, and asks what the name means. */
import { browser } from './browser';
import { askOwn } from './own-area';
import { openPanel } from './panel';
import { toTabInfo } from './tabs';

const MENU = 'add-name';
/** A name is no longer than this; the panel's field says so. */
const MAX_CHARS = 200;

/** Makes the menu's item, after those that are there; browsers keep it from then on. */
export function createNameMenu(): void {
  browser.contextMenus.create({
    id: MENU,
    title: browser.i18n.getMessage('menuAddName'),
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** Register synchronously: a click may be what wakes the background. */
export function onNameMenu(failed: (error: unknown) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, clicked) => {
    const tab = toTabInfo(clicked);
    if (menuItemId !== MENU || !tab || !selectionText) return;
    // The first call in the click: an `await` before it would lose the gesture.
    void openPanel(tab);
    const text = selectionText.replace(/\s+/g, ' ').trim().slice(0, MAX_CHARS);
    askOwn(tab.id, { kind: 'name', text }).catch(failed);
  });
}
