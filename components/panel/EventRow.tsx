import { useContext } from 'preact/hooks';
import type { LaneModel, TimelineEvent } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { ClampedText } from '../base/ClampedText';
import { Icon } from '../base/Icon';
import { Phrase } from '../base/Phrase';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';
import { EventMenu } from '../export/FactMenu';
import { OwnTools } from '../own/own-tools';

interface TitleProps {
  readonly event: TimelineEvent;
  readonly lanes: readonly LaneModel[];
  readonly words: Words;
}

interface Props extends TitleProps {
  /** As an ISO date. */
  readonly asOfDay: string;
}

const NOT_HELD = { postponed: 'putOff', cancelled: 'calledOff', announced: 'announced' } as const;

/** One event of a timeline: when, which way, what, and from where that is known. */
export function EventRow({ event, lanes, words, asOfDay }: Props) {
  const tools = useContext(OwnTools);
  return (
    <li>
      <time class="dates">{words.date(event.date)}</time>
      <div>
        <ClampedText
          text={event.title.text}
          words={words}
          after={
            <>
              <SourceList sources={event.sources} words={words} asOfDay={asOfDay} named={1} />
              <EventMenu event={event} lanes={lanes} words={words} />
              {tools({ reference: event.reference, name: event.title })}
            </>
          }
        >
          <EventTitle event={event} lanes={lanes} words={words} />
        </ClampedText>
        {event.doubt && <p class="doubt">{words.t('dateNotConfirmed')}</p>}
      </div>
    </li>
  );
}

/** Direction, what became of a plan, and the title; as one line it also stands under the picture. */
export function EventTitle({ event, lanes, words }: TitleProps) {
  const directed = lanes.filter(({ from }) => from !== null);
  const at = directed.findIndex(({ key }) => key === event.lane);
  const { from, to } = directed[at] ?? { from: null, to: null };
  const title = <Text value={event.title} class="name" />;
  return (
    <>
      {from && to && (
        <>
          <Icon name={at === 0 ? 'arrow-right' : 'arrow-left'} class="inline-icon" />
          <span class="visually-hidden">{words.t('spokenDirection', { from: from.text, to: to.text })} </span>
        </>
      )}
      {event.status === 'held' ? (
        title
      ) : (
        <>
          <Icon name="ring" class="inline-icon" />
          <Phrase
            words={words}
            name="tied"
            parts={{ tie: <span class="tie">{words.t(NOT_HELD[event.status])}</span>, title }}
          />
        </>
      )}
    </>
  );
}
