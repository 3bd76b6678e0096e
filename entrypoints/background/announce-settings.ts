/** Tells every open page when settings, its site's switch or the browser's permission have changed. */
import { command } from '../../lib/messaging/client';
import { isWantedOnce } from '../../lib/platform/once';
import { isOwnArticle } from '../../lib/platform/own-articles';
import { readStored, readStoredFor } from '../../lib/platform/settings-area';
import { allTabs, hasAccess, type TabInfo } from '../../lib/platform/tabs';
import { type PageSettings, pageSettings } from '../../lib/settings/schema';
import { readableHost } from '../../lib/text/address';

type Stored = Readonly<Record<string, unknown>>;

/** What the page of a tab is told: on where the browser lets us, for our own, and for the one that the reader wanted this once. */
export async function settingsFor(
  tab: Pick<TabInfo, 'id' | 'url'>,
  stored: Stored,
  host: string,
): Promise<PageSettings> {
  const settings = pageSettings(stored, host);
  // A tab that was never looked at has not heard that its site was taken away.
  const on = (settings.on && (await hasAccess(tab.url))) || isOwnArticle(tab.url) || (await isWantedOnce(tab));
  return { ...settings, on };
}

export async function announceSettings(): Promise<void> {
  const [usual, tabs] = await Promise.all([readStored(), allTabs()]);
  const inPrivate = tabs.some((tab) => tab.private) ? await readStoredFor({ private: true }) : usual;
  for (const tab of tabs) {
    const host = readableHost(tab.url);
    if (host === null && !isOwnArticle(tab.url)) continue;
    const settings = await settingsFor(tab, tab.private ? inPrivate : usual, host ?? '');
    void command(tab.id, 'page.settings', { settings });
  }
}

/**
 * Ends Sidelight in every tab that it may not read any more. The address of such a tab is not to be seen, and its page
 * has to be told all the same.
 */
export async function endUnreadable(forget: (tabId: number) => Promise<void>): Promise<void> {
  const stored = await readStored();
  for (const tab of await allTabs()) {
    if (isOwnArticle(tab.url) || (await hasAccess(tab.url)) || (await isWantedOnce(tab))) continue;
    void command(tab.id, 'page.settings', { settings: { ...pageSettings(stored, ''), on: false } });
    await forget(tab.id);
  }
}
