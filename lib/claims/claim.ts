/** What an article says about time, and what the record says to it. */
import type { Reference } from '../model/ids';
import type { Localized } from '../model/localized';
import type { EdtfText } from '../model/pack';
import type { Day } from '../text/edtf';

/** Languages whose expressions are read. */
export type ClaimLanguage = 'en' | 'ja' | 'ko' | 'zh';

/** Days from first to last, both inclusive. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** "Fits our record", "our record has an earlier one", "our record does not reach". Never true or false. */
export type Verdict = 'fits' | 'earlier' | 'out-of-reach';

/** The arithmetic of a counted claim: from the previous event to the one that the article speaks of. */
export interface Arithmetic {
  readonly from: EdtfText;
  readonly to: EdtfText;
  readonly years: number;
  /** Beyond the whole years. */
  readonly months: number;
}

/** Why the record does not reach. */
export type Missing =
  /** No series counts such events. */
  | { readonly what: 'series' }
  /** The phrase compares with something else ("before the United States") that no series counts. */
  | { readonly what: 'comparison'; readonly with: readonly Reference[] }
  /** The series is not complete over the time that the phrase spans; `from` to `to` are not covered well enough. */
  | { readonly what: 'coverage'; readonly from: EdtfText | null; readonly to: EdtfText }
  /** The phrase looks back at an event that the series does not hold. */
  | { readonly what: 'previous' };

/** A phrase that points at time. Offsets are UTF-16 units of its block. */
export interface Claim {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The days that the phrase itself names; `null` when it names none. */
  readonly when: DaySpan | null;
  /** Of a phrase that counts; `null` for one that only points. */
  readonly verdict: Verdict | null;
  /** What the phrase refers to, never later than the as-of date: the previous event, else the one it speaks of. */
  readonly events: readonly Reference[];
  /** For a phrase that points past the as-of date: how many events of the record it may mean. */
  readonly laterEvents: number | null;
  /** The series by which the phrase is judged, and what it counts, in words. */
  readonly series: Reference | null;
  readonly counts: Localized | null;
  readonly arithmetic: Arithmetic | null;
  readonly missing: Missing | null;
}
