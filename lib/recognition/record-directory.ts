/**
 * Where the records of an index are stored, and what belongs to them: read after the head, and needed first when cards
 * are built. A record is known by a hash of its reference; several may have the same, so that what is found there has
 * to be compared (a row holds the ids of its records).
 */
import type { Reference } from '../model/ids';
import { readString, type SectionReader, type StringTable } from './binary';
import { DAY_MAX, LISTED_KINDS, type ListedKind } from './index-layout';
import { firstNotBelow, indexIn } from './lists';
import type { NameIndex } from './name-index';

/** A place in a row of a pack, all counted from 0. */
export interface RecordPlace {
  readonly pack: number;
  readonly row: number;
  readonly place: number;
}

/** Records between two counts of the targets among them. */
export const RANK_BITS = 512;

/** FNV-1a over UTF-16 units, mixed at the end: references differ in their last letters. */
export function hashReference(reference: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < reference.length; i++) hash = Math.imul(hash ^ reference.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Number of ones in a word. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export class RecordDirectory {
  readonly #index: NameIndex;
  /** Sorted hashes of all references, and the number of the record of each: records are numbered in stored order. */
  readonly #hashes: Uint32Array;
  readonly #numbers: Uint32Array;
  /** First record of each pack, and how many lie in a row of it. */
  readonly #packStarts: Uint32Array;
  readonly #rowSizes: Uint32Array;
  /** A bit a record: whether it is a target, and how many are before every `RANK_BITS` records. */
  readonly #targetBits: Uint32Array;
  readonly #ranks: Uint32Array;
  /** Sorted numbers of the targets that have events, and where the events of each begin. */
  readonly #eventOwners: Uint32Array;
  readonly #eventOffsets: Uint32Array;
  readonly #events: Uint32Array;
  /** Sorted numbers of the events, and two days for each. */
  readonly #eventNumbers: Uint32Array;
  readonly #eventDays: Int32Array;
  /** Offices in the order of what they are of, by their numbers in the index. */
  readonly #postOwners: Uint32Array;
  readonly #postNumbers: Uint32Array;
  readonly #postHolders: Uint32Array;
  readonly #listedKinds: Uint8Array;
  readonly #listed: StringTable;

  constructor(reader: SectionReader, index: NameIndex) {
    this.#index = index;
    this.#hashes = reader.u32();
    this.#numbers = reader.u32();
    this.#packStarts = reader.u32();
    this.#rowSizes = reader.u32();
    this.#targetBits = reader.u32();
    this.#ranks = reader.u32();
    this.#eventOwners = reader.u32();
    this.#eventOffsets = reader.u32();
    this.#events = reader.u32();
    this.#eventNumbers = reader.u32();
    this.#eventDays = reader.i32();
    this.#postOwners = reader.u32();
    this.#postNumbers = reader.u32();
    this.#postHolders = reader.u32();
    this.#listedKinds = reader.u8();
    this.#listed = { offsets: reader.u32(), pool: reader.u16() };
  }

  /** Numbers of the records that a reference may be: none, one, or very rarely several of the same hash. */
  *#candidates(reference: Reference): Generator<number> {
    const hash = hashReference(reference);
    for (let i = firstNotBelow(this.#hashes, hash); this.#hashes[i] === hash; i++) yield this.#numbers[i] ?? 0;
  }

  /** Where the record of a reference may lie; none when no pack has it. */
  *places(reference: Reference): Generator<RecordPlace> {
    for (const number of this.#candidates(reference)) {
      let pack = this.#packStarts.length - 1;
      while (pack > 0 && (this.#packStarts[pack] as number) > number) pack--;
      const inPack = number - (this.#packStarts[pack] ?? 0);
      const rowSize = this.#rowSizes[pack] || 1;
      yield { pack, row: Math.floor(inPack / rowSize), place: inPack % rowSize };
    }
  }

  /** Number of the target of a reference; -1 when no pack has it, or when it is neither entity nor event. */
  targetOf(reference: Reference): number {
    for (const number of this.#candidates(reference)) {
      const word = number >>> 5;
      const bits = this.#targetBits[word] ?? 0;
      if ((bits & (1 << (number & 31))) === 0) continue;
      const run = Math.floor(number / RANK_BITS);
      let target = (this.#ranks[run] ?? 0) + ones(bits & ((1 << (number & 31)) - 1));
      for (let i = (run * RANK_BITS) >>> 5; i < word; i++) target += ones(this.#targetBits[i] as number);
      if (this.#index.reference(target) === reference) return target;
    }
    return -1;
  }

  /** Events that a target took part in or that happened there, in order of time. */
  events(target: number): Uint32Array {
    const at = indexIn(this.#eventOwners, target);
    return at < 0 ? new Uint32Array(0) : this.#events.subarray(this.#eventOffsets[at], this.#eventOffsets[at + 1]);
  }

  /** First and last day of an event target. */
  eventDays(target: number): readonly [first: number, last: number] {
    const at = indexIn(this.#eventNumbers, target);
    return at < 0 ? [DAY_MAX, DAY_MAX] : [this.#eventDays[at * 2] ?? DAY_MAX, this.#eventDays[at * 2 + 1] ?? DAY_MAX];
  }

  /** Who holds a post of a country on a day, as target numbers. */
  *holders(country: number, day: number): Generator<{ readonly post: number; readonly holder: number }> {
    for (let i = firstNotBelow(this.#postOwners, country); this.#postOwners[i] === country; i++) {
      const held = this.#index.post(this.#postNumbers[i] ?? -1);
      const holder = this.#postHolders[i];
      if (!held || holder === undefined || held.post < 0 || day < held.from || day > held.to) continue;
      yield { post: held.post, holder };
    }
  }

  /** References of all records of a kind, in the order of packs and their records. */
  listed(kind: ListedKind): Reference[] {
    const code = LISTED_KINDS.indexOf(kind);
    const found: Reference[] = [];
    this.#listedKinds.forEach((other, i) => {
      if (other === code) found.push(readString(this.#listed, i) as Reference);
    });
    return found;
  }
}
