/** What the browser and the reader's settings say of a tab; the same for the background and for the extension's pages. */
import type { TabFacts } from '../services/describe-tab';
import { effectiveSettings, isSiteOn } from '../settings/schema';
import { readableHost } from '../text/address';
import { readerLanguage } from './language';
import { sessionPages } from './session-pages';
import { readStoredFor } from './settings-area';
import { hasAccess, tabById } from './tabs';

export async function readTabFacts(tabId: number): Promise<TabFacts> {
  const [tab, state] = await Promise.all([tabById(tabId), sessionPages.get(tabId)]);
  const stored = await readStoredFor(tab ?? { private: false });
  const url = tab?.url ?? null;
  return {
    url,
    state,
    siteOn: isSiteOn(stored, readableHost(url) ?? ''),
    // A page that has been read was one that may be read.
    hasAccess: state !== null || (await hasAccess(url)),
    lang: readerLanguage(effectiveSettings(stored).language),
  };
}
