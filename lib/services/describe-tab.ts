/** What popup and panel show of a tab: the briefing of its article, or which state it is in and what can be done. */
import { briefingSteps } from '../briefing/build-briefing';
import { buildPair } from '../briefing/build-pair';
import { offerPairs } from '../briefing/offer-pairs';
import type { PairModel, PairNames } from '../briefing/pair-models';
import type { PageStatus } from '../briefing/view-models';
import type { AsOf } from '../model/article';
import type { InterfaceLanguage } from '../model/localized';
import { OWN_PACK } from '../settings/own-pack';
import { readableHost } from '../text/address';
import { shownIn } from './article-claims';
import { gatherArticle } from './article-facts';
import { gatherPair } from './gather-pair';
import type { InstallProgress } from './install-packs';
import type { Knowledge } from './knowledge';
import { type PageState, placeOccurrences } from './page-state';
import { IN_ONE_GO, runInSlices, type Slices } from './slices';

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

export interface DescribeOptions {
  /** An ISO date as of which the reader reads; `null`: the article's own. */
  readonly day?: string | null;
  /** Where others wait for their turn. */
  readonly slices?: Slices;
}

export async function describeTab(
  tab: TabFacts,
  knowledge: Omit<Knowledge, 'index'> | null,
  { day = null, slices = IN_ONE_GO }: DescribeOptions = {},
): Promise<PageStatus> {
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
  const packs = packsIn(knowledge);
  const ends = packs.map(({ coverageTo }) => coverageTo).sort();
  const empty: PageStatus = {
    state: 'empty',
    ...known,
    asOf: state.asOf,
    packs: packs.length,
    coverageTo: ends.at(-1) ?? null,
  };
  if (state.mentions.length === 0) return empty;
  const { claims = [] } = state;
  const { facts, context } = await gatherArticle(knowledge, state.mentions, state.asOf, tab.lang, {
    others: shownIn(claims),
    slices,
  });
  const occurrences = placeOccurrences(state.blocks, state.mentions);
  await slices.pause();
  const steps = briefingSteps(facts, state.article, occurrences, context, claims, readAs(state, day));
  const briefing = await runInSlices(steps, { slices });
  // Its packs may have gone since it was read.
  const pairs = offerPairs(state.mentions, state.blocks, briefing.cast, state.article.lang);
  return briefing.cast.length === 0 ? empty : { state: 'ready', ...known, briefing, pairs };
}

/** What lies between two names of a tab's article; `null` where there is no article, or a name is not known. */
export async function describePair(
  { state, lang }: Pick<TabFacts, 'state' | 'lang'>,
  knowledge: Knowledge | null,
  names: PairNames,
  day: string | null = null,
): Promise<PairModel | null> {
  if (!state || !knowledge) return null;
  const gathered = await gatherPair(knowledge, names, readAs(state, day), lang);
  return gathered && buildPair(gathered.facts, names, gathered.events, gathered.context);
}

/** The article's own date, or another as of which the reader reads. */
const readAs = ({ asOf }: PageState, day: string | null): AsOf =>
  day === null || day === asOf.day ? asOf : { day, origin: 'reader' };

/** The reader's own names are no pack to a reader. */
const packsIn = ({ headers }: Pick<Knowledge, 'headers'>) => [...headers.values()].filter(({ id }) => id !== OWN_PACK);
