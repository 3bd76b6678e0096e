/**
 * The records that a card or a briefing is built from, as the builders ask for them. `lib/services/gather-facts`
 * fetches them beforehand, so that building is a pure function of what was fetched.
 */
import { expandRef, type PackId, parseReference, type Reference } from '../model/ids';
import type { Entity, PackEvent, PackHeader, PackRecord, Ref, Series, Source, Timeline } from '../model/pack';
import type { SourceModel } from './view-models';

/** Somebody in an office on a day. */
export interface Holder {
  readonly post: Reference;
  readonly holder: Reference;
}

export interface Facts {
  record(reference: Reference): PackRecord | undefined;
  /** Events that somebody took part in or that happened at a place, in order of time. */
  eventsOf(reference: Reference): readonly Reference[];
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

/** `UX.md` 4: official, agency, newspaper, reference; the best is named, the rest counted. */
const SOURCE_ORDER = ['official', 'agency', 'news', 'reference', 'dataset'] as const;

/** Sources of a record in the order in which they are named. */
export function sourcesOf(facts: Facts, owner: Reference, refs: readonly Ref[]): SourceModel[] {
  return [...new Set(refs.map((ref) => from(owner, ref)))]
    .map((reference) => facts.record(reference))
    .filter((record): record is Source => record?.record === 'source')
    .sort((a, b) => SOURCE_ORDER.indexOf(a.kind) - SOURCE_ORDER.indexOf(b.kind))
    .map(toSourceModel);
}

function toSourceModel(source: Source): SourceModel {
  return {
    title: source.title,
    publisher: source.publisher,
    kind: source.kind,
    url: source.url ?? null,
    archived: source.archived ?? null,
    published: source.published ?? null,
    lang: source.lang ?? null,
  };
}
