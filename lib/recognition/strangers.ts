/**
 * Persons whom no pack knows, named in full: "Munqith al-Faroon, a prosecutor" makes "al-Faroon" somebody else than
 * the namesake that a pack has.
 */
import { foldName } from '../text/fold';
import type { ReadBlock } from './read-block';
import { titleBefore } from './surroundings';
import { isOrdinaryCapital } from './tables/english';
import { isDemonym, isGivenName } from './tables/english-people';
import { isCommonWord } from './tables/english-words';
import { isSpace, isWordUnit, startsCapital, type Word } from './words';

/** A piece of a text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of a full name. */
const [FEWEST, MOST] = [2, 4];

/** Their family names, folded. `covered`: for each block, what names of ours cover, in order of start. */
export function findStrangers(blocks: readonly ReadBlock[], covered: readonly (readonly Span[])[]): Set<string> {
  const strangers = new Set<string>();
  blocks.forEach((block, b) => {
    if (block.style === 'capitals') return;
    for (const run of capitalRuns(block)) {
      const [first, last] = [run[0] as Word, run.at(-1) as Word];
      if (run.length < FEWEST || run.length > MOST || !looksLikePerson(block.text, first, last)) continue;
      if (isCovered(covered[b] ?? [], first.start, last.end)) continue;
      const family = foldName(block.text.slice(last.start, last.end)).replace(/'s$/, '');
      strangers.add(family).add(family.replace(/^(?:al|el)-/, ''));
    }
  });
  return strangers;
}

/** Runs of capitalised words with nothing but a space between, particles within them included. */
function* capitalRuns({ text, words }: ReadBlock): Generator<Word[]> {
  const at = (i: number): Word => ({ start: words[i] as number, end: words[i + 1] as number });
  for (let i = 0; i < words.length; ) {
    const first = i;
    i += 2;
    if (!startsCapital(text, words[first] as number)) continue;
    while (i < words.length && isOneSpace(text, words[i - 1] as number, words[i] as number)) {
      if (!startsCapital(text, words[i] as number) && !isParticle(text, at(i))) break;
      i += 2;
    }
    if (i - first > 2) yield Array.from({ length: (i - first) / 2 }, (_, k) => at(first + k * 2));
  }
}

const isParticle = (text: string, { start, end }: Word): boolean =>
  /^(?:(?:al|el)-\p{Lu}.*|bin|van|von|de|der)$/u.test(text.slice(start, end));

/** True when a space, or an initial's full stop and a space, lies between. */
function isOneSpace(text: string, from: number, to: number): boolean {
  if (to - from === 1) return isSpace(text.charCodeAt(from));
  const isInitial = to - from === 2 && text[from] === '.' && !isWordUnit(text.charCodeAt(from - 2));
  return isInitial && isSpace(text.charCodeAt(from + 1));
}

/** A usual given name first, a title before, an age after; or two words that are nothing else. */
function looksLikePerson(text: string, first: Word, last: Word): boolean {
  if (isGivenName(text.slice(first.start, first.end).toLowerCase())) return true;
  if (/^,\s\d\d?\b/.test(text.slice(last.end, last.end + 6))) return true;
  if (titleBefore(text, first.start) !== null) return true;
  return isUncommon(text.slice(first.start, first.end)) && isUncommon(text.slice(last.start, last.end));
}

function isUncommon(word: string): boolean {
  const small = word.toLowerCase();
  return (
    !isCommonWord(small) && !isCommonWord(small.replace(/s$/, '')) && !isOrdinaryCapital(small) && !isDemonym(small)
  );
}

/** True when one of the spans, which do not overlap, holds a piece of the text. */
function isCovered(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start <= start) low = middle + 1;
    else high = middle;
  }
  return (spans[low - 1]?.end ?? -1) >= end;
}
