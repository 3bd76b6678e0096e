/** A block of the article as the resolver reads it: its hits with their readings, and how it is written. */
import type { TextBlock } from '../model/article';
import type { Hit } from './hit';
import type { NameFacts } from './name-index';
import { type Readings, readingsOf } from './readings';
import { isSpace, isWordUnit, startsCapital, wordsOf } from './words';

/** How a block uses capitals: in prose they tell names, in titles and in capitals they tell nothing. */
export type LetterStyle = 'prose' | 'title' | 'capitals';

export interface ReadBlock {
  readonly block: TextBlock;
  readonly text: string;
  /** In order of start, the longest first at each. */
  readonly hits: readonly Hit[];
  /** What each hit can be. */
  readonly readings: readonly Readings[];
  readonly style: LetterStyle;
  /** Where its words begin and end, see `wordsOf`. */
  readonly words: Uint32Array;
}

/** Characters, of however many blocks, after which work on blocks can be interrupted. */
export const STEP_CHARS = 1_000;

export function readBlock(index: NameFacts, block: TextBlock, asOfDay: number | null): ReadBlock {
  const { text } = block;
  const hits = index.find(text);
  return {
    block,
    text,
    hits,
    readings: hits.map((hit) => readingsOf(index, text, hit, asOfDay)),
    style: letterStyle(text),
    words: wordsOf(text),
  };
}

/** Words of fewer letters are small in titles too. */
const MIN_WORD = 4;
/** A block of fewer such words may be a name and nothing else. */
const MIN_WORDS = 3;
/** Blocks that are longer are no titles. */
const MAX_TITLE = 300;
/** Share of the words from which a block is written so. */
const MOST = 0.7;

/** "By Kim Tong-hyung in Seoul": names of reporters, with their capitals. */
const BYLINE = /^(?:B[Yy]|(?:Additional )?[Rr]eporting by|(?:Writing|Editing|Compiled) by) /;
const isByline = (text: string): boolean => {
  const by = BYLINE.exec(text)?.[0];
  return by !== undefined && startsCapital(text, by.length);
};

/** Capitals by the larger words of a Latin text; texts without any are prose. */
function letterStyle(text: string): LetterStyle {
  if (text.length > MAX_TITLE) return 'prose';
  let words = 0;
  let capital = 0;
  let allCapitals = 0;
  for (let at = 0; at < text.length; ) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    if (at - start < MIN_WORD) continue;
    words++;
    if (!startsCapital(text, start)) continue;
    capital++;
    if (startsCapital(text, start + 1) && startsCapital(text, start + 2)) allCapitals++;
  }
  if (words < MIN_WORDS || isByline(text)) return 'prose';
  if (allCapitals / words > MOST) return 'capitals';
  return capital / words > MOST && !/[.!?]["'\u201d\u2019]?(?:\s|$)/.test(text) ? 'title' : 'prose';
}

/** How far before a place a hit may begin that ends there, in units. Longer names are not looked for beside others. */
const REACH = 60;

/** First hit that begins at `start` or later. */
function firstFrom(hits: readonly Hit[], start: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as Hit).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers of the hits that begin at a place, the longest first. */
export function* hitsStartingAt({ hits }: ReadBlock, start: number): Generator<number> {
  for (let h = firstFrom(hits, start); hits[h]?.start === start; h++) yield h;
}

/** Numbers of the hits that begin between two places. */
export function* hitsBetween({ hits }: ReadBlock, from: number, to: number): Generator<number> {
  for (let h = firstFrom(hits, from); (hits[h]?.start ?? to) < to; h++) yield h;
}

/** Numbers of the hits that end at a place, the longest first. */
export function* hitsEndingAt({ hits }: ReadBlock, end: number): Generator<number> {
  for (let h = firstFrom(hits, end - REACH); h < hits.length && (hits[h] as Hit).start < end; h++) {
    if ((hits[h] as Hit).end === end) yield h;
  }
}
