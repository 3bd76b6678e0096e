/** Switches the site of a tab; what is switched in a private window is forgotten with it. */
import { readStoredFor, writeSite } from '../../lib/platform/settings-area';
import type { TabInfo } from '../../lib/platform/tabs';
import { isSiteOn, storedSite } from '../../lib/settings/schema';
import { readableHost } from '../../lib/text/address';

export async function switchSite(tab: TabInfo, on: boolean): Promise<void> {
  const host = readableHost(tab.url);
  const entry = host && storedSite(host, on);
  if (entry) await writeSite(entry, tab);
}

export async function toggleSite(tab: TabInfo): Promise<void> {
  const host = readableHost(tab.url);
  if (host) await switchSite(tab, !isSiteOn(await readStoredFor(tab), host));
}
