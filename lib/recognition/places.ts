/**
 * Where the records of targets lie, next to nothing a target: records are numbered in stored order, targets among them
 * in the same order, and a bit says of each record whether it is one.
 */
import type { Section, SectionReader } from './binary';
import { Column, words } from './columns';

/** A place in a row of a pack, all counted from 0. */
export interface RecordPlace {
  readonly pack: number;
  readonly row: number;
  readonly place: number;
}

/** Records between two counts of the targets among them. */
const RUN_BITS = 512;
const RUN_WORDS = RUN_BITS / 32;

/** Notes where records lie, one after the other. */
export class PlacesWriter {
  readonly #bits = new Column(words);
  readonly #counts = new Column(words);
  readonly #starts: number[] = [];
  readonly #rowSizes: number[] = [];
  #records = 0;
  #targets = 0;
  /** Bits of the records since the last whole word. */
  #word = 0;

  /** The next records are of another pack, with so many in a row. */
  beginPack(rowSize: number): void {
    this.#starts.push(this.#records);
    this.#rowSizes.push(rowSize);
  }

  add(isTarget: boolean): void {
    const number = this.#records++;
    if (number % RUN_BITS === 0) this.#counts.push(this.#targets);
    if (isTarget) {
      this.#word |= 1 << (number & 31);
      this.#targets++;
    }
    if (number % 32 < 31) return;
    this.#bits.push(this.#word);
    this.#word = 0;
  }

  /** Ends the notes. */
  sections(): Section[] {
    if (this.#records % 32 !== 0) this.#bits.push(this.#word);
    return [
      Uint32Array.from(this.#starts),
      Uint32Array.from(this.#rowSizes),
      this.#bits.values(),
      this.#counts.values(),
    ];
  }
}

/** Number of ones in a word. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export class Places {
  readonly #starts: Uint32Array;
  readonly #rowSizes: Uint32Array;
  readonly #bits: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(reader: SectionReader) {
    this.#starts = reader.u32();
    this.#rowSizes = reader.u32();
    this.#bits = reader.u32();
    this.#counts = reader.u32();
  }

  /** Where the record of a number is stored. */
  of(record: number): RecordPlace {
    let pack = this.#starts.length - 1;
    while (pack > 0 && (this.#starts[pack] as number) > record) pack--;
    const inPack = record - (this.#starts[pack] ?? 0);
    const rowSize = this.#rowSizes[pack] || 1;
    return { pack, row: Math.floor(inPack / rowSize), place: inPack % rowSize };
  }

  /** The target that a record is, or -1. */
  targetOf(record: number): number {
    const word = record >>> 5;
    const bits = this.#bits[word] ?? 0;
    const bit = 1 << (record & 31);
    if ((bits & bit) === 0) return -1;
    const run = Math.floor(record / RUN_BITS);
    let target = (this.#counts[run] ?? 0) + ones(bits & (bit - 1));
    for (let i = run * RUN_WORDS; i < word; i++) target += ones(this.#bits[i] as number);
    return target;
  }

  /** Number of the record of a target; -1 for a number that is no target's. */
  recordOf(target: number): number {
    let low = 0;
    let high = this.#counts.length;
    // The last run that begins with no more targets than this one's number.
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#counts[middle] as number) <= target) low = middle;
      else high = middle;
    }
    let left = target - (this.#counts[low] ?? 0);
    if (left < 0) return -1;
    for (let word = low * RUN_WORDS; word < this.#bits.length && word < (low + 1) * RUN_WORDS; word++) {
      const bits = this.#bits[word] as number;
      if (left >= ones(bits)) {
        left -= ones(bits);
        continue;
      }
      for (let bit = 0; bit < 32; bit++) {
        if ((bits & (1 << bit)) !== 0 && left-- === 0) return word * 32 + bit;
      }
    }
    return -1;
  }
}
