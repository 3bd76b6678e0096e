/**
 * Names and news text of any size, the same for the same seed: composed of parts, so that names share beginnings and
 * words as real ones do. The mix is that of the aliases of knowledge bases: 62 % Latin, the rest Japanese, Korean and
 * Chinese; some eleven UTF-16 units a name on average.
 */
import {
  ACCENTS,
  CAPITALISED_WORDS,
  CHINESE_ENDS,
  CODAS,
  CONNECTORS,
  ENGLISH_WORDS,
  GIVEN_NAMES,
  HAN,
  HANGUL,
  JAPANESE_ENDS,
  JAPANESE_WORDS,
  KANJI,
  KATAKANA,
  KOREAN_ENDS,
  KOREAN_PARTICLES,
  KOREAN_STEMS,
  NUCLEI,
  ONSETS,
  ORGANISATION_ENDS,
  PLACE_ENDS,
} from './word-parts';

export type NewsLanguage = 'en' | 'ja' | 'ko';

/** Random numbers that are the same for the same seed (mulberry32, public domain). */
class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  /** From 0 to 1, exclusive. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }
  below = (count: number): number => Math.floor(this.roll() * count);
  pick = (parts: readonly string[]): string => parts[this.below(parts.length)] ?? '';
  /** Early parts often, late ones seldom. */
  pickByRank = (parts: readonly string[]): string => parts[Math.floor(parts.length ** this.roll()) - 1] ?? '';
  /** Early parts more often than late ones, less so than by rank: as the parts of names are. */
  pickSkewed = (parts: readonly string[]): string => parts[Math.floor(parts.length * this.roll() ** 2)] ?? '';
  join = (parts: readonly string[], least: number, most: number): string =>
    Array.from({ length: least + this.below(most - least + 1) }, () => this.pickSkewed(parts)).join('');
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function latinWord(dice: Dice, syllables: number): string {
  let word = '';
  for (let i = 0; i < syllables; i++) word += dice.pickSkewed(ONSETS) + dice.pickSkewed(NUCLEI);
  word += dice.pickSkewed(CODAS);
  return dice.roll() < 0.08 ? word.replace(/[aeioucns]/, (letter) => ACCENTS[letter] ?? letter) : word;
}

/** Words that names are made of: as in life, most of a long list of names are new pairs of known words. */
const VOCABULARY_WORDS = 40_000;
let vocabulary: readonly string[] | undefined;
function nameWord(dice: Dice): string {
  if (!vocabulary) {
    const own = new Dice(1_857);
    vocabulary = Array.from({ length: VOCABULARY_WORDS }, () => capitalise(latinWord(own, 1 + own.below(3))));
  }
  return dice.pickSkewed(vocabulary);
}

function latinName(dice: Dice): string {
  const kind = dice.roll();
  const family = nameWord(dice);
  if (kind < 0.42) return `${dice.pickSkewed(GIVEN_NAMES)} ${family}`;
  if (kind < 0.5) return `${dice.pick(GIVEN_NAMES)} ${dice.pick(GIVEN_NAMES).charAt(0)}. ${family}`;
  if (kind < 0.55) return `${nameWord(dice)}-${latinWord(dice, 1)} ${family}`;
  if (kind < 0.62) return `${dice.pick(GIVEN_NAMES)} ${dice.pick(CONNECTORS)} ${family}`;
  if (kind < 0.8) return `${family} ${nameWord(dice)} ${dice.pick(ORGANISATION_ENDS)}`;
  if (kind < 0.83) return `${dice.pick(ORGANISATION_ENDS)} of ${family} and ${nameWord(dice)}`;
  if (kind < 0.93) return family + dice.pick(PLACE_ENDS);
  if (kind < 0.96)
    return latinWord(dice, 2)
      .slice(0, 3 + dice.below(3))
      .toUpperCase();
  if (kind < 0.98) return `${latinWord(dice, 2)} ${latinWord(dice, 1)}`;
  return `${family} ${1 + dice.below(99)}`;
}

function japaneseName(dice: Dice): string {
  const kind = dice.roll();
  if (kind < 0.4) return dice.join(KANJI, 3, 4);
  if (kind < 0.65) return `${dice.join(KATAKANA, 2, 5)}・${dice.join(KATAKANA, 3, 6)}`;
  if (kind < 0.8) return dice.join(KATAKANA, 3, 6);
  return (dice.roll() < 0.5 ? dice.join(KANJI, 2, 3) : dice.join(KATAKANA, 2, 4)) + dice.pick(JAPANESE_ENDS);
}

function koreanName(dice: Dice): string {
  const kind = dice.roll();
  if (kind < 0.5) return dice.join(HANGUL, 3, 3);
  if (kind < 0.6) return `${dice.join(HANGUL, 2, 3)} ${dice.join(HANGUL, 2, 4)}`;
  return dice.join(HANGUL, 2, 4) + dice.pick(KOREAN_ENDS);
}

function chineseName(dice: Dice): string {
  const kind = dice.roll();
  if (kind < 0.6) return dice.join(HAN, 3, 3);
  return dice.join(HAN, 2, 4) + dice.pick(CHINESE_ENDS);
}

/** Distinct names, the same for every run; a longer list begins with a shorter one. */
export function generateNames(count: number): string[] {
  const dice = new Dice(20_260_915);
  const names = new Set<string>();
  while (names.size < count) {
    const kind = dice.roll();
    if (kind < 0.62) names.add(latinName(dice));
    else if (kind < 0.8) names.add(japaneseName(dice));
    else if (kind < 0.9) names.add(koreanName(dice));
    else names.add(chineseName(dice));
  }
  return [...names];
}

/** Share of the words of a text before which a name is put. */
const PLANTED = 0.03;
const BLOCK_UNITS = 700;

const IS_OF: Readonly<Record<NewsLanguage, RegExp>> = {
  en: /^\p{sc=Latin}/u,
  ja: /^[\p{sc=Han}\p{sc=Katakana}]/u,
  ko: /^\p{sc=Hangul}/u,
};

/** A word and what stands behind it. */
function word(dice: Dice, language: NewsLanguage): string {
  if (language === 'ja') return dice.roll() < 0.06 ? dice.join(KATAKANA, 3, 5) : dice.pickByRank(JAPANESE_WORDS);
  const stop = dice.roll() < 0.09 ? (dice.roll() < 0.5 ? ', ' : '. ') : ' ';
  if (language === 'ko') {
    const stem = dice.roll() < 0.2 ? dice.join(HANGUL, 2, 3) : dice.pick(KOREAN_STEMS);
    return stem + (dice.roll() < 0.7 ? dice.pickByRank(KOREAN_PARTICLES) : '') + stop;
  }
  const kind = dice.roll();
  if (kind < 0.1) return dice.pick(CAPITALISED_WORDS) + stop;
  if (kind < 0.12) return nameWord(dice) + stop;
  if (kind < 0.24) return latinWord(dice, 1 + dice.below(3)) + stop;
  if (kind < 0.26) return `${dice.below(3_000)}${stop}`;
  return dice.pickByRank(ENGLISH_WORDS) + stop;
}

/** Blocks of news of some 700 units each, `units` in all at least, with names of the language planted in them. */
export function generateNews(language: NewsLanguage, names: readonly string[], units: number): string[] {
  const dice = new Dice(20_250_908);
  const own = names.filter((name) => IS_OF[language].test(name));
  const blocks: string[] = [];
  for (let total = 0; total < units; ) {
    let block = '';
    while (block.length < BLOCK_UNITS) {
      if (own.length > 0 && dice.roll() < PLANTED) block += dice.pick(own) + (language === 'en' ? ' ' : '');
      block += word(dice, language);
    }
    // Flat and of one byte a unit where it can be, as a text that came in a message is.
    const flat = JSON.parse(JSON.stringify(block)) as string;
    blocks.push(flat);
    total += flat.length;
  }
  return blocks;
}
