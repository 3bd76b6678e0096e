/** Which event of the record a phrase that points refers to. A wrong one is worse than none. */
import type { Reference } from '../model/ids';
import { partRelativeTo } from '../text/edtf';
import type { DaySpan } from './claim';
import { isStrange } from './countries';
import type { EventWords } from './event-words';
import { areAlike, type OfficeClass } from './office-classes';
import type { ClaimEvent, ClaimRecord } from './record';
import { type ClaimKind, KINDS_MEANT } from './tables/kinds';
import type { Topic } from './topic';

/** Points; set by hand on the flagship article and our own gold. */
const KIND = 3;
const NO_KIND = -1.5;
const FIRST_NAMED = 2;
const FURTHER_NAMED = 1;
const FAR_NAMED = 0.5;
const STRANGER = 1.2;
const MAX_NAMED = 4;
const NONE_NAMED = -1.5;
const OFFICE = 1;
const PLACE = 1;
const COUNTRY = 0.4;
const OTHER_OFFICE = -2;
const STRANGE_COUNTRY = -2.5;
const AGAINST_DIRECTION = -4;
const DIRECTION = 1;
const WORDS = 1.6;
const MAX_WORDS = 4;
const CALLED_OFF = 1.5;
const THREE_WAY = 1.5;
/** Least points, by how many days the phrase leaves open. */
const LEAST_OF_DAYS = 3.6;
const LEAST_OF_YEAR = 4.4;
const LEAST_NAMED = 4;
/** Of a day, where the words tell. */
const LEAST_TOLD = 2.6;
/** What was put off was to be on another day than that on which it was. */
export const PUT_OFF_DAYS = 31;
/** By how much an event must lead the next. */
const MARGIN = 0.7;
/** From this likeness of their words on two events are of one matter. */
const ONE_MATTER = 0.3;
/** Telling words that stand for a kind's word where there is none. */
const ENOUGH_WORDS = 1.2;
/** Telling words that show that an event of the right kind is the one. */
const SOME_WORDS = 0.4;
/** The same of an event of which the article names nobody and no place. */
const STRANGE_WORDS = 0.6;
/** And where a whole year is left open. */
const FAR_WORDS = 1;
/** Longer than a month and its edges. */
const LONG_DAYS = 45;

export interface PointerContext {
  readonly record: ClaimRecord;
  readonly words: EventWords;
  readonly asOf: number;
  /** Everybody that the article names. */
  readonly named: ReadonlySet<Reference>;
}

export interface Pointed {
  readonly event: Reference | null;
  /** Events after the as-of date that it may mean. */
  readonly later: number;
}

interface Scored {
  readonly event: ClaimEvent;
  readonly points: number;
  readonly isTelling: boolean;
  /** The words alone tell. */
  readonly isTold: boolean;
}

/** Ties a phrase that names days. */
export function tiePointer(topic: Topic, when: DaySpan, context: PointerContext): Pointed {
  const days = when.last - when.first + 1;
  // What is of the article's own day is told by its day: "this month" means something else.
  const isOwnDay = ({ span }: ClaimEvent) =>
    when.last - when.first > 1 && partRelativeTo(span, context.asOf) === 'same-day';
  const within = (slack: number) =>
    [...context.record.events.values()]
      .filter((event) => !isOwnDay(event))
      .filter(({ span }) => span.first <= when.last + slack && span.last >= when.first - slack)
      // A year-long vagueness is no answer to a day.
      .filter(({ span }) => span.last - span.first <= Math.max(31, when.last - when.first))
      .map((event) => score(topic, event, context, days <= LONG_DAYS));
  const scored = within(0);
  const least = days > LONG_DAYS ? LEAST_OF_YEAR : LEAST_OF_DAYS;
  const good = scored
    .filter(({ points, isTelling, isTold }) => isTelling && points >= (isTold && days <= 2 ? LEAST_TOLD : least))
    .sort(better);
  const past = good.filter(({ event }) => partRelativeTo(event.span, context.asOf) !== 'since');
  const later = good.filter(({ event }) => partRelativeTo(event.span, context.asOf) === 'since');
  if (when.first > context.asOf || past.length === 0) {
    // Only a phrase that reaches past the article's day looks forward.
    const putOff = topic.isCalledOff && when.first <= context.asOf ? within(PUT_OFF_DAYS).filter(isPutOff(least)) : [];
    return {
      event: leader(putOff.sort(better), topic, context),
      later: when.last > context.asOf && !topic.isReported ? later.length : 0,
    };
  }
  if (topic.isReported) return { event: null, later: 0 };
  return { event: leader(past, topic, context), later: 0 };
}

/** Put off, and told of so: its date is that of the decision. */
const isPutOff =
  (least: number) =>
  ({ event: { status }, points, isTelling }: Scored): boolean =>
    (status === 'postponed' || status === 'cancelled') && isTelling && points >= least;

/** Ties a phrase that names an event without its date; the latest of those that fit. */
export function tieNamed(topic: Topic, phrase: ReadonlySet<string>, context: PointerContext): Reference | null {
  const scored = [...context.record.events.values()]
    .filter(({ span }) => partRelativeTo(span, context.asOf) !== 'since')
    .filter((event) => context.words.share(event, phrase, topic.language) >= ENOUGH_WORDS)
    .filter(({ texts }) => texts.length > 0)
    .map((event) => score(topic, event, context, false))
    .filter(
      ({ event, points }) => points >= LEAST_NAMED && event.participants.some(({ entity }) => topic.named.has(entity)),
    )
    .sort(better);
  return leader(scored, topic, context);
}

const better = (a: Scored, b: Scored): number => b.points - a.points || a.event.span.first - b.event.span.first;

/** The first, if it leads clearly; of two steps of one matter (signed, in force) the earlier. */
function leader(sorted: readonly Scored[], { language }: Topic, { words }: PointerContext): Reference | null {
  const [best] = sorted;
  if (!best) return null;
  const close = sorted.filter(({ points }) => best.points - points < MARGIN);
  if (close.length === 1) return best.event.reference;
  const [earliest] = close.map(({ event }) => event).sort((a, b) => a.span.first - b.span.first);
  const isOneMatter = close.every(
    ({ event }) =>
      event === earliest || (event.kind === earliest?.kind && words.likeness(event, earliest, language) >= ONE_MATTER),
  );
  return isOneMatter ? (earliest?.reference ?? null) : null;
}

function score(
  topic: Topic,
  event: ClaimEvent,
  { record, words, named, asOf }: PointerContext,
  isShort: boolean,
): Scored {
  let kind = 0;
  for (const [said, weight] of topic.kinds) {
    const meant = KINDS_MEANT[said as ClaimKind];
    const fit = Object.hasOwn(meant, event.kind) ? (meant[event.kind] ?? 0) : 0;
    // A summit is a visit only where somebody went somewhere.
    if (said !== 'visit' || event.kind === 'visit' || event.direction) kind = Math.max(kind, fit * weight);
  }
  let points = kind > 0 ? kind * KIND : topic.kinds.size > 0 ? NO_KIND : 0;

  const participants = event.participants.map(({ entity }) => entity);
  const near = participants.filter((entity) => topic.clauseNamed.has(entity)).length;
  const met = participants.filter((entity) => topic.named.has(entity)).length;
  const far = met - near;
  if (near > 0) points += Math.min(MAX_NAMED, FIRST_NAMED + (near - 1) * FURTHER_NAMED + far * FAR_NAMED);
  else if (far > 0) points += Math.min(MAX_NAMED / 2, FIRST_NAMED / 2 + (far - 1) * FAR_NAMED);
  else if (topic.persons.size > 0)
    points += [...topic.persons].some((one) => topic.clauseNamed.has(one)) ? NONE_NAMED : NONE_NAMED / 2;
  else if (participants.some((entity) => named.has(entity))) points += 0.5;
  // Of talks of two and talks of three, two names mean the former.
  if (met > 1) {
    const strangers = participants.filter(
      (one) => !topic.named.has(one) && record.entity(one)?.type === 'person',
    ).length;
    points -= Math.min(1.2, strangers * STRANGER);
  }

  const offices = officesOf(event, record);
  if (topic.offices.size > 0 && offices.length > 0) {
    const isAlike = [...topic.offices].some((said) => offices.some((office) => areAlike(said, office)));
    points += isAlike ? OFFICE : met > 0 || !topic.areOfficesNear ? 0 : OTHER_OFFICE;
  }

  if (event.places.some((place) => topic.places.has(place) && !record.entity(place)?.isCountry)) points += PLACE;
  const countries = countriesOf(event, record);
  points += Math.min(1, [...countries].filter((country) => topic.countries.has(country)).length * COUNTRY);
  if ([...topic.countries].some(isStrange)) points += STRANGE_COUNTRY;
  // Who was at home did not visit.
  const goers = participants.filter((one) => topic.clauseNamed.has(one)).map((one) => record.entity(one)?.country);
  if (
    event.direction &&
    topic.kinds.get('visit') === 1 &&
    goers.length > 0 &&
    goers.every((home) => home === event.direction?.to)
  )
    points += AGAINST_DIRECTION;
  if (event.direction && (kind > 0 || met > 0)) {
    const { from, to } = event.direction;
    if ((topic.to && topic.to !== to) || (topic.from && topic.to && topic.from !== from)) points += AGAINST_DIRECTION;
    else if (topic.to === to) points += DIRECTION;
  }
  const isThreeWay = countries.size > 2;
  if (topic.isThreeWay && countries.size > 1) points += isThreeWay ? THREE_WAY : -THREE_WAY;
  else if (isThreeWay && (topic.countries.size === 2 || topic.isTwoWay)) points -= THREE_WAY;

  const shared = Math.min(
    MAX_WORDS,
    WORDS *
      (words.share(event, topic.clauseWords, topic.language) * 0.6 +
        words.share(event, topic.sentenceWords, topic.language) * 0.4),
  );
  points += shared;

  // What became of something later is not the phrase's to know.
  if (partRelativeTo(event.span, asOf) !== 'since') points += statusPoints(event, topic);
  const isTold = shared >= ENOUGH_WORDS * WORDS;
  // An incident may be anything: its words must tell which.
  const isOfKind = kind >= 0.5 && (event.kind !== 'incident' || shared >= WORDS * SOME_WORDS || near > 0);
  // The kind alone may be anybody's.
  const isAnchored =
    met > 0 ||
    shared >= WORDS * SOME_WORDS ||
    event.places.some((place) => topic.places.has(place)) ||
    [...countries].some((country) => topic.countries.has(country)) ||
    (topic.areOfficesNear && [...topic.offices].some((said) => offices.some((office) => areAlike(said, office))));
  // An article that names nobody and nothing of it may be about anything, and a year is long.
  const isKnown =
    participants.some((one) => named.has(one)) ||
    event.places.some((place) => named.has(place)) ||
    [...countries].some((country) => named.has(country) || topic.countries.has(country)) ||
    (kind >= 0.5 && shared >= WORDS * (isShort ? STRANGE_WORDS : FAR_WORDS)) ||
    // A defense minister is one of few, a leader of many.
    (isShort &&
      topic.areOfficesNear &&
      offices.some(
        (office) => office !== 'leader' && office !== 'president' && office !== 'premier' && topic.offices.has(office),
      ));
  return { event, points, isTelling: isKnown && ((isOfKind && isAnchored) || isTold), isTold };
}

function statusPoints({ status }: ClaimEvent, { isCalledOff }: Topic): number {
  if (status === 'announced') return -1;
  const isOff = status === 'postponed' || status === 'cancelled';
  if (isOff === isCalledOff) return isOff ? CALLED_OFF : 0;
  return isOff ? -CALLED_OFF : -CALLED_OFF / 3;
}

/** Classes of the posts in which people took part. */
function officesOf(event: ClaimEvent, record: ClaimRecord): OfficeClass[] {
  return event.participants.flatMap(({ post }) => (post ? record.officeClasses(post) : []));
}

/** Countries of a participant, a place, or the direction. */
export function countriesOf(event: ClaimEvent, record: ClaimRecord): Set<Reference> {
  const countries = new Set<Reference>();
  for (const reference of [...event.participants.map(({ entity }) => entity), ...event.places]) {
    const country = record.entity(reference)?.country;
    // Third places ("in Singapore") say nothing of who took part.
    if (country && !event.places.includes(reference)) countries.add(country);
  }
  if (event.direction) countries.add(event.direction.from).add(event.direction.to);
  return countries;
}
