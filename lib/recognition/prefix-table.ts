/**
 * The names of an index in sorted order, for searching by how they begin. Read when the first search is made. Forms are
 * held in blocks; within a block each says how much of its beginning it shares with the one before.
 */
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

export class PrefixTable {
  readonly #count: number;
  readonly #offsets: Uint32Array;
  readonly #units: Uint16Array;

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
