/** The part of the record that claims are held against. Whoever has packs builds it (`lib/briefing/claim-record`). */
import type { Reference } from '../model/ids';
import type { Localized } from '../model/localized';
import type { Completeness, EdtfText, EntityType, EventStatus } from '../model/pack';
import type { EdtfDate } from '../text/edtf';
import type { DaySpan } from './claim';
import type { OfficeClass } from './office-classes';

export interface ClaimEvent {
  readonly reference: Reference;
  readonly date: EdtfText;
  readonly span: EdtfDate;
  readonly kind: string;
  readonly status: EventStatus;
  readonly participants: readonly { readonly entity: Reference; readonly post: Reference | null }[];
  readonly places: readonly Reference[];
  readonly direction: { readonly from: Reference; readonly to: Reference } | null;
  /** Title and summary. */
  readonly texts: readonly Localized[];
  readonly names: readonly { readonly text: string; readonly lang: string }[];
}

export interface ClaimSeries {
  readonly reference: Reference;
  readonly title: Localized;
  readonly counts: Localized;
  /** Every event that the series names, in any order. */
  readonly events: readonly Reference[];
  readonly coverage: readonly (DaySpan & { readonly completeness: Completeness; readonly from: EdtfText })[];
}

export interface ClaimEntity {
  readonly reference: Reference;
  readonly type: EntityType;
  readonly isCountry: boolean;
  readonly names: readonly string[];
  readonly label: Localized;
  /** The country that it is, lies in, is the capital of, or that somebody is a citizen of. */
  readonly country: Reference | null;
  /** Offices with the days on which they are asserted. */
  readonly offices: readonly {
    readonly post: Reference | null;
    readonly title: Localized;
    readonly from: number;
    readonly to: number;
  }[];
}

export interface ClaimRecord {
  /** Of confidence verified or partly verified; nothing uncertain is here. */
  readonly events: ReadonlyMap<Reference, ClaimEvent>;
  readonly series: readonly ClaimSeries[];
  entity(reference: Reference): ClaimEntity | null;
  readonly countries: readonly ClaimEntity[];
  /** Classes of an office, by its own titles. */
  officeClasses(post: Reference): readonly OfficeClass[];
}

/** A mention of the article as far as claims need it. */
export interface ClaimMention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly entity?: Reference;
}
