import { useId, useMemo, useState } from 'preact/hooks';
import { coverageText } from '../../lib/briefing/coverage-text';
import { readingStops } from '../../lib/briefing/read-as';
import { filterTimeline, hiddenBy, isFiltering, NO_FILTER } from '../../lib/briefing/timeline-filter';
import type { TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Disclosure } from '../base/Disclosure';
import { Icon } from '../base/Icon';
import { useKept } from '../base/kept';
import { useTurns } from '../base/use-turns';
import { EventList, SinceList } from './EventList';
import { EventTitle } from './EventRow';
import { FilterChips } from './FilterChips';
import { ReadAs } from './ReadAs';
import { Strip, StripGround } from './Strip';
import type { TimelineControl } from './timeline-control';

interface Props extends TimelineControl {
  readonly model: TimelineModel;
  readonly words: Words;
}

/** Events from which a timeline is drawn in turns: its words first, then its picture, the choices, and its lists. */
const MANY_EVENTS = 200;
const [PICTURE, CHOICES, LISTS] = [1, 2, 3];

/** A timeline: its picture, what the record covers, and its events on either side of the day; both of what passes its filter. */
export function TimelineBody({ model: whole, words, ...control }: Props) {
  const { order, sinceOpen, filter, article, isMoved, onFilter, onOrder, onReadAs, onToggleSince } = control;
  const [isListed, setListed] = useKept<boolean>(`list ${whole.reference}`, false);
  const [at, setAt] = useState<number | null>(null);
  const turn = useTurns(LISTS, whole.events.length > MANY_EVENTS);
  const hasChoices = isListed && turn >= CHOICES;
  const hasList = isListed && turn >= LISTS;
  const sinceId = useId();
  const listId = useId();
  const model = useMemo(() => filterTimeline(whole, filter), [whole, filter]);
  const shown = useMemo(
    () => (sinceOpen ? model.events : model.events.filter(({ part }) => part !== 'since')),
    [model, sinceOpen],
  );
  const stops = useMemo(
    () => (hasChoices && article ? readingStops(article.model, article.sinceOpen) : []),
    [hasChoices, article?.model, article?.sinceOpen],
  );
  // What was only announced or called off is not counted, and can be asked for all the same.
  const later = whole.events.filter(({ part }) => part === 'since').length;
  const walked = at === null ? undefined : shown[at];
  const counted = whole.before + whole.sameDay + (sinceOpen ? whole.since : 0);
  return (
    <>
      {turn < PICTURE ? (
        <StripGround lanes={model.lanes.length} />
      ) : (
        <Strip model={model} events={shown} words={words} sinceOpen={sinceOpen} at={at} onAt={setAt} />
      )}
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
          aria-controls={hasList ? listId : undefined}
          onClick={() => setListed(!isListed)}
        >
          {words.t(whole.ofVisits ? 'allVisits' : 'allEvents', { n: counted })}
          <Icon name="chevron" class="chevron" />
        </button>
      </div>
      {hasChoices && (
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
      {sinceOpen && turn >= LISTS && (
        <div id={sinceId}>
          <SinceList model={model} words={words} isMoved={isMoved} />
        </div>
      )}
      {hasList && (
        <div id={listId}>
          <EventList {...{ model, words, isMoved, order, onOrder }} hiddenOnDay={onDay(whole) - onDay(model)} />
        </div>
      )}
    </>
  );
}

const onDay = ({ events }: TimelineModel): number => events.filter(({ part }) => part === 'same-day').length;
