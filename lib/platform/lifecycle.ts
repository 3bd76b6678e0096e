/** Install, update and tabs coming and going. */
import { browser, hasSidebarAction } from './browser';

/** Register synchronously: the event fires once, right after the background has started. */
export function onInstalled(listener: (reason: 'install' | 'update' | 'other') => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) =>
    listener(reason === 'install' || reason === 'update' ? reason : 'other'),
  );
}

/** Register synchronously. Not in a browser's first start with the extension: that is an installation. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

export function onTabRemoved(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}

/** Calls back when the last private window has closed. */
export function onPrivateWindowsGone(listener: () => void): void {
  browser.windows.onRemoved.addListener(() => {
    void browser.windows.getAll().then((windows) => {
      if (!windows.some(({ incognito }) => incognito)) listener();
    });
  });
}

/**
 * Chromium does not run content scripts in tabs that are already open at install; Firefox does. Where they run already
 * a second start would double everything, so Firefox is left alone.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  if (hasSidebarAction()) return;
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches, js } of scripts) {
    if (!matches || !js) continue;
    for (const tab of await browser.tabs.query({ url: matches })) {
      if (tab.id === undefined || tab.discarded) continue;
      // A tab may be gone, or an error page by now: then there is nothing to read in it.
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: js }).catch(() => undefined);
    }
  }
}
