/** Which series counts what a phrase counts. */
import type { Reference } from '../model/ids';
import { areAlike, type OfficeClass } from './office-classes';
import type { ClaimEvent, ClaimRecord, ClaimSeries } from './record';
import { type ClaimKind, KINDS_MEANT } from './tables/kinds';
import { countriesOf } from './tie-pointer';
import type { Topic } from './topic';
import { wordsOf } from './words';

/** Points, and what a series must have of them. */
const LEAST = 2.5;
const MARGIN = 0.5;
/** From this share of its events on a series is of a kind. */
const SHARE = 0.75;
/** An office is usual in a series from this share on; a leader may have received a minister once. */
const USUAL = 0.3;

export interface SeriesContext {
  readonly record: ClaimRecord;
  /** Events of the article's own day. */
  readonly ownEvents: ReadonlySet<Reference>;
}

/** What all events of a series have in common. */
interface Portrait {
  readonly kinds: ReadonlyMap<string, number>;
  readonly from: Reference | null;
  readonly to: Reference | null;
  readonly offices: readonly OfficeClass[];
  readonly countries: ReadonlySet<Reference>;
  readonly isThreeWay: boolean;
}

/** The series that fits best; `null` when none fits or two fit as well. */
export function chooseSeries(topic: Topic, { record, ownEvents }: SeriesContext): ClaimSeries | null {
  const scored = record.series
    .map((series) => ({ series, points: scoreSeries(topic, series, record, ownEvents) }))
    .filter(({ points }) => points >= LEAST)
    .sort((a, b) => b.points - a.points);
  const [best, second] = scored;
  if (!best || (second && best.points - second.points < MARGIN)) return null;
  return best.series;
}

function scoreSeries(topic: Topic, series: ClaimSeries, record: ClaimRecord, own: ReadonlySet<Reference>): number {
  const events = series.events.flatMap((reference) => record.events.get(reference) ?? []);
  const [kind] = [...topic.kinds.keys()];
  if (events.length === 0 || kind === undefined) return 0;
  const portrait = portray(events, record);
  const kindPoints = fitOfKind(kind, series, portrait, topic);
  if (kindPoints <= 0) return 0;
  /** Its own name is in the text. */
  const isNamed = kindPoints > 2 && (kind === 'exercise' || kind === 'incident' || kind === 'agreement');
  let points = kindPoints;
  if (kind === 'visit') {
    if (topic.to && portrait.to && topic.to !== portrait.to) return 0;
    if (topic.from && portrait.from && topic.from !== portrait.from) return 0;
    if (topic.to && topic.to === portrait.to) points += 1.5;
    if (topic.from && topic.from === portrait.from) points += 1;
  }
  const offices = [...topic.offices];
  const people = [...topic.persons].flatMap((person) => record.entity(person)?.offices ?? []);
  if (offices.length > 0) {
    if (!offices.some((office) => portrait.offices.some((other) => areAlike(office, other)))) return 0;
    points += 1.5;
  } else if (people.length > 0) {
    const theirs = new Set(people.flatMap(({ post }) => (post ? record.officeClasses(post) : [])));
    if (portrait.offices.some((office) => theirs.has(office))) points += 1;
  }
  if (kind === 'visit' && topic.from === null && topic.homes.size === 1 && portrait.from) {
    // "Nakatani's visit": he is the one who went.
    points += topic.homes.has(portrait.from) ? 1 : -1;
  }
  const named = [...topic.named].filter((entity) =>
    events.some(({ participants }) => participants.some((other) => other.entity === entity)),
  );
  points += Math.min(1, named.length * 0.5);
  const countries = [...topic.countries].filter((country) => portrait.countries.has(country)).length;
  const strange = [...topic.countries].filter(
    (country) => !portrait.countries.has(country) && !topic.comparedWith.includes(country),
  ).length;
  points += Math.min(1, countries * 0.5) - (portrait.countries.size > 0 ? strange : 0);
  if (!isNamed && topic.isThreeWay !== portrait.isThreeWay) points -= portrait.isThreeWay ? 2 : 1.5;
  if (events.some(({ reference }) => own.has(reference))) points += 0.5;
  // A kind alone ("the first visit in ten years") may be of anybody.
  const isPlaced =
    isNamed ||
    offices.length > 0 ||
    named.length > 0 ||
    people.length > 0 ||
    countries > 0 ||
    (topic.to !== null && topic.to === portrait.to);
  return isPlaced ? points : 0;
}

/** How well a series is of a kind, by its events, or by the words of its own title. */
function fitOfKind(kind: ClaimKind, series: ClaimSeries, { kinds, to }: Portrait, topic: Topic): number {
  if (kind === 'statement') return mentionsStatement(series) ? 3 : 0;
  if (mentionsStatement(series)) return 0;
  const meant = KINDS_MEANT[kind];
  let share = 0;
  for (const [own, part] of kinds) if (Object.hasOwn(meant, own) && (meant[own] ?? 0) >= 0.7) share += part;
  if (kind === 'visit') return to !== null && share >= SHARE ? 2 : 0;
  if (kind === 'meeting') {
    // Visits are meetings too, but whoever counts visits counts no meetings elsewhere.
    const meetings = kinds.get('meeting') ?? 0;
    return meetings > 0.1 && share >= SHARE ? 2 : 0;
  }
  if (kind === 'exercise' || kind === 'incident' || kind === 'agreement') {
    if (share < SHARE) return 0;
    const shared = [...wordsOf(textOf(series), topic.language)].filter((word) => topic.sentenceWords.has(word)).length;
    return shared > 0 ? 1.5 + Math.min(1.5, shared * 0.5) : 0.5;
  }
  return share >= SHARE && to === null ? 2 : 0;
}

const STATEMENT =
  /joint (?:press )?(?:texts?|statements?|declarations?|documents?)|共同(?:文書|声明|宣言|プレス)|공동\s?(?:문서|성명|선언|발표)/i;
const mentionsStatement = (series: ClaimSeries): boolean => STATEMENT.test(textOf({ ...series, counts: {} }));

function textOf({ title, counts }: Pick<ClaimSeries, 'title' | 'counts'>): string {
  return [...Object.values(title), ...Object.values(counts)]
    .map((text) => (typeof text === 'string' ? text : (text?.text ?? '')))
    .join('. ');
}

function portray(events: readonly ClaimEvent[], record: ClaimRecord): Portrait {
  const kinds = new Map<string, number>();
  for (const { kind } of events) kinds.set(kind, (kinds.get(kind) ?? 0) + 1 / events.length);
  const directions = new Set(events.map(({ direction }) => (direction ? `${direction.from} ${direction.to}` : '')));
  const direction = directions.size === 1 ? (events[0]?.direction ?? null) : null;
  const countries = new Map<Reference, number>();
  for (const event of events)
    for (const country of countriesOf(event, record))
      countries.set(country, (countries.get(country) ?? 0) + 1 / events.length);
  const usual = [...countries].filter(([, part]) => part > 0.5).map(([country]) => country);
  const offices = new Map<OfficeClass, number>();
  for (const { participants } of events) {
    // Of a visit, the offices of those who went.
    const own = participants.filter(({ entity }) => !direction || record.entity(entity)?.country === direction.from);
    const classes = new Set(own.flatMap(({ post }) => (post ? record.officeClasses(post) : [])));
    for (const office of classes) offices.set(office, (offices.get(office) ?? 0) + 1 / events.length);
  }
  return {
    kinds,
    from: direction?.from ?? null,
    to: direction?.to ?? null,
    offices: [...offices].filter(([, part]) => part >= USUAL).map(([office]) => office),
    countries: new Set(usual),
    isThreeWay: usual.length > 2,
  };
}
