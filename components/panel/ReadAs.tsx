import { useId } from 'preact/hooks';
import { type ReadingStop, stopAt } from '../../lib/briefing/read-as';
import type { Words } from '../../lib/briefing/words';
import { dayToIso, parseEdtf } from '../../lib/text/edtf';
import { Text } from '../base/Text';

interface Props {
  readonly stops: readonly ReadingStop[];
  /** The day as of which the reader wants to read, as an ISO date; what is shown may still be on its way to it. */
  readonly day: string;
  readonly words: Words;
  readonly onReadAs: (day: string | null) => void;
}

/** "Read as of…": moves the cut from event to event. */
export function ReadAs({ stops, day, words, onReadAs }: Props) {
  const id = useId();
  const position = stopAt(stops, parseEdtf(day)?.first ?? 0);
  const stop = stops[position];
  if (!stop || stops.length < 2) return null;
  const title = stop.events[0]?.title;
  const date = stop.events[0]?.date ?? dayToIso(stop.day);
  return (
    <div class="read-as small">
      <label for={id}>{words.t('readAsLabel')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={position}
        aria-valuetext={[
          words.date(date, { long: true }),
          ...(stop.events.length > 0 ? stop.events.map((event) => event.title.text) : [words.t('articleDay')]),
        ].join(', ')}
        onInput={(event) => {
          const next = stops[event.currentTarget.valueAsNumber];
          if (next) onReadAs(next.isArticle ? null : dayToIso(next.day));
        }}
      />
      <p class="quiet">
        <time class={stop.isArticle ? 'dates as-of' : 'dates'}>{words.date(date)}</time>{' '}
        {title ? <Text value={title} class="name" /> : words.t('articleDay')}
      </p>
    </div>
  );
}
