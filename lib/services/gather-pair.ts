/** Finds what lies between two names: events of these two, of the posts that they hold on the day, of their countries. */
import { buildArticleContext } from '../briefing/article-context';
import type { PairEvents } from '../briefing/build-pair';
import { type Facts, from } from '../briefing/facts';
import type { PairNames } from '../briefing/pair-models';
import { postsOnDay } from '../briefing/posts-on-day';
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import type { PackEvent } from '../model/pack';
import type { RecordDirectory } from '../recognition/record-directory';
import { assertedDays } from '../text/asserted-days';
import { type Day, parseEdtf } from '../text/edtf';
import { type ArticleFacts, dayOf } from './article-facts';
import { gatherFacts } from './gather-facts';
import type { Knowledge } from './knowledge';

/** Events of one step that are looked at: the newest of those up to the day, and as many of those after it. */
const MAX_EVENTS = 500;

export interface PairFacts extends ArticleFacts {
  readonly events: PairEvents;
}

type Both<T> = readonly [T, T];

const ofBoth = <T, R>([a, b]: Both<T>, map: (side: T) => R): Both<R> => [map(a), map(b)];

/** Facts on two names as of a day; `null` where a name is not known, or both are one. */
export async function gatherPair(
  knowledge: Knowledge,
  names: PairNames,
  asOf: AsOf,
  lang: InterfaceLanguage,
): Promise<PairFacts | null> {
  const { index, get } = knowledge;
  const day = dayOf(asOf);
  const directory = await knowledge.directory();
  const records = await get(names);
  const targets = ofBoth(names, (name) => directory.targetOf(name));
  if (targets[0] === targets[1] || names.some((name) => records.get(name)?.record !== 'entity')) return null;

  const posts = ofBoth(names, (name) => {
    const record = records.get(name);
    return record?.record === 'entity' ? postsOnDay(record, name, day) : [];
  });
  const postTargets = ofBoth(posts, (own) => own.map((post) => directory.targetOf(post)).filter((post) => post >= 0));
  const countries = ofBoth(targets, (target) => index.country(target));
  const areTwo = countries[0] >= 0 && countries[1] >= 0 && countries[0] !== countries[1];

  const pick = (wanted: Iterable<number>) => nearest(wanted, directory, day);
  const ofNames = pick(shared(ofBoth(targets, (target) => directory.events(target))));
  const ofHolders = pick(
    shared(
      ofBoth(postTargets, (own) =>
        own.flatMap((post) => Array.from(index.holders(post), ({ holder }) => [...directory.events(holder)]).flat()),
      ),
    ),
  );
  const ofCountries = areTwo ? pick(shared(ofBoth(countries, (country) => directory.eventsOfCountry(country)))) : [];

  const wanted = new Set([...ofNames, ...ofHolders, ...ofCountries]);
  const [facts, references] = await Promise.all([
    gatherFacts(knowledge, names, day, [...posts.flat()], { events: wanted }),
    knowledge.referencesOf([...wanted, ...(areTwo ? countries : [])]),
  ]);
  const toReferences = (targetsOf: readonly number[]) => targetsOf.flatMap((target) => references.get(target) ?? []);
  const [first, second] = toReferences(areTwo ? countries : []);
  return {
    facts,
    context: buildArticleContext(facts, new Set(names), asOf, day, lang),
    events: {
      names: toReferences(ofNames),
      posts: toReferences(ofHolders).filter((id) => postTargets.every((own) => actsAs(facts, directory, id, own))),
      countries: toReferences(ofCountries),
      ofCountries: first && second ? [first, second] : null,
    },
  };
}

/** What two lists have in common. */
function shared([first, second]: Both<Iterable<number>>): Set<number> {
  const own = new Set(first);
  return new Set([...second].filter((number) => own.has(number)));
}

/** In order of time; of too many those nearest to the day on either side. */
function nearest(wanted: Iterable<number>, directory: RecordDirectory, day: Day): number[] {
  const dated = Array.from(wanted, (target) => ({ target, first: directory.eventDays(target)[0] }));
  dated.sort((a, b) => a.first - b.first || a.target - b.target);
  const before = dated.filter(({ first }) => first <= day).slice(-MAX_EVENTS);
  const after = dated.filter(({ first }) => first > day).slice(0, MAX_EVENTS);
  return [...before, ...after].map(({ target }) => target);
}

/** True where somebody takes part in one of these posts: as the event says, or by having held it on its day. */
function actsAs(facts: Facts, directory: RecordDirectory, id: Reference, posts: readonly number[]): boolean {
  const event = facts.record(id);
  if (event?.record !== 'event') return false;
  return event.participants.some(({ entity, as }) =>
    as ? posts.includes(directory.targetOf(from(id, as))) : heldThen(facts, directory, from(id, entity), event, posts),
  );
}

function heldThen(
  facts: Facts,
  directory: RecordDirectory,
  participant: Reference,
  { date }: PackEvent,
  posts: readonly number[],
): boolean {
  const record = facts.record(participant);
  const first = parseEdtf(date)?.first;
  if (record?.record !== 'entity' || first === undefined) return false;
  return (record.roles ?? []).some((role) => {
    if (!role.post || !posts.includes(directory.targetOf(from(participant, role.post)))) return false;
    const held = assertedDays(role);
    return held.from <= first && first <= held.to;
  });
}
