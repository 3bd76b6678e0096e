/** The briefing beside an article: date, leading timeline, who is who, further timelines. */
import { useState } from 'preact/hooks';
import type { BriefingModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { Cast } from './Cast';
import { Header } from './Header';
import { TimelineSection } from './TimelineSection';

interface Props {
  readonly model: BriefingModel;
  readonly words: Words;
  readonly order: 'near' | 'oldest';
  readonly sinceOpen: ReadonlySet<Reference>;
  readonly onToggleSince: (reference: Reference) => void;
  readonly onReveal: (reference: Reference, index: number) => void;
  readonly onChangeDate: (day: string | null) => void;
  readonly onOrder: (order: 'near' | 'oldest') => void;
}

export function Panel({ model, words, order, sinceOpen, onToggleSince, onReveal, onChangeDate, onOrder }: Props) {
  const [more, setMore] = useState(false);
  const [lead, ...others] = model.timelines;
  const timeline = (entry: BriefingModel['timelines'][number], isLead: boolean) => (
    <TimelineSection
      key={entry.reference}
      model={entry}
      words={words}
      order={order}
      lead={isLead}
      sinceOpen={sinceOpen.has(entry.reference)}
      onToggleSince={() => onToggleSince(entry.reference)}
      onOrder={onOrder}
    />
  );
  return (
    <main class="panel">
      <Header model={model} words={words} onChangeDate={onChangeDate} />
      {lead ? timeline(lead, true) : null}
      <Cast cast={model.cast} asOf={model.asOf} words={words} onReveal={onReveal} />
      {others.length > 0 ? (
        <section class="more">
          <h2>
            <button type="button" aria-expanded={more} onClick={() => setMore(!more)}>
              {words.t('moreTimelines', { n: words.number(others.length) })}
            </button>
          </h2>
          {more ? others.map((entry) => timeline(entry, false)) : null}
        </section>
      ) : null}
    </main>
  );
}
