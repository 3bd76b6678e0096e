/**
 * The folded text that a scan reads: one number a unit, in a buffer that is used again, with the way back to the
 * original's offsets. It is what `fold` makes (a test compares them), unit by unit from the table; only a character
 * that takes more than the table (marks, jamo, ß, ㎢, surrogates) is folded as text. Offsets are kept where they depart
 * from counting, which in most texts is nowhere.
 */
import { endOfCluster, foldCluster, isIgnorable } from '../text/fold';
import { CLINGS, caseFlags, classFlags, type FoldTable, MAY_JOIN, SPACE, SPECIAL, UNIT } from './fold-table';

/** Units that are kept between two texts; what a longer text needed is given back. */
const KEPT_UNITS = 0x10000;
/** Clusters whose folded form is remembered, and the longest of them in units. */
const MAX_REMEMBERED = 2_000;
const MAX_REMEMBERED_UNITS = 8;

export class FoldedUnits {
  /** The folded unit with its flags; the one after the last is 0. */
  units = new Int32Array(1024);
  length = 0;
  /** True when a character became several units: then a hit may begin or end inside one. */
  hasExpansions = false;

  readonly #pages: Uint8Array;
  readonly #entries: Int32Array;
  readonly #clusters = new Map<string, Int32Array>();
  /**
   * Runs of units whose places in the original count up with them: first unit, and where in the original its character
   * begins and ends. A unit that counts otherwise is a run of its own.
   */
  #runs = new Int32Array(48);
  #runCount = 0;

  constructor({ pages, entries }: FoldTable) {
    this.#pages = pages;
    this.#entries = entries;
  }

  /** Folds a text in place of the one before. Linear in its length. */
  fold(text: string): void {
    const { length } = text;
    if (this.units.length > KEPT_UNITS || this.units.length < length + 2) {
      this.units = new Int32Array(Math.max(1024, length + 64));
      this.#runs = new Int32Array(48);
    }
    this.length = 0;
    this.hasExpansions = false;
    this.#runCount = 0;
    this.#addRun(0, 0, 1);
    const pages = this.#pages;
    const entries = this.#entries;
    let count = 0;
    // White space at the beginning is dropped as if more had gone before.
    let last = SPACE;
    // Nothing before this place in the original can be joined to what follows.
    let barrier = 0;
    for (let i = 0; i < length; ) {
      const { units } = this;
      let entry = 0;
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        entry = entries[((pages[unit >> 8] as number) << 8) | (unit & 0xff)] as number;
        if (entry >= SPECIAL || (entry & last & SPACE) !== 0) break;
        last = (entry & ~UNIT) | ((entry + unit) & UNIT);
        units[count++] = last;
      }
      this.length = count;
      if (i === length) break;
      i = this.#foldSpecial(text, i, entry, i > barrier && (last & SPACE) === 0);
      barrier = i;
      count = this.length;
      if (count > 0) last = this.units[count - 1] as number;
    }
    this.units[this.length] = 0;
    this.units[this.length + 1] = 0;
  }

  /** Folds what the table does not, at `at`; returns where the text goes on. */
  #foldSpecial(text: string, at: number, entry: number, mayJoin: boolean): number {
    if (entry < SPECIAL) return this.#extendSpace(at + 1);
    let from = at;
    let end = mayJoin && (entry & MAY_JOIN) === MAY_JOIN ? endOfCluster(text, at) : at;
    if (end > at) {
      // The character before was taken for whole, and was one unit.
      from = at - 1;
      this.length -= 1;
    } else {
      const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      if (isIgnorable(text.slice(at, at + size))) {
        this.#addRun(this.length, at + size, at + size + 1);
        return at + size;
      }
      end = endOfCluster(text, at + size);
    }
    const folded = this.#foldCluster(text.slice(from, end));
    // Room for what is still to come, each unit of it at least one.
    this.#reserve(this.length + folded.length + text.length - end + 2);
    if (folded.length > 1) this.hasExpansions = true;
    for (const unit of folded) {
      this.#addRun(this.length, from, end);
      this.units[this.length++] = unit;
    }
    this.#addRun(this.length, end, end + 1);
    return end;
  }

  /** One more white space after another: the space that stands for both ends later. */
  #extendSpace(end: number): number {
    if (this.length > 0) {
      const space = this.length - 1;
      this.#addRun(space, this.start(space), end);
    }
    this.#addRun(this.length, end, end + 1);
    return end;
  }

  #foldCluster(cluster: string): Int32Array {
    const known = this.#clusters.get(cluster);
    if (known) return known;
    const folded: number[] = [];
    for (const character of foldCluster(cluster)) {
      const code = character.codePointAt(0) as number;
      folded.push(character.charCodeAt(0) | classFlags(code));
      if (code > 0xffff) folded.push(character.charCodeAt(1) | CLINGS);
    }
    if (folded.length > 0) folded[0] = (folded[0] as number) | caseFlags(cluster);
    const units = Int32Array.from(folded);
    if (cluster.length <= MAX_REMEMBERED_UNITS) {
      if (this.#clusters.size >= MAX_REMEMBERED) this.#clusters.clear();
      this.#clusters.set(cluster, units);
    }
    return units;
  }

  #reserve(capacity: number): void {
    if (this.units.length >= capacity) return;
    const grown = new Int32Array(capacity * 2);
    grown.set(this.units);
    this.units = grown;
  }

  /** From `unit` on places count up from these; replaces what was said of it and of later ones. */
  #addRun(unit: number, start: number, end: number): void {
    while (this.#runCount > 0 && (this.#runs[(this.#runCount - 1) * 3] as number) >= unit) this.#runCount -= 1;
    let at = this.#runCount * 3;
    if (at + 3 > this.#runs.length) {
      const grown = new Int32Array(this.#runs.length * 2);
      grown.set(this.#runs);
      this.#runs = grown;
    }
    this.#runs[at++] = unit;
    this.#runs[at++] = start;
    this.#runs[at] = end;
    this.#runCount += 1;
  }

  /** The run that a unit belongs to, as an index into `#runs`. */
  #runOf(unit: number): number {
    let low = 0;
    let high = this.#runCount;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle * 3] as number) <= unit) low = middle;
      else high = middle;
    }
    return low * 3;
  }

  /** Where in the original the character of a folded unit begins. */
  start(unit: number): number {
    const run = this.#runOf(unit);
    return (this.#runs[run + 1] as number) + unit - (this.#runs[run] as number);
  }

  /** Where in the original the character of a folded unit ends, exclusive. */
  end(unit: number): number {
    const run = this.#runOf(unit);
    return (this.#runs[run + 2] as number) + unit - (this.#runs[run] as number);
  }

  /** False inside what was one character in the original. */
  isBetweenCharacters(unit: number): boolean {
    return unit === 0 || unit === this.length || this.start(unit) !== this.start(unit - 1);
  }
}
