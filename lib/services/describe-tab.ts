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
  /** A page of the extension with an article of its own. */
  readonly isOwn: boolean;
  readonly siteOn: boolean;
  /** The site is one that Sidelight comes to by itself and may read. */
  readonly hasAccess: boolean;
  readonly lang: InterfaceLanguage;
  /** The last attempt to install the packs failed. */
  readonly knowledgeFailed: boolean;
  /** How far an installation is; `null` where none tells. */
  readonly installing: InstallProgress | null;
}

export async function describeTab(tab: TabFacts, knowledge: Knowledge | null): Promise<PageStatus> {
  const host = tab.isOwn ? '' : readableHost(tab.url);
  if (host === null) return { state: tab.url === null ? 'unseen' : 'unreadable' };
  if (!tab.isOwn && !tab.siteOn) return { state: 'off', host, isAllowed: tab.hasAccess };
  if (!tab.isOwn && !tab.hasAccess) return { state: 'no-access', host };
  if (!knowledge)
    return tab.knowledgeFailed
      ? { state: 'failed', host }
      : { state: 'installing', host, ...(tab.installing ?? { done: 0, total: 0 }) };
  const { state } = tab;
  const known = { host, ...(tab.installing ? { installing: tab.installing } : {}) };
  if (!state) return { state: 'reading', ...known };
  if (state.status === 'not-article') return { state: 'not-article', ...known };
  const ends = [...knowledge.headers.values()].map(({ coverageTo }) => coverageTo).sort();
  const empty: PageStatus = {
    state: 'empty',
    ...known,
    asOf: state.asOf,
    packs: knowledge.headers.size,
    coverageTo: ends.at(-1) ?? null,
  };
  if (state.mentions.length === 0) return empty;
  const { claims = [] } = state;
  const { facts, context } = await gatherArticle(knowledge, state.mentions, state.asOf, tab.lang, shownIn(claims));
  const occurrences = placeOccurrences(state.blocks, state.mentions);
  const briefing = buildBriefing(facts, state.article, occurrences, context, claims);
  // Its packs may have gone since it was read.
  return briefing.cast.length === 0 ? empty : { state: 'ready', ...known, briefing };
}
