/** What the views are given of two names: `UX.md` 5, Between two names. */
import type { AsOf } from '../model/article';
import type { Reference } from '../model/ids';
import type { ShownText } from '../model/localized';
import type { PartialCapacity, TimelineModel } from './view-models';

export type PairNames = readonly [first: Reference, second: Reference];

interface PairSide {
  readonly reference: Reference;
  readonly name: ShownText;
  readonly native: ShownText | null;
  /** The office on the day, else what it is. */
  readonly role: ShownText | null;
  readonly capacity?: PartialCapacity;
}

/** One of three steps from the two themselves to what they stand for. */
export interface PairStep {
  readonly kind: 'names' | 'posts' | 'countries';
  /**
   * The two posts or countries by their names; `null` where there is nothing to look between: no office known on the
   * day, or one country for both.
   */
  readonly between: readonly [ShownText, ShownText] | null;
  /** Cut at the day; `null` where nothing is as old as that. */
  readonly timeline: TimelineModel | null;
  /** Held events up to the day. */
  readonly count: number;
}

export interface PairModel {
  readonly sides: readonly [PairSide, PairSide];
  readonly asOf: AsOf;
  readonly steps: readonly PairStep[];
}
