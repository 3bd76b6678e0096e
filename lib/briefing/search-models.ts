/** What the views are given of a search. */
import type { Reference } from '../model/ids';
import type { ShownText } from '../model/localized';
import type { EdtfText, EntityType } from '../model/pack';
import type { Stretch } from '../text/search-query';
import type { PartialCapacity } from './view-models';

/** A text in which the query was found: where, in UTF-16 units, in order. */
export interface FoundText extends ShownText {
  readonly stretches: readonly Stretch[];
}

/** One result. */
export interface SearchHit {
  readonly reference: Reference;
  readonly type: EntityType | 'event';
  readonly name: FoundText;
  /** The form in which it was found, where that is not the name. */
  readonly form: FoundText | null;
  /** The office on the day, else what it is; `null` for events. */
  readonly role: ShownText | null;
  readonly capacity?: PartialCapacity;
  /** Of events. */
  readonly date: EdtfText | null;
  /** Of a pack that never paints marks. */
  readonly isPrivate: boolean;
}

export interface SearchModel {
  /** What was typed. */
  readonly typed: string;
  readonly names: readonly SearchHit[];
  readonly events: readonly SearchHit[];
  /** What is later than the day: shown when asked for. */
  readonly later: readonly SearchHit[];
  /** How many there are in all. */
  readonly laterCount: number;
  /** Those that are called exactly so, whatever their day. */
  readonly exact: readonly Reference[];
}
