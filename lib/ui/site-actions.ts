/** What popup and panel do about the site of a tab, each in the click itself: only there the browser asks. */
import { ask, tell } from '../messaging/client';
import { askForSite } from '../platform/site-access';
import type { TabInfo } from '../platform/tabs';
import { siteOf } from '../settings/sites';
import { readableHost } from '../text/address';

/**
 * Switches the site of a tab for good. The switch is stored before the browser asks: its question may close the popup,
 * and the background goes on once it has been answered. Declined, the switch is taken back.
 */
export function alwaysOnSite(tab: TabInfo): void {
  const host = readableHost(tab.url);
  if (host === null) return;
  tell('site.set', { tabId: tab.id, on: true });
  void askForSite(siteOf(host)).then((allowed) => {
    if (!allowed) tell('site.reset', { tabId: tab.id });
  });
}

/** Starts on the page that a tab shows; false where the browser does not let us, whatever it may be. */
export const onlyThisPage = (tab: TabInfo): Promise<boolean> => ask('site.once', { tabId: tab.id }).catch(() => false);
