/** What is exported follows what the reader has opened in the article's briefing. */
import { describe, expect, it } from 'vitest';
import type { Keepable, Keeper } from '../../../components/base/kept';
import { NO_FILTER, type TimelineFilter } from '../../../lib/briefing/timeline-filter';
import type { TimelineModel } from '../../../lib/briefing/view-models';
import type { Reference } from '../../../lib/model/ids';
import { onScreen } from '../../../lib/ui/on-screen';
import { FRESH, READING, setFilter } from '../../../lib/ui/reading';

const keeperOf = (kept: Readonly<Record<string, Keepable>>): Keeper => ({
  read: (name) => kept[name],
  keep: () => undefined,
});
const NONE: ReadonlySet<Reference> = new Set();
const see = (kept: Readonly<Record<string, Keepable>>) => onScreen(keeperOf(kept), NONE, 'near');

const timeline = {
  reference: 'test:timeline/visits',
  lanes: [{ key: 'a>b' }, { key: 'b>a' }],
  events: [
    { lane: 'a>b', part: 'before', counted: true },
    { lane: 'b>a', part: 'before', counted: true },
    { lane: 'a>b', part: 'same-day', counted: true },
    { lane: 'a>b', part: 'since', counted: false },
  ],
  gaps: [],
  coverage: [],
  before: 2,
  sameDay: 1,
  since: 0,
} as unknown as TimelineModel;

describe('what is on screen', () => {
  it('is little before anything is opened', () => {
    expect(see({})).toMatchObject({ wholeCast: false, moreTimelines: false, pointers: false });
    expect(onScreen(null, NONE, 'oldest')).toMatchObject({ wholeCast: false, order: 'oldest' });
  });

  it('is what was opened', () => {
    expect(see({ cast: true, more: true, pointers: true })).toMatchObject({
      wholeCast: true,
      moreTimelines: true,
      pointers: true,
    });
  });

  const narrowed = (filter: Partial<TimelineFilter>) => ({
    [READING]: setFilter(FRESH, timeline.reference, { ...NO_FILTER, ...filter }),
  });

  it.each([
    ['the whole timeline without a filter', {}, 4],
    ['one direction, where one is chosen', narrowed({ lane: 'a>b' }), 3],
    ['nothing, for a direction that is no more', narrowed({ lane: 'x' }), 0],
  ])('is %s', (_, kept, events) => {
    expect(see(kept).filtered(timeline).events).toHaveLength(events);
  });

  it('counts what the direction holds', () => {
    expect(see(narrowed({ lane: 'b>a' })).filtered(timeline)).toMatchObject({ before: 1, sameDay: 0, since: 0 });
  });
});
