/**
 * May a name stand here, as far as Hangul decides? A noun and its particles are one word in Korean, so a name may be
 * followed in its word by particles that agree with its last sound, by the copula, by a title or by a suffix that
 * leaves the name meant, and by nothing else. The tables say which.
 *
 * Works on the original text: syllables may be written in conjoining jamo, and what no reader sees (zero-width
 * characters, soft hyphens) is passed over, inside the word too.
 */
import {
  ADNOMINAL_COPULA,
  CASE_PARTICLES,
  COMMON_WORDS,
  COPULA,
  FINAL_PARTICLES,
  HONORIFICS,
  INNER_PARTICLES,
  KEEPS_FULL_PERSON,
  KEEPS_ORGANISATION,
  KEEPS_PERSON,
  KEEPS_PLACE,
  LATIN_JOINERS,
  NOT_AFTER_PLACE,
  OTHER_WORDS,
  type Particle,
  TITLE_PREFIXES,
  TITLES,
} from './tables/korean';

export type NamedKind = 'place' | 'person' | 'organisation' | 'other';

/** Units looked at to either side; a longer tail is no chain of particles, even in jamo. */
const REACH = 64;
/** A name of one syllable takes no particle: 이는, 정도 and 한은 are words. */
const SHORTEST_STEM = 2;
/** Syllables from which a name is taken for a full one. */
const FULL_NAME = 3;

const IGNORABLES = /\p{Default_Ignorable_Code_Point}/gu;
const HANGUL_RUN = /^[\uac00-\ud7a3]*/;
const IS_SYLLABLE = /^[\uac00-\ud7a3]$/;
/** Vowels and finals of a syllable that began before. The old vowel ᆞ is a middle dot in newspapers (ㆍ, U+318D). */
const CONTINUES_SYLLABLE = /^[\u1160-\u119d\u119f-\u11ff]/;
const ENDS_IN_HANGUL = /[\uac00-\ud7a3\u1100-\u119d\u119f-\u11ff\u3131-\u318c]$/;
const ENDS_IN_LATIN = /([\p{sc=Latin}\p{N}]+)$/u;
const BEGINS_WITH_LATIN = /^(\p{sc=Latin}+)/u;
const IS_LATIN = /^[\p{sc=Latin}\p{N}]$/u;

const PLAIN = /^[ -~\uac00-\ud7a3]*$/;

/** As a reader sees it: whole syllables, nothing invisible. Compatibility forms are left alone. */
const visible = (text: string): string => (PLAIN.test(text) ? text : text.replace(IGNORABLES, '').normalize('NFC'));

/** True when a name may stand from `start` to `end`. Says nothing of names that neither are nor touch Hangul. */
export function mayStandHere(text: string, start: number, end: number, kind: NamedKind): boolean {
  const name = visible(text.slice(start, end));
  const before = visible(text.slice(Math.max(0, start - REACH), start));
  const after = visible(text.slice(end, end + REACH));
  // A vowel or final consonant still to come: the name ends inside a syllable.
  if (CONTINUES_SYLLABLE.test(after)) return false;
  if (!mayBegin(name, before)) return false;
  const tail = HANGUL_RUN.exec(after)?.[0] ?? '';
  const last = name.slice(-1);
  if (IS_SYLLABLE.test(last)) {
    const latin = BEGINS_WITH_LATIN.exec(after)?.[1];
    if (latin !== undefined && !LATIN_JOINERS.includes(latin.toLowerCase())) return false;
  } else if (!IS_LATIN.test(last)) {
    // Hanja and punctuation are told from Hangul at a glance: 美국방장관, (李在明)은.
    return true;
  }
  return isTail(name, tail, kind) && !isCommonWord(name, before, after.slice(tail.length));
}

/** Hangul goes on from Hangul, and from Latin letters and digits tied to it: FC서울, 3조. */
function mayBegin(name: string, before: string): boolean {
  if (!IS_SYLLABLE.test(name.charAt(0))) return true;
  if (ENDS_IN_HANGUL.test(before)) return false;
  const latin = ENDS_IN_LATIN.exec(before)?.[1];
  return latin === undefined || LATIN_JOINERS.includes(latin.toLowerCase());
}

/** May the rest of the word follow the name? */
function isTail(name: string, tail: string, kind: NamedKind): boolean {
  if (tail === '') return true;
  const word = name + tail;
  if (OTHER_WORDS.some((other) => other.length > name.length && word.startsWith(other))) return false;
  const isPerson = kind === 'person';
  if (isPerson && titleLength(tail) > 0) return true;
  const length = name.length;
  if (IS_SYLLABLE.test(name.slice(-1)) && length < SHORTEST_STEM) return false;
  if (keptBy(kind, length).some((suffix) => tail.startsWith(suffix) && isChain(tail.slice(suffix.length), suffix)))
    return true;
  if (kind === 'place') {
    if (NOT_AFTER_PLACE.some((particle) => tail.startsWith(particle))) return false;
  } else if (tail === ADNOMINAL_COPULA) return true;
  return isChain(tail, name);
}

function keptBy(kind: NamedKind, length: number): readonly string[] {
  if (kind === 'place') return KEEPS_PLACE;
  if (kind === 'organisation') return KEEPS_ORGANISATION;
  if (kind === 'other') return KEEPS_PERSON;
  return length >= FULL_NAME ? [...KEEPS_PERSON, ...KEEPS_FULL_PERSON] : KEEPS_PERSON;
}

type Sound = 'vowel' | 'rieul' | 'consonant' | 'unknown';

const FIRST_SYLLABLE = 0xac00;
const FINALS = 28;
const RIEUL = 8;

/** How a word ends, as particles see it; of letters and digits it is not known how they are read. */
function lastSound(word: string): Sound {
  const last = word.slice(-1);
  if (!IS_SYLLABLE.test(last)) return 'unknown';
  const final = (last.charCodeAt(0) - FIRST_SYLLABLE) % FINALS;
  return final === 0 ? 'vowel' : final === RIEUL ? 'rieul' : 'consonant';
}

/** Of a particle with two forms the one that agrees with the sound before it; both where that is not known. */
function formsAfter(particle: Particle, sound: Sound): readonly string[] {
  if (typeof particle === 'string') return [particle];
  if (sound === 'unknown') return particle;
  const [afterConsonant, afterVowel] = particle;
  const isVowelLike = sound === 'vowel' || (sound === 'rieul' && afterConsonant.startsWith('으로'));
  return [isVowelLike ? afterVowel : afterConsonant];
}

/** The order of a chain: at most one of the first, any number of the second, the copula, a last one. */
const CHAIN = [CASE_PARTICLES, INNER_PARTICLES, COPULA, FINAL_PARTICLES] as const;
const INNER = 1;

interface Link {
  readonly form: string;
  readonly slot: number;
}

/** The links that may follow a sound, by their first syllable. */
const LINKS = new Map<Sound, ReadonlyMap<string, readonly Link[]>>(
  (['vowel', 'rieul', 'consonant', 'unknown'] as const).map((sound) => [
    sound,
    Map.groupBy(
      CHAIN.flatMap((particles, slot) =>
        particles.flatMap((particle) => formsAfter(particle, sound).map((form) => ({ form, slot }))),
      ),
      ({ form }) => form.charAt(0),
    ),
  ]),
);

/** True when `tail` is particles in their order, each agreeing with what stands before it. */
function isChain(tail: string, stem: string, from = 0): boolean {
  if (tail === '') return true;
  const links = LINKS.get(lastSound(stem))?.get(tail.charAt(0)) ?? [];
  return links.some(
    ({ form, slot }) =>
      slot >= from &&
      tail.startsWith(form) &&
      isChain(tail.slice(form.length), form, slot === INNER ? INNER : slot + 1),
  );
}

/** The word of Hangul that begins at a place of the text, and what a reader takes it for without its particles. */
export function wordAt(
  text: string,
  at: number,
): { readonly word: string; readonly isNoun: (noun: string) => boolean } {
  const word = HANGUL_RUN.exec(visible(text.slice(at, at + REACH)))?.[0] ?? '';
  return { word, isNoun: (noun) => word.startsWith(noun) && isChain(word.slice(noun.length), noun) };
}

/** Titles that stand in one word, longest first. */
const TITLE_WORDS: readonly string[] = [...TITLES, ...HONORIFICS]
  .filter((title) => !title.endsWith(' '))
  .sort((a, b) => b.length - a.length);

/** Length of the title or honorific that `text` begins with; 0 for none. No title is part of a longer word: 대표팀, 의원실. */
function titleLength(text: string): number {
  for (const prefix of ['', ...TITLE_PREFIXES]) {
    if (!text.startsWith(prefix)) continue;
    const from = prefix !== '' && text[prefix.length] === ' ' ? prefix.length + 1 : prefix.length;
    const rest = text.slice(from);
    const title = TITLE_WORDS.find((word) => rest.startsWith(word) && isTitleEnd(rest.slice(word.length), word));
    if (title !== undefined) return from + title.length;
  }
  return 0;
}

function isTitleEnd(rest: string, title: string): boolean {
  const tail = HANGUL_RUN.exec(rest)?.[0] ?? '';
  if (tail === ADNOMINAL_COPULA || isChain(tail, title)) return true;
  return ['님', '측'].some((suffix) => tail.startsWith(suffix) && isChain(tail.slice(suffix.length), suffix));
}

/** True when a title or honorific follows a name that ends at `end`, at most one space away. */
export function hasHangulTitleAfter(text: string, end: number): boolean {
  const after = visible(text.slice(end, end + REACH));
  return titleLength(after.startsWith(' ') ? after.slice(1) : after) > 0;
}

const WORD_BEFORE = /(\S+)\s$/;

/** True when a neighbour says that the word is meant and not the name. */
function isCommonWord(name: string, before: string, afterWord: string): boolean {
  const common = COMMON_WORDS.get(name);
  if (!common) return false;
  const previous = WORD_BEFORE.exec(before)?.[1] ?? '';
  if (common.before?.some((word) => previous.startsWith(word))) return true;
  const next = /^\s/.test(afterWord) ? afterWord.trimStart() : '';
  return common.after?.some((word) => next.startsWith(word)) ?? false;
}
