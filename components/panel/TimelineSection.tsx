import { useId, useState } from 'preact/hooks';
import { coverageText } from '../../lib/briefing/coverage-text';
import type { TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';
import { useKept } from '../base/kept';
import { Text } from '../base/Text';
import { EventList, SinceList } from './EventList';
import { EventTitle } from './EventRow';
import { Strip } from './Strip';

interface Props {
  readonly model: TimelineModel;
  readonly words: Words;
  readonly order: 'near' | 'oldest';
  readonly sinceOpen: boolean;
  readonly onToggleSince: () => void;
  readonly onOrder: (order: 'near' | 'oldest') => void;
}

/** A timeline: its picture, what the record covers, and its events on either side of the article's day. */
export function TimelineSection({ model, words, order, sinceOpen, onToggleSince, onOrder }: Props) {
  const [isListed, setListed] = useKept<boolean>(`list ${model.reference}`, false);
  const [at, setAt] = useState<number | null>(null);
  const sinceId = useId();
  const listId = useId();
  // What was only announced or called off is not counted, and can be asked for all the same.
  const later = model.events.filter(({ part }) => part === 'since').length;
  const shown = model.events.filter(({ part }) => sinceOpen || part !== 'since');
  const walked = at === null ? undefined : shown[at];
  const counted = model.before + model.sameDay + (sinceOpen ? model.since : 0);
  return (
    <section class="timeline">
      <h2>
        <Text value={model.title} class="name" />
      </h2>
      <Strip model={model} events={shown} words={words} sinceOpen={sinceOpen} at={at} onAt={setAt} />
      {/* Not a live region: the picture's own value is what is read out. */}
      <p class="under-strip small quiet">
        {walked ? (
          <>
            <time class="dates">{words.date(walked.date)}</time>{' '}
            <span class="walked">
              <EventTitle event={walked} lanes={model.lanes} words={words} />
            </span>
          </>
        ) : (
          coverageText(model, words)
        )}
      </p>
      <div class="timeline-actions">
        {later > 0 && (
          <button
            type="button"
            class="link disclosure figures"
            aria-expanded={sinceOpen}
            aria-controls={sinceOpen ? sinceId : undefined}
            onClick={onToggleSince}
          >
            <Icon name="chevron" class="chevron" />
            {words.t('sinceCount', { n: model.since || later })}
          </button>
        )}
        <button
          type="button"
          class="link disclosure figures"
          aria-expanded={isListed}
          aria-controls={isListed ? listId : undefined}
          onClick={() => setListed(!isListed)}
        >
          {words.t(model.ofVisits ? 'allVisits' : 'allEvents', { n: counted })}
          <Icon name="chevron" class="chevron" />
        </button>
      </div>
      {sinceOpen && (
        <div id={sinceId}>
          <SinceList model={model} words={words} />
        </div>
      )}
      {isListed && (
        <div id={listId}>
          <EventList model={model} words={words} order={order} onOrder={onOrder} />
        </div>
      )}
    </section>
  );
}
