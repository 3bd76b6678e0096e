/** The cards of an article: those that follow its mentions, and what each says of the mention it stands at. */
import { buildCard, type CardMention } from '../briefing/build-card';
import { salienceOf } from '../briefing/build-cast';
import type { Occurrence } from '../briefing/salience';
import type { CardModel } from '../briefing/view-models';
import type { Reference } from '../model/ids';
import { MAX_FOLLOWING_CARDS_BYTES } from '../text/limits';
import type { ArticleFacts } from './article-facts';
import { isPrivate } from './mark-mentions';
import type { PageState } from './page-state';

/** What the cards of a page say of the mentions they stand for: the first of each, and its place among the painted names. */
export function createCardMentions({ mentions, article }: PageState): (reference: Reference) => CardMention | null {
  const first = new Map<Reference, PageState['mentions'][number]>();
  const painted = new Map<Reference, number>();
  for (const mention of mentions) {
    for (const reference of mention.entity ? [mention.entity] : (mention.candidates ?? []))
      if (!first.has(reference)) first.set(reference, mention);
    if (mention.paint && mention.entity && !painted.has(mention.entity)) painted.set(mention.entity, painted.size + 1);
  }
  return (reference) => {
    const mention = first.get(reference);
    if (!mention) return null;
    const index = painted.get(reference);
    return {
      surface: mention.surface,
      evidence: mention.evidence,
      rivals: mention.rivals,
      articleLang: article.lang,
      position: index === undefined ? null : { index, of: painted.size },
    };
  };
}

/**
 * Cards of the names, most salient first, up to what a message should hold; a private pack's are sent on demand only.
 * A card a step.
 */
export function* followingCards(
  { facts, context }: ArticleFacts,
  state: PageState,
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
): Generator<CardModel, void> {
  const bySalience = [...occurrences]
    .filter(([reference]) => !isPrivate(facts, reference))
    .map(([reference, places]) => ({ reference, salience: salienceOf(facts, reference, places, context.ownEvents) }))
    .sort((a, b) => b.salience - a.salience);
  const mentionOf = createCardMentions(state);
  let bytes = 0;
  for (const { reference } of bySalience) {
    const card = buildCard(facts, reference, context, mentionOf(reference));
    if (!card) continue;
    bytes += JSON.stringify(card).length;
    if (bytes > MAX_FOLLOWING_CARDS_BYTES) return;
    yield card;
  }
}
