/** Pages that the reader wants briefed this once, whatever holds for their site: in memory, one a tab. */
import { withoutFragment } from '../text/address';
import { browser } from './browser';
import type { TabInfo } from './tabs';

const PREFIX = 'once:';
const keyOf = (tabId: number): string => `${PREFIX}${tabId}`;

/** Remembers the page that a tab shows now. */
export async function wantOnce({ id, url }: TabInfo): Promise<void> {
  if (url !== null) await browser.storage.session.set({ [keyOf(id)]: withoutFragment(url) });
}

/** True while the tab shows that page: another address is another page. */
export async function isWantedOnce({ id, url }: Pick<TabInfo, 'id' | 'url'>): Promise<boolean> {
  if (url === null) return false;
  return (await browser.storage.session.get(keyOf(id)))[keyOf(id)] === withoutFragment(url);
}

export async function forgetOnce(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
