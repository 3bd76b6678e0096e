/** Names of persons, from whatever source, and how persons without a Wikidata item are joined with those that have one. */
import { addName, type Draft, tidy } from './draft';
import { familyAfterDot, type NameOrder, type PersonName, readInvertedName, readPersonName } from './person-names';
import { toSlug } from './slugs';

const EASTERN: ReadonlySet<string> = new Set(['CN', 'TW', 'KR', 'KP', 'HK', 'MO']);
/** Where people are called by a given name, or the order of names tells nothing. */
const WITHOUT_FAMILY: ReadonlySet<string> = new Set([
  'VN',
  'KH',
  'MM',
  'MN',
  'ET',
  'ER',
  'IS',
  'ID',
  'BT',
  'LA',
  'SG',
  'MY',
  'HU',
]);

const nameOrder = (country: string): NameOrder =>
  EASTERN.has(country) ? 'eastern' : WITHOUT_FAMILY.has(country) ? 'none' : 'western';

const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・·•‧=＝々]+$/u;
const HANGUL = /^[\p{sc=Hangul} ·]+$/u;

/** Adds the full name that a text is, and the family name in it. */
export function addPersonNames(person: Draft, text: string, lang: string, country: string): void {
  const name = tidy(text);
  if (UNSPACED.test(name)) {
    addUnspaced(person, name, lang);
    return;
  }
  if (HANGUL.test(name)) {
    addHangul(person, name);
    return;
  }
  const read =
    lang === 'ru' || lang === 'uk' || lang === 'be' || lang === 'bg'
      ? readInvertedName(name)
      : readPersonName(name, nameOrder(country));
  if (!read) {
    // A ruler's one name, and what nobody can tell from a word.
    if (/^\p{Lu}\p{Ll}+$/u.test(name) && name.length > 3) addName(person, name, lang, 'short', { needs: 'context' });
    return;
  }
  addName(person, read.full, lang, 'full');
  const middle = /^(\p{Lu}[\p{L}'’-]+) (?:\p{Lu}\. )+(\p{Lu}.+)$/u.exec(read.full);
  // "Donald J. Trump" is "Donald Trump" as well.
  if (middle) addName(person, `${middle[1]} ${middle[2]}`, lang, 'full');
  if (read.family) addName(person, read.family, lang, 'family');
  for (const variant of localVariants(read, country)) addName(person, variant, lang, 'full');
}

/** "Kishida Fumio" as Japan writes it, "Kim Dae Jung" and "Kim Daejung" beside "Kim Dae-jung". */
function localVariants({ full, family }: PersonName, country: string): string[] {
  const words = full.split(' ');
  if (country === 'JP' && family && words.length === 2) return [`${family} ${words[0]}`];
  if (!EASTERN.has(country) || words.length !== 2 || family !== words[0]) return [];
  const [first = '', second = '', ...rest] = (words[1] ?? '').split('-');
  if (!second || rest.length > 0) return [];
  return [
    `${family} ${first} ${second[0]?.toUpperCase()}${second.slice(1)}`,
    `${family} ${first}${second.toLowerCase()}`,
  ];
}

function addUnspaced(person: Draft, name: string, lang: string): void {
  const language = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name) ? 'ja' : lang === 'en' ? 'zh-Hans' : lang;
  const letters = [...name].length;
  if (letters < 2) return;
  const isForeign = /\p{sc=Katakana}/u.test(name);
  // One word of a foreign name, and two characters, may be anything.
  const isWeak = letters === 2 || (isForeign && !/[・=＝]/.test(name));
  addName(person, name, language, 'full', isWeak ? { needs: 'context' } : {});
  const family = familyAfterDot(name);
  if (family) addName(person, family, language, 'family');
}

function addHangul(person: Draft, name: string): void {
  const letters = [...name.replace(/ /g, '')].length;
  if (letters < 2) return;
  addName(person, name, 'ko', 'full', letters === 2 ? { needs: 'context' } : {});
  const last = name.split(' ').at(-1) ?? '';
  if (last !== name && last.length >= 2) addName(person, last, 'ko', 'family');
}

/** A person's names without marks, as words: what sources are compared by. */
const wordsOf = (name: string): string[] =>
  toSlug(name)
    .split('-')
    .filter((word) => word.length > 1);

/** Full Latin names of a person, as words. */
const latinNames = (person: Draft): string[][] =>
  person.names
    .filter(({ kind, text }) => kind === 'full' && /\p{sc=Latin}/u.test(text))
    .map(({ text }) => wordsOf(text));

/**
 * The one person of a list that a name means: the same words, or all words of the shorter name with first and last
 * among them, or the same family name with a first name that begins alike. Two that fit: none.
 */
export function findPerson(people: Iterable<Draft>, full: string, family: string | null): Draft | null {
  const wanted = wordsOf(full);
  const key = wordsOf(family ?? full.split(' ').at(-1) ?? '').join('-');
  const tiers: Draft[][] = [[], [], []];
  for (const person of people) {
    let best = 3;
    for (const words of latinNames(person)) {
      if (sameWords(words, wanted)) best = Math.min(best, 0);
      else if (isWithin(words, wanted) || isWithin(wanted, words)) best = Math.min(best, 1);
      else if (isLike(words, wanted, key) && (person.prominence >= 0.3 || isNearlyFirst(words, wanted)))
        best = Math.min(best, 2);
    }
    tiers[best]?.push(person);
  }
  for (const tier of tiers) {
    if (tier.length === 1) return tier[0] ?? null;
    if (tier.length > 1) {
      const [first, second] = tier.toSorted((a, b) => b.prominence - a.prominence);
      return first && second && first.prominence > second.prominence + 0.1 ? first : null;
    }
  }
  return null;
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' ');

/** All words of the shorter name, in order, with the first or the last word shared. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length >= long.length) return false;
  let at = 0;
  for (const word of long) if (word === short[at]) at += 1;
  return at === short.length;
}

/** "Benyamin Netanyahu" and "Benjamin Netanyahu", "Zelenskyy" and "Zelensky". */
function isLike(words: readonly string[], wanted: readonly string[], family: string): boolean {
  const [first, last] = [words[0] ?? '', words.slice(1).join('-')];
  const isSameFamily = last === family || last.endsWith(`-${family}`);
  if (isSameFamily) return first[0] === wanted[0]?.[0] && first.slice(0, 3) === wanted[0]?.slice(0, 3);
  return first === wanted[0] && distance(words.at(-1) ?? '', family) <= 2 && family.length > 5;
}

/** "Droupadi" and "Draupadi", "Michael" and "Micheál": long first names with a letter or two between them. */
const isNearlyFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): boolean =>
  Math.min(a.length, b.length) > 5 && distance(a, b) <= 2;

/** Letters that differ between two words. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 3;
}
