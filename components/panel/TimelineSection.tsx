import type { TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Text } from '../base/Text';
import { TimelineBody } from './TimelineBody';
import type { TimelineControl } from './timeline-control';

interface Props extends TimelineControl {
  readonly model: TimelineModel;
  readonly words: Words;
}

/** A timeline of the article under its title. */
export function TimelineSection({ model, words, ...control }: Props) {
  return (
    <section class="timeline">
      <h2>
        <Text value={model.title} class="name" />
      </h2>
      <TimelineBody model={model} words={words} {...control} />
    </section>
  );
}
