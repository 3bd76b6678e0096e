/** What of a briefing is open, from what is kept of its article. */
import type { Keeper } from '../../components/base/kept';
import type { OnScreen } from '../briefing/export/on-screen';
import type { TimelineEvent, TimelineModel } from '../briefing/view-models';
import type { Reference } from '../model/ids';

/** Called when something is exported: what is open then is what counts. */
export const onScreen = (
  keeper: Keeper | null,
  sinceOpen: ReadonlySet<Reference>,
  order: OnScreen['order'],
): OnScreen => ({
  sinceOpen,
  order,
  wholeCast: keeper?.read('cast') === true,
  moreTimelines: keeper?.read('more') === true,
  pointers: keeper?.read('pointers') === true,
  filtered: (timeline) => inLane(timeline, keeper),
});

/** A timeline in the one direction that its open list shows. */
function inLane(timeline: TimelineModel, keeper: Keeper | null): TimelineModel {
  const lane = keeper?.read(`list ${timeline.reference}`) === true && keeper.read(`lane ${timeline.reference}`);
  if (!timeline.lanes.some(({ key }) => key === lane)) return timeline;
  const events = timeline.events.filter((event) => event.lane === lane);
  const count = (part: TimelineEvent['part']) => events.filter((event) => event.part === part && event.counted).length;
  return {
    ...timeline,
    events,
    gaps: timeline.gaps.filter((gap) => gap.lane === lane),
    before: count('before'),
    sameDay: count('same-day'),
    since: count('since'),
  };
}
