/** What of a timeline the reader wants to see: `UX.md` 5, List. A filter never shows more than was shown without it. */
import type { Reference } from '../model/ids';
import type { ShownText } from '../model/localized';
import { dayToFields, toDay } from '../text/edtf';
import type { LaneModel, TimelineEvent, TimelineModel } from './view-models';

/** `null`: whatever there is. A type, since what is kept of an article is. */
export type TimelineFilter = {
  /** Key of a lane. */
  readonly lane: string | null;
  readonly kind: string | null;
  readonly person: Reference | null;
  /** First year of the period, which ends with the record. */
  readonly fromYear: number | null;
};

export const NO_FILTER: TimelineFilter = { lane: null, kind: null, person: null, fromYear: null };

export const isFiltering = ({ lane, kind, person, fromYear }: TimelineFilter): boolean =>
  lane !== null || kind !== null || person !== null || fromYear !== null;

/** What there is to choose from; empty where a choice would change nothing. */
export interface FilterChoices {
  readonly lanes: readonly LaneModel[];
  /** Kinds of events as packs name them, the most frequent first. */
  readonly kinds: readonly string[];
  readonly people: readonly { readonly reference: Reference; readonly name: ShownText }[];
  /** First years, the latest first. */
  readonly years: readonly number[];
}

/** Lengths of the periods that are offered, in years before the as-of date. */
const PERIODS = [5, 10, 25, 50, 100];

type Visible = Pick<TimelineModel, 'events'>;

/** The events in sight: later ones only once they are asked for. */
const inSight = ({ events }: Visible, sinceOpen: boolean): readonly TimelineEvent[] =>
  sinceOpen ? events : events.filter(({ part }) => part !== 'since');

/** The choices that the events in sight give; a later event offers nothing before it is asked for. */
export function filterChoices(model: TimelineModel, filter: TimelineFilter, sinceOpen: boolean): FilterChoices {
  const events = inSight(model, sinceOpen);
  const lanes = model.lanes.filter(({ key, from }) => from !== null && events.some(({ lane }) => lane === key));
  const kinds = byFrequency(events.map(({ kind }) => kind));
  const times = new Map<Reference, number>();
  for (const { people } of events) for (const person of people) times.set(person, (times.get(person) ?? 0) + 1);
  const people = model.people.filter(({ reference }) => {
    const own = times.get(reference) ?? 0;
    return own > 0 && own < events.length;
  });
  const lastYear = dayToFields(model.asOfDay).year;
  let shown = events.length;
  const years = PERIODS.toReversed()
    .map((length) => lastYear - length)
    .filter((year) => {
      const isLater = within(year);
      const left = events.reduce((sum, event) => (isLater(event) ? sum + 1 : sum), 0);
      if (left === 0 || left >= shown) return false;
      shown = left;
      return true;
    })
    .reverse();
  // What is chosen stays in sight, whatever else has changed.
  return {
    lanes: lanes.length > 1 || filter.lane !== null ? lanes : [],
    kinds: kinds.length > 1 || filter.kind !== null ? withChosen(kinds, filter.kind) : [],
    people,
    years: withChosen(years, filter.fromYear),
  };
}

const withChosen = <T>(values: readonly T[], chosen: T | null): readonly T[] =>
  chosen === null || values.includes(chosen) ? values : [...values, chosen];

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

/** An event belongs to the years that it may lie in. */
function within(fromYear: number): (event: TimelineEvent) => boolean {
  const first = toDay(fromYear, 1, 1);
  return ({ lastDay }) => lastDay >= first;
}

function passing({ lane, kind, person, fromYear }: TimelineFilter): (event: TimelineEvent) => boolean {
  const isWithin = fromYear === null ? () => true : within(fromYear);
  return (event) =>
    (lane === null || event.lane === lane) &&
    (kind === null || event.kind === kind) &&
    (person === null || event.people.includes(person)) &&
    isWithin(event);
}

/**
 * The timeline with nothing but what passes, its counts too, so that picture and list agree. A stretch without an event
 * is told only where both its ends are shown: what was left out may lie in any other.
 */
export function filterTimeline(model: TimelineModel, filter: TimelineFilter): TimelineModel {
  if (!isFiltering(filter)) return model;
  const events = model.events.filter(passing(filter));
  const isShown = (lane: string, day: number): boolean =>
    events.some((event) => event.counted && event.lane === lane && event.firstDay === day);
  const firstDay = filter.fromYear === null ? model.firstDay : toDay(filter.fromYear, 1, 1);
  const count = (part: TimelineEvent['part']) => events.filter((event) => event.part === part && event.counted).length;
  return {
    ...model,
    events,
    ofVisits:
      model.ofVisits || (events.length > 0 && events.every(({ counted, kind }) => !counted || kind === 'visit')),
    gaps: model.gaps.filter(({ lane, fromDay, toDay: end }) => isShown(lane, fromDay) && isShown(lane, end)),
    coverage: model.coverage.filter(({ toDay: end }) => end >= firstDay),
    firstDay,
    before: count('before'),
    sameDay: count('same-day'),
    since: count('since'),
  };
}

/** How many events in sight a filter hides. */
export const hiddenBy = (model: Visible, filtered: Visible, sinceOpen: boolean): number =>
  inSight(model, sinceOpen).length - inSight(filtered, sinceOpen).length;
