/** What the Packs section of the options shows: plain values, made by `lib/services/describe-packs`. */
import type { PackId } from '../model/ids';
import type { ShownText } from '../model/localized';
import type { EdtfText } from '../model/pack';

/** Where a pack came from; written by us, never by the pack. */
export type OriginModel =
  | { readonly kind: 'bundled' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string; readonly host: string };

/** How many records an update changed, and which: the first of each kind. */
export interface ChangesModel {
  readonly changed: number;
  readonly added: number;
  readonly withdrawn: number;
  readonly removed: number;
  readonly ids: Readonly<Record<'changed' | 'added' | 'withdrawn' | 'removed', readonly string[]>>;
}

/** The address from which a pack is kept up to date. */
export interface SubscriptionModel {
  readonly url: string;
  readonly host: string;
  /** ms since the last check; `null` before the first. */
  readonly checkedAgo: number | null;
  /** ms until the next one. */
  readonly nextIn: number;
  /** ms until the reader may ask for one: 0 is now. */
  readonly mayCheckIn: number;
  /** Why the last check gave nothing: the end of a key `check_…`. */
  readonly problem: string | null;
  /** HTTP status behind the problem `status`. */
  readonly status: number | null;
  readonly running: { readonly bytes: number; readonly total: number | null } | null;
}

/** An installed pack. */
export interface PackModel {
  readonly id: PackId;
  readonly title: ShownText;
  readonly publisher: string;
  readonly license: string;
  readonly version: string;
  readonly origin: OriginModel;
  readonly homepage: string | null;
  readonly records: number;
  readonly bytes: number;
  /** Where its record ends. */
  readonly coverageTo: EdtfText;
  /** ms since this version was installed. */
  readonly installedAgo: number;
  readonly isPrivate: boolean;
  /** Its author says so: the reader cannot change it. */
  readonly isPrivateByAuthor: boolean;
  readonly subscription: SubscriptionModel | null;
  /** Where its author says that updates are, while nobody looks there. */
  readonly offer: { readonly url: string; readonly host: string } | null;
  /** What its last update changed, and how long ago that was. */
  readonly lastUpdate: { readonly changes: ChangesModel; readonly ago: number } | null;
}

/** What is being done to the packs, or was refused, or waits for the reader. */
export interface JobModel {
  readonly id: string;
  readonly kind: 'import' | 'remove';
  /** Title of the pack where it is known, else its file's name or its host. */
  readonly name: ShownText;
  readonly origin: OriginModel | null;
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'running'; readonly phase: string; readonly done: number; readonly total: number }
    | {
        readonly kind: 'held';
        readonly removed: number;
        readonly before: number;
        readonly changedLinks: number;
        readonly changes: ChangesModel;
      }
    | {
        readonly kind: 'refused';
        /** The end of a key `jobRefused_…`. */
        readonly reason: string;
        readonly problems: readonly { readonly line: number; readonly message: string }[];
        readonly count: number;
      }
    /** `reason`: the end of a key `jobFailed_…`. */
    | { readonly kind: 'failed'; readonly reason: string }
    | { readonly kind: 'done'; readonly same: boolean; readonly changes: ChangesModel | null };
}

/** A subscription whose pack is not installed (yet). */
export interface OrphanModel {
  readonly subscription: SubscriptionModel;
  readonly pack: PackId | null;
}

export interface PacksModel {
  readonly packs: readonly PackModel[];
  readonly jobs: readonly JobModel[];
  /** Subscriptions without an installed pack. */
  readonly orphans: readonly OrphanModel[];
  /** Bytes that everything Sidelight stores takes; `null` where the browser does not say. */
  readonly usedBytes: number | null;
}

/** What asking for a new address came to: the end of a key `check_…`; `asking` while it goes on. */
export interface AddingModel {
  readonly host: string;
  readonly state: 'asking' | 'fetched' | 'declined' | (string & {});
  readonly status: number | null;
}

/** A record that is not what was written, or a row of which nothing is left. */
export interface DamageModel {
  readonly pack: ShownText;
  readonly origin: OriginModel;
  /** Id of the record where it can be read; its number in the pack otherwise. */
  readonly record: string;
}

/** How far the check of the installed packs is, and what it found. */
export type IntegrityModel =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | {
      readonly state: 'done';
      readonly records: number;
      readonly damaged: readonly DamageModel[];
      /** How many there are: the list has the first. */
      readonly count: number;
      readonly indexIsSound: boolean;
    };
