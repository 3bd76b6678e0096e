/**
 * Subscriptions: packs that come from an address and are looked for there again, as lists of a content blocker are. What
 * the reader chose and what this browser's checks gave lie apart: only the former is the reader's own.
 */
import type { PackId } from '../../model/ids';
import type { JobChanges } from '../jobs';

/** What the reader chose. */
export interface Subscription {
  readonly url: string;
  /** The pack that comes from there; `null` until a first file was read. Another one is refused. */
  readonly pack: PackId | null;
  /** When it was subscribed to; an ISO instant, for display only. */
  readonly addedAt: string;
  /** Its pack is never painted in pages, whatever its header says. */
  readonly isPrivate: boolean;
}

/** Why what a server sent is not taken. What was installed before stands. */
export type AnswerRefusal =
  /** The address itself: not https, not of a public host, or written to look like another one. */
  | 'address'
  | 'redirect'
  | 'media-type'
  | 'empty'
  | 'too-large'
  | 'not-a-pack'
  /** Written for a newer Sidelight. */
  | 'newer-format'
  | 'older'
  | 'another-pack'
  /** The pack comes from another address already. */
  | 'elsewhere'
  /** It ships with Sidelight. */
  | 'bundled';

/** Why there was no answer, or none of use. */
export type CheckFailure =
  /** The reader has taken the permission for the host back. */
  | 'no-access'
  | 'unreachable'
  /** An HTTP status that says no. */
  | 'status'
  /** Nothing came for a while. */
  | 'stalled'
  /** The answer ended before its end. */
  | 'cut-off';

/** What a check gave. */
export type CheckOutcome =
  /** A new file, handed to the importer, which judges it. */
  | { readonly kind: 'fetched'; readonly version: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: AnswerRefusal }
  | { readonly kind: 'failed'; readonly reason: CheckFailure; readonly status?: number };

/** The file that was fetched last: what is the same again is not imported again. */
export interface FetchedFile {
  /** Of its bytes, as they came. */
  readonly sha256: string;
  /** The import that it was handed to; `null` once that has ended with a verdict on the file. */
  readonly job: string | null;
}

/** What this browser knows of an address. Times are milliseconds since 1970 by the clock of this machine. */
export interface CheckState {
  readonly url: string;
  /** When it was asked in the last day: a bound on what a server is put to. */
  readonly attempts: readonly number[];
  /** Checks in a row that gave nothing of use. */
  readonly failures: number;
  readonly checkedAt: number | null;
  readonly nextAt: number;
  readonly outcome: CheckOutcome | null;
  /** What the server called the file, to be asked with next time. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When the file was last read whole: now and then it is, whatever the server says of it. */
  readonly readAt: number | null;
  readonly file: FetchedFile | null;
  /** What the last file that was installed from there changed; `null` before a first update. */
  readonly update: { readonly at: number; readonly changes: JobChanges } | null;
  /** A check that is going on, or was when the browser ended. `at`: when that was last said. */
  readonly running: { readonly at: number; readonly bytes: number; readonly total: number | null } | null;
}

/** Where subscriptions and checks lie. */
export interface SubscriptionStore {
  list(): Promise<readonly Subscription[]>;
  get(url: string): Promise<Subscription | null>;
  /** Adds a subscription, or changes the one to the same address. */
  put(subscription: Subscription): Promise<void>;
  /** Ends a subscription, and forgets its checks. */
  remove(url: string): Promise<void>;
  checks(): Promise<readonly CheckState[]>;
  check(url: string): Promise<CheckState | null>;
  /** Writes what a check gave; nothing when the subscription has ended meanwhile. */
  saveCheck(state: CheckState): Promise<void>;
}

/** An address that was never asked: it is due. */
export const unchecked = (url: string): CheckState => ({
  url,
  attempts: [],
  failures: 0,
  checkedAt: null,
  nextAt: 0,
  outcome: null,
  etag: null,
  lastModified: null,
  readAt: null,
  file: null,
  update: null,
  running: null,
});
