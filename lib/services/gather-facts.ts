/** Fetches the records that the builders of `lib/briefing` will ask for, in a few rounds, and hands them out by name. */
import { entityOf, type Facts, from, type Holder, packOf } from '../briefing/facts';
import { expandRef, type Reference } from '../model/ids';
import type { PackRecord, Ref } from '../model/pack';
import type { RecordDirectory } from '../recognition/record-directory';
import { headerIn, type Knowledge } from './knowledge';
import { IN_ONE_GO, type Slices } from './slices';

/** Events of one entity that are looked at: the newest of those up to the day. */
export const MAX_EVENTS_PER_ENTITY = 400;
/** Events of a span of days that are looked at; of more than these only those of what is named. */
const MAX_EVENTS_PER_SPAN = 300;

/** All series are looked at where there are no more; else those that concern somebody named. */
const MAX_SERIES = 300;

/** What the phrases of an article about time need to know, or what lies between two names. */
interface ClaimNeeds {
  /** Days of which every event is wanted, after the day as well: `eventsOfSpans` has them. */
  readonly spans?: readonly { readonly first: number; readonly last: number }[];
  /** Targets of further events that are wanted, whoever took part. */
  readonly events?: Iterable<number>;
  /** A phrase counts: the series are wanted, whoever is named. */
  readonly counts?: boolean;
}

/** Adds every reference that a record holds, expanded. A timeline may have thousands of records: no arrays are made. */
function addReferences(owner: Reference, record: PackRecord, found: Set<Reference>): void {
  const pack = packOf(owner);
  const one = (ref: Ref | undefined) => {
    if (ref) found.add(expandRef(ref, pack));
  };
  if (record.record === 'series' || record.record === 'timeline') record.events?.forEach(one);
  if (record.record === 'timeline') record.rule?.series?.forEach(one);
  if (record.record !== 'entity' && record.record !== 'event') return;
  record.sources.forEach(one);
  for (const { by, sources } of record.accounts ?? []) {
    one(by);
    sources.forEach(one);
  }
  if (record.record === 'event') {
    for (const { entity, as } of record.participants) {
      one(entity);
      one(as);
    }
    record.places?.forEach(one);
    one(record.direction?.from);
    one(record.direction?.to);
    return;
  }
  for (const { post, of, sources } of record.roles ?? []) {
    one(post);
    one(of);
    sources.forEach(one);
  }
  for (const { to } of record.relations ?? []) one(to);
}

/**
 * Gathers what cards and briefing of an article need: its names, their events, the series and timelines that hold any
 * of these, the holders of the countries' posts on the day, and whatever these refer to. `others`: records of which no
 * more than the name is wanted, and of events the sources. `claims`: what its phrases about time need besides. `pause`:
 * between pieces of work, of which a timeline of thousands of events makes long ones.
 */
export async function gatherFacts(
  { directory: openDirectory, referencesOf, headers, get }: Omit<Knowledge, 'index'>,
  named: Iterable<Reference>,
  day: number,
  others: Iterable<Reference> = [],
  claims: ClaimNeeds = {},
  pause: Slices['pause'] = IN_ONE_GO.pause,
): Promise<Facts> {
  const records = new Map<Reference, PackRecord>();
  const load = async (references: Iterable<Reference>): Promise<Reference[]> => {
    const missing = [...new Set(references)].filter((reference) => !records.has(reference));
    if (missing.length === 0) return [];
    for (const [reference, record] of await get(missing)) records.set(reference, record);
    return missing;
  };
  const referred = (references: readonly Reference[]): Set<Reference> => {
    const found = new Set<Reference>();
    for (const reference of references) {
      const record = records.get(reference);
      if (record) addReferences(reference, record, found);
    }
    return found;
  };

  const directory = await openDirectory();
  /** Numbers of the newest events of somebody up to the day, in order of time. */
  const eventTargets = (reference: Reference): number[] => {
    const target = directory.targetOf(reference);
    if (target < 0) return [];
    const upToDay = [...directory.events(target)].filter((event) => directory.eventDays(event)[0] <= day);
    return upToDay.slice(-MAX_EVENTS_PER_ENTITY);
  };
  const namedEvents = (): Set<number> =>
    new Set(names.flatMap((reference) => [...directory.events(directory.targetOf(reference))]));
  const targetsOfSpan = ({ first, last }: { readonly first: number; readonly last: number }): number[] => {
    const all = [...directory.eventsBetween(first, last)];
    if (all.length <= MAX_EVENTS_PER_SPAN) return all;
    const ofNamed = namedEvents();
    return all.filter((event) => ofNamed.has(event)).slice(0, MAX_EVENTS_PER_SPAN);
  };
  /** Posts that are known by another pack's record, and which that is. */
  const standingPosts = async (): Promise<Map<Reference, Reference>> => {
    const standing = [...records].flatMap(([reference, record]) => {
      if (record.record !== 'entity' || record.type !== 'post') return [];
      const target = directory.targetOf(reference);
      const first = directory.standsFor(target);
      return first === target ? [] : [{ reference, first }];
    });
    const references = await referencesOf(standing.map(({ first }) => first));
    return new Map(
      standing.flatMap(({ reference, first }) => {
        const other = references.get(first);
        return other ? [[reference, other] as const] : [];
      }),
    );
  };
  const names = [...named];
  // Whatever concerns somebody named: what they took part in, before the day and after.
  const concerned = new Set(
    names.flatMap((reference) => {
      const target = directory.targetOf(reference);
      return target < 0 ? [] : [target, ...directory.events(target)];
    }),
  );
  for (const event of claims.events ?? []) concerned.add(event);
  const { series: concerning, timeline: timelines } = directory.listedFor(concerned);
  // "The first visit by a defense minister in a decade" needs no name: who went is known by the office.
  const series = [...new Set([...concerning, ...(claims.counts ? directory.allSeries(MAX_SERIES) : [])])];
  const listed = await load([...names, ...series, ...timelines]);
  const inSpans = new Set((claims.spans ?? []).flatMap(targetsOfSpan));
  const othersOf = (reference: Reference): number[] => [...directory.others(directory.targetOf(reference))];
  const own = await referencesOf([
    ...names.flatMap(eventTargets),
    ...names.flatMap(othersOf),
    ...inSpans,
    ...(claims.events ?? []),
  ]);
  const events = await load([...referred(listed), ...own.values()]);
  await pause();
  const involved = await load(referred(events));
  await pause();
  await load(referred(involved));
  const further = await load(others);
  await load(referred(further.filter((reference) => records.get(reference)?.record === 'event')));

  // Only the card of a country or of its capital names who is in office.
  const countries = new Set<Reference>();
  for (const reference of names) {
    const record = records.get(reference);
    if (record?.record !== 'entity') continue;
    if (record.placeKind === 'country') countries.add(reference);
    if (record.placeKind === 'capital')
      for (const { kind, to } of record.relations ?? [])
        if (kind === 'capital-of' || kind === 'part-of') countries.add(from(reference, to));
  }
  const holders = await holdersOf(referencesOf, directory, countries, day);
  const held = [...holders.values()].flat();
  const samePeople = await referencesOf(held.flatMap(({ holder }) => othersOf(holder)));
  const officials = await load([...held.flatMap(({ post, holder }) => [post, holder]), ...samePeople.values()]);
  await load(referred(officials));

  const joined = await standingPosts();
  await load(joined.values());
  await pause();
  const byTarget = new Map<number, Reference>();
  for (const [reference, { record }] of records) {
    if (record === 'event') byTarget.set(directory.targetOf(reference), reference);
  }
  const facts: Facts = {
    record: (reference) => records.get(reference),
    othersOf: (reference) => othersOf(reference).flatMap((target) => own.get(target) ?? samePeople.get(target) ?? []),
    standsFor: (reference) => joined.get(reference) ?? reference,
    // Of those that were loaded: the events of what is named, and of the series and timelines.
    eventsOf: (reference) => eventTargets(reference).flatMap((target) => byTarget.get(target) ?? []),
    eventsOfSpans: [...inSpans].flatMap((target) => byTarget.get(target) ?? []),
    holders: (country) => holders.get(country) ?? [],
    series,
    timelines,
    header: headerIn(headers),
  };
  return withoutGone(facts);
}

/** Series and timelines whose record could not be read are left out rather than half drawn. */
function withoutGone(facts: Facts): Facts {
  return {
    ...facts,
    series: facts.series.filter((reference) => facts.record(reference) !== undefined),
    timelines: facts.timelines.filter((reference) => facts.record(reference) !== undefined),
    eventsOf: (reference) => facts.eventsOf(reference).filter((event) => facts.record(event) !== undefined),
    eventsOfSpans: facts.eventsOfSpans.filter((event) => facts.record(event) !== undefined),
    holders: (country) => facts.holders(country).filter(({ holder }) => entityOf(facts, holder) !== null),
  };
}

/** Who holds a post of one of these countries on the day. */
async function holdersOf(
  referencesOf: Knowledge['referencesOf'],
  directory: RecordDirectory,
  countries: ReadonlySet<Reference>,
  day: number,
): Promise<Map<Reference, Holder[]>> {
  const held = Array.from(countries, (country) => ({
    country,
    holders: [...directory.holders(directory.targetOf(country), day)],
  }));
  const references = await referencesOf(
    new Set(held.flatMap(({ holders }) => holders.flatMap((own) => [own.post, own.holder]))),
  );
  return new Map(
    held.map(({ country, holders }) => [
      country,
      // Several packs may say of one person that they hold one post.
      uniqueHolders(
        holders.flatMap((own) => {
          const [post, holder] = [references.get(own.post), references.get(own.holder)];
          return post && holder ? [{ post, holder }] : [];
        }),
      ),
    ]),
  );
}

const uniqueHolders = (holders: readonly Holder[]): Holder[] => [
  ...new Map(holders.map((own) => [`${own.post} ${own.holder}`, own])).values(),
];
