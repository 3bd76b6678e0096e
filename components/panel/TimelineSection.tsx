/** A timeline: its picture, what the record covers, and its events on either side of the article's day. */
import { useState } from 'preact/hooks';
import type { TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { dayToIso } from '../../lib/text/edtf';
import { Text } from '../base/Text';
import { EventRow } from './EventRow';
import { Strip } from './Strip';

interface Props {
  readonly model: TimelineModel;
  readonly words: Words;
  readonly order: 'near' | 'oldest';
  readonly sinceOpen: boolean;
  /** The leading timeline is open from the start. */
  readonly lead: boolean;
  readonly onToggleSince: () => void;
  readonly onOrder: (order: 'near' | 'oldest') => void;
}

export function TimelineSection({ model, words, order, sinceOpen, lead, onToggleSince, onOrder }: Props) {
  const [listed, setListed] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const shown = model.events.filter(({ part }) => sinceOpen || part !== 'since');
  const walked = at === null ? undefined : shown[at];
  const total = model.before + model.sameDay + (sinceOpen ? model.since : 0);
  return (
    <section class="timeline">
      {lead ? (
        <h2>
          <Text value={model.title} />
        </h2>
      ) : (
        <h3>
          <Text value={model.title} />
        </h3>
      )}
      <Strip model={model} words={words} open={sinceOpen} at={at} onAt={setAt} />
      <div class="walked" aria-live="polite">
        {walked ? (
          <ul>
            <EventRow event={walked} model={model} words={words} />
          </ul>
        ) : (
          <Coverage model={model} words={words} />
        )}
      </div>
      <div class="timeline-actions">
        {model.since > 0 ? (
          <button type="button" aria-expanded={sinceOpen} onClick={onToggleSince}>
            {words.t('sinceCount', { n: model.since })}
          </button>
        ) : (
          <span />
        )}
        <button type="button" aria-expanded={listed} onClick={() => setListed(!listed)}>
          {words.t('allEvents', { n: words.number(total) })}
        </button>
      </div>
      {sinceOpen ? (
        <Part
          heading={words.t('since')}
          events={shown.filter(({ part }) => part === 'since')}
          {...{ model, words, order }}
        />
      ) : null}
      {listed ? (
        <>
          <button type="button" class="order" onClick={() => onOrder(order === 'near' ? 'oldest' : 'near')}>
            {words.t(order === 'near' ? 'orderOldest' : 'orderNear')}
          </button>
          <Part
            heading={words.t('sameDay', { date: words.date(dayToIso(model.asOfDay)) })}
            events={model.events.filter(({ part }) => part === 'same-day')}
            empty={words.t('noEventThisDay')}
            asOf
            {...{ model, words, order }}
          />
          <Part
            heading={words.t('before')}
            events={model.events.filter(({ part }) => part === 'before')}
            {...{ model, words, order }}
          />
        </>
      ) : null}
    </section>
  );
}

interface PartProps {
  readonly heading: string;
  readonly events: readonly TimelineEvent[];
  readonly model: TimelineModel;
  readonly words: Words;
  readonly order: 'near' | 'oldest';
  readonly empty?: string;
  readonly asOf?: boolean;
}

function Part({ heading, events, model, words, order, empty, asOf }: PartProps) {
  if (events.length === 0 && !empty) return null;
  const sorted = order === 'near' && events[0]?.part !== 'since' ? [...events].reverse() : events;
  return (
    <div class="part">
      <h4 class={asOf ? 'as-of' : ''}>{heading}</h4>
      {events.length === 0 ? (
        <p class="doubt">{empty}</p>
      ) : (
        <ol>
          {sorted.map((event) => (
            <EventRow key={event.reference} event={event} model={model} words={words} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** The series' own statement of what it covers, in one line. */
function Coverage({ model, words }: { readonly model: TimelineModel; readonly words: Words }) {
  const complete = model.coverage.find(({ completeness }) => completeness === 'complete');
  const first = model.coverage[0];
  if (!first) return null;
  const date = words.date((complete ?? first).from);
  const isFirst = complete === first;
  return (
    <p class="coverage">{words.t(complete ? (isFirst ? 'completeFrom' : 'complete') : 'partialFrom', { date })}</p>
  );
}
