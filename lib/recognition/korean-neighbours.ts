/** What Korean writes beside a family name that makes another person of it, or something that is called after another. */
import { hasHangulTitleAfter, wordAt } from './hangul-boundaries';
import { AMERICAN_STATES, COURTESIES_AFTER, NAMED_AFTER_ANOTHER, UNMISTAKABLE_STATES } from './tables/korean';
import { JAPANESE_GIVEN_NAMES, TRANSLITERATED_GIVEN_NAMES } from './tables/korean-given-names';
import { titleAt } from './tables/titles-after';

/** Syllables of the longest word before a name that is looked at, and of a given name. */
const LONGEST_WORD = 9;
const GIVEN_NAME = [2, 4] as const;

/** The word of Hangul before a name, a space between; empty for none. */
function wordBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - LONGEST_WORD - 2), start);
  return /(?:^|[\s'"‘“(])([\uac00-\ud7a3]+)\s$/.exec(before)?.[1] ?? '';
}

/** 빌 before 게이츠, 미셸 before 오바마: a given name of so many syllables at least. */
export function isGivenNameBefore(text: string, start: number, fewest: number): boolean {
  const word = wordBefore(text, start);
  return word.length >= fewest && TRANSLITERATED_GIVEN_NAMES.has(word);
}

/** 텍사스주 오스틴: the town, unless a title follows. */
export function isBehindState(text: string, start: number, end: number): boolean {
  const word = wordBefore(text, start);
  const isState = word.endsWith('주') ? AMERICAN_STATES.has(word.slice(0, -1)) : UNMISTAKABLE_STATES.has(word);
  return isState && !hasHangulTitleAfter(text, end);
}

/** 아베 아키에 여사, 고이즈미 고타로도, 고노 담화, 아소 지역은: a space, and what makes the family name another's. */
export function goesOnAsAnother(text: string, end: number): boolean {
  if (text[end] !== ' ') return false;
  const { word, isNoun } = wordAt(text, end + 1);
  if (word === '') return false;
  if (NAMED_AFTER_ANOTHER.some(isNoun)) return true;
  const [fewest, most] = GIVEN_NAME;
  for (let length = Math.min(most, word.length); length >= fewest; length--) {
    const given = word.slice(0, length);
    if (JAPANESE_GIVEN_NAMES.has(given) && isNoun(given)) return true;
  }
  // An unknown given name, with a form of address behind it.
  const isName = word.length >= fewest && word.length <= most && titleAt(text, end + 1) === null;
  return isName && isCourtesyAt(text, end + 1 + word.length);
}

function isCourtesyAt(text: string, at: number): boolean {
  return text[at] === ' ' && COURTESIES_AFTER.some(wordAt(text, at + 1).isNoun);
}
