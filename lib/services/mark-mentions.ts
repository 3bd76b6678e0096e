/** Which mentions of an article are marked and answer to rest, and the form in which they travel back to the page. */
import { salienceOf } from '../briefing/build-cast';
import { chooseMarks, countWords, type Markable, type Marking, UNMARKED } from '../briefing/choose-marks';
import { entityOf, packOf } from '../briefing/facts';
import type { Occurrence } from '../briefing/salience';
import type { Mention, TextBlock } from '../model/article';
import type { Reference } from '../model/ids';
import type { PlacedMention } from './exchange';
import type { MarkFacts } from './gather-mark-facts';
import type { StateBlock } from './page-state';

/** Entities that are recognised and not painted unless the reader asks. */
const UNPAINTED_PLACES: ReadonlySet<string> = new Set(['country', 'capital', 'region']);

/** A page can read its own highlights: what a private pack knows is never painted. */
export function isPrivate(facts: Pick<MarkFacts, 'header'>, reference: Reference): boolean {
  return facts.header(packOf(reference)).private === true;
}

export function markMentions(
  facts: MarkFacts,
  blocks: readonly TextBlock[],
  stateBlocks: readonly StateBlock[],
  mentions: readonly Mention[],
  occurrences: ReadonlyMap<Reference, readonly Occurrence[]>,
  /** Words that are a name of the reader's own: no mark and no card at rest tell the page of it. */
  isOwnName: (surface: string) => boolean = () => false,
): Marking[] {
  const byId = new Map(stateBlocks.map((block) => [block.id, block]));
  const salience = new Map(
    [...occurrences].map(([reference, places]) => [reference, salienceOf(facts, reference, places, facts.ownEvents)]),
  );
  const markable = mentions.map((mention): Markable => {
    const targets = mention.entity ? [mention.entity] : (mention.candidates ?? []);
    const target = targets[0] as Reference;
    const block = byId.get(mention.block);
    const entity = entityOf(facts, target);
    return {
      target,
      block: mention.block,
      kind: block?.kind ?? 'text',
      section: block?.section ?? 0,
      start: mention.start,
      salience: salience.get(target) ?? 0,
      unpainted:
        // A title is no name: it answers when asked.
        entity?.type === 'post' ||
        (entity?.placeKind !== undefined && UNPAINTED_PLACES.has(entity.placeKind)) ||
        targets.some((reference) => isPrivate(facts, reference)) ||
        isOwnName(mention.surface),
    };
  });
  const marking = chooseMarks(markable, new Map(blocks.map(({ id, text }) => [id, countWords(text)])));
  return marking.map((mark, i) => (mark.answers && isOwnName(mentions[i]?.surface ?? '') ? UNMARKED : mark));
}

export function toPlaced({ block, start, end, entity, candidates }: Mention, marking: Marking): PlacedMention {
  return {
    block,
    start,
    end,
    ...(entity ? { entity } : {}),
    ...(candidates ? { candidates } : {}),
    ...marking,
  };
}
