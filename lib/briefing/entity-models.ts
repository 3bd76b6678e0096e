/** What the views are given of one entity or event: its page in the panel. */
import type { PackId, Reference } from '../model/ids';
import type { LanguageTag, ShownText } from '../model/localized';
import type { Capacity, Confidence, EdtfText } from '../model/pack';
import type { Day } from '../text/edtf';
import type { CardModel, PackModel, PartialCapacity, SourceModel, TimelineModel } from './view-models';

/** A time in an office. */
export interface RoleBar {
  readonly title: ShownText;
  readonly capacity: Capacity;
  /** First and last asserted day; the last one may be after the day that is read. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** `since`: begun after the day, and shown only when asked for, as is the end of a current one. */
  readonly part: 'past' | 'current' | 'since';
  readonly from: EdtfText | null;
  readonly to: EdtfText | null;
  /** Still held on the last asserted day, so far as is known. */
  readonly isOpen: boolean;
  readonly doubt: Confidence | null;
  readonly sources: readonly SourceModel[];
}

/** The times in one office, in order. */
export interface RoleLane {
  readonly key: string;
  readonly bars: readonly RoleBar[];
}

export interface RoleAxis {
  readonly firstDay: Day;
  readonly asOfDay: Day;
  /** End of the record, or the day that is read where that is later. */
  readonly lastDay: Day;
}

/** One written form. */
export interface NameForm {
  readonly text: string;
  /** No source shows it in this script. */
  readonly isUnseen: boolean;
  readonly isFormer: boolean;
}

export interface NameGroup {
  readonly lang: LanguageTag;
  readonly forms: readonly NameForm[];
}

/** Who took part in an event, and in which office. */
export interface ParticipantModel {
  readonly reference: Reference;
  readonly name: ShownText;
  readonly role: ShownText | null;
  readonly capacity?: PartialCapacity;
}

export interface EntityPageModel {
  readonly card: CardModel;
  /** An event after the day that is read, which the reader has asked for: told as of its own. */
  readonly isLater: boolean;
  readonly lanes: readonly RoleLane[];
  readonly axis: RoleAxis;
  /** Its events, cut at the day; `null` where there are none. */
  readonly events: TimelineModel | null;
  /** Older events that the record has beyond these. */
  readonly olderEvents: number;
  readonly participants: readonly ParticipantModel[];
  /** The reader's language first, then its own, then the others. */
  readonly names: readonly NameGroup[];
  readonly packs: readonly (PackModel & { readonly id: PackId; readonly coverageTo: EdtfText })[];
  /** Of a pack that never paints marks. */
  readonly isPrivate: boolean;
}
