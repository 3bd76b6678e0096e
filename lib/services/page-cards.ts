/** The cards of an article: those that travel with its mentions, and what each says of the mention it stands at. */
import { buildCard, type CardMention } from '../briefing/build-card';
import { salienceOf } from '../briefing/build-cast';
import type { Occurrence } from '../briefing/salience';
import type { CardModel } from '../briefing/view-models';
import type { Reference } from '../model/ids';
import { MAX_EAGER_CARDS_BYTES } from '../text/limits';
import type { ArticleFacts } from './article-facts';
import { isPrivate } from './mark-mentions';
import type { PageState } from './page-state';

/** The mention a card stands for: the first, and its place among the painted names. */
export function cardMention(state: PageState, reference: Reference): CardMention | null {
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

/** Cards of the names, most salient first, up to what a message should hold; a private pack's are sent on demand only. */
export function eagerCards(
  { facts, context }: ArticleFacts,
  state: PageState,
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
): CardModel[] {
  const bySalience = [...occurrences]
    .filter(([reference]) => !isPrivate(facts, reference))
    .map(([reference, places]) => ({ reference, salience: salienceOf(facts, reference, places, context) }))
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
