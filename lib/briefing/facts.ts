/**
 * The records that a card or a briefing is built from, as the builders ask for them. `lib/services/gather-facts`
 * fetches them beforehand, so that building is a pure function of what was fetched.
 */
import { expandRef, type PackId, type Reference } from '../model/ids';
import type { Entity, PackEvent, PackHeader, PackRecord, Ref, Role, Series, Source, Timeline } from '../model/pack';
import { type Day, type EdtfDate, parseEdtf, partRelativeTo, toDay } from '../text/edtf';
import type { SourceModel } from './view-models';

/** Somebody in an office on a day. */
export interface Holder {
  readonly post: Reference;
  readonly holder: Reference;
}

/** Records by their references, as far as they were fetched. */
export interface Records {
  record(reference: Reference): PackRecord | undefined;
}

export interface Facts extends Records {
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

/** Whoever made the reference has looked at its form; here it is asked for thousands of times in a briefing. */
export const packOf = (reference: Reference): PackId => {
  const colon = reference.indexOf(':');
  if (colon < 1) throw new TypeError(`not a reference: ${reference}`);
  return reference.slice(0, colon) as PackId;
};

/** Expands the references of a record that was stored under `owner`. */
export const from = (owner: Reference, ref: Ref): Reference => expandRef(ref, packOf(owner));

export function entityOf(records: Records, reference: Reference): Entity | null {
  const record = records.record(reference);
  return record?.record === 'entity' ? record : null;
}

/** The post of a role, as the record by which it is known everywhere. */
export const postOf = (facts: Facts, owner: Reference, { post }: Role): Reference | null =>
  post === undefined ? null : facts.standsFor(from(owner, post));

export function eventOf(records: Records, reference: Reference): PackEvent | null {
  const record = records.record(reference);
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

const dates = new WeakMap<PackEvent, EdtfDate | null>();

/** The date of an event, read once: a timeline of thousands is asked for its dates many times. */
export function dateOf(event: PackEvent): EdtfDate | null {
  const known = dates.get(event);
  if (known !== undefined) return known;
  const date = parseEdtf(event.date);
  dates.set(event, date);
  return date;
}

/** True for an event that may lie after the day: nothing of it is said unasked. */
export function isLater(facts: Facts, reference: Reference, day: Day): boolean {
  const event = eventOf(facts, reference);
  const date = event && dateOf(event);
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
    .map((source) => citationsOf(source))
    .map(({ lastDay, own, publisherOnly }) =>
      lastDay > day ? { isLater: true, model: publisherOnly } : { isLater: false, model: own },
    )
    .sort(
      (a, b) =>
        Number(a.isLater) - Number(b.isLater) ||
        SOURCE_ORDER.indexOf(a.model.kind) - SOURCE_ORDER.indexOf(b.model.kind),
    )
    .map(({ model }) => model);
}

/** Both ways in which a source is cited, made once: thousands of events may rest on one. */
interface Citations {
  /** Up to this day it may tell what came after. */
  readonly lastDay: Day;
  readonly own: SourceModel;
  readonly publisherOnly: SourceModel;
}

const citations = new WeakMap<Source, Citations>();

function citationsOf(source: Source): Citations {
  const known = citations.get(source);
  if (known) return known;
  const own: SourceModel = {
    title: source.title,
    publisher: source.publisher,
    kind: source.kind,
    url: source.url ?? null,
    archived: source.archived ?? null,
    published: source.published ?? null,
    lang: source.lang ?? null,
  };
  const publisherOnly: SourceModel = { ...own, title: source.publisher, published: null, isLater: true };
  const made = { lastDay: lastDayOf(source), own, publisherOnly };
  citations.set(source, made);
  return made;
}

/** The day of publication; where that is not known, the end of the last year that the title names. */
function lastDayOf({ published, title }: Source): Day {
  const date = published === undefined ? null : parseEdtf(published);
  if (date) return date.last;
  const years = title.match(/\b(?:19|20)\d\d(?!\d)/g) ?? [];
  return Math.max(Number.NEGATIVE_INFINITY, ...years.map((year) => toDay(Number(year), 12, 31) + 1));
}
