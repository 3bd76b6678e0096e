/**
 * What the views are given. Plain data, ready to send by message; texts are already in the reader's language (or
 * marked as a fallback), dates are still EDTF so that the view formats them. A view never sees a pack record.
 */
import type { Arithmetic, Missing, Verdict } from '../claims/claim';
import type { AsOf, Evidence, Refusal } from '../model/article';
import type { PackId, Reference } from '../model/ids';
import type { ShownText } from '../model/localized';
import type { Capacity, Completeness, Confidence, EdtfText, EntityType, EventStatus, SourceKind } from '../model/pack';
import type { PairNames } from './pair-models';

export interface SourceModel {
  readonly title: string;
  readonly publisher: string;
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly archived: string | null;
  readonly published: EdtfText | null;
  readonly lang: string | null;
  /** Came out after the day: its headline is withheld, and its address, which may hold it, is a link and no text. */
  readonly isLater?: true;
}

/** The word that stands before an office not held in full: acting, elect … */
export type PartialCapacity = Exclude<Capacity, 'full'>;

/** One line of the role block. */
export interface RoleLine {
  readonly title: ShownText;
  readonly capacity: Capacity;
  readonly from: EdtfText | null;
  /** Never later than the day: an end that was still to come is the Now-line's to tell. */
  readonly to: EdtfText | null;
  /** `since`: held on the day. `starts`/`ends`: the day is the day of change. `earlier`: one before. */
  readonly when: 'since' | 'starts' | 'ends' | 'earlier' | 'last-recorded';
  /** For `last-recorded`: the last day for which the record asserts it. */
  readonly asOf: EdtfText | null;
  readonly doubt: Confidence | null;
}

/** The single thing later than the as-of date that a card says. */
export type NowLine =
  | { readonly kind: 'left'; readonly date: EdtfText }
  | { readonly kind: 'still'; readonly date: EdtfText }
  | {
      readonly kind: 'role';
      readonly title: ShownText;
      readonly from: EdtfText | null;
      readonly capacity?: PartialCapacity;
    };

export interface RoleBlock {
  /**
   * Offices held on the day, the higher first; with none, up to two that were held before, the latest first. Empty: no
   * office in the record up to this day.
   */
  readonly lines: readonly RoleLine[];
  readonly now: NowLine | null;
}

/** A row of "Behind this article". */
export interface BehindRow {
  readonly event: Reference;
  readonly date: EdtfText;
  readonly title: ShownText;
  readonly tie: 'previous-visit' | 'put-off' | 'called-off' | 'announced' | null;
  readonly status: EventStatus;
  readonly doubt: Confidence | null;
}

export interface AccountModel {
  readonly by: ShownText;
  readonly text: ShownText;
  readonly sources: readonly SourceModel[];
}

/** Who leads a country on the day: head of state, head of government, ministers the article's topic calls for. */
export interface OfficeHolder {
  readonly office: ShownText;
  readonly capacity?: PartialCapacity;
  readonly holder: ShownText;
  readonly reference: Reference;
}

export interface WhyModel {
  readonly surface: string;
  readonly evidence: readonly Evidence[];
  readonly rivals: readonly { readonly name: ShownText; readonly refusal: Refusal }[];
}

/** What another pack says of the same entity, where that adds to the packs before it. */
export interface PackSection {
  readonly pack: PackModel;
  /** Offices that no pack before names in the same way. */
  readonly roles: RoleBlock | null;
  /** Only where no pack before has a sentence. */
  readonly description: ShownText | null;
  readonly sources: readonly SourceModel[];
  readonly coverageTo: EdtfText;
  readonly daysBehind: number;
}

/** A pack and the version of it that speaks. */
export interface PackModel {
  readonly title: ShownText;
  readonly version: string;
}

/** The card at a name. */
export interface CardModel {
  readonly reference: Reference;
  readonly type: EntityType | 'event';
  readonly name: ShownText;
  /** The form in the entity's own script, with its reading: 中谷元, なかたに・げん. */
  readonly native: ShownText | null;
  readonly reading: ShownText | null;
  /** The article's form, only where it differs from `name` after folding. */
  readonly articleForm: ShownText | null;
  readonly asOf: AsOf;
  /** For events: their date, EDTF. */
  readonly date: EdtfText | null;
  readonly place: ShownText | null;
  readonly roles: RoleBlock | null;
  readonly description: ShownText | null;
  readonly offices: { readonly country: ShownText; readonly holders: readonly OfficeHolder[] } | null;
  readonly accounts: readonly AccountModel[];
  readonly behind: readonly BehindRow[];
  readonly sources: readonly SourceModel[];
  readonly why: WhyModel | null;
  /** How many names of the article are painted, and which one this is (1-based); for the announcement. */
  readonly position: { readonly index: number; readonly of: number } | null;
  /** Last day of the record behind this card, and how many days the article is later. */
  readonly coverageTo: EdtfText;
  readonly daysBehind: number;
  readonly pack: PackModel;
  /** Below the first pack's part, one for each other pack that has more. */
  readonly others: readonly PackSection[];
}

/** "Which one?": two close candidates. */
export interface ChoiceModel {
  readonly surface: string;
  readonly options: readonly {
    readonly reference: Reference;
    readonly name: ShownText;
    readonly role: ShownText | null;
    readonly capacity?: PartialCapacity;
  }[];
}

/** One row of the cast. */
export interface CastRow {
  readonly reference: Reference;
  readonly type: EntityType | 'event';
  readonly group: 'people' | 'organisations' | 'places';
  readonly name: ShownText;
  readonly native: ShownText | null;
  /** The office on the day, else what the entity is. */
  readonly role: ShownText | null;
  readonly capacity?: PartialCapacity;
  /** Positions of the mentions in the article's text, 0 to 1, for the mention bar. */
  readonly positions: readonly number[];
  readonly mentions: number;
  readonly salience: number;
  /** Of the office on the day, else of what is said instead. */
  readonly sources: readonly SourceModel[];
  /** Of a private pack, or a name of the reader's own: never marked in pages. */
  readonly isPrivate?: true;
}

/** One event of a timeline. */
export interface TimelineEvent {
  readonly reference: Reference;
  readonly date: EdtfText;
  /** First and last day, as days since 1970-01-01, of what the date may mean. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** `point`: a tick. `span`: an interval that is known. `vague`: month, year or about. */
  readonly precision: 'point' | 'span' | 'vague';
  readonly title: ShownText;
  readonly summary: ShownText | null;
  readonly kind: string;
  readonly status: EventStatus;
  /** Key of the lane it is drawn in. */
  readonly lane: string;
  /** Held, sure enough, and named by the series: it counts. */
  readonly counted: boolean;
  readonly part: 'before' | 'same-day' | 'since';
  readonly doubt: Confidence | null;
  readonly sources: readonly SourceModel[];
  /** People who took part; `TimelineModel.people` has their names. */
  readonly people: readonly Reference[];
}

export interface LaneModel {
  readonly key: string;
  /** "Japan → South Korea"; `null` for a single lane without direction. */
  readonly from: ShownText | null;
  readonly to: ShownText | null;
}

/** A stretch without an event in one lane. */
export interface GapModel {
  readonly lane: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly years: number;
  readonly months: number;
  /** Ends at this article's event. */
  readonly current: boolean;
}

export interface CoverageModel {
  readonly fromDay: number;
  readonly toDay: number;
  readonly from: EdtfText;
  readonly completeness: Completeness;
}

export interface TimelineModel {
  readonly reference: Reference;
  readonly title: ShownText;
  readonly counts: ShownText | null;
  /** Only visits are counted: gaps and counts are then said in visits. */
  readonly ofVisits: boolean;
  readonly lanes: readonly LaneModel[];
  readonly events: readonly TimelineEvent[];
  /** People who took part in these, those of the article first. */
  readonly people: readonly { readonly reference: Reference; readonly name: ShownText }[];
  readonly gaps: readonly GapModel[];
  readonly coverage: readonly CoverageModel[];
  /** The as-of day, days since 1970-01-01. */
  readonly asOfDay: number;
  readonly firstDay: number;
  /** End of the record: the axis ends there. */
  readonly lastDay: number;
  readonly before: number;
  readonly sameDay: number;
  /** How many later ones there are; they are listed but shown only when asked for. */
  readonly since: number;
}

/** A phrase of the article that points at time. */
export interface ClaimModel {
  readonly block: number;
  /** UTF-16 units of the block. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of the article. */
  readonly lang: string;
  /** The day, month, year or span that the phrase itself names. */
  readonly when: EdtfText | null;
  /** Of a phrase that counts; `null` for one that only points. */
  readonly verdict: Verdict | null;
  /** What it refers to: none later than the as-of date. */
  readonly events: readonly {
    readonly reference: Reference;
    readonly date: EdtfText;
    readonly title: ShownText;
    readonly status: EventStatus;
    readonly sources: readonly SourceModel[];
  }[];
  /** How many events after the as-of date it may mean; `null` for a phrase that does not point past it. */
  readonly laterEvents: number | null;
  /** What is counted, in words. */
  readonly counts: ShownText | null;
  readonly arithmetic: Arithmetic | null;
  readonly missing:
    | Exclude<Missing, { what: 'comparison' }>
    | { readonly what: 'comparison'; readonly with: readonly ShownText[] }
    | null;
}

interface HorizonModel {
  readonly coverageTo: EdtfText;
  /** Days by which the article is newer than the record; 0 when it is not. */
  readonly daysBehind: number;
  /** Packs of the article that end before its day, where another goes on. */
  readonly ended: readonly { readonly title: ShownText; readonly coverageTo: EdtfText }[];
}

/** The panel. */
export interface BriefingModel {
  readonly title: string;
  readonly siteName: string;
  readonly host: string;
  readonly asOf: AsOf;
  readonly horizon: HorizonModel;
  readonly cast: readonly CastRow[];
  readonly claims: readonly ClaimModel[];
  readonly timelines: readonly TimelineModel[];
  readonly names: number;
  readonly packs: readonly (PackModel & { readonly id: PackId; readonly coverageTo: EdtfText })[];
}

/** What the popup says of the tab it belongs to. */
export type PageStatus =
  | { readonly state: 'unreadable' }
  /** The browser does not tell the extension what stands in this tab: it may be a page that it lets nobody read. */
  | { readonly state: 'unseen' }
  | { readonly state: 'no-access'; readonly host: string }
  /** `isAllowed`: the browser would let Sidelight read it. */
  | { readonly state: 'off'; readonly host: string; readonly isAllowed: boolean }
  | { readonly state: 'failed'; readonly host: string }
  | ({ readonly state: 'installing'; readonly host: string } & Installing)
  | (Answered & { readonly state: 'reading' })
  | (Answered & { readonly state: 'not-article' })
  /** Nothing of the installed packs, so many of them, is named. */
  | (Answered & {
      readonly state: 'empty';
      readonly asOf: AsOf;
      readonly packs: number;
      /** Where the latest of their records ends. */
      readonly coverageTo: EdtfText | null;
    })
  /** `pairs`: two people who stand close together in the text. */
  | (Answered & { readonly state: 'ready'; readonly briefing: BriefingModel; readonly pairs?: readonly PairNames[] });

/** How far packs are installed, in names. */
export interface Installing {
  readonly done: number;
  readonly total: number;
}

/** What is known answers already; `installing`: more is being installed. */
interface Answered {
  readonly host: string;
  readonly installing?: Installing;
}

/** A pack that is gone, by its title. */
export interface LostPackModel {
  readonly title: ShownText;
  /** The file it came from; `null`: it is fetched again from its address. */
  readonly file: string | null;
}

/** What popup and panel say above everything else while the stored knowledge is not as it should be. */
export type NoticeModel =
  /** Only what ships with Sidelight is known: why. */
  | { readonly kind: 'storage' | 'newer' | 'unreachable' }
  /** As well; `pages`: ours that are open, one of which holds the database up. */
  | { readonly kind: 'blocked'; readonly pages: readonly ('panel' | 'options' | 'popup')[] }
  /** The browser has removed the packs; `notesSafe`: but not what the reader made. */
  | { readonly kind: 'lost'; readonly packs: readonly LostPackModel[]; readonly notesSafe: boolean };

/** What can be done about it. */
export type NoticeAction = MendAction | 'options' | 'backup';
/** What of it the background does. */
export type MendAction = 'retry' | 'start-afresh' | 'restore' | 'dismiss';
