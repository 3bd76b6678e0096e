/**
 * Which mentions are painted and which answer to rest: `UX.md` 3. Recognised is not painted: countries, capitals and
 * regions, headline, byline, caption, credit, pull quote and lists never are by default; of the rest the first in each
 * section is, no more than three in a paragraph and one for every 25 words.
 */
import type { BlockKind } from '../model/article';
import type { MarkLevel } from '../settings/schema';

const MAX_PER_BLOCK = 3;
const WORDS_PER_MARK = 25;
/** Scripts without spaces: so many characters stand for a word. */
const CHARS_PER_WORD = 2.5;

export interface Markable {
  /** Entity or, for an open choice, its first candidate. */
  readonly target: string;
  readonly block: number;
  readonly kind: BlockKind;
  readonly section: number;
  readonly start: number;
  readonly salience: number;
  /** Countries, national capitals, continents, world regions; entities of private packs. */
  readonly unpainted: boolean;
}

/** From which level of marks on: `all` is more than `first`, `quiet` is none. `null`: at no level. */
export type FromLevel = 'first' | 'all' | null;

export interface Marking {
  readonly paint: FromLevel;
  readonly answers: FromLevel;
}

/** No mark, and no card at rest, whatever the level. */
export const UNMARKED: Marking = { paint: null, answers: null };

export const isMarkedAt = (from: FromLevel, level: MarkLevel): boolean =>
  level !== 'quiet' && (from === 'first' || from === level);

const PAINTED_BLOCKS: ReadonlySet<BlockKind> = new Set(['text', 'subhead']);

/** How many words a text has, for the density of marks. */
export function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce(
    (sum, word) => sum + (/[\u3040-\u30ff\u4e00-\u9fff]/.test(word) ? Math.ceil(word.length / CHARS_PER_WORD) : 1),
    0,
  );
}

/** Decides for every mention, in the order given. `words`: of each block. */
export function chooseMarks(mentions: readonly Markable[], words: ReadonlyMap<number, number>): Marking[] {
  const first = new Set(keepDensity(mentions, firstOfSections(mentions), words));
  const all = new Set(mentions.flatMap((mention, i) => (mayBePainted(mention) ? [i] : [])));
  // A painted entity answers everywhere; when nothing is painted ("quiet"), nothing answers until asked.
  const targetsOf = (painted: ReadonlySet<number>) => new Set([...painted].map((i) => mentions[i]?.target));
  const [answeringFirst, answeringAll] = [targetsOf(first), targetsOf(all)];
  return mentions.map(({ target }, i) => ({
    paint: first.has(i) ? 'first' : all.has(i) ? 'all' : null,
    answers: answeringFirst.has(target) ? 'first' : answeringAll.has(target) ? 'all' : null,
  }));
}

const mayBePainted = ({ unpainted, kind }: Markable): boolean => !unpainted && PAINTED_BLOCKS.has(kind);

function firstOfSections(mentions: readonly Markable[]): number[] {
  const seen = new Set<string>();
  const first: number[] = [];
  mentions.forEach((mention, i) => {
    if (!mayBePainted(mention)) return;
    const { target, section } = mention;
    const key = `${section} ${target}`;
    if (seen.has(key)) return;
    seen.add(key);
    first.push(i);
  });
  return first;
}

/** Who gives way where marks stand too close: the least salient first; the word budget runs over the whole article. */
function keepDensity(
  mentions: readonly Markable[],
  chosen: readonly number[],
  words: ReadonlyMap<number, number>,
): number[] {
  const salienceOf = (i: number) => (mentions[i] as Markable).salience;
  const perBlock = new Map<number, number[]>();
  for (const i of chosen) {
    const { block } = mentions[i] as Markable;
    perBlock.set(block, [...(perBlock.get(block) ?? []), i]);
  }
  const kept = [...perBlock.values()].flatMap((list) =>
    [...list].sort((a, b) => salienceOf(b) - salienceOf(a)).slice(0, MAX_PER_BLOCK),
  );
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  const budget = Math.max(1, Math.floor(total / WORDS_PER_MARK));
  return kept.sort((a, b) => salienceOf(b) - salienceOf(a)).slice(0, budget);
}
