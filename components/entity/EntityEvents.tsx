import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { dayToIso } from '../../lib/text/edtf';
import { SinceToggle } from '../base/SinceToggle';
import { EventRow } from '../panel/EventRow';

interface Props {
  readonly model: TimelineModel;
  /** Older ones that are not listed. */
  readonly older: number;
  readonly hasArticle: boolean;
  readonly words: Words;
  readonly sinceOpen: boolean;
  readonly onToggleSince: () => void;
}

/** Rows before the rest is asked for. */
const FIRST_ROWS = 8;

/** All events of an entity, cut at the day that is read: the nearest first, later ones only when asked for. */
export function EntityEvents({ model, older, hasArticle, words, sinceOpen, onToggleSince }: Props) {
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const part = (wanted: TimelineEvent['part']) => model.events.filter((event) => event.part === wanted);
  const [before, day, since] = [part('before').reverse(), part('same-day'), part('since')];
  const rows = (events: readonly TimelineEvent[]) => (
    <ol class="dated-rows">
      {events.map((event) => (
        <EventRow
          key={event.reference}
          event={event}
          lanes={model.lanes}
          words={words}
          asOfDay={dayToIso(model.asOfDay)}
        />
      ))}
    </ol>
  );
  return (
    <section>
      <h2>{words.t('searchEvents')}</h2>
      {since.length > 0 && (
        <SinceToggle
          n={since.length}
          hasArticle={hasArticle}
          isOpen={sinceOpen}
          controls={id}
          words={words}
          onToggle={onToggleSince}
        />
      )}
      <div id={id}>
        {sinceOpen && since.length > 0 && (
          <Part heading={words.t(hasArticle ? 'since' : 'afterToday')}>{rows(since)}</Part>
        )}
      </div>
      {day.length > 0 && (
        <Part
          heading={<span class="as-of dates">{words.t('sameDay', { date: words.date(dayToIso(model.asOfDay)) })}</span>}
        >
          {rows(day)}
        </Part>
      )}
      {before.length > 0 && (
        <Part heading={words.t(hasArticle ? 'before' : 'upToToday')}>
          {rows(isWhole ? before : before.slice(0, FIRST_ROWS))}
          {before.length > FIRST_ROWS && (
            <button type="button" class="link small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? words.t('showFewer') : words.t('showAll', { n: before.length })}
            </button>
          )}
          {older > 0 && isWhole && <p class="small quiet">{words.t('olderEvents', { n: older })}</p>}
        </Part>
      )}
    </section>
  );
}

interface PartProps {
  readonly heading: ComponentChildren;
  readonly children: ComponentChildren;
}

const Part = ({ heading, children }: PartProps) => (
  <section class="part">
    <h3>{heading}</h3>
    {children}
  </section>
);
