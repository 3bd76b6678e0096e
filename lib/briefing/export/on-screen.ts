/** What of a briefing the reader has in sight: that, and nothing else, is exported. */
import type { Reference } from '../../model/ids';
import type { TimelineModel } from '../view-models';

/** The names that a cast shows before it is opened. */
export const FIRST_CAST_ROWS = 4;

export interface OnScreen {
  /** Timelines whose later events have been asked for. */
  readonly sinceOpen: ReadonlySet<Reference>;
  readonly wholeCast: boolean;
  /** The timelines below the first. */
  readonly moreTimelines: boolean;
  /** What the article's dates refer to. */
  readonly pointers: boolean;
  readonly order: 'near' | 'oldest';
  /** A timeline as its filters leave it. */
  readonly filtered: (timeline: TimelineModel) => TimelineModel;
}
