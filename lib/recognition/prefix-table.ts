/**
 * The names of an index in sorted order, for searching by how they begin. Read when the first search is made. Forms are
 * held in blocks; within a block each says how much of its beginning it shares with the one before.
 */
import type { Section, SectionReader } from './binary';
import { compareUnits } from './compile-names';
import type { CompileSteps } from './compile-steps';

/** Forms in a block: a search looks at the first of some blocks and walks through one. */
const BLOCK = 32;

/** Forms looked at in one step. */
const FORMS_PER_STEP = 5_000;

/** The sections of the table: forms by their numbers. */
export function* writePrefixes(forms: readonly string[]): CompileSteps<Section[]> {
  const order = Uint32Array.from(forms.keys()).sort((a, b) => compareUnits(forms[a] as string, forms[b] as string));
  const isSorted = order.every((form, i) => form === i);
  const offsets: number[] = [];
  const units: number[] = [];
  let before = '';
  for (const [i, form] of order.entries()) {
    if (i % FORMS_PER_STEP === 0) yield i / order.length;
    const text = forms[form] as string;
    if (i % BLOCK === 0) {
      offsets.push(units.length);
      before = '';
    }
    let shared = 0;
    while (shared < text.length && text[shared] === before[shared]) shared++;
    // How much is shared and how much follows: names are no longer than 200 units (`lib/text/limits`).
    units.push((shared << 8) | (text.length - shared));
    for (let k = shared; k < text.length; k++) units.push(text.charCodeAt(k));
    before = text;
  }
  offsets.push(units.length);
  return [
    Uint32Array.of(forms.length),
    Uint32Array.from(offsets),
    Uint16Array.from(units),
    isSorted ? new Uint32Array(0) : order,
  ];
}

export class PrefixTable {
  readonly #count: number;
  readonly #offsets: Uint32Array;
  readonly #units: Uint16Array;
  /** Numbers of the forms in sorted order; empty when they are numbered so. */
  readonly #order: Uint32Array;

  constructor(reader: SectionReader) {
    this.#count = reader.u32()[0] ?? 0;
    this.#offsets = reader.u32();
    this.#units = reader.u16();
    this.#order = reader.u32();
  }

  /** Forms that begin with a folded text, in sorted order; at most `limit`. */
  *formsWithPrefix(prefix: string, limit: number): Generator<{ readonly form: number; readonly text: string }> {
    let left = limit;
    for (let block = this.#blockBefore(prefix); left > 0 && block < this.#offsets.length - 1; block++) {
      for (const { at, text } of this.#block(block)) {
        if (text < prefix) continue;
        if (left <= 0 || !text.startsWith(prefix)) return;
        left -= 1;
        yield { form: this.#order[at] ?? at, text };
      }
    }
  }

  /** The last block whose first form is before a text, or the first. */
  #blockBefore(text: string): number {
    let low = 0;
    let high = Math.max(0, this.#offsets.length - 1);
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      const [first] = this.#block(middle);
      if (first !== undefined && first.text < text) low = middle;
      else high = middle;
    }
    return low;
  }

  *#block(block: number): Generator<{ at: number; text: string }> {
    let text = '';
    let unit = this.#offsets[block] ?? 0;
    const end = Math.min(this.#count, (block + 1) * BLOCK);
    for (let at = block * BLOCK; at < end; at++) {
      const head = this.#units[unit] ?? 0;
      unit += 1;
      text = text.slice(0, head >> 8) + String.fromCharCode(...this.#units.subarray(unit, unit + (head & 0xff)));
      unit += head & 0xff;
      yield { at, text };
    }
  }
}
