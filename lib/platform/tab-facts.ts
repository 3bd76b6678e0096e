/** What the browser and the reader's settings say of a tab; the same for the background and for the extension's pages. */
import type { TabFacts } from '../services/describe-tab';
import { type HeldArticle, heldState } from '../services/hold-article';
import { isOfAddress } from '../services/page-state';
import { comesTo, effectiveSettings, isSiteOn } from '../settings/schema';
import { readableHost } from '../text/address';
import { readInstallProgress } from './install-progress';
import { readTrouble } from './knowledge-problem';
import { namesLanguage } from './language';
import { isWantedOnce } from './once';
import { isOwnArticle } from './own-articles';
import { sessionPages } from './session-pages';
import { readStoredFor } from './settings-area';
import { hasAccess, tabById } from './tabs';

/** `held`: an article that is looked at though its tab may show another by now, or be closed. */
export async function readTabFacts(tabId: number, held: HeldArticle | null = null): Promise<TabFacts> {
  const [tab, kept, trouble, installing] = await Promise.all([
    tabById(tabId),
    sessionPages.get(tabId),
    readTrouble(),
    readInstallProgress(),
  ]);
  const stored = await readStoredFor(tab ?? { private: false });
  const url = held ? held.url : (tab?.url ?? null);
  const state = held ? heldState(held, kept) : kept && isOfAddress(kept, url) ? kept : null;
  return {
    url,
    state,
    isOwn: isOwnArticle(url),
    siteOn: isSiteOn(stored, readableHost(url) ?? '') || (await isWantedOnce({ id: tabId, url })),
    // A page that has been read was one that may be read.
    hasAccess: state !== null || (comesTo(stored, readableHost(url) ?? '') && (await hasAccess(url))),
    knowledgeFailed: trouble !== null,
    installing,
    lang: namesLanguage(effectiveSettings(stored)),
  };
}
