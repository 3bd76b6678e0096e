/**
 * May a name stand between these neighbours? The answer of tables for Han and kana: what follows and precedes names in
 * Japanese and Chinese prose. Names that begin and end in other scripts may stand anywhere as far as this is concerned.
 */
import { HAN, HIRAGANA, KATAKANA } from '../text/scripts';
import { mayStandInChinese } from './chinese-boundaries';
import { endsWithAny, longest, type NamedKind, type Place, placeOf, startsWithTitle } from './han-neighbours';
import { classAt, classBefore } from './steps';
import * as japanese from './tables/japanese';

export type { NamedKind };

/** A Han name of so many characters needs a known neighbour where Han adjoins it. */
const SHORT = 2;
const KANA = /[\u3041-\u309f\u30a1-\u30fa]/;
/** One in katakana: only forms of address follow it, for firms have presidents too (米アップル会長). */
const KATAKANA_NAME = /^[\u30a1-\u30fa\u30fc]{2,4}/u;
/** A given name in Han or hiragana before an honorific: the name of a place begins the name of a person. */
const GIVEN_NAME = /^(?:[\p{Script=Han}々]{1,3}|[\u3041-\u3096]{2,3})/u;

/** `text` is the original, not folded; `start` and `end` are UTF-16 units of it. */
export function mayStandHere(text: string, start: number, end: number, kind: NamedKind): boolean {
  return mayStand(placeOf(text, start, end), kind, false);
}

/**
 * As `mayStandHere`, for a name whose owner the article names in full elsewhere (石破茂, 世界卫生组织 …). What may stand
 * here may stand there too; beyond that a short name in Chinese needs no known neighbour: 高市上一次. Refused, as before,
 * are names that a word of the language runs across (提高|市场), that a given name follows (石破健一先生), that another
 * compound holds, and everything in Japanese, where licence changes nothing. It says nothing of who is meant.
 */
export function mayStandIfLicensed(text: string, start: number, end: number, kind: NamedKind): boolean {
  return mayStand(placeOf(text, start, end), kind, true);
}

function mayStand(place: Place, kind: NamedKind, isLicensed: boolean): boolean {
  const { name, before, after } = place;
  const first = classAt(name, 0);
  const last = classBefore(name, name.length);
  if (first === KATAKANA && classBefore(before, before.length) === KATAKANA) return false;
  if (last === KATAKANA && classAt(after, 0) === KATAKANA) return false;
  if (!isKanaOrHan(first) || !isKanaOrHan(last)) return true;
  if (first === HIRAGANA && !mayPrecedeHiragana(before)) return false;
  if (last === HIRAGANA && !mayFollowHiragana(after)) return false;
  const isChinese = !KANA.test(after) && !KANA.test(before) && !KANA.test(name);
  if (isInDateOrNumeral(place, isChinese ? '' : japanese.BEFORE_DATES)) return false;
  return isChinese ? mayStandInChinese(place, kind, isLicensed) : !isCut(place) && mayStandInJapanese(place, kind);
}

const isKanaOrHan = (cls: number): boolean => cls === HAN || cls === HIRAGANA || cls === KATAKANA;

/** 同日 + 本会議, 4日 + 本会議, 十四日 + 市内, 第三木曜: the first character of the name ends a date or a number. */
function isInDateOrNumeral({ name, before }: Place, beforeDates: string): boolean {
  const first = name.charAt(0);
  const previous = before.charAt(before.length - 1);
  if (previous === '') return false;
  const isNumber = /\d/.test(previous) || japanese.HAN_NUMERALS.includes(previous);
  if (japanese.DATE_UNITS.includes(first) && (isNumber || beforeDates.includes(previous))) return true;
  return japanese.HAN_NUMERALS.includes(first) && (isNumber || previous === '第');
}

/** 一関 + 係者: a word runs across the end of the name. */
const isCut = ({ name, after }: Place): boolean =>
  longest(japanese.CROSSING_WORDS, name.charAt(name.length - 1) + after) > 1;

function mayPrecedeHiragana(before: string): boolean {
  return classBefore(before, before.length) !== HIRAGANA || endsWithAny(before, japanese.PARTICLES);
}

function mayFollowHiragana(after: string): boolean {
  return classAt(after, 0) !== HIRAGANA || longest(japanese.PARTICLES, after) > 0;
}

function mayStandInJapanese(place: Place, kind: NamedKind): boolean {
  const { name, length, before, after, run } = place;
  const isHan = classAt(name, 0) === HAN;
  const isShort = isHan && classBefore(name, name.length) === HAN && length <= SHORT;
  const precedes = isHan && classBefore(before, before.length) === HAN ? before.charAt(before.length - 1) : '';
  if (kind === 'place') return mayPlaceFollow(precedes, length) && mayPlacePrecede(place);
  const beginsWord = kind === 'person' ? japanese.WORD_ENDINGS : japanese.BEFORE_PLACE + japanese.WORD_ENDINGS;
  if (isShort && precedes !== '' && !beginsWord.includes(precedes)) return false;
  if (startsWithTitle(after)) return true;
  if (kind === 'person') {
    // One character stands alone as a name nowhere in prose: 森の, 関し, 東は.
    if (length === 1) return false;
    return run === '' || (!isShort && (endsWithTitle(run) || longest(japanese.VERBS_AFTER, after) > 0));
  }
  // 自衛隊員, 自衛隊病院, but 自衛隊委員会.
  if (run.startsWith('員') || endsWithAny(run, japanese.INSTITUTION_ENDINGS)) return false;
  return run === '' || !isShort || longest(japanese.AFTER_ORGANISATION, run) > 0;
}

function mayPlaceFollow(precedes: string, length: number): boolean {
  if (precedes === '') return true;
  if (japanese.MAKES_ANOTHER_BEFORE.includes(precedes)) return false;
  return length > SHORT || (japanese.BEFORE_PLACE + japanese.WORD_ENDINGS).includes(precedes);
}

function mayPlacePrecede({ length, after, run }: Place): boolean {
  const stays = Math.max(longest(japanese.AFTER_PLACE, after), longest(japanese.OFFICES, after));
  // 東京大, 京都大 …, but 韓国大統領 and 日本最大.
  if (run === '大' || longest(japanese.MAKES_ANOTHER, after) > stays) return false;
  if (endsWithAny(run, japanese.INSTITUTION_ENDINGS)) return false;
  if (stays > 0) return true;
  if (longest(japanese.HONORIFICS, after) > 0 || longest(japanese.HEADS_OF_HOUSES, after) > 0) return false;
  if (length === 1 && run !== '') return false;
  return !isGivenName(after) && !endsFamilyName(after);
}

/** 野 + 総裁 behind 三重. */
const endsFamilyName = (after: string): boolean =>
  after !== '' && japanese.FAMILY_NAME_ENDINGS.includes(after.charAt(0)) && startsWithTitle(after.slice(1));

/** 美智さん behind 奈良, さゆりさん behind 石川, アキさん behind 広島. */
function isGivenName(after: string): boolean {
  const [katakana = ''] = KATAKANA_NAME.exec(after) ?? [];
  if (katakana !== '') return longest(japanese.HONORIFICS, after.slice(katakana.length)) > 0;
  const [most = ''] = GIVEN_NAME.exec(after) ?? [];
  const characters = Array.from(most);
  if (longest(japanese.PARTICLES, after) > 0) return false;
  return characters.some((_, i) => {
    const rest = after.slice(characters.slice(0, i + 1).join('').length);
    return longest(japanese.HONORIFICS, rest) > 0 || longest(japanese.OCCUPATIONS, rest) > 0;
  });
}

/** An office that no list knows (農林水産相), or one with its organisation before it (朝鮮労働党総書記). */
const endsWithTitle = (run: string): boolean =>
  japanese.OFFICE_ENDINGS.includes(run.charAt(run.length - 1)) || endsWithAny(run, japanese.OFFICES);
