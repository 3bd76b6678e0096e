/** The facts about targets by which `resolve` weighs: type, country, prominence, offices and companions. */
import type { Localized } from '../model/localized';
import type { Ref, Role } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import { foldName } from '../text/fold';
import { type Section, writeStrings } from './binary';
import { Column, groupBy, signed, words } from './columns';
import { CompanionsCompiler } from './compile-companions';
import type { Named } from './compile-names';
import { type CompileSteps, part } from './compile-steps';
import { type OfficeColumns, writeOffices } from './held-offices';
import { DAY_MAX, DAY_MIN, PROMINENCE_STEPS } from './index-layout';
import { ListsWriter, MAX_LIST } from './lists';
import type { LookUp } from './look-up';

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

/** What the first reading of the records has told of the targets. */
export interface Surveyed {
  /** See `TYPE_MASK`, a byte a target. */
  readonly kinds: Uint8Array;
  /** The target that stands for each. */
  readonly same: Uint32Array;
  /** The weight of the heaviest name of each pack. */
  readonly heaviest: readonly number[];
  readonly lookUp: LookUp;
}

/** Offices in the order of their holders, and who holds each. */
export interface Posts {
  readonly offices: OfficeColumns;
  readonly holders: Uint32Array;
}

/** Takes the targets one by one, in the order of their numbers. */
export class TargetsCompiler {
  readonly #surveyed: Surveyed;
  readonly #companions: CompanionsCompiler;
  readonly #countries: Uint32Array;
  readonly #prominence: Uint8Array;
  /** Roles as they come: whose, and what `OfficeColumns` wants of them. */
  readonly #owner = new Column(words);
  readonly #post = new Column(signed);
  readonly #of = new Column(signed);
  readonly #from = new Column(signed);
  readonly #to = new Column(signed);
  readonly #titles = new TitleTable();

  constructor(surveyed: Surveyed) {
    this.#surveyed = surveyed;
    const count = surveyed.kinds.length;
    this.#companions = new CompanionsCompiler(surveyed);
    this.#countries = new Uint32Array(count);
    this.#prominence = new Uint8Array(count);
  }

  /** What stands for others has their roles and relations too; the others have none of their own. */
  add(record: Named, target: number, pack: number): void {
    const { same, lookUp, heaviest } = this.#surveyed;
    const standing = same[target] as number;
    this.#companions.add(record, target, pack);
    const country = (lookUp(countryOf(record), pack) ?? -1) + 1;
    const prominence = Math.round(prominenceOf(record, heaviest[pack] ?? 0) * PROMINENCE_STEPS);
    for (const own of standing === target ? [target] : [standing, target]) {
      this.#countries[own] ||= country;
      this.#prominence[own] = Math.max(this.#prominence[own] as number, prominence);
    }
    if (record.record === 'event') return;
    for (const role of record.roles ?? []) this.#addRole(role, standing, pack);
  }

  #addRole(role: Role, owner: number, pack: number): void {
    const { lookUp } = this.#surveyed;
    const { from, to } = assertedDays(role);
    this.#owner.push(owner);
    this.#post.push(lookUp(role.post, pack) ?? -1);
    this.#of.push(lookUp(role.of, pack) ?? -1);
    this.#from.push(Math.min(from, DAY_MAX));
    this.#to.push(Math.max(to, DAY_MIN));
    this.#titles.add(role.title);
  }

  /** The sections of the targets, in the order in which `NameIndex` reads them. */
  *finish(): CompileSteps<{ sections: Section[]; posts: Posts }> {
    const { kinds } = this.#surveyed;
    const companions = yield* part(0, 0.6, this.#companions.finish());
    const { counts, order, holders } = this.#officesByHolder();
    const pick = (column: Column<Int32Array>) => Int32Array.from(order, (role) => column.at(role));
    const offices = { post: pick(this.#post), of: pick(this.#of), from: pick(this.#from), to: pick(this.#to) };
    yield 0.8;
    const { places: held } = groupBy(offices.post, kinds.length);
    this.#giveCountries(held, offices);
    const sections = [
      kinds,
      ...writeCountries(this.#countries),
      this.#prominence,
      counts.counts,
      counts.bases,
      ...writeOffices(offices),
      ...this.#titles.sections(order),
      held.map((number) => offices.post[number] as number),
      held,
      held.map((number) => holders[number] as number),
      ...companions,
    ];
    return { sections, posts: { offices, holders } };
  }

  /** Roles in the order of who holds them, at most `MAX_LIST` each. */
  #officesByHolder() {
    const count = this.#surveyed.kinds.length;
    const { offsets, places } = groupBy(this.#owner.values(), count);
    const order = new Column(words, places.length);
    const holders = new Column(words, places.length);
    const counts = new ListsWriter();
    for (let target = 0; target < count; target++) {
      const first = offsets[target] as number;
      const own = Math.min(MAX_LIST, (offsets[target + 1] as number) - first);
      for (let i = first; i < first + own; i++) {
        order.push(places[i] as number);
        holders.push(target);
      }
      counts.add(own);
    }
    return { counts: counts.finish(), order: order.values(), holders: holders.values() };
  }

  /** A post of which no relation says whose it is belongs to what its first holder's role is of. */
  #giveCountries(held: Uint32Array, { post, of }: OfficeColumns): void {
    for (const number of held) {
      const at = post[number] as number;
      if (this.#countries[at] === 0) this.#countries[at] = (of[number] as number) + 1;
    }
  }
}

/** Countries by way of a table of those that occur: a byte a target while they are few. */
function writeCountries(ofTarget: Uint32Array): Section[] {
  const countries = [...new Set(ofTarget).add(0)].sort((a, b) => a - b);
  const numbers = new Map(countries.map((country, i) => [country, i]));
  const numbered = ofTarget.map((country) => numbers.get(country) ?? 0);
  const isFew = countries.length <= 256;
  return [
    isFew ? Uint8Array.from(numbered) : new Uint8Array(0),
    isFew ? new Uint32Array(0) : numbered,
    Uint32Array.from(countries),
  ];
}

/** Titles of roles, folded, each text once: a title beside a name in a text is compared with those of its holder. */
class TitleTable {
  readonly #numbers = new Map<string, number>();
  /** Numbers of the titles of each role, and where those of each begin. */
  readonly #titles = new Column(words);
  readonly #starts = new Column(words);

  /** The titles of the next role. */
  add(title: Localized): void {
    this.#starts.push(this.#titles.length);
    const own = new Set<number>();
    for (const value of Object.values(title)) {
      const form = foldName(typeof value === 'string' ? value : (value?.text ?? ''));
      const number = this.#numbers.get(form) ?? this.#numbers.size;
      this.#numbers.set(form, number);
      own.add(number);
    }
    for (const number of own) this.#titles.push(number);
  }

  /** Of roles in another order. */
  sections(order: Uint32Array): Section[] {
    this.#starts.push(this.#titles.length);
    const lists = new ListsWriter();
    const values = new Column(words, this.#titles.length);
    for (const role of order) {
      const first = this.#starts.at(role);
      const own = Math.min(MAX_LIST, this.#starts.at(role + 1) - first);
      for (let i = first; i < first + own; i++) values.push(this.#titles.at(i));
      lists.add(own);
    }
    const { counts, bases } = lists.finish();
    const texts = writeStrings([...this.#numbers.keys()]);
    return [counts, bases, values.values(), texts.offsets, texts.pool];
  }
}

/** The weight of the heaviest name of a record. */
export const weightOf = ({ names }: Named): number =>
  names?.reduce((most, { weight }) => Math.max(most, weight ?? 0), 0) ?? 0;

/** Prominence; in a pack that only weighs names, the heaviest of them on a scale of logarithms stands for it. */
function prominenceOf(record: Named, heaviest: number): number {
  if (record.record === 'event') return 0;
  if (record.prominence !== undefined || heaviest === 0) return record.prominence ?? 0;
  return Math.log1p(weightOf(record)) / Math.log1p(heaviest);
}
