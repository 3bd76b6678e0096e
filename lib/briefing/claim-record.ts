/** The facts of an article as the record that its claims are held against. */
import { officesIn } from '../claims/office-classes';
import type { ClaimEntity, ClaimEvent, ClaimRecord, ClaimSeries } from '../claims/record';
import type { Reference } from '../model/ids';
import type { Entity, PackEvent, Series } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import { parseEdtf } from '../text/edtf';
import { entityOf, eventOf, type Facts, from, seriesOf } from './facts';
import { eventsOfTimeline } from './timeline-events';

/** Relations that say where somebody or something belongs, the surest first. */
const BELONGING = ['citizen', 'capital-of', 'head-of', 'part-of', 'member'];
/** How far belonging is followed: a city in a province in a country. */
const MAX_STEPS = 4;

/** Events of everything named, and of all series and timelines; nothing uncertain. */
export function toClaimRecord(facts: Facts, named: Iterable<Reference>): ClaimRecord {
  const events = new Map<Reference, ClaimEvent>();
  const add = (reference: Reference) => {
    const record = events.has(reference) ? null : eventOf(facts, reference);
    const event = record && toClaimEvent(reference, record);
    if (event) events.set(reference, event);
  };
  for (const reference of named) facts.eventsOf(reference).forEach(add);
  facts.eventsOfSpans.forEach(add);
  const series = facts.series.flatMap((reference) => {
    const record = seriesOf(facts, reference);
    return record && record.confidence !== 'uncertain' ? [toClaimSeries(reference, record)] : [];
  });
  for (const { events: own } of series) own.forEach(add);
  for (const timeline of facts.timelines) eventsOfTimeline(facts, timeline).forEach(add);

  const entities = new Map<Reference, ClaimEntity | null>();
  const entity = (reference: Reference): ClaimEntity | null => {
    const known = entities.get(reference);
    if (known !== undefined) return known;
    const record = entityOf(facts, reference);
    const made = record && toClaimEntity(facts, reference, record);
    entities.set(reference, made);
    return made;
  };
  const countries = new Map<Reference, ClaimEntity>();
  const addCountry = (reference: Reference | null | undefined) => {
    const country = reference ? entity(reference) : null;
    if (country?.isCountry) countries.set(country.reference, country);
  };
  for (const { participants, places, direction } of events.values()) {
    for (const reference of [...participants.map((one) => one.entity), ...places])
      addCountry(entity(reference)?.country);
    addCountry(direction?.from);
    addCountry(direction?.to);
  }
  for (const reference of named) addCountry(entity(reference)?.country);
  const classes = new Map<Reference, ReturnType<ClaimRecord['officeClasses']>>();
  return {
    events,
    series,
    entity,
    countries: [...countries.values()],
    officeClasses: (post) => {
      const known = classes.get(post);
      if (known) return known;
      const record = entityOf(facts, post);
      const text = record ? [...labelsOf(record), ...record.names.map((name) => name.text)].join('. ') : '';
      const made = [...new Set(officesIn(text).map(({ office }) => office))];
      classes.set(post, made);
      return made;
    },
  };
}

function toClaimEvent(reference: Reference, event: PackEvent): ClaimEvent | null {
  const span = parseEdtf(event.date);
  if (!span || event.confidence === 'uncertain') return null;
  const { direction } = event;
  return {
    reference,
    date: event.date,
    span,
    kind: event.kind,
    status: event.status,
    participants: event.participants.map(({ entity, as }) => ({
      entity: from(reference, entity),
      post: as ? from(reference, as) : null,
    })),
    places: (event.places ?? []).map((place) => from(reference, place)),
    direction: direction ? { from: from(reference, direction.from), to: from(reference, direction.to) } : null,
    texts: [event.title, ...(event.summary ? [event.summary] : [])],
    names: event.names ?? [],
  };
}

function toClaimSeries(reference: Reference, series: Series): ClaimSeries {
  return {
    reference,
    title: series.title,
    counts: series.counts,
    events: series.events.map((event) => from(reference, event)),
    coverage: series.coverage.flatMap(({ from: start, to, completeness }) => {
      const [first, last] = [parseEdtf(start)?.first, parseEdtf(to)?.last];
      return first === undefined || last === undefined ? [] : [{ first, last, completeness, from: start }];
    }),
  };
}

const labelsOf = ({ label }: Entity): string[] =>
  Object.values(label).flatMap((text) => (text === undefined ? [] : typeof text === 'string' ? text : text.text));

function toClaimEntity(facts: Facts, reference: Reference, entity: Entity): ClaimEntity {
  return {
    reference,
    type: entity.type,
    isCountry: entity.placeKind === 'country',
    names: [...labelsOf(entity), ...entity.names.map(({ text }) => text)],
    label: entity.label,
    country: countryOf(facts, reference, entity),
    offices: (entity.roles ?? []).map((role) => ({
      post: role.post ? from(reference, role.post) : null,
      title: role.title,
      ...assertedDays(role),
    })),
  };
}

/** The country that an entity is, or belongs to. */
function countryOf(facts: Facts, reference: Reference, entity: Entity, steps = MAX_STEPS): Reference | null {
  if (entity.placeKind === 'country') return reference;
  if (steps === 0) return null;
  const ties = [
    ...BELONGING.flatMap((kind) =>
      (entity.relations ?? []).filter((relation) => relation.kind === kind).map(({ to }) => to),
    ),
    ...(entity.roles ?? []).flatMap(({ of }) => of ?? []),
  ];
  for (const tie of ties) {
    const other = from(reference, tie);
    const record = other === reference ? null : entityOf(facts, other);
    const country = record && countryOf(facts, other, record, steps - 1);
    if (country) return country;
  }
  return null;
}
