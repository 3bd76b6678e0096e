/**
 * Persons whom no pack knows, named in full: "Munqith al-Faroon, a prosecutor" makes "al-Faroon" somebody else than
 * the namesake that a pack has.
 */
import { foldName } from '../text/fold';
import { hitsStartingAt, type ReadBlock, STEP_CHARS } from './read-block';
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

/** Who they are, by their family names, folded. */
export interface Strangers {
  readonly families: ReadonlySet<string>;
  /** Those among them whom a given name, a title or an age makes a person beyond doubt. */
  readonly persons: ReadonlySet<string>;
  /** Of each block, by family name, where those end who surely are persons, in order. */
  readonly ends: ReadonlyMap<ReadBlock, ReadonlyMap<string, readonly number[]>>;
}

export const NO_STRANGERS: Strangers = { families: new Set(), persons: new Set(), ends: new Map() };

/** In steps of a few ms. `covered`: for each block, what names of ours cover, in order of start. */
export function* findStrangers(
  blocks: readonly ReadBlock[],
  covered: readonly (readonly Span[])[],
): Generator<void, Strangers> {
  const families = new Set<string>();
  const persons = new Set<string>();
  const ends = new Map<ReadBlock, Map<string, number[]>>();
  let chars = 0;
  for (const [b, block] of blocks.entries()) {
    if (block.style === 'capitals') continue;
    for (const run of capitalRuns(block)) {
      const [first, last] = [run[0] as Word, run.at(-1) as Word];
      if (run.length < FEWEST || run.length > MOST || !looksLikePerson(block.text, first, last)) continue;
      if (isCovered(covered[b] ?? [], first.start, last.end)) continue;
      const family = foldName(block.text.slice(last.start, last.end)).replace(/'s$/, '');
      families.add(family).add(family.replace(/^(?:al|el)-/, ''));
      if (isPersonBeside(block.text, first, last)) persons.add(family);
      if (!isSurelyPerson(block, run)) continue;
      const own = ends.get(block) ?? new Map<string, number[]>();
      ends.set(block, own);
      const places = own.get(family) ?? [];
      own.set(family, places);
      places.push(last.end);
    }
    chars += block.text.length;
    if (chars < STEP_CHARS) continue;
    chars = 0;
    yield;
  }
  return { families, persons, ends };
}

/** "Akie Abe": two words of which the first is neither common nor a name of ours, as "Seoul" would be. */
function isSurelyPerson(block: ReadBlock, run: readonly Word[]): boolean {
  const [first, last, ...more] = run;
  if (!first || !last || more.length > 0 || !isUncommon(block.text.slice(first.start, first.end))) return false;
  for (const h of hitsStartingAt(block, first.start)) {
    if ((block.readings[h]?.names.length ?? 0) > 0 || (block.readings[h]?.peoples.length ?? 0) > 0) return false;
  }
  return true;
}

/** Units behind a stranger within which the family name alone may mean the stranger. */
const NEAR = 400;

/** Where the last stranger of a family ends that is named a sentence before a place of a block; -1 for none. */
export function strangerBefore({ ends }: Strangers, block: ReadBlock, family: string, start: number): number {
  const own = ends.get(block)?.get(family);
  if (!own) return -1;
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle] as number) <= start) low = middle + 1;
    else high = middle;
  }
  const end = own[low - 1] ?? -1;
  return end >= 0 && start - end <= NEAR && SENTENCE_END.test(block.text.slice(end, start)) ? end : -1;
}

/** Within one sentence the bare family name is the other's: "His wife, Mary Lee, is less sure: Lee, she said, …". */
const SENTENCE_END = /[.!?]["'\u201d\u2019]?\s/;

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

function isParticle(text: string, { start, end }: Word): boolean {
  const word = text.slice(start, end);
  return PARTICLES.has(word) || (ARTICLE.test(word) && startsCapital(word, ARTICLE_UNITS));
}
const PARTICLES: ReadonlySet<string> = new Set(['bin', 'van', 'von', 'de', 'der']);
const ARTICLE = /^[ae]l-/;
const ARTICLE_UNITS = 3;

/** True when a space, or an initial's full stop and a space, lies between. */
function isOneSpace(text: string, from: number, to: number): boolean {
  if (to - from === 1) return isSpace(text.charCodeAt(from));
  const isInitial = to - from === 2 && text[from] === '.' && !isWordUnit(text.charCodeAt(from - 2));
  return isInitial && isSpace(text.charCodeAt(from + 1));
}

/** A usual given name first, a title before, an age after; or two words that are nothing else. */
const looksLikePerson = (text: string, first: Word, last: Word): boolean =>
  isPersonBeside(text, first, last) ||
  (isUncommon(text.slice(first.start, first.end)) && isUncommon(text.slice(last.start, last.end)));

function isPersonBeside(text: string, first: Word, last: Word): boolean {
  if (isGivenName(text.slice(first.start, first.end).toLowerCase())) return true;
  if (/^,\s\d\d?\b/.test(text.slice(last.end, last.end + 6))) return true;
  return titleBefore(text, first.start) !== null;
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
