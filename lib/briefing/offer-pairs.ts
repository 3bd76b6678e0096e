/** Two people who are named together: the pairs that a briefing offers by itself. */
import type { BlockKind } from '../model/article';
import type { Reference } from '../model/ids';
import type { PairNames } from './pair-models';
import type { CastRow } from './view-models';

/**
 * UTF-16 units between two names that are taken for one sentence's. An article's text is not kept, so that where a
 * sentence ends cannot be known: half of a usual sentence of news is the nearest, in scripts with spaces and without.
 */
const NEAR = 80;
const NEAR_IN_CJK = 40;
const CJK: readonly string[] = ['ja', 'ko', 'zh'];
const MAX_OFFERS = 3;
/** Captions and bylines name together whoever stands in a picture. */
const KINDS: ReadonlySet<BlockKind> = new Set(['text', 'quote', 'subhead', 'headline']);

interface NamedPlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly entity?: Reference;
}

/**
 * Pairs of people, those named together most often first, then the more salient. Whether a name is painted depends on
 * how many marks the reader wants: whoever may be painted is offered.
 */
export function offerPairs(
  places: readonly NamedPlace[],
  blocks: readonly { readonly id: number; readonly kind: BlockKind }[],
  cast: readonly CastRow[],
  lang: string,
): PairNames[] {
  const rank = new Map(cast.filter(({ type }) => type === 'person').map(({ reference }, i) => [reference, i]));
  const near = CJK.includes(lang.split('-')[0] ?? '') ? NEAR_IN_CJK : NEAR;
  const text = new Set(blocks.filter(({ kind }) => KINDS.has(kind)).map(({ id }) => id));
  const people = places
    .filter(({ block, entity }) => entity !== undefined && rank.has(entity) && text.has(block))
    .toSorted((a, b) => a.block - b.block || a.start - b.start);
  const pairs = new Map<string, { readonly names: PairNames; times: number }>();
  const rankOf = (name: Reference): number => rank.get(name) ?? rank.size;
  people.forEach((first, i) => {
    const second = people[i + 1];
    if (!first.entity || !second?.entity || second.entity === first.entity) return;
    if (second.block !== first.block || second.start - first.end > near) return;
    const names = [first.entity, second.entity].sort((a, b) => rankOf(a) - rankOf(b)) as [Reference, Reference];
    const known = pairs.get(names.join(' '));
    if (known) known.times += 1;
    else pairs.set(names.join(' '), { names, times: 1 });
  });
  const weight = ([a, b]: PairNames): number => rankOf(a) + rankOf(b);
  return [...pairs.values()]
    .sort((a, b) => b.times - a.times || weight(a.names) - weight(b.names))
    .slice(0, MAX_OFFERS)
    .map(({ names }) => names);
}
