/** What stands around a hit: titles, and neighbours that make a name part of a longer one that no pack knows. */
import { HAN, HANGUL, KATAKANA, LATIN, LETTER } from '../text/scripts';
import type { Hit } from './hit';
import type { NameFacts } from './name-index';
import { TRAIT_SEVERAL_WORDS } from './name-traits';
import { hitsEndingAt, hitsStartingAt, type ReadBlock } from './read-block';
import { standsAlone } from './stands-alone';
import { classAt, classBefore } from './steps';
import {
  BEFORE_DATES,
  COURTESY_TITLES,
  DIRECTIONS,
  isOrdinaryCapital,
  LAST_WORDS_OF_TITLES,
  LEGAL_FORMS,
  ORGANISATION_NOUNS,
  PARTICIPLES,
  TITLES,
} from './tables/english';
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
export class Surroundings {
  readonly #index: NameFacts;
  readonly #block: ReadBlock;
  readonly #hit: Hit;
  readonly #isOrdinary: (word: string) => boolean;
  #titleBefore: Title | null | undefined;
  #isInUnknownName: boolean | undefined;
  #isPlaceOfUnknown: boolean | undefined;
  #isCapitalForced: boolean | undefined;

  /** `isOrdinary`: the article writes that word in small letters somewhere. */
  constructor(index: NameFacts, block: ReadBlock, hit: Hit, isOrdinary: (word: string) => boolean) {
    this.#index = index;
    this.#block = block;
    this.#hit = hit;
    this.#isOrdinary = isOrdinary;
  }

  titleBefore(): Title | null {
    if (this.#titleBefore === undefined) this.#titleBefore = titleBefore(this.#block.text, this.#hit.start);
    return this.#titleBefore;
  }

  /** True when neighbours make the name part of a longer one that no pack knows. */
  isInUnknownName(): boolean {
    this.#isInUnknownName ??= isInUnknownName(
      this.#index,
      this.#block,
      this.#hit,
      () => this.titleBefore(),
      this.#isOrdinary,
    );
    return this.#isInUnknownName;
  }

  /** True when it is the place in the name of an organisation: "University of Kent". */
  isPlaceOfUnknown(): boolean {
    this.#isPlaceOfUnknown ??= isPlaceOfUnknown(this.#block.text, this.#hit.start);
    return this.#isPlaceOfUnknown;
  }

  /** True when a direction before it makes another place of it: "East London". */
  isBehindDirection(): boolean {
    return isBehindDirection(this.#block.text, this.#hit.start);
  }

  /** True where a month or a weekday is meant: "in May", "May 5". */
  isDate(): boolean {
    return isDate(this.#block.text, this.#hit);
  }

  /** The word before, in small letters; empty for none. */
  wordBefore(): string {
    return lowerOrNone(this.#block.text, wordBefore(this.#block.text, this.#hit.start));
  }

  /** The word after, in small letters; empty for none. */
  wordAfter(): string {
    return lowerOrNone(this.#block.text, wordAfter(this.#block.text, this.#hit.end));
  }

  /** True in a block that is written in capitals. */
  isInCapitals(): boolean {
    return this.#block.style === 'capitals';
  }

  /** True where a capital says nothing: at the start of a sentence, in a title, in capitals. */
  isCapitalForced(): boolean {
    this.#isCapitalForced ??= this.#block.style !== 'prose' || isSentenceStart(this.#block.text, this.#hit.start);
    return this.#isCapitalForced;
  }
}

const lower = (text: string, { start, end }: Word): string =>
  text.slice(start, end).toLowerCase().replaceAll('\u2019', "'");

const lowerOrNone = (text: string, word: Word | null): string => (word ? lower(text, word) : '');

function isBehindDirection(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  return (
    word !== null &&
    startsCapital(text, word.start) &&
    !isSentenceStart(text, word.start) &&
    DIRECTIONS.has(lower(text, word))
  );
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
  let word = wordBefore(text, start);
  if (!word) return null;
  let form = lower(text, word);
  if (!LAST_WORDS_OF_TITLES.has(form)) return null;
  let best: Title | null = null;
  for (let count = 1; ; count++) {
    if (TITLES.has(form)) best = { form, at: word.start, isCourtesy: COURTESY_TITLES.has(form) };
    word = count < MAX_TITLE_WORDS ? wordBefore(text, word.start) : null;
    if (!word) return best;
    form = `${lower(text, word)} ${form}`;
  }
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
  if (cls === HANGUL && isPrecededByGivenName(index, block, hit)) return true;
  if (cls !== LATIN && cls !== LETTER) return false;
  if (isJoined(block, hit, '-\u2010\u2011')) return true;
  if (block.style !== 'prose' || block.block.kind === 'headline') return false;
  const after = wordAfter(text, hit.end);
  if (after && startsCapital(text, after.start)) {
    const word = lower(text, after);
    // "Vice President": the hit begins a title.
    if (TITLES.has(`${text.slice(hit.start, hit.end).toLowerCase()} ${word}`)) return true;
    if (
      !isOrdinaryWord(word) &&
      !LEGAL_FORMS.has(word) &&
      !standsByItself(index, block, hitsStartingAt(block, after.start))
    )
      return true;
  }
  const before = wordBefore(text, hit.start);
  if (!before || !startsCapital(text, before.start)) return false;
  const word = lower(text, before);
  if (isOrdinaryWord(word) || standsByItself(index, block, hitsEndingAt(block, before.end))) return false;
  if (INITIAL.test(text.slice(before.start, before.end))) return true;
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

/** 빌 게이츠, 미셸 오바마: a transliterated given name of one to four syllables before a family name that no title follows. */
function isPrecededByGivenName(index: NameFacts, block: ReadBlock, hit: Hit): boolean {
  const { text } = block;
  const match = /(?:^|[\s'"‘“(])([\uac00-\ud7a3]{1,4})\s$/.exec(text.slice(Math.max(0, hit.start - 8), hit.start));
  const given = match?.[1];
  if (given === undefined || standsByItself(index, block, hitsEndingAt(block, hit.start - 1))) return false;
  return TRANSLITERATED_GIVEN_NAMES.has(given);
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
