/** Reads a page as the extension does, down to what is marked and who is who, without a browser. */
import { buildBriefing } from '../../lib/briefing/build-briefing';
import type { BriefingModel, CardModel } from '../../lib/briefing/view-models';
import { readSavedPage } from '../../lib/cli/saved-page';
import type { AsOf, TextBlock } from '../../lib/model/article';
import type { InterfaceLanguage } from '../../lib/model/localized';
import { shownIn } from '../../lib/services/article-claims';
import { gatherArticle } from '../../lib/services/article-facts';
import type { PlacedMention } from '../../lib/services/exchange';
import type { Knowledge } from '../../lib/services/knowledge';
import { placeOccurrences } from '../../lib/services/page-state';
import { createPageReader } from '../../lib/services/read-page';
import { createMemoryPages } from './memory-pages';
import { claimsOf } from './read-claims';
import { atOnce, still } from './slices';

export interface ReadArticle {
  readonly blocks: readonly TextBlock[];
  readonly mentions: readonly PlacedMention[];
  readonly cards: readonly CardModel[];
  readonly briefing: BriefingModel;
}

export async function readArticle(
  html: string,
  knowledge: Knowledge,
  { day, lang = 'en' }: { day: string; lang?: InterfaceLanguage },
): Promise<ReadArticle> {
  const { found, info: article, blocks } = readSavedPage(html, 'https://news.example/a');
  if (!found) throw new Error('the page has no article');
  const states = createMemoryPages();
  const cards: CardModel[] = [];
  const reader = createPageReader({
    sendCards: (_, following) => cards.push(...following.cards),
    slices: atOnce,
    clock: still,
    knowledge: async () => knowledge,
    states,
    settings: async () => ({ marks: 'first', lang }),
    today: () => day,
  });
  const asOf: AsOf = { day, origin: 'json-ld' };
  const answer = await reader.readText(
    { page: 'p', reading: 0, revision: 0, part: 0, of: 1, article, asOf, blocks, removed: [] },
    { tabId: 1, private: false },
  );
  await new Promise((sent) => setImmediate(sent));
  const state = await states.get(1);
  if (answer.kind !== 'mentions' || !state) throw new Error(`answered ${answer.kind}`);
  const claims = await claimsOf(knowledge, blocks, { day, lang: article.lang });
  const { facts, context } = await gatherArticle(knowledge, state.mentions, asOf, lang, { others: shownIn(claims) });
  const briefing = buildBriefing(facts, article, placeOccurrences(state.blocks, state.mentions), context, claims);
  return { blocks, mentions: answer.mentions, cards, briefing };
}
