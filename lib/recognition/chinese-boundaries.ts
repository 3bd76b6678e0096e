/**
 * May a name stand between these neighbours in Chinese? Tables say what makes another thing of a name, the browser's
 * dictionary where words of the language begin and end (`han-words.ts`); without it the tables alone answer.
 */
import { HAN } from '../text/scripts';
import {
  endsWithAny,
  entriesAt,
  isOneOf,
  longest,
  type NamedKind,
  type Place,
  startsWithTitle,
} from './han-neighbours';
import { type HanWords, wordsAround } from './han-words';
import { classAt, classBefore } from './steps';
import * as chinese from './tables/chinese';

/** A name of so many characters may be two that meet in a word. */
const SHORT = 2;
/** Longer names are no accident. */
const LONGEST_CROSSED = 4;
/** Words between a place and the head of an institution: 韩国|国民|银行. */
const MAX_MODIFIERS = 4;

/** `isLicensed`: the article names the owner in full elsewhere. */
export function mayStandInChinese(place: Place, kind: NamedKind, isLicensed: boolean): boolean {
  const { length } = place;
  if (kind === 'place') return length === 1 ? maySignStand(place) : mayPlaceStand(place);
  if (length <= LONGEST_CROSSED && isCrossed(place, kind)) return false;
  if (kind === 'person' && isAnotherPerson(place)) return false;
  if (kind === 'other' && length > 1) return !isPersons(place) && !isAnotherOrganisation(place);
  return length > SHORT || mayShortStand(place, kind, isLicensed);
}

/** In characters. */
const lengthOf = (word: string): number => Array.from(word).length;

const wordsOf = (place: Place): HanWords | null => wordsAround(place, chinese.PARTICLES);

const adjoinsHan = ({ before, after }: Place): boolean =>
  classBefore(before, before.length) === HAN || classAt(after, 0) === HAN;

/** 提高|市场 + 高市, 英武|大方 + 武大, 小米粥 + 小米, but 北京市 + 北京. */
function isCrossed(place: Place, kind: NamedKind): boolean {
  if (!adjoinsHan(place)) return false;
  const words = wordsOf(place);
  if (words === null) return isOneOf(place.before, chinese.CROSSING_BEFORE[place.name.charAt(0)] ?? '');
  if (words.crossesStart()) return true;
  if (kind === 'place' && mayBeJoined(place, words)) return false;
  return words.crossesEnd();
}

/** 北京市 and 日本人|均: what the dictionary joins leaves the place a place. */
const mayBeJoined = ({ name, after }: Place, { last }: HanWords): boolean =>
  chinese.PLACE_SUFFIXES.some((suffix) => last.endsWith(name + suffix)) || longest(chinese.AFTER_PLACE, after) > 0;

/** 画家 + 丰田, 丰田 + 先生, 丰田 + 章男: somebody of that name. */
const isPersons = ({ before, after }: Place): boolean =>
  longest(chinese.COURTESIES, after) > 0 ||
  longest(chinese.JAPANESE_GIVEN_NAMES, after) > 0 ||
  endsWithAny(before, chinese.OCCUPATIONS);

/** 小 + 唐纳德·特朗普, 特朗普 + 大厦. */
const isAnotherPerson = ({ name, before, after }: Place): boolean =>
  longest(chinese.NAMED_AFTER_PERSONS, after) > 0 ||
  (isOneOf(before, chinese.YOUNGER_OR_ELDER) && /[\u00b7\u2022\u2027\u30fb]/.test(name));

/** 联合国 + 儿童基金会, 日本银行 + 业协会, 联合国 + 大学. */
const isAnotherOrganisation = (place: Place): boolean =>
  longest(chinese.NAMED_AFTER_ORGANISATIONS, place.after) > 0 ||
  leadsToInstitution(place, chinese.ORGANISATION_HEADS, 0);

function mayPlaceStand(place: Place): boolean {
  const { length, before } = place;
  if (isPersons(place) || isAnother(place)) return false;
  if (length <= LONGEST_CROSSED && isCrossed(place, 'place')) return false;
  if (!isOneOf(before, chinese.MAKES_ANOTHER_BEFORE)) return true;
  // 湖北 + 武汉 is no north.
  return startsBehindWord(place);
}

/** 韩国人, 东京湾, 韩国国民银行: something that is named after the place. */
function isAnother(place: Place): boolean {
  const { after } = place;
  const stays = longest(chinese.AFTER_PLACE, after);
  const makes = entriesAt(chinese.MAKES_ANOTHER, after);
  if (makes.some((entry) => entry.length >= stays && endsWord(place, entry.length))) return true;
  // 日本|银行业|协会, but 日本|银行业.
  return leadsToInstitution(place, chinese.INSTITUTION_HEADS, stays);
}

/** 人 ends a word in 日本人说, and none in 日本人民. */
const endsWord = (place: Place, units: number): boolean => wordsOf(place)?.endsAt(units) ?? true;

/** The head of an institution, its modifiers before it: 国民|银行, 科学|大学, 国家|交响|乐团. `first`: units of one that is known. */
function leadsToInstitution(place: Place, heads: readonly string[], first: number): boolean {
  let at = first;
  for (let modifiers = 0; modifiers < MAX_MODIFIERS; modifiers++) {
    if (at === 0 || modifiers > 0) {
      const modifier = longest(chinese.INSTITUTION_MODIFIERS, place.after.slice(at));
      if (modifier === 0) return false;
      at += modifier;
    }
    const head = longest(heads, place.after.slice(at));
    if (head > 0 && endsWord(place, at + head)) return true;
  }
  return false;
}

/** The sign of a country: 日韩两国, 驻韩美军, 访日; not in 日前, 美丽, 法官. */
function maySignStand(place: Place): boolean {
  const { name, before, after } = place;
  if (!adjoinsHan(place)) return true;
  const words = wordsOf(place);
  const word = words?.first ?? name;
  if (word !== name) return chinese.SIGN_WORD.test(word);
  const isSignBefore = chinese.SIGN_WORD.test(words?.before() ?? before.slice(-1));
  const isSignAfter = chinese.SIGN_WORD.test(words?.after() ?? after.charAt(0));
  if (isSignBefore || isSignAfter || isOneOf(before, chinese.BEFORE_SIGN)) return true;
  const length = longest(chinese.AFTER_SIGN, after);
  return length > 0 ? endsWord(place, length) : startsWithTitle(after);
}

/** A family name, or a full name of two characters; of other things names of one character. */
function mayShortStand(place: Place, kind: NamedKind, isLicensed: boolean): boolean {
  const { length, after } = place;
  const hasTitle = longest(chinese.TITLES, after) > 0 || startsWithTitle(after);
  if (length === 1 && kind === 'person') return hasTitle && mayBegin(place);
  if (!hasTitle && isGivenName(after)) return false;
  if (isLicensed && length > 1) return true;
  if (!mayBegin(place)) return false;
  if (hasTitle || classAt(after, 0) !== HAN || longest(chinese.VERBS_AFTER, after) > 0) return true;
  return lengthOf(wordsOf(place)?.after() ?? '') > 1;
}

/** 夫 + 先生 behind 王毅, 健一 behind 石破. */
function isGivenName(after: string): boolean {
  if (longest(chinese.JAPANESE_GIVEN_NAMES, after) > 0) return true;
  return [1, 2].some((units) => longest(chinese.AFTER_GIVEN_NAME, after.slice(units)) > 0);
}

/** Behind anything but Han, a word of one character, a title, an occupation, or any word of several characters. */
function mayBegin(place: Place): boolean {
  const { before } = place;
  if (classBefore(before, before.length) !== HAN || isOneOf(before, chinese.WORDS_BEFORE)) return true;
  if (endsWithAny(before, chinese.TITLES) || endsWithAny(before, chinese.OCCUPATIONS)) return true;
  return place.length > 1 && startsBehindWord(place);
}

const startsBehindWord = (place: Place): boolean => lengthOf(wordsOf(place)?.before() ?? '') > 1;
