/**
 * Compiles packs into the name index: which texts are names of what, and the facts by which `resolve` weighs them. One
 * buffer with four groups of sections: the matcher, the folded forms in sorted order for prefix search, what each name
 * and its target are, and where every record is stored.
 */
import { expandRef, type RecordId, type Reference, toReference } from '../model/ids';
import type { Localized } from '../model/localized';
import type { PackHeader, PackRecord, Ref } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import { parseEdtf } from '../text/edtf';
import { foldName } from '../text/fold';
import { writeSections, writeStrings } from './binary';
import { compareUnits, compileNames, type Named, type Target } from './compile-names';
import { DAY_MAX, DAY_MIN, placeCode, RECORD_KINDS, typeCode } from './index-layout';

/** One pack as the compiler needs it: its records in stored order, and how many lie in a row. */
export interface CompilablePack {
  readonly header: PackHeader;
  readonly records: readonly PackRecord[];
  readonly rowSize: number;
}

/** How many companions of a target are kept: those it shares most events with. */
const MAX_COMPANIONS = 24;

/** The country a target belongs to: itself, what it is citizen or part of, or what its offices are of. */
function countryOf(record: Named): Ref | null {
  if (record.record === 'event') return null;
  if (record.placeKind === 'country') return record.id;
  for (const kind of ['citizen', 'capital-of', 'head-of', 'part-of']) {
    const relation = record.relations?.find((candidate) => candidate.kind === kind);
    if (relation) return relation.to;
  }
  return record.roles?.find((role) => role.of !== undefined)?.of ?? null;
}

/** Numbers that lie in variable-length lists, one list a target. */
class Lists {
  readonly offsets: number[] = [0];
  readonly values: number[] = [];
  add(values: Iterable<number>): void {
    for (const value of values) this.values.push(value);
    this.offsets.push(this.values.length);
  }
}

/**
 * Compiles. `fingerprint` (hexadecimal, 32 digits at least) must identify the packs and their order: an index is
 * opened only by who expects the same. Names that would be found everywhere or are longer than the limit are left out.
 */
export function compileIndex(packs: readonly CompilablePack[], fingerprint: string): ArrayBuffer {
  const targets: Target[] = [];
  const numberOf = new Map<Reference, number>();
  packs.forEach(({ header, records }, pack) => {
    for (const record of records) {
      if (record.record !== 'entity' && record.record !== 'event') continue;
      const reference = toReference(header.id, record.id);
      numberOf.set(reference, targets.length);
      targets.push({ reference, pack, record });
    }
  });
  const lookUp = (ref: Ref | null | undefined, pack: number): number | undefined => {
    const header = packs[pack]?.header;
    return ref && header ? numberOf.get(expandRef(ref, header.id)) : undefined;
  };

  const matcher = compileNames(targets, fingerprint);
  const companions = countCompanions(targets, lookUp);
  const eventLists = listEvents(targets, lookUp);

  const types = new Uint8Array(targets.length);
  const places = new Uint8Array(targets.length);
  const countries = new Uint32Array(targets.length);
  const prominence = new Float32Array(targets.length);
  const posts = new Lists();
  const titles = new TitlePool();
  const companionLists = new Lists();
  const eventDays = new Int32Array(targets.length * 2).fill(DAY_MIN);
  const heaviest = packs.map(({ records }) => heaviestName(records));
  targets.forEach(({ record, pack }, i) => {
    types[i] = typeCode(record.record === 'event' ? 'event' : record.type);
    countries[i] = (lookUp(countryOf(record), pack) ?? -1) + 1;
    companionLists.add(companions[i] ?? []);
    if (record.record === 'event') {
      const date = parseEdtf(record.date);
      eventDays[i * 2] = date?.first ?? DAY_MAX;
      eventDays[i * 2 + 1] = date?.last ?? DAY_MAX;
      posts.add([]);
      return;
    }
    places[i] = placeCode(record.placeKind);
    prominence[i] = record.prominence ?? popularity(record, heaviest[pack] ?? 0);
    const held: number[] = [];
    for (const role of record.roles ?? []) {
      const days = assertedDays(role);
      held.push(
        (lookUp(role.post, pack) ?? -1) + 1,
        (lookUp(role.of, pack) ?? -1) + 1,
        Math.min(days.from, DAY_MAX),
        Math.max(days.to, DAY_MIN),
      );
      titles.add(role.title);
    }
    posts.add(held);
  });
  const holders = listHolders(posts);
  // What an office is of, where no relation says so, is what its holders' roles are of.
  for (let post = 0; post < targets.length; post++) {
    const first = holders.values[holders.offsets[post] as number];
    if (countries[post] === 0 && first !== undefined && holders.offsets[post] !== holders.offsets[post + 1])
      countries[post] = posts.values[first + 1] as number;
  }

  const located = locateRecords(packs);
  const keys = writeStrings(located.map(({ key }) => key));
  const rows = Uint32Array.from(located, ({ row }) => row);
  const kinds = Uint8Array.from(located, ({ kind }) => kind);
  const packOfRecord = Uint16Array.from(located, ({ pack }) => pack);
  const keyNumber = new Map(located.map(({ key }, i) => [key, i]));
  const targetKeys = Uint32Array.from(targets, ({ reference }) => keyNumber.get(reference) ?? 0);
  const keyTargets = new Uint32Array(located.length);
  targetKeys.forEach((key, target) => {
    keyTargets[key] = target + 1;
  });

  return writeSections(fingerprint, [
    ...matcher,
    types,
    places,
    countries,
    prominence,
    Uint32Array.from(posts.offsets),
    Int32Array.from(posts.values),
    Uint32Array.from(titles.lists.offsets),
    Uint32Array.from(titles.lists.values),
    ...titles.strings(),
    Uint32Array.from(holders.offsets),
    Uint32Array.from(holders.values),
    Uint32Array.from(holders.owners),
    Uint32Array.from(companionLists.offsets),
    Uint32Array.from(companionLists.values),
    Uint32Array.from(eventLists.offsets),
    Uint32Array.from(eventLists.values),
    eventDays,
    targetKeys,
    keyTargets,
    keys.offsets,
    keys.pool,
    kinds,
    rows,
    packOfRecord,
  ]);
}

/** The titles of all roles, folded, each text once: a title beside a name is compared with those of its holder. */
class TitlePool {
  readonly lists = new Lists();
  readonly #numbers = new Map<string, number>();

  add(title: Localized): void {
    const numbers = new Set<number>();
    for (const text of Object.values(title)) {
      const form = foldName(typeof text === 'string' ? text : (text?.text ?? ''));
      const known = this.#numbers.get(form) ?? this.#numbers.size;
      this.#numbers.set(form, known);
      numbers.add(known);
    }
    this.lists.add(numbers);
  }

  strings(): readonly [Uint32Array, Uint16Array] {
    const { offsets, pool } = writeStrings([...this.#numbers.keys()]);
    return [offsets, pool];
  }
}

/** For each target that is an office, where in the list of offices held its holders stand, and who they are. */
function listHolders(posts: Lists): Lists & { owners: number[] } {
  const count = posts.offsets.length - 1;
  const held: number[][] = Array.from({ length: count }, () => []);
  const owner: number[] = [];
  for (let target = 0; target < count; target++) {
    for (let at = posts.offsets[target] as number; at < (posts.offsets[target + 1] as number); at += 4) {
      const post = (posts.values[at] as number) - 1;
      if (post >= 0) held[post]?.push(at);
      owner[at] = target;
    }
  }
  const lists = Object.assign(new Lists(), { owners: [] as number[] });
  for (const list of held) {
    lists.add(list);
    for (const at of list) lists.owners.push(owner[at] as number);
  }
  return lists;
}

const weightOf = ({ names }: Named): number =>
  names?.reduce((most, { weight }) => Math.max(most, weight ?? 0), 0) ?? 0;

function heaviestName(records: readonly PackRecord[]): number {
  let most = 0;
  for (const record of records) {
    if (record.record === 'entity' || record.record === 'event') most = Math.max(most, weightOf(record));
  }
  return most;
}

/** What stands for prominence in a pack that only weighs names: the heaviest on a scale of logarithms, 0 to 1. */
const popularity = (record: Named, heaviest: number): number =>
  heaviest > 0 ? Math.log1p(weightOf(record)) / Math.log1p(heaviest) : 0;

/** For each target, the events it takes part in or that happened there, in order of time. */
function listEvents(
  targets: readonly Target[],
  lookUp: (ref: Ref | null | undefined, pack: number) => number | undefined,
): Lists {
  const events = targets.map(() => new Map<number, number>());
  targets.forEach(({ record, pack }, event) => {
    if (record.record !== 'event') return;
    const first = parseEdtf(record.date)?.first ?? DAY_MAX;
    for (const ref of [...record.participants.map(({ entity }) => entity), ...(record.places ?? [])]) {
      const member = lookUp(ref, pack);
      if (member !== undefined) events[member]?.set(event, first);
    }
  });
  const lists = new Lists();
  for (const own of events) lists.add([...own].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([event]) => event));
  return lists;
}

/** For each target, those it shares events with, most first; for an event, its participants and places. */
function countCompanions(
  targets: readonly Target[],
  lookUp: (ref: Ref | null | undefined, pack: number) => number | undefined,
): number[][] {
  const shared = targets.map(() => new Map<number, number>());
  targets.forEach(({ record, pack }, event) => {
    if (record.record !== 'event') return;
    const members = [...record.participants.map(({ entity }) => entity), ...(record.places ?? [])]
      .map((ref) => lookUp(ref, pack))
      .filter((target) => target !== undefined);
    for (const member of members) {
      shared[event]?.set(member, 1);
      const counts = shared[member];
      if (!counts) continue;
      for (const other of members) {
        if (other !== member) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
  });
  return shared.map((counts) =>
    [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_COMPANIONS)
      .map(([target]) => target),
  );
}

/** Where each record lies: sorted by reference, for binary search. */
function locateRecords(packs: readonly CompilablePack[]) {
  return packs
    .flatMap(({ header, records, rowSize }, pack) =>
      records.map((record, i) => ({
        key: toReference(header.id, record.id as RecordId) as string,
        kind: RECORD_KINDS.indexOf(record.record),
        row: Math.floor(i / rowSize),
        pack,
      })),
    )
    .sort((a, b) => compareUnits(a.key, b.key));
}
