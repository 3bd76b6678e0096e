/** What popup and panel show of a tab: the briefing of its article, or which state it is in and what can be done. */
import { buildBriefing } from '../briefing/build-briefing';
import type { PageStatus } from '../briefing/view-models';
import type { InterfaceLanguage } from '../model/localized';
import { readableHost } from '../text/address';
import { shownIn } from './article-claims';
import { gatherArticle } from './article-facts';
import type { InstallProgress } from './install-packs';
import type { Knowledge } from './knowledge';
import { type PageState, placeOccurrences } from './page-state';

/** What is known of a tab before its article is looked at. */
export interface TabFacts {
  /** Address of the tab as far as the extension may see it. */
  readonly url: string | null;
  /** Of the article at this address; what is known of another is not this tab's any more. */
  readonly state: PageState | null;
  readonly siteOn: boolean;
  /** The site is one that Sidelight may read. */
  readonly hasAccess: boolean;
  readonly lang: InterfaceLanguage;
  /** The last attempt to install the packs failed. */
  readonly knowledgeFailed: boolean;
  /** How far an installation is; `null` where none tells. */
  readonly installing: InstallProgress | null;
}

export async function describeTab(tab: TabFacts, knowledge: Knowledge | null): Promise<PageStatus> {
  const host = readableHost(tab.url);
  if (host === null) return { state: 'unreadable' };
  if (!tab.siteOn) return { state: 'off', host };
  if (!tab.hasAccess) return { state: 'no-access', host };
  if (!knowledge)
    return tab.knowledgeFailed
      ? { state: 'failed', host }
      : { state: 'installing', host, ...(tab.installing ?? { done: 0, total: 0 }) };
  const { state } = tab;
  const known = { host, ...(tab.installing ? { installing: tab.installing } : {}) };
  if (!state) return { state: 'reading', ...known };
  if (state.status === 'not-article') return { state: 'not-article', ...known };
  const empty: PageStatus = { state: 'empty', ...known, asOf: state.asOf, packs: knowledge.headers.size };
  if (state.mentions.length === 0) return empty;
  const { claims = [] } = state;
  const { facts, context } = await gatherArticle(knowledge, state.mentions, state.asOf, tab.lang, shownIn(claims));
  const occurrences = placeOccurrences(state.blocks, state.mentions);
  const briefing = buildBriefing(facts, state.article, occurrences, context, claims);
  // Its packs may have gone since it was read.
  return briefing.cast.length === 0 ? empty : { state: 'ready', ...known, briefing };
}
