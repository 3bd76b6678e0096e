/**
 * Reads an article: recognises who and what is named, decides what is marked, and leaves for popup and panel what they
 * need. Its text lives in memory while the tab does.
 */
import { buildCard, buildChoice } from '../briefing/build-card';
import { isMarkedAt, type Marking } from '../briefing/choose-marks';
import type { Occurrence } from '../briefing/salience';
import type { CardModel, ChoiceModel } from '../briefing/view-models';
import type { ArticleInfo, AsOf, Mention } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import { lateTargets, withReferences } from '../recognition/late-references';
import { resolveInSteps } from '../recognition/resolve';
import type { MarkLevel } from '../settings/schema';
import { MAX_MENTIONS } from '../text/limits';
import { readArticleClaims } from './article-claims';
import { type ArticleFacts, dayOf, gatherArticle } from './article-facts';
import { type Clock, createCharBudget } from './char-budget';
import type { PageAnswer, PageCards, PageTextRequest } from './exchange';
import { gatherMarkFacts } from './gather-mark-facts';
import type { JoinedKnowledge, Knowledge } from './knowledge';
import { createLivePages, type LivePage } from './live-pages';
import { markMentions, toPlaced } from './mark-mentions';
import type { Own } from './own/keep-own';
import { createCardMentions, followingCards } from './page-cards';
import { namedIn, type PageState, placeOccurrences, type StateBlock, toStateBlocks } from './page-state';
import type { PageStates } from './ports';
import { runInSlices, type Slices } from './slices';

export interface ReadPagePorts {
  /** `null` while nothing is installed yet. */
  readonly knowledge: () => Promise<Knowledge | null>;
  readonly states: PageStates;
  readonly settings: () => Promise<{ marks: MarkLevel; lang: InterfaceLanguage }>;
  /** Today in the reader's calendar, for articles without a date. */
  readonly today: () => string;
  /** Hands cards to a page that has been answered. */
  readonly sendCards: (tabId: number, cards: PageCards) => void;
  readonly slices: Slices;
  readonly clock: Clock;
  /** What the reader's own records change; left out where there are none. */
  readonly own?: OwnInPages;
  /** Told how long the recognition of a text took, from when to when by `slices`; only measurements want to know. */
  readonly recognised?: (startMs: number, endMs: number) => void;
}

/** The reader's own names and rules, as far as pages are concerned. */
export interface OwnInPages extends Pick<Own, 'join' | 'isOwnName' | 'rule'> {
  /** An article has been read. */
  readonly read: (tabId: number, state: PageState) => void;
}

/** Which tab's page asks. */
interface PageAsker {
  readonly tabId: number;
  readonly private: boolean;
}

/** A text whose mentions have been answered. */
interface ReadText {
  readonly state: PageState;
  /** With their scores. */
  readonly mentions: readonly Mention[];
  readonly occurrences: ReadonlyMap<Reference, readonly Occurrence[]>;
  readonly lang: InterfaceLanguage;
}

export interface PageReader {
  /** One part of a page's text; answered with the mentions after the last. */
  readText(request: PageTextRequest, asker: PageAsker): Promise<PageAnswer>;
  /** The page is no article: popup and panel say so. */
  skip(page: string, article: ArticleInfo, asker: PageAsker): Promise<void>;
  /** A card that did not follow the mentions, or not yet; `null` when the page or the record is gone. */
  card(page: string, reference: Reference, asker: PageAsker): Promise<CardModel | null>;
  /** The candidates of an open choice; none when the page is gone. */
  choices(page: string, references: readonly Reference[], surface: string, asker: PageAsker): Promise<ChoiceModel>;
  /** The tab is closed. */
  forget(tabId: number): Promise<void>;
}

export function createPageReader(ports: ReadPagePorts): PageReader {
  const live = createLivePages();
  const budget = createCharBudget(ports.clock);
  /** States on their way into the store: whoever wants one waits for it; the answer to the page does not. */
  const saving = new Map<number, Promise<void>>();

  const save = (tabId: number, state: PageState): void => {
    // Keeping it takes some 5 ms of this thread: the answer goes first.
    const saved = ports.slices
      .pause()
      .then(() => ports.states.set(tabId, state))
      .catch((error: unknown) => console.error('Sidelight: what is known of a tab cannot be kept', error))
      .finally(() => saving.get(tabId) === saved && saving.delete(tabId));
    saving.set(tabId, saved);
  };

  const joined = async (knowledge: Knowledge, asker: PageAsker): Promise<JoinedKnowledge> =>
    ports.own ? ports.own.join(knowledge, asker) : knowledge;

  async function recognise(page: LivePage, known: Knowledge, asker: PageAsker): Promise<PageAnswer> {
    const settings = ports.settings();
    const asOf = page.asOf ?? { day: ports.today(), origin: 'none' };
    const knowledge = await joined(known, asker);
    const started = ports.slices.now();
    const resolving = resolveInSteps(knowledge.index, page.blocks, {
      asOfDay: dayOf(asOf),
      onRead: knowledge.expect,
    });
    const found = (await runInSlices(resolving, { slices: ports.slices })).slice(0, MAX_MENTIONS);
    ports.recognised?.(started, ports.slices.now());
    const recognised = withReferences(found, await knowledge.referencesOf(lateTargets(found)));
    const mentions = (await ports.own?.rule(recognised, page.article, knowledge, asker)) ?? recognised;
    const [facts, { marks, lang }] = await Promise.all([
      gatherMarkFacts(knowledge, namedIn(mentions), dayOf(asOf)),
      settings,
    ]);
    await ports.slices.pause();
    const stateBlocks = toStateBlocks(page.blocks);
    const occurrences = placeOccurrences(stateBlocks, mentions);
    const isOwnName = await ports.own?.isOwnName(known, asker);
    const marking = markMentions(facts, page.blocks, stateBlocks, mentions, occurrences, isOwnName);
    const painted = marking.map(({ paint }) => isMarkedAt(paint, marks));
    await ports.slices.pause();
    const state = toState(page, asOf, stateBlocks, mentions, painted, asker.private);
    // Text that came meanwhile, or a tab that was closed, is not overtaken by what is older.
    if (live.isLatest(asker.tabId, page)) {
      save(asker.tabId, state);
      ports.own?.read(asker.tabId, state);
    }
    void follow(page, known, { state, mentions, occurrences, lang }, asker);
    return {
      kind: 'mentions',
      reading: page.reading,
      asOf,
      mentions: mentions.map((mention, i) => toPlaced(mention, marking[i] as Marking)),
    };
  }

  /** What the answer to a page does not wait for: its cards, and what it says of time. */
  async function follow(page: LivePage, known: Knowledge, read: ReadText, asker: PageAsker): Promise<void> {
    // The answer goes first.
    await ports.slices.pause();
    await attempt('the cards of a page cannot be built', () => sendCards(page, known, read, asker));
    await attempt('what the article says of time cannot be read', () => addClaims(page, known, read, asker));
  }

  async function sendCards(
    page: LivePage,
    known: Knowledge,
    { state, occurrences, lang }: ReadText,
    asker: PageAsker,
  ): Promise<void> {
    if (!live.isLatest(asker.tabId, page)) return;
    const knowledge = await joined(known, asker);
    const article = await gatherArticle(knowledge, state.mentions, state.asOf, lang, { slices: ports.slices });
    const cards: CardModel[] = [];
    await runInSlices(collect(followingCards(article, state, occurrences), cards), { slices: ports.slices });
    // What is out of date by then is not sent.
    if (cards.length > 0 && live.isLatest(asker.tabId, page))
      ports.sendCards(asker.tabId, { page: page.page, reading: page.reading, cards });
  }

  async function addClaims(page: LivePage, known: Knowledge, { state, mentions }: ReadText, { tabId }: PageAsker) {
    if (!live.isLatest(tabId, page)) return;
    const article = { blocks: page.blocks, lang: page.article.lang, mentions, asOf: state.asOf };
    const claims = await readArticleClaims(known, article, ports.slices);
    if (live.isLatest(tabId, page)) save(tabId, { ...state, claims });
  }

  /** Rebuilds the facts of a tab's article from its state: the background may have been stopped in between. */
  async function articleOf(asker: PageAsker, page: string): Promise<(ArticleFacts & { state: PageState }) | null> {
    const { tabId } = asker;
    await saving.get(tabId);
    const [state, knowledge, { lang }] = await Promise.all([
      ports.states.get(tabId),
      ports.knowledge(),
      ports.settings(),
    ]);
    if (!state || state.page !== page || !knowledge) return null;
    return { state, ...(await gatherArticle(await joined(knowledge, asker), state.mentions, state.asOf, lang)) };
  }

  return {
    async readText(request, asker) {
      const page = live.take(asker.tabId, request);
      if (page === 'lost') return { kind: 'send-all' };
      if (page === 'more') return { kind: 'more' };
      const [knowledge] = await Promise.all([ports.knowledge(), budget.take(asker.tabId, charsOf(page))]);
      return knowledge ? recognise(page, knowledge, asker) : { kind: 'installing' };
    },

    async skip(page, article, asker) {
      live.forget(asker.tabId);
      await saving.get(asker.tabId);
      await ports.states.set(asker.tabId, {
        page,
        status: 'not-article',
        article,
        asOf: { day: ports.today(), origin: 'none' },
        blocks: [],
        mentions: [],
        private: asker.private,
      });
    },

    async card(page, reference, asker) {
      const found = await articleOf(asker, page);
      // Only what the page itself names: a page's process may be in other hands.
      if (!found || !namedIn(found.state.mentions).has(reference)) return null;
      return buildCard(found.facts, reference, found.context, createCardMentions(found.state)(reference));
    },

    async choices(page, references, surface, asker) {
      const found = await articleOf(asker, page);
      return found ? buildChoice(found.facts, references, surface, found.context) : { surface, options: [] };
    },

    async forget(tabId) {
      live.forget(tabId);
      budget.forget(tabId);
      await saving.get(tabId);
      await ports.states.remove(tabId);
    },
  };
}

/** Does what nobody waits for: what goes wrong is said in the console. */
async function attempt(failure: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`Sidelight: ${failure}`, error);
  }
}

/** Takes them all, one a step. */
function* collect<T>(from: Iterable<T>, into: T[]): Generator<void, void> {
  for (const item of from) {
    into.push(item);
    yield;
  }
}

const charsOf = ({ blocks }: LivePage): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

function toState(
  page: LivePage,
  asOf: AsOf,
  blocks: readonly StateBlock[],
  mentions: readonly Mention[],
  painted: readonly boolean[],
  isPrivate: boolean,
): PageState {
  return {
    page: page.page,
    status: 'ready',
    article: page.article,
    asOf,
    blocks,
    mentions: mentions.map(({ score: _, ...mention }, i) => ({ ...mention, paint: painted[i] ?? false })),
    private: isPrivate,
  };
}
