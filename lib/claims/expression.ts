/** A phrase that points at time, as a language's grammar reads it; nothing is resolved yet. */
import type { When } from './when';

/** How a number of years is meant: "a decade", "more than 15 years", "nearly 10 years", "about 10 years". */
export type Sense = 'plain' | 'more' | 'nearly' | 'about';

/** How far back a count looks. */
export type Limit =
  | { readonly kind: 'span'; readonly months: number; readonly sense: Sense }
  /** "Since 2015", "since October 2015". */
  | { readonly kind: 'since'; readonly when: When }
  /** "Since Tokyo and Seoul normalised ties in 1965": the date, if there is one, is an expression of its own too. */
  | { readonly kind: 'since-event'; readonly when?: When }
  /** "The third this year". */
  | { readonly kind: 'within'; readonly when: When }
  /** "Since taking office", "as president". */
  | { readonly kind: 'in-office' }
  /** "Ever", or nothing said. */
  | { readonly kind: 'ever' };

export interface Count {
  /** 1 for "first", 3 for "the third time". */
  readonly ordinal: number;
  readonly limit: Limit;
  /** "The highest in 15 years": of sizes, which no series counts. */
  readonly ofSizes?: boolean;
}

export interface Expression {
  readonly start: number;
  readonly end: number;
  /** The time that the phrase names; `null` for counts, and for an event named without its date. */
  readonly when: When | null;
  /** Set for a phrase that counts. */
  readonly count: Count | null;
  /** An event named by what it was: its words must lead to it, or the phrase is none. */
  readonly isNamed?: boolean;
}

export const pointer = (start: number, end: number, when: When): Expression => ({ start, end, when, count: null });
export const counted = (start: number, end: number, count: Count): Expression => ({ start, end, when: null, count });
