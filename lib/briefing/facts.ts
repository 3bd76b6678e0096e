/**
 * The records that a card or a briefing is built from, as the builders ask for them. `lib/services/gather-facts`
 * fetches them beforehand, so that building is a pure function of what was fetched.
 */
import { expandRef, type PackId, parseReference, type Reference } from '../model/ids';
import type { Entity, PackEvent, PackHeader, PackRecord, Ref, Role, Series, Source, Timeline } from '../model/pack';
import { type Day, dayToFields, parseEdtf, partRelativeTo } from '../text/edtf';
import type { SourceModel } from './view-models';

/** Somebody in an office on a day. */
export interface Holder {
  readonly post: Reference;
  readonly holder: Reference;
}

export interface Facts {
  record(reference: Reference): PackRecord | undefined;
  /** Records of other packs of the same entity, in the order of packs. */
  othersOf(reference: Reference): readonly Reference[];
  /** The record that stands for an entity: that of the first pack which has it. */
  standsFor(reference: Reference): Reference;
  /** Events up to the day that somebody took part in or that happened at a place, in order of time. */
  eventsOf(reference: Reference): readonly Reference[];
  /** Events of the spans of days for which they were gathered, later ones too: those are counted, never told. */
  readonly eventsOfSpans: readonly Reference[];
  /** Holders of a country's posts on the day for which the facts were gathered. */
  holders(country: Reference): readonly Holder[];
  /** All series and timelines of the installed packs. */
  readonly series: readonly Reference[];
  readonly timelines: readonly Reference[];
  header(pack: PackId): PackHeader;
}

export const packOf = (reference: Reference): PackId => {
  const parsed = parseReference(reference);
  if (!parsed) throw new TypeError(`not a reference: ${reference}`);
  return parsed.pack;
};

/** Expands the references of a record that was stored under `owner`. */
export const from = (owner: Reference, ref: Ref): Reference => expandRef(ref, packOf(owner));

export function entityOf(facts: Facts, reference: Reference): Entity | null {
  const record = facts.record(reference);
  return record?.record === 'entity' ? record : null;
}

/** The post of a role, as the record by which it is known everywhere. */
export const postOf = (facts: Facts, owner: Reference, { post }: Role): Reference | null =>
  post === undefined ? null : facts.standsFor(from(owner, post));

export function eventOf(facts: Facts, reference: Reference): PackEvent | null {
  const record = facts.record(reference);
  return record?.record === 'event' ? record : null;
}

export function seriesOf(facts: Facts, reference: Reference): Series | null {
  const record = facts.record(reference);
  return record?.record === 'series' ? record : null;
}

export function timelineOf(facts: Facts, reference: Reference): Timeline | null {
  const record = facts.record(reference);
  return record?.record === 'timeline' ? record : null;
}

/** True for an event that may lie after the day: nothing of it is said unasked. */
export function isLater(facts: Facts, reference: Reference, day: Day): boolean {
  const date = parseEdtf(eventOf(facts, reference)?.date ?? '');
  return date !== null && partRelativeTo(date, day) === 'since';
}

/** `UX.md` 4: official, agency, newspaper, reference; the best is named, the rest counted. */
const SOURCE_ORDER = ['official', 'agency', 'news', 'reference', 'dataset'] as const;

/**
 * Sources of a record in the order in which they are named: those of the day's past first. A source that came out
 * later still proves its fact, but its headline would tell what came after: it is cited by its publisher alone.
 */
export function sourcesOf(facts: Facts, owner: Reference, refs: readonly Ref[], day: Day): SourceModel[] {
  return [...new Set(refs.map((ref) => from(owner, ref)))]
    .map((reference) => facts.record(reference))
    .filter((record): record is Source => record?.record === 'source')
    .map((source) => ({ source, isLater: isLaterSource(source, day) }))
    .sort(
      (a, b) =>
        Number(a.isLater) - Number(b.isLater) ||
        SOURCE_ORDER.indexOf(a.source.kind) - SOURCE_ORDER.indexOf(b.source.kind),
    )
    .map(({ source, isLater }) => toSourceModel(source, isLater));
}

/** Published after the day; where that is not known, naming a year that has not passed. */
function isLaterSource({ published, title }: Source, day: Day): boolean {
  const date = published === undefined ? null : parseEdtf(published);
  if (date) return date.last > day;
  const years = title.match(/\b(?:19|20)\d\d(?!\d)/g) ?? [];
  return years.some((year) => Number(year) >= dayToFields(day).year);
}

function toSourceModel(source: Source, isLater: boolean): SourceModel {
  return {
    title: isLater ? source.publisher : source.title,
    publisher: source.publisher,
    kind: source.kind,
    url: source.url ?? null,
    archived: source.archived ?? null,
    published: isLater ? null : (source.published ?? null),
    lang: source.lang ?? null,
    ...(isLater ? { isLater } : {}),
  };
}
