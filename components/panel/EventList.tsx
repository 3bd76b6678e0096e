import type { ComponentChildren } from 'preact';
import type { GapModel, TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { dayToIso } from '../../lib/text/edtf';
import { Chips } from '../base/Chips';
import { useKept } from '../base/kept';
import { Phrase } from '../base/Phrase';
import { EventRow } from './EventRow';

interface Props {
  readonly model: TimelineModel;
  readonly words: Words;
  readonly order: 'near' | 'oldest';
  readonly onOrder: (order: 'near' | 'oldest') => void;
}

/** No lane has this key: they are two references. */
const BOTH = 'both';

/** The events up to the article's day, nearest to it first unless the reader wants the oldest first. */
export function EventList({ model, words, order, onOrder }: Props) {
  const [lane, setLane] = useKept<string>(`lane ${model.reference}`, BOTH);
  const past = model.events.filter(({ part }) => part !== 'since');
  const shown = past.filter((event) => lane === BOTH || event.lane === lane);
  const hidden = past.length - shown.length;
  const isNear = order === 'near';
  const directions = model.lanes.filter(({ key, from }) => from !== null && past.some((event) => event.lane === key));
  const inOrder = (events: readonly TimelineEvent[]) => (isNear ? [...events].reverse() : events);
  const gaps = model.gaps.filter((gap) => gap.lane === lane);
  const day = (
    <Part
      key="day"
      heading={<span class="as-of dates">{words.t('sameDay', { date: words.date(dayToIso(model.asOfDay)) })}</span>}
      events={inOrder(shown.filter(({ part }) => part === 'same-day'))}
      empty={words.t('noneOnDay')}
      {...{ model, words, gaps, isNear }}
    />
  );
  const before = (
    <Part
      key="before"
      heading={words.t('before')}
      events={inOrder(shown.filter(({ part }) => part === 'before'))}
      {...{ model, words, gaps, isNear }}
    />
  );
  return (
    <div class="event-list">
      {directions.length > 1 && (
        <div class="list-choices">
          <Chips
            label={words.t('directions')}
            labelHidden
            options={[
              { value: BOTH, label: words.t('bothDirections') },
              ...directions.map(({ key, from, to }) => ({
                value: key,
                label: words.t('laneDirection', { from: from?.text ?? '', to: to?.text ?? '' }),
              })),
            ]}
            value={lane}
            onChange={setLane}
          />
          {hidden > 0 && (
            <p class="small quiet" role="status">
              {words.t('hiddenRows', { n: hidden })}
              {' · '}
              <button type="button" class="link small" onClick={() => setLane(BOTH)}>
                {words.t('clear')}
              </button>
            </p>
          )}
        </div>
      )}
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

/** The later events, once they are asked for, in order of time: the nearest to the article comes first. */
export function SinceList({ model, words }: { readonly model: TimelineModel; readonly words: Words }) {
  return (
    <Part
      heading={words.t('since')}
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
          {events.map((event) => {
            // A gap stands between its two events: above the later one where the oldest comes first, else below it.
            const gap = gaps.find(({ toDay }) => toDay === event.firstDay && event.counted);
            const row = (
              <EventRow key={event.reference} event={event} lanes={model.lanes} words={words} asOfDay={asOfDay} />
            );
            if (!gap) return row;
            const stretch = <GapRow key={`gap ${event.reference}`} gap={gap} model={model} words={words} />;
            return isNear ? [row, stretch] : [stretch, row];
          })}
        </ol>
      )}
    </section>
  );
}

function GapRow({
  gap,
  model,
  words,
}: {
  readonly gap: GapModel;
  readonly model: TimelineModel;
  readonly words: Words;
}) {
  const duration = <span class="dates">{words.duration(gap.years, gap.months)}</span>;
  return (
    <li class="gap-row small quiet">
      <Phrase words={words} name={model.ofVisits ? 'gap' : 'gapEvents'} parts={{ duration }} />
    </li>
  );
}
