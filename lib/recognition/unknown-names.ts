/** Neighbours that make a name part of a longer one that no pack knows: another given name, a double-barrelled name. */
import { HAN, HANGUL, KATAKANA, LATIN, LETTER } from '../text/scripts';
import type { Hit } from './hit';
import { goesOnAsAnother, isBehindState, isGivenNameBefore } from './korean-neighbours';
import type { NameFacts } from './name-index';
import { TRAIT_SEVERAL_WORDS } from './name-traits';
import { hitsEndingAt, hitsStartingAt, type ReadBlock } from './read-block';
import { standsAlone } from './stands-alone';
import { classAt, classBefore } from './steps';
import type { Title } from './surroundings';
import { isOrdinaryCapital, LEGAL_FORMS, PARTICIPLES, PLURAL_TITLES, TITLES } from './tables/english';
import { isDemonym } from './tables/english-people';
import { titleAt } from './tables/titles-after';
import { isSentenceStart, lowerWord, startsCapital, type Word, wordAfter, wordBefore } from './words';

/** Syllables from which a given name in Hangul is no word of the language. */
const LONGER_THAN_A_WORD = 2;

const POSSESSIVE = /(?:'s|s')$/;

/** A capitalised neighbour that is part of no name: titles, weekdays, peoples, possessives. */
function isOrdinaryWord(word: string): boolean {
  return POSSESSIVE.test(word) || isOrdinaryCapital(word) || isDemonym(word) || PARTICIPLES.test(word);
}

/**
 * "Kim Smith", "Mary Lee" (at the beginning of a sentence too), "Lee-Hamilton", ミシェル・オバマ. In titles and in
 * capitals a neighbour says nothing.
 */
export function isInUnknownName(
  index: NameFacts,
  block: ReadBlock,
  hit: Hit,
  title: () => Title | null,
  isOrdinary: (word: string) => boolean,
): boolean {
  const { text } = block;
  const cls = classAt(text, hit.start);
  const joiners = cls === KATAKANA ? '・=＝·' : cls === HAN ? '·•‧' : '';
  if (joiners !== '' && !/[・=＝·•‧]/.test(text.slice(hit.start, hit.end)) && isJoined(block, hit, joiners))
    return true;
  if (cls === HAN && isFollowedByGivenName(text, hit.end)) return true;
  if (cls === HANGUL) return isBehindGivenName(index, block, hit.start, LONGER_THAN_A_WORD);
  if (cls !== LATIN && cls !== LETTER) return false;
  if (isJoined(block, hit, '-\u2010\u2011')) return true;
  if (block.style !== 'prose' || block.block.kind === 'headline') return false;
  const after = wordAfter(text, hit.end);
  if (after && startsCapital(text, after.start)) {
    const word = lowerWord(text, after);
    // "Vice President": the hit begins a title.
    if (TITLES.has(`${text.slice(hit.start, hit.end).toLowerCase()} ${word}`)) return true;
    if (
      !isOrdinaryWord(word) &&
      !LEGAL_FORMS.has(word) &&
      !standsByItself(index, block, hitsStartingAt(block, after.start))
    )
      return true;
  }
  return isBehindUnknownWord(index, block, hit, title, isOrdinary);
}

/** "J", "J.", of a word that begins with a capital. */
const isInitial = (text: string, { start, end }: Word): boolean =>
  end - start === 1 || (end - start === 2 && text[start + 1] === '.');

/** "Mary Lee", "Constitutional Democratic Party": a capitalised word before the name that is none of ours. */
export function isBehindUnknownWord(
  index: NameFacts,
  block: ReadBlock,
  { start }: Hit,
  title: () => Title | null,
  isOrdinary: (word: string) => boolean,
): boolean {
  const { text } = block;
  const before = wordBefore(text, start);
  if (!before || !startsCapital(text, before.start)) return false;
  const word = lowerWord(text, before);
  if (isOrdinaryWord(word) || PLURAL_TITLES.has(word) || standsByItself(index, block, hitsEndingAt(block, before.end)))
    return false;
  if (isInitial(text, before)) return true;
  if (word.endsWith('.')) return false;
  if (title() !== null) return false;
  return !isSentenceStart(text, before.start) || !isOrdinary(word);
}

/** 中谷 太郎氏: a space, another given name and a title make another person. */
function isFollowedByGivenName(text: string, end: number): boolean {
  const match =
    /^[ \u3000]([\p{Script=Han}\u3041-\u3096]{1,3})(?=氏|さん|容疑者|被告|選手|議員|市長|社長|教授|（|\()/u.exec(
      text.slice(end, end + 10),
    );
  return match !== null && titleAt(text, end + 1) === null;
}

/** 빌 게이츠, 미셸 오바마: a transliterated given name that is no name of ours. Short ones are words too: 팀, 짐, 질. */
const isBehindGivenName = (index: NameFacts, block: ReadBlock, start: number, fewest: number): boolean =>
  isGivenNameBefore(block.text, start, fewest) && !standsByItself(index, block, hitsEndingAt(block, start - 1));

/** 질 바이든, 텍사스주 오스틴, 아베 아키에 여사: a word beside a family name makes it another's, unless it is a name of ours. */
export function isAnothersInKorean(index: NameFacts, block: ReadBlock, { start, end }: Hit): boolean {
  const { text } = block;
  if (classAt(text, start) !== HANGUL) return false;
  if (isBehindGivenName(index, block, start, 1) || isBehindState(text, start, end)) return true;
  return goesOnAsAnother(text, end) && !standsByItself(index, block, hitsStartingAt(block, end + 1));
}

/** Units of the longest neighbour that is looked at. */
const MAX_NEIGHBOUR = 60;

/** True when one of the hits is a name that needs nothing beside it: no part of another name. */
function standsByItself(index: NameFacts, { readings }: ReadBlock, hits: Iterable<number>): boolean {
  for (const h of hits) {
    for (const { name, target, refusal } of readings[h]?.names ?? []) {
      const isWhole = (index.traits(name) & TRAIT_SEVERAL_WORDS) !== 0 || index.type(target) !== 'thing';
      if (refusal === null && isWhole && standsAlone(index, name)) return true;
    }
  }
  return false;
}

/** True when a joiner ties the hit to a word that is no name of ours: "Lee-Hamilton", but neither "Lee-led" nor "Kim-Lee". */
function isJoined(block: ReadBlock, { start, end }: Hit, joiners: string): boolean {
  const { text } = block;
  const isTie = (at: number, cls: number) =>
    text[at] !== undefined && joiners.includes(text[at]) && mayTie(text[at], cls);
  const after = classAt(text, end + 1);
  if (isTie(end, after) && isNameLike(text, end + 1, after)) return isEmpty(hitsStartingAt(block, end + 1));
  const before = classBefore(text, start - 1);
  if (!isTie(start - 1, before)) return false;
  const from = wordStart(text, start - 1);
  if (!isNameLike(text, from, before)) return false;
  return isEmpty(hitsEndingAt(block, start - 1)) && !PREFIXES.has(text.slice(from, start - 1).toLowerCase());
}

/** A double hyphen joins katakana to katakana; before anything else it ends a dateline: 【ソウル＝共同】. */
const mayTie = (joiner: string, cls: number): boolean => cls === KATAKANA || !'=＝'.includes(joiner);

const isEmpty = (hits: Generator<number>): boolean => hits.next().done === true;

/** Capitalised at the start of a sentence, and no name: "Non-NATO members". */
const PREFIXES: ReadonlySet<string> = new Set('non pro anti pre post ex trans intra inter extra un mid'.split(' '));

const isNameLike = (text: string, at: number, cls: number): boolean =>
  cls === KATAKANA || cls === HAN || (cls === LATIN && startsCapital(text, at));

/** Where the run of one script begins that ends at `end`. */
function wordStart(text: string, end: number): number {
  const cls = classBefore(text, end);
  let at = end;
  while (at > 0 && end - at < MAX_NEIGHBOUR && classBefore(text, at) === cls) at--;
  return at;
}
