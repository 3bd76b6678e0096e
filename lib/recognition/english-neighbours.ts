/** What English writes behind a name that makes another thing of it, or another person: tables and a few words of reach. */
import { isAllSmall } from '../text/letter-case';
import { stateAt } from './tables/american-states';
import {
  FUNCTION_WORDS,
  INSTITUTION_HEADS,
  isOrdinaryCapital,
  NAMED_AFTER_PERSONS,
  TEAM_NOUNS,
  TIED_MODIFIERS,
} from './tables/english';
import { isCommonWord } from './tables/english-words';
import { isWordUnit, lowerWord, startsCapital, wordAfter, wordBefore } from './words';

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;
const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;

/** Capitalised words that are followed to the head of an institution. */
const MOST_WORDS = 3;

/**
 * "United Nations University", "White House Correspondents' Association": capitalised words that end in the head of an
 * institution, or a team. `isProse`: elsewhere capitals tell nothing, and the head must follow at once.
 */
export function leadsToInstitution(text: string, end: number, isProse: boolean): boolean {
  let at = end;
  for (let count = 0; count < (isProse ? MOST_WORDS : 1); count++) {
    const word = wordAfter(text, at);
    if (!word || !startsCapital(text, word.start)) return false;
    const head = lowerWord(text, word).replace(/'s?$/, '');
    if (INSTITUTION_HEADS.has(head) || (count === 0 && TEAM_NOUNS.has(head))) return true;
    at = isApostrophe(text.charCodeAt(word.end)) ? word.end + 1 : word.end;
  }
  return false;
}

/** "Donald Trump Jr.", "John Adams, Sr.": the son, or the father. */
export function isJuniorOrSenior(text: string, end: number): boolean {
  const at = text[end] === ',' ? end + 1 : end;
  return (text.startsWith(' Jr', at) || text.startsWith(' Sr', at)) && !isWordUnit(text.charCodeAt(at + ' Jr'.length));
}

/** Letters of the longest syllable of a romanised name. */
const LONGEST_SYLLABLE = 6;

/** "Lee Jun-ho", "Lee Jun Seok": a syllable more makes another name; "Lee Jun-led" and "Lee Jun Monday" do not. */
export function takesSyllable(text: string, end: number): boolean {
  if (isHyphen(text.charCodeAt(end))) {
    const tied = /^[a-z]+/.exec(text.slice(end + 1, end + LONGEST_SYLLABLE + 2))?.[0] ?? '';
    return tied !== '' && tied.length <= LONGEST_SYLLABLE && !tied.endsWith('ed') && !TIED_MODIFIERS.has(tied);
  }
  const word = wordAfter(text, end);
  if (!word || word.end - word.start >= LONGEST_SYLLABLE || !startsCapital(text, word.start)) return false;
  if (!isAllSmall(text.slice(word.start + 1, word.end))) return false;
  const small = lowerWord(text, word);
  return !isCommonWord(small) && !isCommonWord(small.replace(/s$/, '')) && !isOrdinaryCapital(small);
}

/** "Hashimoto's disease", "Han dynasty": named after somebody long dead, or after nobody. */
export function namesAnotherThing(text: string, end: number): boolean {
  const isPossessive = isApostrophe(text.charCodeAt(end)) && text[end + 1] === 's';
  const word = wordAfter(text, isPossessive ? end + 2 : end);
  return word !== null && NAMED_AFTER_PERSONS.has(text.slice(word.start, word.end));
}

/** Where a state or province stands behind the name of a town, and the name of its country. */
interface StateBehind {
  readonly start: number;
  readonly country: string;
}

/** The state of a town, "Moscow, Idaho, is": a comma before it and, as it is no abbreviation, punctuation behind. */
export function stateBehind(text: string, end: number): StateBehind | null {
  if (!text.startsWith(', ', end)) return null;
  const start = end + 2;
  const state = stateAt(text, start);
  if (!state) return null;
  const stop = start + state.length;
  const isAbbreviation = text[stop - 1] === '.';
  // "In Berlin, Texas beef sells" and "Trump, Texas Governor" go on with something else.
  return isAbbreviation || STATE_ENDS.test(text.slice(stop, stop + 1)) ? { start, country: state.country } : null;
}

const STATE_ENDS = /^(?:[,.;:)\]"\u201d\u2014]|$)/;

/** Small words between a possessive and what it is of: "Russia's nationalist (party)". */
const MOST_ADJECTIVES = 2;

/** Where the name ends whose possessive stands before a place of the text, at most two adjectives between; -1 for none. */
export function possessorEnd(text: string, at: number): number {
  let from = at;
  for (let count = 0; count <= MOST_ADJECTIVES; count++) {
    const word = wordBefore(text, from);
    if (!word) return -1;
    const form = text.slice(word.start, word.end);
    if (/['\u2019]s$/.test(form)) return word.end - 2;
    if (startsCapital(text, word.start) || FUNCTION_WORDS.has(form) || form.endsWith('.')) return -1;
    from = word.start;
  }
  return -1;
}

/** "Xi'an": an apostrophe within a word, and no possessive or contraction; `end` is where the name ends. */
export function goesOnBehindApostrophe(text: string, end: number): boolean {
  if (!isApostrophe(text.charCodeAt(end)) || !isWordUnit(text.charCodeAt(end - 1))) return false;
  const rest = /^\p{sc=Latin}+/u.exec(text.slice(end + 1, end + 5))?.[0];
  return rest !== undefined && !/^(?:s|d|ll|re|ve|m|t)$/i.test(rest);
}
