/** What the whole article says of its names: who is named beyond doubt, who is somebody else, which words are common. */
import { foldName } from '../text/fold';
import type { BlockText } from './block-text';
import type { NameIndex } from './name-index';
import { isOrdinaryCapital } from './tables/english';
import { isDemonym, isGivenName } from './tables/english-people';
import { isCommonWord } from './tables/english-words';
import { titleBefore } from './surroundings';
import { isSpace, isWordUnit, startsCapital, wordsOf } from './words';

/** Where a target was first named beyond doubt. */
export interface Certain {
  /** In small letters. */
  readonly form: string;
  readonly surface: string;
  readonly block: number;
}

export interface ArticleEvidence {
  readonly certain: ReadonlyMap<number, readonly Certain[]>;
  readonly companions: ReadonlySet<number>;
  readonly countries: ReadonlySet<number>;
  /** Folded family names of persons named in full whom no pack knows. */
  readonly strangers: ReadonlySet<string>;
  /** True when the article writes a word in small letters somewhere. */
  readonly isOrdinary: (word: string) => boolean;
}

/** Words in small letters of an article, gathered when first asked. */
export function smallWords(blocks: readonly BlockText[]): (word: string) => boolean {
  let words: Set<string> | undefined;
  return (word) => {
    if (!words) {
      words = new Set();
      for (const { text } of blocks) {
        for (const { start, end } of wordsOf(text)) {
          const unit = text.charCodeAt(start);
          if (unit >= 0x61 && unit <= 0x7a) words.add(text.slice(start, end));
        }
      }
    }
    return words.has(word);
  };
}

/**
 * Family names of persons named in full whom no pack knows: "Munqith al-Faroon, a prosecutor" makes "al-Faroon"
 * somebody else than the namesake that a pack has. `isKnown` tells whether a name of ours covers a place of a block.
 */
export function findStrangers(
  blocks: readonly BlockText[],
  isKnown: (block: number, start: number, end: number) => boolean,
): Set<string> {
  const strangers = new Set<string>();
  blocks.forEach(({ text, style }, b) => {
    if (style === 'capitals') return;
    let run: { start: number; end: number }[] = [];
    const close = () => {
      if (run.length >= 2 && run.length <= 4) {
        const first = run[0] as { start: number; end: number };
        const last = run.at(-1) as { start: number; end: number };
        if (looksLikePerson(text, first, last) && !isKnown(b, first.start, last.end)) {
          const family = foldName(text.slice(last.start, last.end)).replace(/'s$/, '');
          strangers.add(family);
          strangers.add(family.replace(/^(?:al|el)-/, ''));
        }
      }
      run = [];
    };
    for (const word of wordsOf(text)) {
      const previous = run.at(-1);
      if (previous && !isOneSpace(text, previous.end, word.start)) close();
      if (startsCapital(text, word.start) || (run.length > 0 && /^(?:al|el|bin|van|von|de|der)-?/.test(text.slice(word.start, word.end)) && run.length > 0 && isParticle(text, word)))
        run.push(word);
      else close();
    }
    close();
  });
  return strangers;
}

const isParticle = (text: string, { start, end }: { start: number; end: number }): boolean =>
  /^(?:(?:al|el)-\p{Lu}.*|bin|van|von|de|der)$/u.test(text.slice(start, end));

/** True when nothing but a space, or an initial's full stop and a space, lies between. */
function isOneSpace(text: string, from: number, to: number): boolean {
  if (to - from === 1) return isSpace(text.charCodeAt(from));
  return to - from === 2 && text[from] === '.' && isSpace(text.charCodeAt(from + 1)) && !isWordUnit(text.charCodeAt(from - 2));
}

/** A usual given name first, or a title before, or an age after. */
function looksLikePerson(text: string, first: { start: number; end: number }, last: { start: number; end: number }): boolean {
  if (isGivenName(text.slice(first.start, first.end).toLowerCase())) return true;
  if (/^,\s\d\d?\b/.test(text.slice(last.end, last.end + 6))) return true;
  if (titleBefore(text, first.start) !== null) return true;
  return isUncommon(text.slice(first.start, first.end)) && isUncommon(text.slice(last.start, last.end));
}

const isUncommon = (word: string): boolean => {
  const small = word.toLowerCase();
  return !isCommonWord(small) && !isCommonWord(small.replace(/s$/, '')) && !isOrdinaryCapital(small) && !isDemonym(small);
};

/** Adds what goes with the certain: those they share events with, and their countries. */
export function surroundingsOf(index: NameIndex, targets: Iterable<number>): { companions: Set<number>; countries: Set<number> } {
  const companions = new Set<number>();
  const countries = new Set<number>();
  for (const target of targets) {
    for (const companion of index.companions(target)) companions.add(companion);
    const country = index.country(target);
    if (country >= 0) countries.add(country);
  }
  return { companions, countries };
}
