import { useId, useMemo, useState } from 'preact/hooks';
import { coverageText } from '../../lib/briefing/coverage-text';
import { readingStops } from '../../lib/briefing/read-as';
import { filterTimeline, hiddenBy, isFiltering, NO_FILTER } from '../../lib/briefing/timeline-filter';
import type { TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Disclosure } from '../base/Disclosure';
import { Icon } from '../base/Icon';
import { useKept } from '../base/kept';
import { EventList, SinceList } from './EventList';
import { EventTitle } from './EventRow';
import { FilterChips } from './FilterChips';
import { ReadAs } from './ReadAs';
import { Strip } from './Strip';
import type { TimelineControl } from './timeline-control';

interface Props extends TimelineControl {
  readonly model: TimelineModel;
  readonly words: Words;
}

/** A timeline: its picture, what the record covers, and its events on either side of the day; both of what passes its filter. */
export function TimelineBody({ model: whole, words, ...control }: Props) {
  const { order, sinceOpen, filter, article, isMoved, onFilter, onOrder, onReadAs, onToggleSince } = control;
  const [isListed, setListed] = useKept<boolean>(`list ${whole.reference}`, false);
  const [at, setAt] = useState<number | null>(null);
  const sinceId = useId();
  const listId = useId();
  const model = useMemo(() => filterTimeline(whole, filter), [whole, filter]);
  const shown = useMemo(
    () => (sinceOpen ? model.events : model.events.filter(({ part }) => part !== 'since')),
    [model, sinceOpen],
  );
  const stops = useMemo(
    () => (isListed && article ? readingStops(article.model, article.sinceOpen) : []),
    [isListed, article?.model, article?.sinceOpen],
  );
  // What was only announced or called off is not counted, and can be asked for all the same.
  const later = whole.events.filter(({ part }) => part === 'since').length;
  const walked = at === null ? undefined : shown[at];
  const counted = whole.before + whole.sameDay + (sinceOpen ? whole.since : 0);
  return (
    <>
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
          <Disclosure class="figures" isOpen={sinceOpen} controls={sinceId} onToggle={onToggleSince}>
            {words.t(isMoved ? 'afterDateCount' : 'sinceCount', { n: whole.since || later })}
          </Disclosure>
        )}
        <button
          type="button"
          class="link disclosure figures"
          aria-expanded={isListed}
          aria-controls={isListed ? listId : undefined}
          onClick={() => setListed(!isListed)}
        >
          {words.t(whole.ofVisits ? 'allVisits' : 'allEvents', { n: counted })}
          <Icon name="chevron" class="chevron" />
        </button>
      </div>
      {isListed && (
        <div class="list-choices">
          {article && <ReadAs stops={stops} day={article.readAs} words={words} onReadAs={onReadAs} />}
          <FilterChips model={whole} {...{ sinceOpen, filter, words, onFilter }} />
        </div>
      )}
      {isFiltering(filter) && (
        <p class="hidden-rows small quiet figures" role="status">
          {words.t('hiddenRows', { n: hiddenBy(whole, model, sinceOpen) })}
          {' · '}
          <button type="button" class="link small" onClick={() => onFilter(NO_FILTER)}>
            {words.t('clear')}
          </button>
        </p>
      )}
      {sinceOpen && (
        <div id={sinceId}>
          <SinceList model={model} words={words} isMoved={isMoved} />
        </div>
      )}
      {isListed && (
        <div id={listId}>
          <EventList {...{ model, words, isMoved, order, onOrder }} hiddenOnDay={onDay(whole) - onDay(model)} />
        </div>
      )}
    </>
  );
}

const onDay = ({ events }: TimelineModel): number => events.filter(({ part }) => part === 'same-day').length;
