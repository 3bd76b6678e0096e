/** Switches the site of a tab; what is switched in a private window is forgotten with it. */
import { readStoredFor, removeSite, writeSite } from '../../lib/platform/settings-area';
import type { TabInfo } from '../../lib/platform/tabs';
import { isSiteOn, siteKey, storedSite } from '../../lib/settings/schema';
import { siteOf } from '../../lib/settings/sites';
import { readableHost } from '../../lib/text/address';

export async function switchSite(tab: TabInfo, on: boolean): Promise<void> {
  const host = readableHost(tab.url);
  const entry = host && storedSite(host, on);
  if (entry) await writeSite(entry, tab);
}

/** What holds for a site by itself holds again. */
export async function resetSite(tab: TabInfo): Promise<void> {
  const host = readableHost(tab.url);
  if (host) await removeSite(siteKey(siteOf(host)), tab);
}

export async function toggleSite(tab: TabInfo): Promise<void> {
  const host = readableHost(tab.url);
  if (host) await switchSite(tab, !isSiteOn(await readStoredFor(tab), host));
}
