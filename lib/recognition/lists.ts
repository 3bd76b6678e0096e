/**
 * Short lists of numbers, one an owner, for as many owners as there are: a byte says how long each is, and every run of
 * owners where its first list begins. A quarter of what an offset for each would take.
 */

import { bytes, Column, words } from './columns';

/** Owners that share one base: a lookup adds up as many bytes at most. */
const RUN = 64;
/** Longest list: its length is a byte. What is longer is cut. */
export const MAX_LIST = 255;

/** The sections of some lists. Values are addressed by entries; what an entry is, is the owner's matter. */
export interface Lists {
  readonly counts: Uint8Array;
  readonly bases: Uint32Array;
}

/** The entries of an owner's list: `[first, end)`; empty for an owner that is none. */
export function entriesOf({ counts, bases }: Lists, owner: number): readonly [first: number, end: number] {
  const count = counts[owner] ?? 0;
  let first = bases[Math.floor(owner / RUN)] ?? 0;
  for (let i = owner - (owner % RUN); i < owner; i++) first += counts[i] as number;
  return [first, first + count];
}

/** Counts lists, owner after owner; whoever makes them keeps the values, at most `MAX_LIST` an owner. */
export class ListsWriter {
  readonly #counts = new Column(bytes);
  readonly #bases = new Column(words);
  #values = 0;

  /** The next owner's list is so long. */
  add(count: number): void {
    if (this.#counts.length % RUN === 0) this.#bases.push(this.#values);
    this.#values += count;
    this.#counts.push(count);
  }

  finish(): Lists {
    return { counts: this.#counts.values(), bases: this.#bases.values() };
  }
}

/** First place in a sorted column that is not before `value`. */
export function firstNotBelow(column: Uint32Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of a value in a sorted column, or -1. */
export function indexIn(column: Uint32Array, value: number): number {
  const at = firstNotBelow(column, value);
  return column[at] === value ? at : -1;
}
