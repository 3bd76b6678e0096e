import type { ComponentChildren } from 'preact';
import type { GapModel, TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { dayToIso } from '../../lib/text/edtf';
import { GrowingRows } from '../base/GrowingRows';
import { Phrase } from '../base/Phrase';
import { EventRow } from './EventRow';

interface ListProps {
  /** What is left of the timeline after its filter. */
  readonly model: TimelineModel;
  readonly words: Words;
  /** It is read as of another day than the article's. */
  readonly isMoved: boolean;
}

interface Props extends ListProps {
  /** Events of the day itself that the filter hides: there are some, then. */
  readonly hiddenOnDay: number;
  readonly order: 'near' | 'oldest';
  readonly onOrder: (order: 'near' | 'oldest') => void;
}

/** The events up to the day, nearest to it first unless the reader wants the oldest first. */
export function EventList({ model, words, isMoved, hiddenOnDay, order, onOrder }: Props) {
  const past = model.events.filter(({ part }) => part !== 'since');
  const isNear = order === 'near';
  const inOrder = (events: readonly TimelineEvent[]) => (isNear ? events.toReversed() : events);
  // Between the events of two directions a stretch without one of them tells nothing.
  const isSingle = new Set(past.map(({ lane }) => lane)).size === 1;
  const gaps = isSingle ? model.gaps : [];
  const day = (
    <Part
      key="day"
      heading={<span class="as-of dates">{words.t('sameDay', { date: words.date(dayToIso(model.asOfDay)) })}</span>}
      events={inOrder(past.filter(({ part }) => part === 'same-day'))}
      empty={hiddenOnDay > 0 ? words.t('hiddenRows', { n: hiddenOnDay }) : words.t('noneOnDay')}
      {...{ model, words, gaps, isNear }}
    />
  );
  const before = (
    <Part
      key="before"
      heading={words.t(isMoved ? 'beforeDate' : 'before')}
      events={inOrder(past.filter(({ part }) => part === 'before'))}
      {...{ model, words, gaps, isNear }}
    />
  );
  return (
    <div class="event-list">
      <label class="check small">
        <input
          type="checkbox"
          checked={!isNear}
          onChange={(event) => onOrder(event.currentTarget.checked ? 'oldest' : 'near')}
        />
        {words.t('oldestFirst')}
      </label>
      {isNear ? [day, before] : [before, day]}
    </div>
  );
}

/** The later events, once they are asked for, in order of time: the nearest to the day comes first. */
export function SinceList({ model, words, isMoved }: ListProps) {
  return (
    <Part
      heading={words.t(isMoved ? 'afterDate' : 'since')}
      events={model.events.filter(({ part }) => part === 'since')}
      gaps={[]}
      isNear={false}
      {...{ model, words }}
    />
  );
}

interface PartProps {
  readonly heading: ComponentChildren;
  /** In the order in which they are shown. */
  readonly events: readonly TimelineEvent[];
  readonly gaps: readonly GapModel[];
  readonly isNear: boolean;
  readonly model: TimelineModel;
  readonly words: Words;
  /** What is said where there is no event; without it the part is left out. */
  readonly empty?: string;
}

function Part({ heading, events, gaps, isNear, model, words, empty }: PartProps) {
  if (events.length === 0 && empty === undefined) return null;
  const asOfDay = dayToIso(model.asOfDay);
  return (
    <section class="part">
      <h3>{heading}</h3>
      {events.length === 0 ? (
        <p class="small quiet">{empty}</p>
      ) : (
        <ol class="dated-rows">
          <GrowingRows items={events} words={words}>
            {(event) => {
              // A gap stands between its two events: above the later one where the oldest comes first, else below it.
              const gap = gaps.find(({ toDay }) => toDay === event.firstDay && event.counted);
              const row = (
                <EventRow key={event.reference} event={event} lanes={model.lanes} words={words} asOfDay={asOfDay} />
              );
              if (!gap) return row;
              const stretch = <GapRow key={`gap ${event.reference}`} gap={gap} model={model} words={words} />;
              return isNear ? [row, stretch] : [stretch, row];
            }}
          </GrowingRows>
        </ol>
      )}
    </section>
  );
}

interface GapProps {
  readonly gap: GapModel;
  readonly model: TimelineModel;
  readonly words: Words;
}

function GapRow({ gap, model, words }: GapProps) {
  const duration = <span class="dates">{words.duration(gap.years, gap.months)}</span>;
  return (
    <li class="gap-row small quiet">
      <Phrase words={words} name={model.ofVisits ? 'gap' : 'gapEvents'} parts={{ duration }} />
    </li>
  );
}
