/** What the background knows of a tab's article: enough for popup and panel, without the article's text. */
import type { Occurrence } from '../briefing/salience';
import type { Claim } from '../claims/claim';
import type { ArticleInfo, AsOf, BlockKind, Evidence, Mention, Rival, TextBlock } from '../model/article';
import type { Reference } from '../model/ids';
import { withoutFragment } from '../text/address';
import { MAX_PAGE_FIELD_CHARS } from '../text/limits';

interface StateMention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity?: Reference;
  readonly candidates?: readonly Reference[];
  readonly evidence: readonly Evidence[];
  readonly rivals: readonly Rival[];
  readonly paint: boolean;
}

/** A block without its text. */
export interface StateBlock {
  readonly id: number;
  readonly length: number;
  readonly kind: BlockKind;
  readonly section: number;
}

export interface PageState {
  readonly page: string;
  readonly status: 'ready' | 'not-article';
  readonly article: ArticleInfo;
  readonly asOf: AsOf;
  readonly blocks: readonly StateBlock[];
  readonly mentions: readonly StateMention[];
  /** What it says of time, each a phrase of a few words; absent until it has been read. */
  readonly claims?: readonly Claim[];
  readonly private: boolean;
}

/** True when a state tells of the article at an address: elsewhere in the same document counts as the same. */
export function isOfAddress({ article }: PageState, url: string | null): boolean {
  return url !== null && withoutFragment(url).slice(0, MAX_PAGE_FIELD_CHARS) === article.url;
}

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
  // By their beginnings: what stands twice begins alike, and a long page is not compared with itself.
  const seen = new Map<string, { id: number; text: string }[]>();
  for (const { id, text } of blocks) {
    const own = text.trim();
    if (own.length <= MIN_REPEATED_CHARS) continue;
    const beginning = own.slice(0, MIN_REPEATED_CHARS);
    const alike = seen.get(beginning) ?? [];
    const earlier = alike.find((other) => own.startsWith(other.text));
    if (earlier) captions.add(earlier.id).add(id);
    else seen.set(beginning, [...alike, { id, text: own }]);
  }
  return blocks.map(({ id, text, kind, section }) => ({
    id,
    length: text.length,
    kind: kind === 'text' && captions.has(id) ? 'caption' : kind,
    section,
  }));
}
