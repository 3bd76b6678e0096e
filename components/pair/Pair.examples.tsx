import type { PairModel } from '../../lib/briefing/pair-models';
import { NO_FILTER } from '../../lib/briefing/timeline-filter';
import { type Example, nothing, type Samples } from '../examples';
import { TimelineBody } from '../panel/TimelineBody';
import { PairPanel } from './PairPanel';

/** What lies between two names: at each step, at none, read as of another day. */
export function pairExamples({ pairs, words }: Samples): Example[] {
  const show = (model: PairModel | null, isMoved = false) => (
    <PairPanel
      model={model}
      words={words}
      onBack={nothing}
      onBackToArticle={isMoved ? nothing : undefined}
      timeline={(timeline) => (
        <TimelineBody
          model={timeline}
          words={words}
          order="near"
          onOrder={nothing}
          sinceOpen={false}
          onToggleSince={nothing}
          filter={NO_FILTER}
          onFilter={nothing}
          article={null}
          onReadAs={nothing}
          isMoved={isMoved}
        />
      )}
    />
  );
  const example = (name: string, view: Example['view'], press: readonly string[] = []): Example => ({
    name: `pair-${name}`,
    page: 'sidepanel',
    view,
    press,
  });
  const count = ({ steps }: PairModel, step: number) => words.number(steps[step]?.count ?? 0);
  const met = pairs.met;
  return [
    example('met', show(met)),
    example('met-posts', show(met), [`${words.t('pair_posts')} (${count(met, 1)})`]),
    example('by-posts', show(pairs.byPosts)),
    example('by-countries', show(pairs.byCountries)),
    example('one-country', show(pairs.oneCountry)),
    example('read-as-2015', show(pairs.earlier, true)),
    example('unknown', show(null)),
  ];
}
