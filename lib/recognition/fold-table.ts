/**
 * Folding one UTF-16 unit by table. For every unit that folds to one unit the table holds the difference, and of every
 * unit what the matcher asks: is it part of a word, does it cling to the unit before it, is it a capital. The table is
 * made from `fold` when an index is compiled and lies in the index: making it costs some 50 ms, which no start of a
 * background should pay, and a browser that learns new characters then cannot disagree with the compiled names.
 */
import { foldCluster, isIgnorable, isJoining, isSolid, isWhiteSpace } from '../text/fold';
import { startsWithCapital } from '../text/letter-case';
import { DIGIT, LATIN, LETTER, MARK, type ScriptClass, scriptClass } from '../text/scripts';

/** Low half of an entry: in the table what is added to the unit, in a folded text the folded unit. */
export const UNIT = 0xffff;
/** Letter or digit of a script with spaces: no step between two of them (`steps.ts`). */
export const WORD = 0x1_0000;
/** Never a step before it: a mark, or the second half of a surrogate pair. */
export const CLINGS = 0x2_0000;
/** The first unit of a character with case in the original text … */
export const CASED = 0x4_0000;
/** … and that is a capital. */
export const CAPITAL = 0x8_0000;
/** White space, folded to U+0020. */
export const SPACE = 0x10_0000;
/**
 * Above all others: what the table cannot fold by itself, because it becomes several units or because of what stands
 * before it.
 */
export const SPECIAL = 0x100_0000;
/** May belong to the character before it: marks, medial and final jamo, ignorable characters, surrogates. */
export const MAY_JOIN = SPECIAL | 0x200_0000;

const PAGE_UNITS = 256;

/** Two levels: entry of unit `u` is `entries[(pages[u >> 8] << 8) | (u & 255)]`. Equal pages are stored once. */
export interface FoldTable {
  readonly pages: Uint8Array;
  readonly entries: Int32Array;
}

const isWordClass = (cls: ScriptClass): boolean => cls === LATIN || cls === DIGIT || cls === LETTER;

/** What the matcher asks of a character of folded text. */
export function classFlags(code: number): number {
  const cls = scriptClass(code);
  return cls === MARK ? CLINGS : isWordClass(cls) ? WORD : code === 0x20 ? SPACE : 0;
}

/** Flags of a character's case, as it stands in the original. */
export function caseFlags(character: string): number {
  const isCapital = startsWithCapital(character);
  return isCapital === null ? 0 : isCapital ? CASED | CAPITAL : CASED;
}

function entryOf(unit: number): number {
  if (isSolid(unit)) return 0;
  if (unit >= 0xd800 && unit <= 0xdfff) return MAY_JOIN;
  const character = String.fromCharCode(unit);
  // Ignorable before white space, as in `fold`: U+FEFF is both.
  if (isIgnorable(character) || isJoining(unit, character)) return MAY_JOIN | classFlags(unit);
  if (isWhiteSpace(character)) return ((0x20 - unit) & UNIT) | SPACE;
  const folded = foldCluster(character);
  if (folded.length !== 1) return SPECIAL | classFlags(unit);
  const to = folded.charCodeAt(0);
  return ((to - unit) & UNIT) | classFlags(to) | caseFlags(character);
}

function makeFoldTable(): FoldTable {
  const pages = new Uint8Array(0x10000 / PAGE_UNITS);
  const entries: number[] = [];
  const known = new Map<string, number>();
  for (let page = 0; page < pages.length; page++) {
    const own = Array.from({ length: PAGE_UNITS }, (_, i) => entryOf(page * PAGE_UNITS + i));
    const key = own.join();
    let number = known.get(key);
    if (number === undefined) {
      number = known.size;
      known.set(key, number);
      entries.push(...own);
    }
    pages[page] = number;
  }
  return { pages, entries: Int32Array.from(entries) };
}

let made: FoldTable | undefined;

/** The table of this engine's `fold`; made when first asked for, for the compiler only. */
export function foldTable(): FoldTable {
  made ??= makeFoldTable();
  return made;
}
