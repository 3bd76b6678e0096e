/** One event of a timeline: when, which way, what, and from where that is known. */
import type { TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';

interface Props {
  readonly event: TimelineEvent;
  readonly model: TimelineModel;
  readonly words: Words;
}

const NOT_HELD = { postponed: 'putOff', cancelled: 'calledOff', announced: 'announced' } as const;

export function EventRow({ event, model, words }: Props) {
  const lane = model.lanes.findIndex(({ key }) => key === event.lane);
  const direction = model.lanes[lane];
  return (
    <li class={`event event-${event.part}`}>
      <time>{words.date(event.date)}</time>
      <div>
        <p class="event-title">
          {direction?.from && direction.to ? (
            <span
              class="event-direction"
              title={words.t('laneName', { from: direction.from.text, to: direction.to.text })}
            >
              <Icon name={lane === 0 ? 'forth' : 'back'} />
              <span class="visually-hidden">
                {words.t('laneName', { from: direction.from.text, to: direction.to.text })}
              </span>
            </span>
          ) : null}
          {event.status === 'held' ? null : (
            <span class="tie">
              <Icon name="notHeld" /> {words.t('tie', { tie: words.t(NOT_HELD[event.status]) })}{' '}
            </span>
          )}
          <Text value={event.title} />
        </p>
        {event.doubt ? <p class="doubt">{words.t('dateNotConfirmed')}</p> : null}
        <SourceList sources={event.sources} words={words} />
      </div>
    </li>
  );
}
