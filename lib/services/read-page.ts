/**
 * Reads an article: keeps its text while its tab lives, recognises who and what is named, decides what is marked, and
 * leaves for popup and panel what they need. The text lives in memory only; a background that was stopped has lost it
 * and asks for it again.
 */
import { type ArticleContext, buildArticleContext } from '../briefing/article-context';
import { buildCard, buildChoice, type CardMention } from '../briefing/build-card';
import { salienceOf } from '../briefing/build-cast';
import { chooseMarks, countWords, type Markable } from '../briefing/choose-marks';
import { entityOf, type Facts } from '../briefing/facts';
import type { Occurrence } from '../briefing/salience';
import type { CardModel, ChoiceModel } from '../briefing/view-models';
import type { ArticleInfo, AsOf, Mention, TextBlock } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import { resolve } from '../recognition/resolve';
import type { MarkLevel } from '../settings/schema';
import { parseEdtf } from '../text/edtf';
import { MAX_EAGER_CARDS_BYTES, MAX_MENTIONS, MAX_PAGE_CHARS } from '../text/limits';
import type { PageAnswer, PageTextRequest, PlacedMention } from './exchange';
import { gatherFacts } from './gather-facts';
import type { Knowledge } from './knowledge';
import type { PageState, StateBlock } from './page-state';
import type { PageStates } from './ports';

export interface ReadPagePorts {
  /** `null` while nothing is installed yet. */
  readonly knowledge: () => Promise<Knowledge | null>;
  readonly states: PageStates;
  readonly settings: () => Promise<{ marks: MarkLevel; lang: InterfaceLanguage }>;
  /** Today in the reader's calendar, for articles without a date. */
  readonly today: () => string;
}

/** Which tab's page asks. */
export interface PageAsker {
  readonly tabId: number;
  readonly private: boolean;
}

interface LivePage {
  readonly page: string;
  revision: number;
  nextPart: number;
  article: ArticleInfo;
  asOf: AsOf | null;
  readonly blocks: Map<number, TextBlock>;
  chars: number;
}

/** Entities that are recognised and not painted unless the reader asks. */
const UNPAINTED_PLACES: ReadonlySet<string> = new Set(['country', 'capital', 'region']);

export function createPageReader(ports: ReadPagePorts) {
  const live = new Map<number, LivePage>();

  /** One part of a page's text; answered with the mentions after the last. */
  async function readText(request: PageTextRequest, asker: PageAsker): Promise<PageAnswer> {
    const page = takePart(request, asker.tabId);
    if (page === null) return { kind: 'send-all' };
    if (request.part + 1 < request.of) return { kind: 'more' };
    const knowledge = await ports.knowledge();
    if (!knowledge) return { kind: 'installing' };
    return recognise(page, knowledge, asker);
  }

  function takePart(request: PageTextRequest, tabId: number): LivePage | null {
    let page = live.get(tabId);
    if (request.revision === 0 && request.part === 0) {
      page = {
        page: request.page,
        revision: 0,
        nextPart: 0,
        article: request.article,
        asOf: request.asOf,
        blocks: new Map(),
        chars: 0,
      };
      live.set(tabId, page);
    }
    if (!page || page.page !== request.page) return null;
    if (request.part === 0) page.nextPart = 0;
    if (request.part !== page.nextPart) return null;
    page.nextPart += 1;
    page.revision = request.revision;
    page.article = request.article;
    page.asOf = request.asOf;
    for (const id of request.removed) page.blocks.delete(id);
    for (const block of request.blocks) {
      page.chars += block.text.length - (page.blocks.get(block.id)?.text.length ?? 0);
      if (page.chars <= MAX_PAGE_CHARS) page.blocks.set(block.id, block);
    }
    return page;
  }

  async function recognise(page: LivePage, knowledge: Knowledge, asker: PageAsker): Promise<PageAnswer> {
    const { marks, lang } = await ports.settings();
    const asOf = page.asOf ?? { day: ports.today(), origin: 'none' };
    const asOfDay = dayOf(asOf);
    const blocks = [...page.blocks.values()].sort((a, b) => a.id - b.id);
    const mentions = resolve(knowledge.index, blocks, { asOfDay }).slice(0, MAX_MENTIONS);
    const named = namedIn(mentions);
    const facts = await gatherFacts(knowledge.index, knowledge.headers, knowledge, named, asOfDay);
    const context = buildArticleContext(facts, named, asOf, asOfDay, lang);
    const stateBlocks = toStateBlocks(blocks);
    const occurrences = placeOccurrences(stateBlocks, mentions);
    const marking = markMentions(facts, context, blocks, stateBlocks, mentions, occurrences, marks);
    const state = toState(page, asOf, stateBlocks, mentions, marking, asker.private);
    await ports.states.set(asker.tabId, state);
    return {
      kind: 'mentions',
      revision: page.revision,
      asOf,
      mentions: mentions.map((mention, i) => toPlaced(mention, marking[i])),
      cards: eagerCards(facts, context, state, occurrences),
    };
  }

  /** Rebuilds the context of a tab's article from its state: the background may have been stopped in between. */
  async function contextOf(
    tabId: number,
    page: string,
  ): Promise<{ state: PageState; facts: Facts; context: ArticleContext } | null> {
    const [state, knowledge, { lang }] = await Promise.all([
      ports.states.get(tabId),
      ports.knowledge(),
      ports.settings(),
    ]);
    if (!state || state.page !== page || !knowledge) return null;
    const named = namedIn(state.mentions);
    const asOfDay = dayOf(state.asOf);
    const facts = await gatherFacts(knowledge.index, knowledge.headers, knowledge, named, asOfDay);
    return { state, facts, context: buildArticleContext(facts, named, state.asOf, asOfDay, lang) };
  }

  return {
    readText,

    /** The page is no article: popup and panel say so. */
    async skip(page: string, article: ArticleInfo, asker: PageAsker): Promise<void> {
      live.delete(asker.tabId);
      const asOf: AsOf = { day: ports.today(), origin: 'none' };
      await ports.states.set(asker.tabId, {
        page,
        status: 'not-article',
        article,
        asOf,
        blocks: [],
        mentions: [],
        private: asker.private,
      });
    },

    /** A card that did not travel with the mentions; `null` when the page or the record is gone. */
    async card(page: string, reference: Reference, asker: PageAsker): Promise<CardModel | null> {
      const found = await contextOf(asker.tabId, page);
      return found && buildCard(found.facts, reference, found.context, cardMention(found.state, reference));
    },

    async choices(
      page: string,
      references: readonly Reference[],
      surface: string,
      asker: PageAsker,
    ): Promise<ChoiceModel> {
      const found = await contextOf(asker.tabId, page);
      return found ? buildChoice(found.facts, references, surface, found.context) : { surface, options: [] };
    },

    async forget(tabId: number): Promise<void> {
      live.delete(tabId);
      await ports.states.remove(tabId);
    },
  };
}

export type PageReader = ReturnType<typeof createPageReader>;

const dayOf = (asOf: AsOf): number => parseEdtf(asOf.day)?.first ?? 0;

type NamedMention = Pick<Mention, 'entity' | 'candidates'>;

/** Everything named: chosen entities, and the candidates of open choices. */
export function namedIn(mentions: readonly NamedMention[]): Set<Reference> {
  return new Set(mentions.flatMap(({ entity, candidates }) => (entity ? [entity] : [...(candidates ?? [])])));
}

/** Where each name occurs, as places in the article's text. Blocks must be in order of reading. */
export function placeOccurrences(
  blocks: readonly StateBlock[],
  mentions: readonly (NamedMention & { block: number; start: number })[],
): Map<Reference, Occurrence[]> {
  const total = Math.max(
    1,
    blocks.reduce((sum, { length }) => sum + length, 0),
  );
  const starts = new Map<number, { at: number; block: StateBlock }>();
  let at = 0;
  for (const block of blocks) {
    starts.set(block.id, { at, block });
    at += block.length;
  }
  const occurrences = new Map<Reference, Occurrence[]>();
  for (const { entity, block, start } of mentions) {
    const place = starts.get(block);
    if (!entity || !place) continue;
    const list = occurrences.get(entity) ?? [];
    list.push({ at: (place.at + start) / total, kind: place.block.kind });
    occurrences.set(entity, list);
  }
  return occurrences;
}

/** Blocks shorter than this may well say the same twice. */
const MIN_REPEATED_CHARS = 40;

/**
 * Blocks without their text: what is kept of an article. A paragraph that stands twice, word for word, is a picture's
 * caption with its copy for screen readers or with a credit behind it: neither counts as the article's text.
 */
export function toStateBlocks(blocks: readonly TextBlock[]): StateBlock[] {
  const captions = new Set<number>();
  const seen: { id: number; text: string }[] = [];
  for (const { id, text } of blocks) {
    const own = text.trim();
    if (own.length <= MIN_REPEATED_CHARS) continue;
    const earlier = seen.find((other) => own.startsWith(other.text));
    if (earlier) captions.add(earlier.id).add(id);
    else seen.push({ id, text: own });
  }
  return blocks.map(({ id, text, kind, section }) => ({
    id,
    length: text.length,
    kind: kind === 'text' && captions.has(id) ? 'caption' : kind,
    section,
  }));
}

function markMentions(
  facts: Facts,
  context: ArticleContext,
  blocks: readonly TextBlock[],
  stateBlocks: readonly StateBlock[],
  mentions: readonly Mention[],
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
  level: MarkLevel,
) {
  const byId = new Map(stateBlocks.map((block) => [block.id, block]));
  const salience = new Map(
    [...occurrences].map(([reference, places]) => [reference, salienceOf(facts, reference, places, context)]),
  );
  const markable = mentions.map((mention): Markable => {
    const target = mention.entity ?? (mention.candidates?.[0] as Reference);
    const block = byId.get(mention.block);
    const entity = entityOf(facts, target);
    return {
      target,
      block: mention.block,
      kind: block?.kind ?? 'text',
      section: block?.section ?? 0,
      start: mention.start,
      salience: salience.get(target) ?? 0,
      unpainted: entity?.placeKind !== undefined && UNPAINTED_PLACES.has(entity.placeKind),
    };
  });
  return chooseMarks(markable, new Map(blocks.map(({ id, text }) => [id, countWords(text)])), level);
}

function toPlaced(
  { block, start, end, entity, candidates }: Mention,
  marking: { paint: boolean; answers: boolean } | undefined,
): PlacedMention {
  return {
    block,
    start,
    end,
    ...(entity ? { entity } : {}),
    ...(candidates ? { candidates } : {}),
    paint: marking?.paint ?? false,
    answers: marking?.answers ?? false,
  };
}

function toState(
  page: LivePage,
  asOf: AsOf,
  blocks: readonly StateBlock[],
  mentions: readonly Mention[],
  marking: readonly { paint: boolean }[],
  isPrivate: boolean,
): PageState {
  return {
    page: page.page,
    status: 'ready',
    article: page.article,
    asOf,
    blocks,
    mentions: mentions.map(({ score: _, ...mention }, i) => ({ ...mention, paint: marking[i]?.paint ?? false })),
    private: isPrivate,
  };
}

/** The mention a card stands for: the first, and its place among the painted names. */
function cardMention(state: PageState, reference: Reference): CardMention | null {
  const mention = state.mentions.find(
    ({ entity, candidates }) => entity === reference || candidates?.includes(reference),
  );
  if (!mention) return null;
  const painted = [...new Set(state.mentions.filter(({ paint }) => paint).map(({ entity }) => entity))];
  const index = painted.indexOf(reference);
  return {
    surface: mention.surface,
    evidence: mention.evidence,
    rivals: mention.rivals,
    articleLang: state.article.lang,
    position: index < 0 ? null : { index: index + 1, of: painted.length },
  };
}

/** Cards of the names, most salient first, up to what a message should hold. */
function eagerCards(
  facts: Facts,
  context: ArticleContext,
  state: PageState,
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
): CardModel[] {
  const bySalience = [...occurrences.keys()]
    .map((reference) => ({
      reference,
      salience: salienceOf(facts, reference, occurrences.get(reference) ?? [], context),
    }))
    .sort((a, b) => b.salience - a.salience);
  const cards: CardModel[] = [];
  let bytes = 0;
  for (const { reference } of bySalience) {
    const card = buildCard(facts, reference, context, cardMention(state, reference));
    if (!card) continue;
    bytes += JSON.stringify(card).length;
    if (bytes > MAX_EAGER_CARDS_BYTES) break;
    cards.push(card);
  }
  return cards;
}
