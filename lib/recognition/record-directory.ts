/**
 * Where the records of an index are stored, and what belongs to them: read after the head, and needed first when cards
 * are built. A record is known by hashes of its reference, so that what is found has to be compared (a row holds the
 * ids of its records).
 */
import type { Reference } from '../model/ids';
import { readString, type SectionReader, type StringTable } from './binary';
import { ANYBODY, DAY_MAX, LISTED_KINDS, type ListedKind } from './index-layout';
import { firstNotBelow, indexIn } from './lists';
import type { NameIndex } from './name-index';
import type { RecordPlace } from './places';

/** FNV-1a over UTF-16 units, mixed at the end: references differ in their last letters. */
export function hashReference(reference: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < reference.length; i++) hash = Math.imul(hash ^ reference.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A second hash of 16 bits: with it a wrong record is met once in some 10^9 look-ups of what no pack has. */
export function checkReference(reference: string): number {
  let hash = 0;
  for (let i = 0; i < reference.length; i++) hash = (Math.imul(hash, 31) + reference.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & 0xffff;
}

const TIMELINE = LISTED_KINDS.indexOf('timeline');

export class RecordDirectory {
  readonly #index: NameIndex;
  /** Sorted hashes of all references, with the second hash and the number of the record of each. */
  readonly #hashes: Uint32Array;
  readonly #checks: Uint16Array;
  readonly #numbers: Uint32Array;
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
  /** Whom and what each of these is about, in the order of targets; numbers of the listed. */
  readonly #about: Uint32Array;
  readonly #aboutNumbers: Uint32Array;
  /** Targets that stand for others, in order, once for each of these, and the others. */
  readonly #standing: Uint32Array;
  readonly #joined: Uint32Array;

  constructor(reader: SectionReader, index: NameIndex) {
    this.#index = index;
    this.#hashes = reader.u32();
    this.#checks = reader.u16();
    this.#numbers = reader.u32();
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
    this.#about = reader.u32();
    this.#aboutNumbers = reader.u32();
    this.#standing = reader.u32();
    this.#joined = reader.u32();
  }

  /** Numbers of the records that a reference may be: none, one, or very rarely several of the same hashes. */
  *#candidates(reference: Reference): Generator<number> {
    const hash = hashReference(reference);
    const check = checkReference(reference);
    for (let i = firstNotBelow(this.#hashes, hash); this.#hashes[i] === hash; i++) {
      if (this.#checks[i] === check) yield this.#numbers[i] ?? 0;
    }
  }

  /** Where the record of a reference may lie; none when no pack has it. */
  *places(reference: Reference): Generator<RecordPlace> {
    for (const number of this.#candidates(reference)) yield this.#index.places.of(number);
  }

  /** Number of the target of a reference; -1 when no pack has it, or when it is neither entity nor event. */
  targetOf(reference: Reference): number {
    for (const number of this.#candidates(reference)) {
      const target = this.#index.places.targetOf(number);
      if (target >= 0) return target;
    }
    return -1;
  }

  /** The target that stands for another pack's record of the same entity; itself for nearly all. */
  standsFor(target: number): number {
    const at = this.#joined.indexOf(target);
    return at < 0 ? target : (this.#standing[at] as number);
  }

  /** Other packs' records of an entity, in the order of packs; none for one that another stands for. */
  *others(target: number): Generator<number> {
    for (let i = firstNotBelow(this.#standing, target); this.#standing[i] === target; i++)
      yield this.#joined[i] as number;
  }

  /** Events that a target took part in or that happened there, in order of time; none of what is no target. */
  events(target: number): Uint32Array {
    const at = indexIn(this.#eventOwners, target);
    return at < 0 ? new Uint32Array(0) : this.#events.subarray(this.#eventOffsets[at], this.#eventOffsets[at + 1]);
  }

  /** Events in which somebody or something of a country took part, or that happened there; some more than once. */
  *eventsOfCountry(country: number): Generator<number> {
    for (let at = 0; at < this.#eventOwners.length; at++) {
      const owner = this.#eventOwners[at] as number;
      if (owner !== country && this.#index.country(owner) !== country) continue;
      yield* this.#events.subarray(this.#eventOffsets[at], this.#eventOffsets[at + 1]);
    }
  }

  /** First and last day of an event target. */
  eventDays(target: number): readonly [first: number, last: number] {
    const at = indexIn(this.#eventNumbers, target);
    return at < 0 ? [DAY_MAX, DAY_MAX] : [this.#eventDays[at * 2] ?? DAY_MAX, this.#eventDays[at * 2 + 1] ?? DAY_MAX];
  }

  /** Event targets that may have happened on a day of a span. */
  *eventsBetween(first: number, last: number): Generator<number> {
    for (let i = 0; i < this.#eventNumbers.length; i++) {
      if ((this.#eventDays[i * 2] ?? DAY_MAX) <= last && (this.#eventDays[i * 2 + 1] ?? DAY_MAX) >= first)
        yield this.#eventNumbers[i] ?? 0;
    }
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

  *#listedAbout(target: number): Generator<number> {
    for (let i = firstNotBelow(this.#about, target); this.#about[i] === target; i++)
      yield this.#aboutNumbers[i] as number;
  }

  /** References of all series; none where there are more than `most`. */
  allSeries(most: number): Reference[] {
    const numbers = [...this.#listedKinds.keys()].filter((number) => this.#listedKinds[number] !== TIMELINE);
    return numbers.length > most ? [] : numbers.map((number) => readString(this.#listed, number) as Reference);
  }

  /**
   * References of the series and timelines that hold one of these events or are about one of these targets, in the order
   * of packs and their records; of those about nobody in particular; and of the series by which the events of these
   * timelines count.
   */
  listedFor(targets: Iterable<number>): Readonly<Record<ListedKind, Reference[]>> {
    const numbers = new Set<number>();
    for (const target of [...targets, ANYBODY]) for (const number of this.#listedAbout(target)) numbers.add(number);
    const isTimeline = (number: number) => this.#listedKinds[number] === TIMELINE;
    const timelines = new Set([...numbers].filter(isTimeline));
    for (const [i, number] of timelines.size > 0 ? this.#aboutNumbers.entries() : []) {
      if (!timelines.has(number)) continue;
      for (const other of this.#listedAbout(this.#about[i] as number)) if (!isTimeline(other)) numbers.add(other);
    }
    const found: Record<ListedKind, Reference[]> = { series: [], timeline: [] };
    for (const number of [...numbers].sort((a, b) => a - b)) {
      const kind = LISTED_KINDS[this.#listedKinds[number] ?? 0];
      if (kind) found[kind].push(readString(this.#listed, number) as Reference);
    }
    return found;
  }
}
