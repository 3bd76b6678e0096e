/**
 * What a reader types to find a name, as it is compared with folded texts: hyphens, middle dots and spaces are one, so
 * are hiragana and katakana, and what is not typed to its end in Hangul or kana is taken for what it may become.
 */
import { foldName } from './fold';
import { growing, syllablesFor, type UnitRange } from './hangul';
import { MAX_NAME_UNITS } from './limits';
import { DIGIT, LATIN, LETTER, type ScriptClass, scriptClass } from './scripts';

/** Units one after the other, each a range: what a text has to have. */
interface Pattern {
  readonly firsts: Uint16Array;
  readonly lasts: Uint16Array;
}

/** One of some patterns, and which units they begin with. */
interface Sought {
  readonly patterns: readonly Pattern[];
  readonly first: number;
  readonly last: number;
}

export interface SearchQuery {
  /** Folded. */
  readonly text: string;
  /** All of it in order, in each way in which its end may go on. */
  readonly phrase: Sought;
  /** Its words one by one, where there are several. */
  readonly words: readonly Sought[];
  /** Two units that every fitting text has at the beginning of a word, made alike; `null` where they are open. */
  readonly start: readonly [first: number, second: number] | null;
  /** What begins with it lies, in the order of UTF-16 units, from `low` to before `high`. */
  readonly ranges: readonly { readonly low: string; readonly high: string }[];
}

/** How well a text fits, the best first. `WORDS`: each word begins one of the text's, in any order. */
export const EXACT = 0;
export const BEGINNING = 1;
export const INSIDE = 2;
export const WORDS = 3;
export const NOT = 4;
export type Fit = 0 | 1 | 2 | 3 | 4;

/** Where in a text a query was found, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const QUOTES = /^[\s"'\u201c\u201d\u300c\u300e]+|[\s"\u201c\u201d\u300d\u300f]+$/g;
/** Signs alone are looked for in vain. */
const WORD = /[\p{L}\p{N}]/u;
const ARTICLE = /^the (?=.)/;
/** The next syllable's first letters, typed before kana come of them: なかt. */
const UNFINISHED_KANA = /(?<=[\u3041-\u3096\u30a1-\u30fa\u30fc])[a-z]{1,2}$/;

const SPACE = 0x20;
const [FIRST_KATAKANA, LAST_KATAKANA, KANA_APART] = [0x30a1, 0x30f6, 0x60];

/** Reads what was typed; `null` where nothing is left to look for. */
export function parseQuery(typed: string): SearchQuery | null {
  const text = foldName(typed.slice(0, MAX_NAME_UNITS))
    .replace(QUOTES, '')
    .replace(ARTICLE, '')
    .replace(UNFINISHED_KANA, '');
  if (!WORD.test(text)) return null;
  const parts = text.split(/[ -]+/).filter((word) => word !== '');
  const phrase = soughtOf(text, true);
  const words = parts.length > 1 ? wordsOf(parts) : [];
  return {
    text,
    phrase,
    words,
    start: startOf(words[0] ?? phrase),
    ranges: inBothKana(text).flatMap(rangesOf),
  };
}

/** The longest first: fewest texts have it. Only the last is still being typed. */
const wordsOf = (words: readonly string[]): Sought[] =>
  words
    .map((word, i) => ({ length: word.length, sought: soughtOf(word, i === words.length - 1) }))
    .sort((a, b) => b.length - a.length)
    .map(({ sought }) => sought);

function soughtOf(text: string, mayGrow: boolean): Sought {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const last = units.length - 1;
  const ends = mayGrow ? growing(units[last] as number) : [[alone(units[last] as number)]];
  const patterns = ends.map((end) => {
    const all = [...units.slice(0, last).map(alone), ...end];
    return {
      firsts: Uint16Array.from(all, ([first]) => alike(first)),
      lasts: Uint16Array.from(all, ([, unit]) => alike(unit)),
    };
  });
  return {
    patterns,
    first: Math.min(...patterns.map(({ firsts }) => firsts[0] as number)),
    last: Math.max(...patterns.map(({ lasts }) => lasts[0] as number)),
  };
}

function startOf({ patterns }: Sought): SearchQuery['start'] {
  const [{ firsts: [first, second] = [] } = {}] = patterns;
  if (first === undefined || second === undefined) return null;
  const isFixed = patterns.every(
    ({ firsts, lasts }) => firsts[0] === first && lasts[0] === first && firsts[1] === second && lasts[1] === second,
  );
  return isFixed ? [first, second] : null;
}

const alone = (unit: number): UnitRange => syllablesFor(unit) ?? [unit, unit];

/** A table in order has what begins so in one run, unless a letter before the last is open. */
function rangesOf(text: string): { low: string; high: string }[] {
  const last = text.length - 1;
  const head = text.slice(0, last);
  if (Array.from(head).some((character) => syllablesFor(character.charCodeAt(0)))) return [];
  return growing(text.charCodeAt(last)).map((end) => {
    const fixed = head + String.fromCharCode(...end.slice(0, -1).map(([unit]) => unit));
    const [first, after] = end.at(-1) as UnitRange;
    return { low: fixed + String.fromCharCode(first), high: fixed + String.fromCharCode(Math.min(after + 1, 0xffff)) };
  });
}

/** なかたに and ナカタニ. */
function inBothKana(text: string): string[] {
  const hiragana = text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA_APART));
  const katakana = text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + KANA_APART));
  return [...new Set([text, hiragana, katakana])];
}

/** One unit for all that are taken for the same: what texts are turned into before they are compared. */
export function alike(unit: number): number {
  if (unit < 0x80) return unit === 0x2d || unit === 0x3d ? SPACE : unit;
  if (unit >= FIRST_KATAKANA && unit <= LAST_KATAKANA) return unit - KANA_APART;
  return unit === 0x30fb ? SPACE : unit;
}

/** Letters and digits of scripts with spaces: no word begins behind one. */
const isSpaced = (cls: ScriptClass): boolean => cls === LATIN || cls === DIGIT || cls === LETTER;
const SPACED_ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) => (isSpaced(scriptClass(unit)) ? 1 : 0));

/** True where a word may begin: anywhere in scripts without spaces. */
export const mayBeginBehind = (unit: number): boolean =>
  unit < 0x80 ? SPACED_ASCII[unit] === 0 : !isSpaced(scriptClass(unit));

function stands({ firsts, lasts }: Pattern, units: Uint16Array, at: number, end: number): boolean {
  if (at + firsts.length > end) return false;
  for (let i = 0; i < firsts.length; i++) {
    const unit = units[at + i] as number;
    if (unit < (firsts[i] as number) || unit > (lasts[i] as number)) return false;
  }
  return true;
}

/** Where at the beginning of a word something sought stands first; `null` for nowhere. */
function findFirst({ first, last, patterns }: Sought, units: Uint16Array, from: number, end: number): Stretch | null {
  for (let at = from; at < end; at++) {
    const unit = units[at] as number;
    if (unit < first || unit > last) continue;
    if (at > from && !mayBeginBehind(units[at - 1] as number)) continue;
    for (const pattern of patterns)
      if (stands(pattern, units, at, end)) return { from: at, to: at + pattern.firsts.length };
  }
  return null;
}

/** How a text fits a query: the units `[from, end)` of a pool, made alike. */
export function fitOf(query: SearchQuery, units: Uint16Array, from: number, end: number): Fit {
  const { words } = query;
  // Looked for first: whatever lacks one of its words has not all of it either.
  for (const word of words) if (!findFirst(word, units, from, end)) return NOT;
  const found = findFirst(query.phrase, units, from, end);
  if (!found) return words.length > 0 ? WORDS : NOT;
  if (found.from > from) return INSIDE;
  return isWhole(query.text, units, from, end) ? EXACT : BEGINNING;
}

function isWhole(text: string, units: Uint16Array, from: number, end: number): boolean {
  if (text.length !== end - from) return false;
  for (let i = 0; i < text.length; i++) if (alike(text.charCodeAt(i)) !== units[from + i]) return false;
  return true;
}

const unitsOf = (folded: string): Uint16Array =>
  Uint16Array.from({ length: folded.length }, (_, i) => alike(folded.charCodeAt(i)));

/** How a folded text fits. */
export function fitOfText(query: SearchQuery, folded: string): Fit {
  return fitOf(query, unitsOf(folded), 0, folded.length);
}

/** Where a query stands in a folded text, in order; nothing where it does not. */
export function findQuery(query: SearchQuery, folded: string): Stretch[] {
  const units = unitsOf(folded);
  const fit = fitOf(query, units, 0, units.length);
  if (fit === NOT) return [];
  const wanted = fit === WORDS ? query.words : [query.phrase];
  return wanted.flatMap((sought) => findFirst(sought, units, 0, units.length) ?? []).sort((a, b) => a.from - b.from);
}
