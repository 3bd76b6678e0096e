/**
 * The names of an index in sorted order, for searching by how they begin. Read when the first search is made. Forms are
 * held in blocks; within a block each says how much of its beginning it shares with the one before.
 */
import { alike, mayBeginBehind } from '../text/search-query';
import type { Section, SectionReader } from './binary';
import { Column, shorts } from './columns';
import type { CompileSteps } from './compile-steps';
import type { SortedForms } from './form-book';

/** Forms in a block: a search looks at the first of some blocks and walks through one. */
const BLOCK = 32;

/** Units that a form takes here, about: its head and what it does not share. */
const EXPECTED_UNITS = 9;
/** Forms looked at in one step. */
const FORMS_PER_STEP = 5_000;

/** The sections of the table. */
export function* writePrefixes({ count, pool, offsets: starts, lengths }: SortedForms): CompileSteps<Section[]> {
  const offsets = new Uint32Array(Math.ceil(count / BLOCK) + 1);
  const units = new Column(shorts, count * EXPECTED_UNITS);
  for (let form = 0; form < count; form++) {
    if (form % FORMS_PER_STEP === 0) yield form / count;
    const start = starts[form] as number;
    const length = lengths[form] as number;
    const isFirst = form % BLOCK === 0;
    if (isFirst) offsets[form / BLOCK] = units.length;
    const before = isFirst ? start : (starts[form - 1] as number);
    const shareable = isFirst ? 0 : Math.min(length, lengths[form - 1] as number);
    let shared = 0;
    while (shared < shareable && pool[start + shared] === pool[before + shared]) shared++;
    // How much is shared and how much follows: names are no longer than 200 units (`lib/text/limits`).
    units.push((shared << 8) | (length - shared));
    for (let k = start + shared; k < start + length; k++) units.push(pool[k] as number);
  }
  offsets[offsets.length - 1] = units.length;
  return [Uint32Array.of(count), offsets, units.values()];
}

/** Words of a block's mask: 256 bits for the beginnings of some 60 words. */
const MASK_WORDS = 8;
const bitOf = (first: number, second: number): number =>
  ((Math.imul(first, 0x85eb) ^ Math.imul(second, 0xc2b3)) >>> 4) & 0xff;
const hasBit = (masks: Uint32Array, block: number, bit: number): boolean =>
  ((masks[block * MASK_WORDS + (bit >> 5)] as number) & (1 << (bit & 31))) !== 0;

/** Notes the first two units of each word that begins in `[from, end)`; what is before `from` has been. */
function noteStarts(masks: Uint32Array, block: number, units: Uint16Array, from: number, end: number): void {
  for (let at = from; at < end - 1; at++) {
    if (at > 0 && !mayBeginBehind(units[at - 1] as number)) continue;
    const bit = bitOf(units[at] as number, units[at + 1] as number);
    const word = block * MASK_WORDS + (bit >> 5);
    masks[word] = (masks[word] as number) | (1 << (bit & 31));
  }
}

export class PrefixTable {
  readonly #count: number;
  readonly #offsets: Uint32Array;
  readonly #units: Uint16Array;
  /** What begins in each block, once all of them have been walked through. */
  #starts: Uint32Array | null = null;

  constructor(reader: SectionReader) {
    this.#count = reader.u32()[0] ?? 0;
    this.#offsets = reader.u32();
    this.#units = reader.u16();
  }

  /** Forms that begin with a folded text, in sorted order; at most `limit`. */
  *formsWithPrefix(prefix: string, limit: number): Generator<{ readonly form: number; readonly text: string }> {
    let left = limit;
    for (let block = this.#blockBefore(prefix); left > 0 && block < this.#offsets.length - 1; block++) {
      for (const { at, text } of this.#block(block)) {
        if (text < prefix) continue;
        if (left <= 0 || !text.startsWith(prefix)) return;
        left -= 1;
        yield { form: at, text };
      }
    }
  }

  /** Numbers of the forms that lie, in their order, from `low` to before `high`: `[first, end)`. */
  between(low: string, high: string): readonly [first: number, end: number] {
    return [this.#firstNotBefore(low), this.#firstNotBefore(high)];
  }

  #firstNotBefore(text: string): number {
    const block = this.#blockBefore(text);
    for (const form of this.#block(block)) if (form.text >= text) return form.at;
    return Math.min(this.#count, (block + 1) * BLOCK);
  }

  /** A form by its number; empty for a number that is no form's. */
  text(form: number): string {
    for (const { at, text } of this.#block(Math.floor(form / BLOCK))) if (at === form) return text;
    return '';
  }

  /**
   * Walks through the forms in their order, made alike for comparing. The array is the same for each: it is not to be
   * kept. `start`: only forms in which a word begins with these two units are wanted; others may come as well.
   */
  each(
    visit: (form: number, units: Uint16Array, length: number) => void,
    start: readonly [first: number, second: number] | null,
  ): void {
    const units = new Uint16Array(2 * 0x100);
    const blocks = this.#offsets.length - 1;
    // The first walk notes for those after it what begins in each block.
    const noted = this.#starts;
    const noting = noted ? null : new Uint32Array(blocks * MASK_WORDS);
    const bit = start ? bitOf(start[0], start[1]) : -1;
    for (let block = 0; block < blocks; block++) {
      if (noted && bit >= 0 && !hasBit(noted, block, bit)) continue;
      let unit = this.#offsets[block] as number;
      const end = Math.min(this.#count, (block + 1) * BLOCK);
      for (let at = block * BLOCK; at < end; at++) {
        const head = this.#units[unit] ?? 0;
        const [shared, own] = [head >> 8, head & 0xff];
        for (let k = 0; k < own; k++) units[shared + k] = alike(this.#units[unit + 1 + k] ?? 0);
        unit += 1 + own;
        if (noting) noteStarts(noting, block, units, Math.max(0, shared - 1), shared + own);
        visit(at, units, shared + own);
      }
    }
    this.#starts ??= noting;
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
