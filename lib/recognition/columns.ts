/**
 * Numbers by the million while an index is compiled: columns that grow, and what is done to them. An object or a list
 * for each name would take ten times the memory.
 */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** A column to which numbers are added; `make` makes an array of so many. */
export class Column<A extends Numbers> {
  #values: A;
  length = 0;
  readonly #make: (length: number) => A;

  /** `expected`: room for so many is made at once; what comes beyond costs a copy. */
  constructor(make: (length: number) => A, expected = 64) {
    this.#make = make;
    this.#values = make(Math.max(8, expected));
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length + 1);
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  /** Makes room for `more` numbers, to be written behind `length` by whoever asks. */
  room(more: number): A {
    if (this.length + more > this.#values.length) this.#grow(this.length + more);
    return this.#values;
  }

  #grow(least: number): void {
    const grown = this.#make(Math.max(least, Math.ceil(this.#values.length * 1.5)));
    grown.set(this.#values);
    this.#values = grown;
  }

  /** The numbers, as a view. */
  values(): A {
    return this.#values.subarray(0, this.length) as A;
  }
}

export const bytes = (length: number): Uint8Array => new Uint8Array(length);
export const shorts = (length: number): Uint16Array => new Uint16Array(length);
export const words = (length: number): Uint32Array => new Uint32Array(length);
export const signed = (length: number): Int32Array => new Int32Array(length);
export const floats = (length: number): Float32Array => new Float32Array(length);

/** Places of some keys, key by key: those of key `k` lie in `places` between `offsets[k]` and `offsets[k + 1]`. */
export interface Groups {
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
}

/** Groups equal keys, which are less than `count`; within a group the order stays. Negative keys are left out. */
export function groupBy(keys: Uint32Array | Int32Array, count: number): Groups {
  const offsets = new Uint32Array(count + 1);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key >= 0) offsets[key + 1] = (offsets[key + 1] as number) + 1;
  }
  for (let key = 0; key < count; key++) offsets[key + 1] = (offsets[key + 1] as number) + (offsets[key] as number);
  const next = offsets.slice(0, count);
  const places = new Uint32Array(offsets[count] as number);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key < 0) continue;
    const at = next[key] as number;
    places[at] = i;
    next[key] = at + 1;
  }
  return { offsets, places };
}

const HALF = 0x10000;

/** Places of the keys in the order of the keys; equal ones keep their order. A radix sort of two halves. */
export function orderOf(keys: Uint32Array): Uint32Array {
  let order = Uint32Array.from({ length: keys.length }, (_, i) => i);
  let other = new Uint32Array(keys.length);
  for (const shift of [0, 16]) {
    const next = new Uint32Array(HALF + 1);
    for (let i = 0; i < keys.length; i++) {
      const half = (((keys[i] as number) >>> shift) & 0xffff) + 1;
      next[half] = (next[half] as number) + 1;
    }
    for (let half = 0; half < HALF; half++) next[half + 1] = (next[half + 1] as number) + (next[half] as number);
    for (let i = 0; i < order.length; i++) {
      const place = order[i] as number;
      const half = ((keys[place] as number) >>> shift) & 0xffff;
      const at = next[half] as number;
      other[at] = place;
      next[half] = at + 1;
    }
    [order, other] = [other, order];
  }
  return order;
}
