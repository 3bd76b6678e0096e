/**
 * What the compiler can tell of a name from its form alone, so that nobody has to ask in an article: how it relates to
 * what its entity is called, whether it is a part of a person's name, a common word, a people's adjective.
 */
import type { Entity, Name, PackEvent } from '../model/pack';
import { foldName } from '../text/fold';
import { type FoldedName, foldNames } from './matchable-forms';
import { isDemonym, isGivenName } from './tables/english-people';
import { isCommonWord } from './tables/english-words';

/** How a name relates to its entity's labels, weakest first. */
export const RELATIONS = ['none', 'initials', 'inside', 'equal'] as const;
export type NameRelation = (typeof RELATIONS)[number];

export const RELATION_MASK = 0x03;
/** One word, the last of a longer full name that looks like a person's: a family name. */
export const TRAIT_LAST_PART = 0x04;
/** One word, the first of such a name: a given name. */
export const TRAIT_FIRST_PART = 0x08;
/** All its words are common words. */
export const TRAIT_COMMON_WORD = 0x10;
/** A people or its adjective. */
export const TRAIT_DEMONYM = 0x20;
/** More than one word. */
export const TRAIT_SEVERAL_WORDS = 0x40;
/** Has letters of a script with case, and no capital among them. */
export const TRAIT_SMALL = 0x80;
/** A word after the first begins with a capital: "Last Season" is not "Last season" at the start of a sentence. */
export const TRAIT_INNER_CAPITAL = 0x100;
/** One word of two to five capitals: initials, a ticker, a code. */
export const TRAIT_ACRONYM = 0x200;

/** The entity is called a junior or a senior in full. */
export const TRAIT_JUNIOR = 0x400;

/** Full names of an entity, folded and in words: its labels, and the names that it is called in full. */
export interface FullForms {
  readonly forms: ReadonlySet<string>;
  readonly words: readonly (readonly string[])[];
  /** First letters of the words of each full name, with and without small words. */
  readonly initials: readonly string[];
  readonly loose: ReadonlySet<string>;
  /** The full names that look like a person's. */
  readonly persons: readonly (readonly string[])[];
  /** One of them ends in "Jr." or "Sr.". */
  readonly isJunior: boolean;
}

const LATIN = /[a-z]/;
const LATIN_WORDS = /^[\p{sc=Latin}\p{M}\p{N} .,'&-]+$/u;
const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'a', 'de', 'du', 'la']);

const wordsOf = (folded: string): string[] => folded.split(/[ ,]+/).filter((word) => word !== '');

/** The labels and full names of a record, prepared for `nameTraits`. */
export function fullForms(record: Entity | PackEvent, names: readonly FoldedName[] = foldNames(record)): FullForms {
  const texts = new Map<string, string>();
  for (const { name, folded } of names) if (name.kind === 'full') texts.set(name.text, folded);
  if (record.record === 'entity') {
    for (const value of Object.values(record.label)) {
      const text = typeof value === 'string' ? value : (value?.text ?? '');
      if (!texts.has(text)) texts.set(text, foldName(text));
    }
  }
  const forms = new Set<string>();
  const words: string[][] = [];
  const initials = new Set<string>();
  const persons: string[][] = [];
  const isThing = record.record === 'entity' && record.type === 'thing';
  for (const [text, form] of texts) {
    forms.add(form);
    // "Washington, D.C." is Washington.
    const comma = form.indexOf(', ');
    if (comma > 0) forms.add(form.slice(0, comma));
    if (!LATIN_WORDS.test(form)) continue;
    const parts = wordsOf(form);
    words.push(parts);
    if (parts.length > 1) {
      const major = parts.filter((part) => !SMALL_WORDS.has(part));
      for (const list of [parts, major]) initials.add(list.map((part) => part.charAt(0)).join(''));
    }
    if (isThing && looksLikePerson(text, parts)) persons.push(parts);
  }
  const isJunior = words.some((parts) => /^[js]r\.?$/.test(parts.at(-1) ?? ''));
  return { forms, words, initials: [...initials], loose: new Set([...forms].map(loose)), persons, isJunior };
}

/**
 * True for two to four capitalised words of which the first is a usual given name, or none a common word: "Gerald
 * Ford", "Mowaffak al-Rubaie", and not "Ford Motor Company". Packs that know better give a type.
 */
function looksLikePerson(text: string, folded: readonly string[]): boolean {
  if (folded.length < 2 || folded.length > 4 || /[\d&,]/.test(text)) return false;
  const words = text.split(' ');
  if (words.some((word) => !/\p{Lu}/u.test(word) && !PARTICLES.has(word))) return false;
  if (isGivenName(folded[0] ?? '')) return !folded.some((word) => SMALL_WORDS.has(word));
  return !folded.some(
    (word) => isCommonWord(word) || SMALL_WORDS.has(word) || isDemonym(word) || PLACE_WORDS.has(word),
  );
}

/** Small words inside the names of persons. */
const PARTICLES: ReadonlySet<string> = new Set(
  'al bin ibn van von der den de del della di da dos la le el ter ten zu y'.split(' '),
);

/** Words by which a name of two words is a place's, not a person's. */
const PLACE_WORDS: ReadonlySet<string> = new Set(
  `new north south east west northern southern eastern western central great saint san santa los las el fort port mount
  lake cape hong costa sri puerto rio sao buenos tel abu addis kuala phnom united upper lower grand mexico`.split(
    /\s+/,
  ),
);

/** The traits of one name of a record; `form` is what is looked for in texts. */
export function nameTraits(form: string, name: Name, full: FullForms): number {
  // Nothing but Latin has words that a table knows.
  if (!LATIN.test(form)) {
    const isSeveral = form.includes(' ') ? TRAIT_SEVERAL_WORDS : 0;
    return RELATIONS.indexOf(full.forms.has(form) ? 'equal' : 'none') | isSeveral;
  }
  const words = wordsOf(form);
  const [word = ''] = words;
  let traits = RELATIONS.indexOf(relationOf(form, words, full));
  if (words.length > 1) traits |= TRAIT_SEVERAL_WORDS;
  if (words.every((part) => isCommonWord(part) || SMALL_WORDS.has(part))) traits |= TRAIT_COMMON_WORD;
  if (words.length === 1) {
    if (!full.forms.has(form)) {
      if (full.persons.some((parts) => parts.at(-1) === word || (parts.length > 1 && tail(parts) === word)))
        traits |= TRAIT_LAST_PART;
      else if (full.persons.some((parts) => parts.includes(word))) traits |= TRAIT_FIRST_PART;
    }
  }
  if (full.isJunior) traits |= TRAIT_JUNIOR;
  if (isDemonym(form)) traits |= TRAIT_DEMONYM;
  if (/^(?:\p{Lu}[.&]?){2,5}$/u.test(name.text)) traits |= TRAIT_ACRONYM;
  if (/[\s-]\p{Lu}/u.test(name.text)) traits |= TRAIT_INNER_CAPITAL;
  if (/\p{Ll}/u.test(name.text) && !/\p{Lu}|\p{Lt}/u.test(name.text)) traits |= TRAIT_SMALL;
  return traits;
}

/** "al-rubaie" and "rubaie" are the same family name. */
const tail = (parts: readonly string[]): string => (parts.at(-1) ?? '').replace(/^(?:al|el|bin)-/, '');

/** Hyphens and spaces are one to a reader: "Al-Jazeera", "Al Jazeera", "ATT", "AT&T". */
const loose = (form: string): string => form.replace(/^the /, '').replace(/[^\p{L}\p{N}]/gu, '');

function relationOf(form: string, words: readonly string[], full: FullForms): NameRelation {
  if (full.forms.has(form) || full.loose.has(loose(form))) return 'equal';
  if (full.words.some((parts) => words.every((word) => parts.includes(word)))) return 'inside';
  const letters = form.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length > 1 && full.initials.some((initials) => initials.startsWith(letters))) return 'initials';
  // "Calif."
  const stem = form.endsWith('.') && words.length === 1 ? form.slice(0, -1) : null;
  return stem !== null && stem.length > 2 && full.words.some(([word]) => word?.startsWith(stem)) ? 'initials' : 'none';
}
