/** Words of the original text beside an offset, for scripts that put spaces between words. Nothing is copied. */
import { isCapital } from '../text/letter-case';
import { DIGIT, LATIN, LETTER, MARK, scriptClass } from '../text/scripts';

/** A word as offsets of the text that it stands in. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** True for a unit that words consist of. Surrogates are none: no script with spaces between words needs them here. */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 ? (unit | 0x20) <= 0x7a : unit >= 0x30 && unit <= 0x39;
  // NaN at the end of the text; Han, kana, Hangul and their punctuation, which fill texts that have no such words.
  if (!(unit >= 0xaa) || (unit >= 0x2e80 && unit <= 0xfaff)) return false;
  const cls = scriptClass(unit);
  return cls === LATIN || cls === LETTER || cls === DIGIT || cls === MARK;
}

/** Joins two halves of a word: apostrophes, hyphens, the soft hyphen. */
const isJoint = (unit: number): boolean =>
  unit === 0x27 || unit === 0x2d || unit === 0xad || unit === 0x2019 || (unit >= 0x2010 && unit <= 0x2012);
export const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0xa0 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200a);

/** White space that is skipped between two words, at most: more parts what stands beside it. */
const MAX_GAP = 8;

/** Where the white space begins that ends at `at`. */
export function skipSpaceBack(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < MAX_GAP && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** True for a unit of a script that puts spaces between words: below Hangul and Han. */
export const isSpacedScript = (unit: number): boolean => isWordUnit(unit) && unit < 0x1100;

/** Longest word that is looked at, in units: what is longer is no word. */
const MAX_WORD = 40;

/** The word that ends before `at` with nothing but space between; a full stop that ends it belongs to it. */
export function wordBefore(text: string, at: number): Word | null {
  let end = at;
  while (end > 0 && at - end < 4 && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === at || end === 0) return null;
  let start = end;
  if (text.charCodeAt(start - 1) === 0x2e) start--;
  const last = start;
  while (start > 0 && end - start < MAX_WORD) {
    const unit = text.charCodeAt(start - 1);
    if (isWordUnit(unit)) start--;
    else if (isJoint(unit) && start > 1 && isWordUnit(text.charCodeAt(start - 2))) start--;
    // "a.m.", "S.A."
    else if (unit === 0x2e && last < end && start > 1 && isWordUnit(text.charCodeAt(start - 2))) start--;
    else break;
  }
  return start < last ? { start, end } : null;
}

/** The word that begins after `at` with nothing but space between, without what follows it. */
export function wordAfter(text: string, at: number): Word | null {
  let start = at;
  while (start < text.length && start - at < 4 && isSpace(text.charCodeAt(start))) start++;
  if (start === at) return null;
  let end = start;
  while (end < text.length && end - start < MAX_WORD) {
    const unit = text.charCodeAt(end);
    if (isWordUnit(unit)) end++;
    else if (isJoint(unit) && end > start && isWordUnit(text.charCodeAt(end + 1))) end++;
    else break;
  }
  return end > start ? { start, end } : null;
}

/** A word of a text in small letters, with the apostrophe of a keyboard. */
export function lowerWord(text: string, { start, end }: Word): string {
  const word = text.slice(start, end).toLowerCase();
  return word.includes('\u2019') ? word.replaceAll('\u2019', "'") : word;
}

/** Where every word of a text begins and ends, in order: two numbers a word. */
export function wordsOf(text: string): Uint32Array {
  let words = new Uint32Array(256);
  let count = 0;
  const { length } = text;
  for (let at = 0; at < length; ) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at++;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (!isWordUnit(unit) && !(isJoint(unit) && isWordUnit(text.charCodeAt(at + 1)))) break;
    }
    if (count + 2 > words.length) {
      const grown = new Uint32Array(words.length * 2);
      grown.set(words);
      words = grown;
    }
    words[count++] = start;
    words[count++] = at;
  }
  return words.subarray(0, count);
}

/** True when the text at an offset is a capital letter. */
export const startsCapital = (text: string, at: number): boolean => isCapital(text.charCodeAt(at));

/** Quotation marks and brackets that stand before a word. */
const OPENING = /["'([\u2018-\u201f\u00ab]/;
/** What a sentence begins after: stops, dashes, bullets. */
const STOPS = /[.!?:\u2026\u2022\u2013\u2014*-]/;

/** True when a sentence, a line or a quotation begins at `at`. */
export function isSentenceStart(text: string, at: number): boolean {
  const i = skipSpaceBack(text, at);
  if (i === 0) return true;
  const before = text[i - 1] as string;
  // A quotation or a bracket opens directly before the word; a quotation that closes stands behind a stop.
  if (i === at) return OPENING.test(before);
  if (OPENING.test(before)) return i > 1 && STOPS.test(text[i - 2] as string);
  // A dash that opens a line or stands free, and no hyphen.
  return STOPS.test(before) && !(before === '-' && i > 1 && !isSpace(text.charCodeAt(i - 2)));
}
