/**
 * Finds every name in a text. From each place where a name may begin, the text is hashed step by step (words; characters
 * of Han, kana and Hangul; see `steps.ts`) for as long as a filter says that some name goes on, and where one may end,
 * the few names of that hash's bucket are compared unit by unit. Filters and hashes cost or save time and decide
 * nothing. The design is that of the fastest of seven prototypes: a filter on each step in front of a bucketed pool.
 */
import { MAX_NAME_UNITS } from '../text/limits';
import { CAPITAL, CASED, CLINGS, SPACE, UNIT, WORD } from './fold-table';
import { FoldedUnits } from './folded-units';
import {
  BEGINS_ALONE,
  BEGINS_MORE,
  HEADER,
  type MatcherSections,
  RECORD_BYTES,
  RECORD_CAPITAL,
  RECORD_PRINT,
  RECORD_WIDE,
  STEP_ENDS,
  STEP_GOES_ON,
} from './matcher-sections';
import { slotOf } from './slot-filter';
import { bucketOf, mix, stepHash } from './step-hash';

/** Names kept that begin at one place: a pack that nests more of them in one another wants to fill the memory. */
const MAX_NESTED = 8;
/** Numbers of one hit: form, start, end. */
export const HIT_NUMBERS = 3;
/** Numbers of hits that are kept between two texts. */
const KEPT_NUMBERS = 0x10000;

export class Matcher {
  /** The hits of the last text: form number, start and end in UTF-16 units of it, exclusive; overwritten by the next. */
  hits = new Int32Array(0x400);
  /** Steps of the last `find`: units read, hashed or compared, and names looked at. For tests and benchmarks. */
  work = 0;

  readonly #text: FoldedUnits;
  readonly #seed: number;
  readonly #factor: number;
  readonly #longest: number;
  readonly #begins: Uint32Array;
  readonly #words: Uint32Array;
  readonly #wordParts: number;
  readonly #wordShift: number;
  readonly #smallWords: Uint32Array;
  readonly #smallWordParts: number;
  readonly #smallWordShift: number;
  readonly #pairs: Uint32Array;
  readonly #pairParts: number;
  readonly #pairShift: number;
  readonly #steps: Uint32Array;
  readonly #stepParts: number;
  readonly #stepShift: number;
  readonly #buckets: Uint32Array;
  readonly #records: Uint8Array;
  /** Where names may end that begin at one place, each with its hash; the longest are compared first. */
  readonly #ends = new Int32Array(MAX_NAME_UNITS * 2);
  /** Numbers written to `hits`. */
  #written = 0;

  /** Takes the sections as they are: no work per name. */
  constructor(sections: MatcherSections) {
    const { header } = sections;
    this.#text = new FoldedUnits(sections);
    this.#seed = header[HEADER.seed] as number;
    this.#factor = header[HEADER.factor] as number;
    this.#longest = header[HEADER.longest] as number;
    this.#begins = sections.begins;
    this.#words = sections.words;
    this.#wordParts = header[HEADER.wordParts] as number;
    this.#wordShift = header[HEADER.wordShift] as number;
    this.#smallWords = sections.smallWords;
    this.#smallWordParts = header[HEADER.smallWordParts] as number;
    this.#smallWordShift = header[HEADER.smallWordShift] as number;
    this.#pairs = sections.pairs;
    this.#pairParts = header[HEADER.pairParts] as number;
    this.#pairShift = header[HEADER.pairShift] as number;
    this.#steps = sections.steps;
    this.#stepParts = header[HEADER.stepParts] as number;
    this.#stepShift = header[HEADER.stepShift] as number;
    this.#buckets = sections.buckets;
    this.#records = sections.records;
  }

  /**
   * Finds all names in a text, overlapping ones too, at most eight that begin at one place. Returns their number;
   * `hits` has them in order of start, the longest first at each.
   */
  find(text: string): number {
    this.#text.fold(text);
    if (this.hits.length > KEPT_NUMBERS) this.hits = new Int32Array(0x400);
    this.#written = 0;
    const { units, length } = this.#text;
    this.work = length;
    const seed = this.#seed | 0;
    const factor = this.#factor | 0;
    const begins = this.#begins;
    const pairs = this.#pairs;
    const pairParts = this.#pairParts;
    const pairShift = this.#pairShift;
    for (let at = 0; at < length; ) {
      const first = units[at] as number;
      if ((first & WORD) !== 0) {
        let hash = mix(seed, first & UNIT, factor);
        let end = at + 1;
        for (let next = units[end] as number; (next & (WORD | CLINGS)) !== 0; next = units[end] as number) {
          hash = mix(hash, next & UNIT, factor);
          end++;
        }
        const isSmall = (first & (CASED | CAPITAL)) === CASED;
        const slot = isSmall
          ? slotOf(hash, this.#smallWordParts, this.#smallWordShift)
          : slotOf(hash, this.#wordParts, this.#wordShift);
        const filter = isSmall ? this.#smallWords : this.#words;
        if ((((filter[slot >>> 5] as number) >>> (slot & 31)) & 1) !== 0) this.#walk(at, end, hash);
        at = end;
        // What follows most words is a space, and no name begins with one.
        if (((units[at] as number) & SPACE) !== 0) at++;
        continue;
      }
      // Spaces and marks begin no name: they have no bits, like most kana.
      const unit = first & UNIT;
      const kinds = ((begins[unit >>> 4] as number) >>> ((unit & 15) << 1)) & (BEGINS_ALONE | BEGINS_MORE);
      if (kinds !== 0) {
        const next = units[at + 1] as number;
        const isSingle = (kinds & BEGINS_ALONE) !== 0 && (next & CLINGS) === 0;
        const hash = mix(seed, unit, factor);
        const pair = mix(hash, next & UNIT, factor);
        const slot = slotOf(pair, pairParts, pairShift);
        const isPair = (((pairs[slot >>> 5] as number) >>> (slot & 31)) & 1) !== 0;
        if (isSingle || isPair) this.#beginWithUnit(at, isSingle, hash, isPair, pair);
      }
      at++;
    }
    return this.#written / HIT_NUMBERS;
  }

  /** Names whose first character is none of a word: those that begin with two such units, and the character alone. */
  #beginWithUnit(start: number, isSingle: boolean, single: number, isPair: boolean, pair: number): void {
    let taken = 0;
    if (isPair && start + 2 <= this.#text.length) {
      const { units } = this.#text;
      const limit = start + this.#longest;
      const run = ((units[start + 1] as number) & WORD) !== 0 ? WORD | CLINGS : CLINGS;
      let end = start + 2;
      let hash = pair;
      while (end <= limit && ((units[end] as number) & run) !== 0) {
        hash = mix(hash, (units[end] as number) & UNIT, this.#factor);
        end++;
      }
      taken = this.#walk(start, end, hash);
    }
    if (isSingle && taken < MAX_NESTED) this.#compare(start, start + 1, single);
  }

  /** Goes on from the step at `end`, whose hash is given, as long as a name may; returns how many hits that made. */
  #walk(start: number, end: number, hash: number): number {
    const { units, length } = this.#text;
    const steps = this.#steps;
    const parts = this.#stepParts;
    const shift = this.#stepShift;
    const factor = this.#factor;
    const limit = start + this.#longest;
    const ends = this.#ends;
    let candidates = 0;
    while (end <= limit) {
      // No name ends with a space, and of those that go on every one goes on after it.
      if (((units[end - 1] as number) & SPACE) === 0) {
        const slot = slotOf(stepHash(hash), parts, shift);
        const step = ((steps[slot >>> 4] as number) >>> ((slot & 15) << 1)) & 3;
        if ((step & STEP_ENDS) !== 0) {
          ends[candidates++] = end;
          ends[candidates++] = hash;
        }
        if ((step & STEP_GOES_ON) === 0) break;
      }
      if (end >= length) break;
      const run = ((units[end] as number) & WORD) !== 0 ? WORD | CLINGS : CLINGS;
      do {
        hash = mix(hash, (units[end] as number) & UNIT, factor);
        end++;
      } while (end <= limit && ((units[end] as number) & run) !== 0);
    }
    this.work += end - start;
    let taken = 0;
    while (candidates > 0 && taken < MAX_NESTED) {
      candidates -= 2;
      if (this.#compare(start, ends[candidates] as number, ends[candidates + 1] as number)) taken++;
    }
    return taken;
  }

  /** Takes a piece of the text for a hit if it is one of its bucket's names. */
  #compare(start: number, end: number, hash: number): boolean {
    const records = this.#records;
    const length = end - start;
    const bucket = bucketOf(hash, this.#buckets.length - 1);
    const stop = this.#buckets[bucket + 1] as number;
    for (let at = this.#buckets[bucket] as number; at < stop; ) {
      this.work += 1;
      const units = records[at] as number;
      const flags = records[at + 4] as number;
      const isWide = (flags & RECORD_WIDE) !== 0;
      const text = at + RECORD_BYTES;
      if (
        units === length &&
        (flags & RECORD_PRINT) === (hash & RECORD_PRINT) &&
        this.#isText(start, length, text, isWide)
      ) {
        if ((flags & RECORD_CAPITAL) !== 0 && this.#isSmall(start, end)) return false;
        const form =
          (records[at + 1] as number) | ((records[at + 2] as number) << 8) | ((records[at + 3] as number) << 16);
        return this.#take(form, start, end);
      }
      at = text + (isWide ? units * 2 : units);
    }
    return false;
  }

  #isText(start: number, length: number, text: number, isWide: boolean): boolean {
    this.work += length;
    const { units } = this.#text;
    const records = this.#records;
    for (let i = 0; i < length; i++) {
      const unit = isWide
        ? (records[text + i * 2] as number) | ((records[text + i * 2 + 1] as number) << 8)
        : (records[text + i] as number);
      if (unit !== ((units[start + i] as number) & UNIT)) return false;
    }
    return true;
  }

  /** True when the first letter that has case is a small one. */
  #isSmall(start: number, end: number): boolean {
    const { units } = this.#text;
    for (let i = start; i < end; i++) {
      if (((units[i] as number) & CASED) !== 0) return ((units[i] as number) & CAPITAL) === 0;
    }
    return false;
  }

  /** Writes a hit, unless it would begin or end inside one character of the original (½ is folded to 1⁄2). */
  #take(form: number, start: number, end: number): boolean {
    const text = this.#text;
    if (text.hasExpansions && !(text.isBetweenCharacters(start) && text.isBetweenCharacters(end))) return false;
    if (this.#written + HIT_NUMBERS > this.hits.length) {
      const grown = new Int32Array(this.hits.length * 2);
      grown.set(this.hits);
      this.hits = grown;
    }
    this.hits[this.#written++] = form;
    this.hits[this.#written++] = text.start(start);
    this.hits[this.#written++] = text.end(end - 1);
    return true;
  }
}
