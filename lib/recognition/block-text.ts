/** A block of the article as the resolver reads it: its hits, and how it is written. */
import type { TextBlock } from '../model/article';
import type { NameIndex } from './name-index';
import { type Hit, scan } from './scan';
import { isSpace, isWordUnit, startsCapital } from './words';

/** How a block uses capitals: in prose they tell names, in titles and in capitals they tell nothing. */
export type LetterStyle = 'prose' | 'title' | 'capitals';

export interface BlockText {
  readonly block: TextBlock;
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly style: LetterStyle;
}

export function readBlock(index: NameIndex, block: TextBlock): BlockText {
  return { block, text: block.text, hits: scan(index, block.text), style: letterStyle(block.text) };
}

/** Words of fewer letters are small in titles too. */
const MIN_WORD = 4;
/** A block of fewer such words may be a name and nothing else. */
const MIN_WORDS = 3;
/** Blocks that are longer are no titles. */
const MAX_TITLE = 300;

/** Capitals by the larger words of a Latin text; texts without any are prose. */
export function letterStyle(text: string): LetterStyle {
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
    if (startsCapital(text, start)) {
      capital++;
      if (startsCapital(text, start + 1) && startsCapital(text, start + 2)) allCapitals++;
    }
  }
  if (words < MIN_WORDS) return 'prose';
  if (allCapitals / words > 0.7) return 'capitals';
  return capital / words > 0.7 && !/[.!?]["'\u201d\u2019]?(?:\s|$)/.test(text) ? 'title' : 'prose';
}
