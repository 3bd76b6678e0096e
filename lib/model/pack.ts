/**
 * The records of a `sidelight-pack/1` file, as they stand after the checker has accepted them. The checker
 * (`lib/packs`) is what makes these types true; nothing else may build them from foreign bytes.
 */
import type { PackId, RecordId, Reference } from './ids';
import type { LanguageTag, Localized } from './localized';

/** EDTF level 0-1 as text (`2015-10-20`, `2015-10`, `2015~`, `2024-10-01/2025-10-21`); parsed by `lib/text/edtf`. */
export type EdtfText = string;

/** Absent means verified: doubt is what is written down. */
export type Confidence = 'verified' | 'partly verified' | 'uncertain';

export const ENTITY_TYPES = [
  'person',
  'organisation',
  'place',
  'post',
  'agreement',
  'work',
  'programme',
  'vessel',
  'topic',
  'thing',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const NAME_KINDS = ['full', 'family', 'given', 'short', 'abbreviation', 'title', 'former', 'demonym'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export const EVENT_STATUSES = ['held', 'announced', 'postponed', 'cancelled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const SOURCE_KINDS = ['official', 'agency', 'news', 'reference', 'dataset'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const CAPACITIES = ['full', 'acting', 'interim', 'elect', 'announced'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** A reference inside a pack: to the same pack (`person/x`) or to another one (`pack:person/x`). */
export type Ref = RecordId | Reference;

/** What any fact may carry: how sure it is, and which source shows which field. */
export interface Provenance {
  readonly confidence?: Confidence;
  readonly provenance?: Readonly<Record<string, readonly Ref[]>>;
}

export interface PackHeader {
  readonly record: 'header';
  readonly format: 'sidelight-pack/1';
  readonly id: PackId;
  readonly version: string;
  readonly title: Localized;
  readonly license: string;
  readonly publisher: string;
  readonly languages: readonly LanguageTag[];
  /** The day on which the record ends: nothing later is asserted. */
  readonly coverageTo: EdtfText;
  readonly uses?: readonly PackId[];
  readonly needs?: readonly string[];
  readonly homepage?: string;
  readonly updateUrl?: string;
  readonly private?: boolean;
}

export interface Source {
  readonly record: 'source';
  readonly id: RecordId;
  readonly title: string;
  readonly publisher: string;
  readonly kind: SourceKind;
  readonly url?: string;
  readonly lang?: LanguageTag;
  readonly license?: string;
  readonly quote?: string;
  readonly published?: EdtfText;
  readonly retrieved?: EdtfText;
  readonly archived?: string;
}

/** One written form of an entity or event, with the rules for matching it. */
export interface Name extends Provenance {
  readonly text: string;
  readonly lang: LanguageTag;
  readonly kind: NameKind;
  readonly from?: EdtfText;
  readonly to?: EdtfText;
  readonly caseSensitive?: boolean;
  /** `context`: counts only with other evidence in the article. `title`: only after a title. */
  readonly needs?: 'context' | 'title';
  readonly weight?: number;
  /** The family name within a full one: as if it stood beside it as a name of that kind. */
  readonly family?: string;
}

/**
 * A position held. It is asserted from `from` to `to`, or to `asOf`, and on no other day; `to: ".."` means still held
 * on `asOf`, which is then required.
 */
export interface Role extends Provenance {
  readonly title: Localized;
  readonly sources: readonly Ref[];
  readonly from?: EdtfText;
  readonly to?: EdtfText | '..';
  readonly asOf?: EdtfText;
  readonly post?: Ref;
  readonly of?: Ref;
  readonly capacity?: Capacity;
  readonly note?: Localized;
}

export interface Relation extends Provenance {
  /** An open list: citizen, member, party, part-of, capital-of, head-of, successor, ally … */
  readonly kind: string;
  readonly to: Ref;
  readonly sources: readonly Ref[];
  readonly from?: EdtfText;
  readonly until?: EdtfText;
  readonly asOf?: EdtfText;
}

/** One party's account of what happened; the pack's order is the order of display. */
export interface Account {
  readonly by: Ref;
  readonly text: Localized;
  readonly sources: readonly Ref[];
  readonly date?: EdtfText;
}

/** What kind of place: countries and capitals are recognised but not painted by default. */
export const PLACE_KINDS = ['country', 'capital', 'city', 'region', 'site', 'sea', 'base', 'district'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface Entity extends Provenance {
  readonly record: 'entity';
  readonly id: RecordId;
  readonly type: EntityType;
  readonly label: Localized;
  readonly names: readonly Name[];
  readonly sources: readonly Ref[];
  readonly placeKind?: PlaceKind;
  readonly prominence?: number;
  readonly description?: Localized;
  readonly reading?: Localized;
  readonly roles?: readonly Role[];
  readonly relations?: readonly Relation[];
  readonly accounts?: readonly Account[];
  readonly born?: EdtfText;
  readonly died?: EdtfText;
  readonly founded?: EdtfText;
  readonly dissolved?: EdtfText;
  readonly sameAs?: readonly string[];
  readonly replaces?: readonly RecordId[];
}

interface Participant {
  readonly entity: Ref;
  /** The post in which the participant took part. */
  readonly as?: Ref;
  readonly side?: string;
}

export interface PackEvent extends Provenance {
  readonly record: 'event';
  readonly id: RecordId;
  readonly date: EdtfText;
  readonly kind: string;
  readonly status: EventStatus;
  readonly title: Localized;
  readonly participants: readonly Participant[];
  readonly sources: readonly Ref[];
  readonly planned?: EdtfText;
  readonly summary?: Localized;
  readonly places?: readonly Ref[];
  readonly direction?: { readonly from: Ref; readonly to: Ref };
  readonly names?: readonly Name[];
  readonly accounts?: readonly Account[];
  readonly replacedBy?: Ref;
}

export type Completeness = 'complete' | 'gaps' | 'sample';

/** What a series claims to know, and for which years. */
export interface Coverage {
  readonly from: EdtfText;
  readonly to: EdtfText;
  readonly completeness: Completeness;
  readonly note?: Localized;
  readonly sources?: readonly Ref[];
}

/** Events of one kind that can be counted. Only held events of enough confidence count. */
export interface Series extends Provenance {
  readonly record: 'series';
  readonly id: RecordId;
  readonly title: Localized;
  /** What is counted, in words. */
  readonly counts: Localized;
  readonly events: readonly RecordId[];
  readonly coverage: readonly Coverage[];
}

interface TimelineRule {
  readonly participants?: readonly Ref[];
  readonly kinds?: readonly string[];
  readonly series?: readonly RecordId[];
  readonly from?: EdtfText;
  readonly to?: EdtfText;
}

/** A titled selection of events, by list or by rule. */
export interface Timeline extends Provenance {
  readonly record: 'timeline';
  readonly id: RecordId;
  readonly title: Localized;
  readonly events?: readonly RecordId[];
  readonly rule?: TimelineRule;
}

interface Withdrawn {
  readonly record: 'withdrawn';
  readonly id: RecordId;
  readonly reason: string;
  readonly date: EdtfText;
}

export interface PackEnd {
  readonly record: 'end';
  readonly records: number;
  readonly sha256: string;
}

/** A record that is stored; header and end frame the file. */
export type PackRecord = Source | Entity | PackEvent | Series | Timeline | Withdrawn;
export type PackLine = PackHeader | PackRecord | PackEnd;
