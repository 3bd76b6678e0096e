/** What stands around a hit: titles, and neighbours that make a name part of a longer one that no pack knows. */
import { countryNamed } from './countries-beside';
import * as english from './english-neighbours';
import { hasHangulTitleAfter } from './hangul-boundaries';
import type { Hit } from './hit';
import type { NameFacts } from './name-index';
import { hitsBetween, hitsStartingAt, type ReadBlock } from './read-block';
import { standsAlone } from './stands-alone';
import { type Strangers, strangerBefore } from './strangers';
import {
  BEFORE_DATES,
  COURTESY_TITLES,
  DIRECTIONS,
  LAST_WORDS_OF_TITLES,
  ORGANISATION_NOUNS,
  TITLES,
} from './tables/english';
import { titleAt } from './tables/titles-after';
import { isAnothersInKorean, isBehindUnknownWord, isInUnknownName } from './unknown-names';
import { isSentenceStart, isSpace, lowerWord, startsCapital, type Word, wordAfter, wordBefore } from './words';

/** Words of the longest title. */
const MAX_TITLE_WORDS = 4;

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

  /** True where a capitalised word before it makes another institution of it: "Constitutional Democratic Party". */
  isBehindUnknownWord(): boolean {
    const isProse = this.#block.style === 'prose' && this.#block.block.kind !== 'headline';
    return (
      isProse && isBehindUnknownWord(this.#index, this.#block, this.#hit, () => this.titleBefore(), this.#isOrdinary)
    );
  }

  /** A country or territory right behind the name and "of", as in "Democratic Party of Japan"; -1 for none. */
  countryOf(): number {
    const { text } = this.#block;
    const of = wordAfter(text, this.#hit.end);
    const place = of && text.slice(of.start, of.end) === 'of' ? wordAfter(text, of.end) : null;
    if (!place) return -1;
    for (const h of hitsStartingAt(this.#block, place.start)) {
      for (const { target, refusal } of this.#block.readings[h]?.names ?? []) {
        if (refusal === null && this.#index.placeKind(target) === 'country') return target;
      }
    }
    return -1;
  }

  /** True for one syllable of Hangul or one Han character: 이 is "this" too, 文 a text. */
  isOneCharacter(): boolean {
    const { start, end } = this.#hit;
    return end - start === 1 && ONE_CHARACTER.test(this.#block.text.charAt(start));
  }

  /** True where neither a title nor a courtesy follows in the way of Hangul and Han. */
  isWithoutTitle(): boolean {
    const { text } = this.#block;
    const { start, end } = this.#hit;
    if (HANGUL_SYLLABLE.test(text.charAt(start))) return !hasHangulTitleAfter(text, end);
    return titleAt(text, isSpace(text.charCodeAt(end)) ? end + 1 : end) === null;
  }

  /**
   * True where somebody else of the family name, named in full shortly before in the same block, is nearer than the full
   * name of the target: "Akie Abe laid flowers. Abe said …" says not who.
   */
  isNearerStranger(strangers: Strangers, family: string, target: number): boolean {
    const from = strangerBefore(strangers, this.#block, family, this.#hit.start);
    if (from < 0) return false;
    for (const h of hitsBetween(this.#block, from, this.#hit.start)) {
      const names = this.#block.readings[h]?.names ?? [];
      if (names.some((name) => name.target === target && standsAlone(this.#index, name.name))) return false;
    }
    return true;
  }

  /** True where Korean makes the family name another's: 아베 아키에 여사, 고노 담화. */
  isAnothersInKorean(): boolean {
    return isAnothersInKorean(this.#index, this.#block, this.#hit);
  }

  /** True before the rest of another institution's name: "United Nations University". */
  leadsToInstitution(): boolean {
    return english.leadsToInstitution(this.#block.text, this.#hit.end, this.#block.style === 'prose');
  }

  /** True before "Jr." and "Sr.". */
  isJuniorOrSenior(): boolean {
    return english.isJuniorOrSenior(this.#block.text, this.#hit.end);
  }

  /** True where a syllable more makes another name of a romanised one: "Lee Jun-ho". */
  takesSyllable(): boolean {
    const { text, style } = this.#block;
    if (style !== 'prose' || !english.takesSyllable(text, this.#hit.end)) return false;
    return /^\p{L}+\s\p{L}+$/u.test(text.slice(this.#hit.start, this.#hit.end));
  }

  /** True before what is named after another: "Hashimoto's disease". */
  namesAnotherThing(): boolean {
    return english.namesAnotherThing(this.#block.text, this.#hit.end);
  }

  /** True before a state in which a place of this country or region does not lie: "Moscow, Idaho". */
  isBeforeOtherState(own: number): boolean {
    const state = english.stateBehind(this.#block.text, this.#hit.end);
    if (state === null || own === countryNamed(this.#index, state.country)) return false;
    for (const h of hitsStartingAt(this.#block, state.start)) {
      if (this.#block.readings[h]?.names.some(({ target }) => target === own)) return false;
    }
    return true;
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

const HANGUL_SYLLABLE = /[\uac00-\ud7a3]/;
const ONE_CHARACTER = /[\p{Script=Han}\uac00-\ud7a3]/u;

const lowerOrNone = (text: string, word: Word | null): string => (word ? lowerWord(text, word) : '');

function isBehindDirection(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  return (
    word !== null &&
    startsCapital(text, word.start) &&
    !isSentenceStart(text, word.start) &&
    DIRECTIONS.has(lowerWord(text, word))
  );
}

function isDate(text: string, hit: Hit): boolean {
  const before = wordBefore(text, hit.start);
  if (before && BEFORE_DATES.has(lowerWord(text, before))) return true;
  const after = wordAfter(text, hit.end);
  if (after && /^\d/.test(text.slice(after.start, after.end))) return true;
  return after !== null && AUXILIARIES.has(lowerWord(text, after));
}

/** What a month does: "May had been cold". Of persons it is rarely said without another word between. */
const AUXILIARIES: ReadonlySet<string> = new Set(['had', 'was', 'is', 'has', 'will', 'brings', 'brought']);

/** The longest title that ends where a name begins; `null` for none. */
export function titleBefore(text: string, start: number): Title | null {
  let word = wordBefore(text, start);
  if (!word) return null;
  let form = lowerWord(text, word);
  if (!LAST_WORDS_OF_TITLES.has(form)) return null;
  let best: Title | null = null;
  for (let count = 1; ; count++) {
    if (TITLES.has(form)) best = { form, at: word.start, isCourtesy: COURTESY_TITLES.has(form) };
    word = count < MAX_TITLE_WORDS ? wordBefore(text, word.start) : null;
    if (!word) return best;
    form = `${lowerWord(text, word)} ${form}`;
  }
}

/** "University of [Kent]", "the Bank of [Osaka]": what it is of has a capital within a sentence. */
function isPlaceOfUnknown(text: string, start: number): boolean {
  const of = wordBefore(text, start);
  if (!of || !/^(?:of|at|for)$/.test(text.slice(of.start, of.end))) return false;
  const noun = wordBefore(text, of.start);
  return noun !== null && startsCapital(text, noun.start) && ORGANISATION_NOUNS.has(lowerWord(text, noun));
}
