/** The facts about targets by which `resolve` weighs: type, country, prominence, offices and companions. */
import type { Localized } from '../model/localized';
import type { PackRecord, Ref, Role } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import { foldName } from '../text/fold';
import { type Section, writeStrings } from './binary';
import type { Named, Target } from './compile-names';
import { type CompileSteps, part, RECORDS_PER_STEP } from './compile-steps';
import { type Office, writeOffices } from './held-offices';
import { DAY_MAX, DAY_MIN, PLACE_SHIFT, PROMINENCE_STEPS, placeCode, typeCode } from './index-layout';
import { ListsWriter, MAX_LIST } from './lists';
import { type LookUp, membersOf } from './look-up';
import { membersOfEntities } from './same-entities';

/** How many companions of a target are kept: those it shares most events with. */
const MAX_COMPANIONS = 24;
/**
 * Members of one event that count as one another's companions: its first. A pack may name thousands, and everybody at
 * an assembly is nobody's companion.
 */
const MAX_MEMBERS = 32;
/** Pairs of companions that are counted in all: what the memory of a hostile pack is bounded by. */
const MAX_PAIRS = 8_000_000;

/** The country a target belongs to: itself, what it is citizen, head or part of, or what its offices are of. */
function countryOf(record: Named): Ref | null {
  if (record.record === 'event') return null;
  if (record.placeKind === 'country') return record.id;
  for (const kind of ['citizen', 'capital-of', 'head-of', 'part-of']) {
    const relation = record.relations?.find((candidate) => candidate.kind === kind);
    if (relation) return relation.to;
  }
  return record.roles?.find((role) => role.of !== undefined)?.of ?? null;
}

/** Offices in the order of their holders, and how many each target has. */
export interface Posts {
  readonly counts: Uint8Array;
  readonly offices: readonly Office[];
}

/** The sections of the targets, in the order in which `NameIndex` reads them. */
export function* writeTargets(
  targets: readonly Target[],
  same: Uint32Array,
  packs: readonly { readonly records: readonly PackRecord[] }[],
  lookUp: LookUp,
): CompileSteps<{ sections: Section[]; posts: Posts }> {
  const companions = yield* part(0, 0.5, countCompanions(targets, same, lookUp));
  const heaviest = packs.map(({ records }) => heaviestName(records));
  const kinds = new Uint8Array(targets.length);
  const ownCountries = new Uint32Array(targets.length);
  const prominence = new Uint8Array(targets.length);
  const posts = new ListsWriter<Office>();
  const titles = new TitleTable();
  const companionLists = new ListsWriter<number>();
  const members = membersOfEntities(same);
  for (const [i, target] of targets.entries()) {
    if (i % RECORDS_PER_STEP === 0) yield 0.5 + (0.5 * i) / targets.length;
    const { record } = target;
    kinds[i] =
      record.record === 'event'
        ? typeCode('event')
        : typeCode(record.type) | (placeCode(record.placeKind) << PLACE_SHIFT);
    companionLists.add(companions.get(i) ?? []);
    // What stands for others has their roles and relations too; the others have none of their own.
    const own = same[i] === i ? (members.get(i) ?? [i]).map((number) => targets[number] as Target) : [];
    const roles = own.flatMap(rolesOf).slice(0, MAX_LIST);
    posts.add(roles.map(({ role, pack }) => heldPost(role, pack, lookUp)));
    for (const { role } of roles) titles.add(role.title);
    for (const { record: known, pack } of own.length > 0 ? own : [target]) {
      ownCountries[i] ||= (lookUp(countryOf(known), pack) ?? -1) + 1;
      const weight = prominenceOf(known, heaviest[pack] ?? 0);
      prominence[i] = Math.max(prominence[i] as number, Math.round(weight * PROMINENCE_STEPS));
    }
  }
  const [postLists, companionCounts] = [posts.finish(), companionLists.finish()];
  const holders = listHolders(postLists.counts, posts.values);
  giveCountries(ownCountries, holders, posts.values);
  const countries = [...new Set([0, ...ownCountries])];
  const countryNumbers = new Map(countries.map((country, i) => [country, i]));
  const countryOfTarget = ownCountries.map((country) => countryNumbers.get(country) ?? 0);
  const isFew = countries.length <= 256;
  const sections = [
    kinds,
    isFew ? Uint8Array.from(countryOfTarget) : new Uint8Array(0),
    isFew ? new Uint32Array(0) : countryOfTarget,
    Uint32Array.from(countries),
    prominence,
    postLists.counts,
    postLists.bases,
    ...writeOffices(posts.values),
    ...titles.sections(),
    Uint32Array.from(holders, ({ post }) => post),
    Uint32Array.from(holders, ({ number }) => number),
    Uint32Array.from(holders, ({ holder }) => holder),
    companionCounts.counts,
    companionCounts.bases,
    Uint32Array.from(companionLists.values),
  ];
  return { sections, posts: { counts: postLists.counts, offices: posts.values } };
}

const rolesOf = ({ record, pack }: Target): { role: Role; pack: number }[] =>
  record.record === 'event' ? [] : (record.roles ?? []).map((role) => ({ role, pack }));

function heldPost(role: Role, pack: number, lookUp: LookUp): Office {
  const { from, to } = assertedDays(role);
  return {
    post: lookUp(role.post, pack) ?? -1,
    of: lookUp(role.of, pack) ?? -1,
    from: Math.min(from, DAY_MAX),
    to: Math.max(to, DAY_MIN),
  };
}

/** An office held: the post as a target number, the office's number, and the holder. */
interface Holding {
  readonly post: number;
  readonly number: number;
  readonly holder: number;
}

/** Offices that are of a post, in the order of posts. */
function listHolders(counts: Uint8Array, offices: readonly Office[]): Holding[] {
  const holdings: Holding[] = [];
  let number = 0;
  counts.forEach((count, holder) => {
    for (let i = 0; i < count; i++, number++) {
      const post = offices[number]?.post ?? -1;
      if (post >= 0) holdings.push({ post, number, holder });
    }
  });
  return holdings.sort((a, b) => a.post - b.post || a.number - b.number);
}

/** A post of which no relation says whose it is belongs to what its first holder's role is of. */
function giveCountries(countries: Uint32Array, holdings: readonly Holding[], offices: readonly Office[]): void {
  for (const { post, number } of holdings) {
    if (countries[post] === 0) countries[post] = (offices[number]?.of ?? -1) + 1;
  }
}

/** Titles of offices, folded, each text once: a title beside a name in a text is compared with those of its holder. */
class TitleTable {
  readonly #lists = new ListsWriter<number>();
  readonly #numbers = new Map<string, number>();

  add(title: Localized): void {
    const numbers = new Set<number>();
    for (const value of Object.values(title)) {
      const form = foldName(typeof value === 'string' ? value : (value?.text ?? ''));
      const number = this.#numbers.get(form) ?? this.#numbers.size;
      this.#numbers.set(form, number);
      numbers.add(number);
    }
    this.#lists.add([...numbers]);
  }

  sections(): Section[] {
    const { counts, bases } = this.#lists.finish();
    const texts = writeStrings([...this.#numbers.keys()]);
    return [counts, bases, Uint32Array.from(this.#lists.values), texts.offsets, texts.pool];
  }
}

const weightOf = ({ names }: Named): number => names?.reduce((most, { weight }) => Math.max(most, weight ?? 0), 0) ?? 0;

function heaviestName(records: readonly PackRecord[]): number {
  let most = 0;
  for (const record of records) {
    if (record.record === 'entity' || record.record === 'event') most = Math.max(most, weightOf(record));
  }
  return most;
}

/** Prominence; in a pack that only weighs names, the heaviest of them on a scale of logarithms stands for it. */
function prominenceOf(record: Named, heaviest: number): number {
  if (record.record === 'event') return 0;
  if (record.prominence !== undefined || heaviest === 0) return record.prominence ?? 0;
  return Math.log1p(weightOf(record)) / Math.log1p(heaviest);
}

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

/**
 * For each target that has some, those it shares events with or is related to, most first; for an event, its
 * participants and places.
 */
function* countCompanions(
  targets: readonly Target[],
  same: Uint32Array,
  lookUp: LookUp,
): CompileSteps<Map<number, number[]>> {
  const shared = new Map<number, Map<number, number>>();
  const companions = new Map<number, number[]>();
  const count = (member: number, other: number): void => {
    const counts = shared.get(member) ?? new Map<number, number>();
    shared.set(member, counts);
    counts.set(other, (counts.get(other) ?? 0) + 1);
  };
  const isCountry = (target: number): boolean => {
    const record = targets[target]?.record;
    return record?.record === 'entity' && record.placeKind === 'country';
  };
  let pairs = 0;
  for (const [event, { record, pack }] of targets.entries()) {
    if (event % RECORDS_PER_STEP === 0) yield event / targets.length;
    if (record.record !== 'event') {
      for (const related of relatedTo(record, pack, lookUp, isCountry)) {
        pairs += 2;
        if (pairs > MAX_PAIRS || related === same[event]) continue;
        count(same[event] as number, related);
        count(related, same[event] as number);
      }
      continue;
    }
    const members = membersOf(record, pack, lookUp).slice(0, MAX_MEMBERS);
    companions.set(event, members.toSorted((a, b) => a - b).slice(0, MAX_COMPANIONS));
    pairs += members.length ** 2;
    if (pairs > MAX_PAIRS) continue;
    for (const member of members) for (const other of members) if (other !== member) count(member, other);
  }
  for (const [member, counts] of shared) {
    const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_COMPANIONS);
    companions.set(
      member,
      most.map(([target]) => target),
    );
  }
  return companions;
}
