/** Who belongs with whom: those who share events or are related, and the participants and places of events. */
import type { Section } from './binary';
import { Column, groupBy, words } from './columns';
import type { Named } from './compile-names';
import { type CompileSteps, RECORDS_PER_STEP } from './compile-steps';
import type { Surveyed } from './compile-targets';
import { PLACE_SHIFT, placeCode } from './index-layout';
import { ListsWriter } from './lists';
import { type LookUp, membersOf } from './look-up';

/** How many companions of a target are kept: those it shares most events with. */
const MAX_COMPANIONS = 24;
/**
 * Members of one event that count as one another's companions: its first. A pack may name thousands, and everybody at
 * an assembly is nobody's companion.
 */
const MAX_MEMBERS = 32;
/** Pairs of companions that are counted in all: what the memory of a hostile pack is bounded by. */
const MAX_PAIRS = 8_000_000;

/** What an entity is part of, member of or holds office in; countries have an index of their own. */
function relatedTo(
  record: Extract<Named, { record: 'entity' }>,
  pack: number,
  lookUp: LookUp,
  isCountry: (target: number) => boolean,
): Set<number> {
  const refs = [...(record.relations ?? []).map(({ to }) => to), ...(record.roles ?? []).map(({ of }) => of)];
  const related = new Set<number>();
  for (const ref of refs) {
    const target = lookUp(ref, pack);
    if (target !== undefined && !isCountry(target)) related.add(target);
  }
  return related;
}

export class CompanionsCompiler {
  readonly #surveyed: Surveyed;
  /** Pairs, as often as they are met: somebody, and one companion of theirs. */
  readonly #members = new Column(words);
  readonly #others = new Column(words);
  /** Events, and the members of each. */
  readonly #events = new Column(words);
  readonly #eventStarts = new Column(words);
  readonly #eventMembers = new Column(words);
  #pairs = 0;

  constructor(surveyed: Surveyed) {
    this.#surveyed = surveyed;
  }

  add(record: Named, target: number, pack: number): void {
    const { same, lookUp } = this.#surveyed;
    if (record.record === 'event') return this.#addEvent(target, membersOf(record, pack, lookUp).slice(0, MAX_MEMBERS));
    const own = same[target] as number;
    for (const related of relatedTo(record, pack, lookUp, this.#isCountry)) {
      this.#pairs += 2;
      if (this.#pairs > MAX_PAIRS || related === own) continue;
      this.#count(own, related);
      this.#count(related, own);
    }
  }

  #isCountry = (target: number): boolean =>
    (this.#surveyed.kinds[target] as number) >> PLACE_SHIFT === placeCode('country');

  #addEvent(target: number, members: readonly number[]): void {
    this.#events.push(target);
    this.#eventStarts.push(this.#eventMembers.length);
    for (const member of members.toSorted((a, b) => a - b).slice(0, MAX_COMPANIONS)) this.#eventMembers.push(member);
    this.#pairs += members.length ** 2;
    if (this.#pairs > MAX_PAIRS) return;
    for (const member of members) for (const other of members) if (other !== member) this.#count(member, other);
  }

  #count(member: number, other: number): void {
    this.#members.push(member);
    this.#others.push(other);
  }

  /** The sections of the lists: for each target that has some its companions, those met most often first. */
  *finish(): CompileSteps<Section[]> {
    const count = this.#surveyed.kinds.length;
    const { offsets, places } = groupBy(this.#members.values(), count);
    this.#eventStarts.push(this.#eventMembers.length);
    const lists = new ListsWriter();
    const values = new Column(words, count);
    let event = 0;
    for (let target = 0; target < count; target++) {
      if (target % RECORDS_PER_STEP === 0) yield target / count;
      const isEvent = event < this.#events.length && this.#events.at(event) === target;
      const own = places.subarray(offsets[target], offsets[target + 1]);
      if (own.length > 0) {
        const most = this.#mostMet(own);
        for (const companion of most) values.push(companion);
        lists.add(most.length);
      } else if (isEvent) {
        const [first, end] = [this.#eventStarts.at(event), this.#eventStarts.at(event + 1)];
        for (let i = first; i < end; i++) values.push(this.#eventMembers.at(i));
        lists.add(end - first);
      } else lists.add(0);
      if (isEvent) event++;
    }
    const { counts, bases } = lists.finish();
    return [counts, bases, values.values()];
  }

  #mostMet(pairs: Uint32Array): number[] {
    const counts = new Map<number, number>();
    for (const pair of pairs) {
      const other = this.#others.at(pair);
      counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_COMPANIONS);
    return most.map(([other]) => other);
  }
}
