/**
 * The distinct forms of an index while it is compiled, each with a number in order of appearance: all their units in
 * one column, found again through a table of hashes. A million strings in a `Map` would take five times the memory.
 */
import { bytes, Column, orderOf, shorts, words } from './columns';
import type { CompileSteps } from './compile-steps';

/** Forms in the order of their UTF-16 units. */
export interface SortedForms {
  readonly count: number;
  readonly pool: Uint16Array;
  /** Where each begins in the pool, and how many units it has: 255 at most. */
  readonly offsets: Uint32Array;
  readonly lengths: Uint8Array;
  /** Place in this order of the form with a number. */
  readonly placeOf: Uint32Array;
}

/** Of the slots, those in use at most. */
const MAX_LOAD = 0.6;
/** Runs of equal beginnings sorted between two reports of progress. */
const RUNS_PER_STEP = 2_000;

export class FormBook {
  readonly #pool: Column<Uint16Array>;
  readonly #starts: Column<Uint32Array>;
  readonly #lengths: Column<Uint8Array>;
  /** Numbers of forms, from 1, by their hash; 0: free. */
  #slots: Uint32Array;

  /** `forms` and `units`: how many may be expected. */
  constructor(forms = 64, units = 1_024) {
    this.#pool = new Column(shorts, units);
    this.#starts = new Column(words, forms);
    this.#lengths = new Column(bytes, forms);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, forms / MAX_LOAD))));
  }

  /** The number of a form, entered if it is new. Throws a `RangeError` for one of more than 255 units. */
  add(form: string): number {
    const length = form.length;
    if (length > 0xff) throw new RangeError(`a form of ${length} units is too long`);
    const pool = this.#pool.room(length);
    const end = this.#pool.length;
    // Written behind the others first: what is compared and hashed are numbers then.
    for (let i = 0; i < length; i++) pool[end + i] = form.charCodeAt(i);
    const mask = this.#slots.length - 1;
    for (let slot = this.#hash(pool, end, length) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] as number;
      if (number === 0) {
        this.#slots[slot] = this.#starts.length + 1;
        break;
      }
      if (this.#isEqual(pool, number - 1, end, length)) return number - 1;
    }
    this.#pool.length += length;
    this.#starts.push(end);
    this.#lengths.push(length);
    if (this.#starts.length > this.#slots.length * MAX_LOAD) this.#grow();
    return this.#starts.length - 1;
  }

  /** FNV-1a, mixed at the end: neighbouring names differ in their last letters. */
  #hash(pool: Uint16Array, from: number, length: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < from + length; i++) hash = Math.imul(hash ^ (pool[i] as number), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) >>> 0;
  }

  #isEqual(pool: Uint16Array, form: number, at: number, length: number): boolean {
    if (this.#lengths.at(form) !== length) return false;
    const start = this.#starts.at(form);
    for (let i = 0; i < length; i++) if (pool[start + i] !== pool[at + i]) return false;
    return true;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    const pool = this.#pool.values();
    for (let form = 0; form < this.#starts.length; form++) {
      let slot = this.#hash(pool, this.#starts.at(form), this.#lengths.at(form)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = form + 1;
    }
  }

  /** Ends the book: its forms in sorted order. */
  *sort(): CompileSteps<SortedForms> {
    this.#slots = new Uint32Array(0);
    const pool = this.#pool.values();
    const [starts, lengths] = [this.#starts.values(), this.#lengths.values()];
    const count = starts.length;
    // By the first two units at once, then each run of equal ones by the rest.
    const unit = (form: number, at: number) =>
      at < (lengths[form] as number) ? (pool[(starts[form] as number) + at] as number) : 0;
    const keys = new Uint32Array(count);
    for (let form = 0; form < count; form++) keys[form] = ((unit(form, 0) << 16) | unit(form, 1)) >>> 0;
    yield 0.1;
    const order = orderOf(keys);
    yield 0.3;
    const compare = (a: number, b: number): number => {
      const [from, other] = [starts[a] as number, starts[b] as number];
      const [length, otherLength] = [lengths[a] as number, lengths[b] as number];
      const shared = Math.min(length, otherLength);
      for (let i = 0; i < shared; i++) {
        const difference = (pool[from + i] as number) - (pool[other + i] as number);
        if (difference !== 0) return difference;
      }
      return length - otherLength;
    };
    let runs = 0;
    for (let from = 0; from < count; ) {
      const key = keys[order[from] as number];
      let to = from + 1;
      while (to < count && keys[order[to] as number] === key) to++;
      if (to - from > 1) order.subarray(from, to).sort(compare);
      from = to;
      if (++runs % RUNS_PER_STEP === 0) yield 0.3 + (0.7 * from) / count;
    }
    const placeOf = new Uint32Array(count);
    for (let place = 0; place < count; place++) placeOf[order[place] as number] = place;
    return {
      count,
      pool,
      offsets: order.map((form) => starts[form] as number),
      lengths: Uint8Array.from(order, (form) => lengths[form] as number),
      placeOf,
    };
  }
}
