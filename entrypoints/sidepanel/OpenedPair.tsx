import { PairPanel } from '../../components/pair/PairPanel';
import { TimelineBody } from '../../components/panel/TimelineBody';
import type { Words } from '../../lib/briefing/words';
import type { Settings } from '../../lib/settings/schema';
import { changeSetting } from '../../lib/ui/use-reader';
import type { useReading } from '../../lib/ui/use-reading';

interface Props {
  readonly pair: NonNullable<ReturnType<typeof useReading>['pair']>;
  readonly control: ReturnType<typeof useReading>['control'];
  readonly order: Settings['timelineOrder'];
  readonly words: Words;
}

/** What lies between two names, its timelines read as those of the briefing. */
export function OpenedPair({ pair, control, order, words }: Props) {
  return (
    <PairPanel
      model={pair.model}
      words={words}
      onBack={pair.close}
      onBackToArticle={pair.backToArticle}
      timeline={(model) => (
        <TimelineBody
          model={model}
          words={words}
          order={order}
          onOrder={(next) => void changeSetting('timelineOrder', next)}
          {...control(model.reference)}
        />
      )}
    />
  );
}
