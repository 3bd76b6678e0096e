/** The directory of records: where each is stored, the events of each target, and who holds the offices of a country. */
import type { PackRecord } from '../model/pack';
import { parseEdtf } from '../text/edtf';
import type { Section } from './binary';
import { Column, groupBy, orderOf, shorts, signed, words } from './columns';
import { ListedCompiler } from './compile-listed';
import type { Named } from './compile-names';
import { type CompileSteps, RECORDS_PER_STEP } from './compile-steps';
import type { Posts } from './compile-targets';
import { DAY_MAX } from './index-layout';
import { type LookUp, membersOf } from './look-up';
import { checkReference, hashReference } from './record-directory';

/** Notes the references of all records, in the order of their numbers: the first reading. */
export class ReferencesWriter {
  readonly #hashes: Column<Uint32Array>;
  readonly #checks: Column<Uint16Array>;

  constructor(count: number) {
    this.#hashes = new Column(words, count);
    this.#checks = new Column(shorts, count);
  }

  add(reference: string): void {
    this.#hashes.push(hashReference(reference));
    this.#checks.push(checkReference(reference));
  }

  /** Hashes in their order, with the second hash and the number of the record of each. */
  sections(): Section[] {
    const numbers = orderOf(this.#hashes.values());
    return [
      numbers.map((record) => this.#hashes.at(record)),
      Uint16Array.from(numbers, (record) => this.#checks.at(record)),
      numbers,
    ];
  }
}

/** Takes all records one by one: the second reading. */
export class DirectoryCompiler {
  readonly #lookUp: LookUp;
  readonly #targets: number;
  /** Events, and two days for each. */
  readonly #events = new Column(words);
  readonly #days = new Column(signed);
  /** Who took part, and in which of the events. */
  readonly #members = new Column(words);
  readonly #memberEvents = new Column(words);
  readonly #listed: ListedCompiler;

  /** `targets`: how many there are. */
  constructor(lookUp: LookUp, targets: number) {
    this.#lookUp = lookUp;
    this.#targets = targets;
    this.#listed = new ListedCompiler(lookUp);
  }

  /** A record that is a target. */
  addTarget(record: Named, target: number, pack: number): void {
    if (record.record !== 'event') return;
    const date = parseEdtf(record.date);
    for (const member of membersOf(record, pack, this.#lookUp)) {
      this.#members.push(member);
      this.#memberEvents.push(this.#events.length);
    }
    this.#events.push(target);
    this.#days.push(date?.first ?? DAY_MAX);
    this.#days.push(date?.last ?? DAY_MAX);
  }

  /** A record that is none. */
  addOther(record: PackRecord, reference: string, pack: number): void {
    if (record.record === 'series' || record.record === 'timeline') this.#listed.add(record, reference, pack);
  }

  /**
   * The sections of the directory behind its references, in the order in which `RecordDirectory` reads them. `same`: the
   * target that stands for each.
   */
  *finish(posts: Posts, same: Uint32Array): CompileSteps<Section[]> {
    const events = yield* this.#writeEvents();
    return [...events, ...writeHolders(posts, this.#targets), ...this.#listed.sections(), ...writeJoined(same)];
  }

  /** For each target that has some, the events it takes part in or that happened there, in order of time. */
  *#writeEvents(): CompileSteps<Section[]> {
    const { offsets, places } = groupBy(this.#members.values(), this.#targets);
    const owners = new Column(words);
    const starts = new Column(words);
    const values = new Uint32Array(places.length);
    for (let target = 0; target < this.#targets; target++) {
      if (target % RECORDS_PER_STEP === 0) yield target / this.#targets;
      const [first, end] = [offsets[target] as number, offsets[target + 1] as number];
      if (first === end) continue;
      owners.push(target);
      starts.push(first);
      const own = Array.from(places.subarray(first, end), (place) => this.#memberEvents.at(place));
      own.sort((a, b) => this.#days.at(a * 2) - this.#days.at(b * 2) || a - b);
      for (const [i, event] of own.entries()) values[first + i] = this.#events.at(event);
    }
    starts.push(places.length);
    return [owners.values(), starts.values(), values, this.#events.values(), this.#days.values()];
  }
}

/** Targets that others stand for: who stands for each, in order, and which they are, in the order of packs. */
function writeJoined(same: Uint32Array): Section[] {
  const joined = new Column(words);
  for (const [target, standing] of same.entries()) if (standing !== target) joined.push(target);
  const standing = joined.values().map((target) => same[target] as number);
  const order = orderOf(standing);
  return [order.map((i) => standing[i] as number), order.map((i) => joined.at(i))];
}

/** Offices by what they are of: whose, which office of the index, and by whom it is held. */
function writeHolders({ offices, holders }: Posts, targets: number): Section[] {
  const owners = offices.of.map((of, number) => ((offices.post[number] as number) >= 0 ? of : -1));
  const { places } = groupBy(owners, targets);
  return [
    places.map((number) => offices.of[number] as number),
    places,
    places.map((number) => holders[number] as number),
  ];
}
