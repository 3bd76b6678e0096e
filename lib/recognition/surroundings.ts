/** What stands around a hit: titles, and neighbours that make a name part of a longer one that no pack knows. */
import { HAN, HANGUL, KATAKANA, LATIN, LETTER } from '../text/scripts';
import type { BlockText } from './block-text';
import type { Hit } from './scan';
import { classAt, classBefore } from './steps';
import { BEFORE_DATES, COURTESY_TITLES, DIRECTIONS, isOrdinaryCapital, LEGAL_FORMS, ORGANISATION_NOUNS, PARTICIPLES, TITLES } from './tables/english';
import { isDemonym } from './tables/english-people';
import { TRANSLITERATED_GIVEN_NAMES } from './tables/korean-given-names';
import { titleAt } from './tables/titles-after';
import { isSentenceStart, startsCapital, type Word, wordAfter, wordBefore } from './words';

/** Words of the longest title. */
const MAX_TITLE_WORDS = 4;
const INITIAL = /^\p{Lu}\.?$/u;

/** A title that tables know, folded. */
export interface Title {
  readonly form: string;
  /** Where it begins or, after the name, ends. */
  readonly at: number;
  /** Says that a person follows, and nothing of an office. */
  readonly isCourtesy: boolean;
}

/** What can be asked about the neighbours of a hit; looked up when first asked, once for all readings of the hit. */
export interface Surroundings {
  readonly titleBefore: () => Title | null;
  /** True when neighbours make the name part of a longer one that no pack knows. */
  readonly isInUnknownName: () => boolean;
  /** True when it is the place in the name of an organisation: "University of Kent". */
  readonly isPlaceOfUnknown: () => boolean;
  /** True when a direction before it makes another place of it: "East London". */
  readonly isBehindDirection: () => boolean;
  /** True where a month or a weekday is meant: "in May", "May 5". */
  readonly isDate: () => boolean;
  /** The word before, in small letters; empty for none. */
  readonly wordBefore: () => string;
  /** The word after, in small letters; empty for none. */
  readonly wordAfter: () => string;
  /** True in a block that is written in capitals. */
  readonly isInCapitals: () => boolean;
  /** True where a capital says nothing: at the start of a sentence, in a title, in capitals. */
  readonly isCapitalForced: () => boolean;
}

/** What the resolver knows of other hits: whether a name that stands by itself begins or ends at a place. */
export type StandsByItself = (place: { readonly start?: number; readonly end?: number }) => boolean;

/** Makes the neighbours of a hit askable. `isOrdinary`: the article writes that word in small letters elsewhere. */
export function lookAround(
  block: BlockText,
  hit: Hit,
  isOrdinary: (word: string) => boolean,
  standsByItself: StandsByItself,
): Surroundings {
  const { text } = block;
  const before = once(() => titleBefore(text, hit.start));
  return {
    titleBefore: before,
    isInUnknownName: once(() => isInUnknownName(block, hit, before, isOrdinary, standsByItself)),
    isPlaceOfUnknown: once(() => isPlaceOfUnknown(text, hit.start)),
    isBehindDirection: once(() => isBehindDirection(text, hit.start)),
    isDate: once(() => isDate(text, hit)),
    wordBefore: once(() => lowerOrNone(text, wordBefore(text, hit.start))),
    wordAfter: once(() => lowerOrNone(text, wordAfter(text, hit.end))),
    isInCapitals: () => block.style === 'capitals',
    isCapitalForced: once(() => block.style !== 'prose' || isSentenceStart(text, hit.start)),
  };
}

function once<T>(look: () => T): () => T {
  let seen: { readonly answer: T } | undefined;
  return () => {
    seen ??= { answer: look() };
    return seen.answer;
  };
}

const lower = (text: string, { start, end }: Word): string =>
  text.slice(start, end).toLowerCase().replaceAll('\u2019', "'");

const lowerOrNone = (text: string, word: Word | null): string => (word ? lower(text, word) : '');

function isBehindDirection(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  return word !== null && startsCapital(text, word.start) && !isSentenceStart(text, word.start) && DIRECTIONS.has(lower(text, word));
}

function isDate(text: string, hit: Hit): boolean {
  const before = wordBefore(text, hit.start);
  if (before && BEFORE_DATES.has(lower(text, before))) return true;
  const after = wordAfter(text, hit.end);
  if (after && /^\d/.test(text.slice(after.start, after.end))) return true;
  return after !== null && AUXILIARIES.has(lower(text, after));
}

/** What a month does: "May had been cold". Of persons it is rarely said without another word between. */
const AUXILIARIES: ReadonlySet<string> = new Set(['had', 'was', 'is', 'has', 'will', 'brings', 'brought']);

/** The longest title that ends where a name begins; `null` for none. */
export function titleBefore(text: string, start: number): Title | null {
  let from = start;
  let form = '';
  let best: Title | null = null;
  for (let count = 0; count < MAX_TITLE_WORDS; count++) {
    const word = wordBefore(text, from);
    if (!word) break;
    form = count === 0 ? lower(text, word) : `${lower(text, word)} ${form}`;
    if (TITLES.has(form)) best = { form, at: word.start, isCourtesy: COURTESY_TITLES.has(form) };
    from = word.start;
  }
  return best;
}

const POSSESSIVE = /(?:'s|s')$/;

/** A capitalised neighbour that is part of no name: titles, weekdays, peoples, possessives. */
function isOrdinaryWord(word: string): boolean {
  return POSSESSIVE.test(word) || isOrdinaryCapital(word) || isDemonym(word) || PARTICIPLES.test(word);
}

/** "University of [Kent]", "the Bank of [Osaka]": what it is of has a capital within a sentence. */
function isPlaceOfUnknown(text: string, start: number): boolean {
  const of = wordBefore(text, start);
  if (!of || !/^(?:of|at|for)$/.test(text.slice(of.start, of.end))) return false;
  const noun = wordBefore(text, of.start);
  return noun !== null && startsCapital(text, noun.start) && ORGANISATION_NOUNS.has(lower(text, noun));
}

/**
 * "Kim Smith", "Mary Lee" (at the beginning of a sentence too), "Lee-Hamilton", ミシェル・オバマ. In titles and in
 * capitals a neighbour says nothing.
 */
function isInUnknownName(
  block: BlockText,
  hit: Hit,
  title: () => Title | null,
  isOrdinary: (word: string) => boolean,
  standsByItself: StandsByItself,
): boolean {
  const { text } = block;
  const cls = classAt(text, hit.start);
  const joiners = cls === KATAKANA ? '・=＝·' : cls === HAN ? '·' : '';
  if (joiners !== '' && !/[・=＝·]/.test(text.slice(hit.start, hit.end)) && isJoined(block, hit, joiners)) return true;
  if (cls === HAN && isFollowedByGivenName(text, hit.end)) return true;
  if (cls === HANGUL && isPrecededByGivenName(text, hit, standsByItself)) return true;
  if (cls !== LATIN && cls !== LETTER) return false;
  if (isJoined(block, hit, '-\u2010\u2011')) return true;
  if (block.style !== 'prose' || block.block.kind === 'headline') return false;
  const after = wordAfter(text, hit.end);
  if (after && startsCapital(text, after.start)) {
    const word = lower(text, after);
    // "Vice President": the hit begins a title.
    if (TITLES.has(`${text.slice(hit.start, hit.end).toLowerCase()} ${word}`)) return true;
    if (!isOrdinaryWord(word) && !LEGAL_FORMS.has(word) && !standsByItself({ start: after.start })) return true;
  }
  const before = wordBefore(text, hit.start);
  if (!before || !startsCapital(text, before.start)) return false;
  const word = lower(text, before);
  if (isOrdinaryWord(word) || standsByItself({ end: before.end })) return false;
  if (INITIAL.test(text.slice(before.start, before.end))) return true;
  if (word.endsWith('.')) return false;
  if (title() !== null) return false;
  return !isSentenceStart(text, before.start) || !isOrdinary(word);
}

/** 中谷 太郎氏: a space, another given name and a title make another person. */
function isFollowedByGivenName(text: string, end: number): boolean {
  const match = /^[ \u3000]([\p{Script=Han}\u3041-\u3096]{1,3})(?=氏|さん|容疑者|被告|選手|議員|市長|社長|教授|（|\()/u.exec(text.slice(end, end + 10));
  return match !== null && titleAt(text, end + 1) === null;
}

/** 빌 게이츠, 미셸 오바마: a transliterated given name of one to four syllables before a family name that no title follows. */
function isPrecededByGivenName(text: string, hit: Hit, standsByItself: StandsByItself): boolean {
  const match = /(?:^|[\s'"‘“(])([\uac00-\ud7a3]{1,4})\s$/.exec(text.slice(Math.max(0, hit.start - 8), hit.start));
  const given = match?.[1];
  if (given === undefined || standsByItself({ end: hit.start - 1 })) return false;
  return TRANSLITERATED_GIVEN_NAMES.has(given);
}

/** How far back a hit may begin that ends beside this one, in units. */
const MAX_NAME = 60;

/** True when a joiner ties the hit to a word that is no name of ours: "Lee-Hamilton", but neither "Lee-led" nor "Kim-Lee". */
function isJoined({ text, hits }: BlockText, hit: Hit, joiners: string): boolean {
  const isTied = (at: number) => text[at] !== undefined && joiners.includes(text[at]);
  if (isTied(hit.end) && isNameLike(text, hit.end + 1, classAt(text, hit.end + 1)))
    return !hasHit(hits, hit.end + 1, ({ start }) => start === hit.end + 1);
  if (isTied(hit.start - 1)) {
    const start = wordStart(text, hit.start - 1);
    if (isNameLike(text, start, classBefore(text, hit.start - 1)))
      return !hasHit(hits, hit.start - MAX_NAME, ({ end }) => end === hit.start - 1) && !PREFIXES.has(text.slice(start, hit.start - 1).toLowerCase());
  }
  return false;
}

/** Capitalised at the start of a sentence, and no name: "Non-NATO members". */
const PREFIXES: ReadonlySet<string> = new Set('non pro anti pre post ex trans intra inter extra un mid'.split(' '));

/** Looks for a hit among those that begin at `from` or soon after; hits lie in order of start. */
function hasHit(hits: readonly Hit[], from: number, isWanted: (hit: Hit) => boolean): boolean {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as Hit).start < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < hits.length && (hits[i] as Hit).start <= from + MAX_NAME; i++) {
    if (isWanted(hits[i] as Hit)) return true;
  }
  return false;
}

const isNameLike = (text: string, at: number, cls: number): boolean =>
  cls === KATAKANA || cls === HAN || (cls === LATIN && startsCapital(text, at));

/** Where the run of one script begins that ends at `end`. */
function wordStart(text: string, end: number): number {
  const cls = classBefore(text, end);
  let at = end;
  while (at > 0 && end - at < MAX_NAME && classBefore(text, at) === cls) at--;
  return at;
}
