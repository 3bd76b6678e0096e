/** What the parts of a timeline need from whoever shows it. */
import type { TimelineFilter } from '../../lib/briefing/timeline-filter';
import type { TimelineModel } from '../../lib/briefing/view-models';

export interface TimelineControl {
  readonly order: 'near' | 'oldest';
  readonly onOrder: (order: 'near' | 'oldest') => void;
  readonly sinceOpen: boolean;
  readonly onToggleSince: () => void;
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
  /** As of the article's own day, for the days as of which it can be read; `null` where that is not offered. */
  readonly article: {
    readonly model: TimelineModel;
    readonly sinceOpen: boolean;
    /** The day that is wanted, as an ISO date; `model` of the timeline may still be on its way to it. */
    readonly readAs: string;
  } | null;
  /** An ISO date; `null` returns to the article's own. */
  readonly onReadAs: (day: string | null) => void;
  /** It is read as of another day than the article's. */
  readonly isMoved: boolean;
}
