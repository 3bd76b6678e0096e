import { NO_FILTER, type TimelineFilter } from '../../lib/briefing/timeline-filter';
import type { BriefingModel, CastRow, TimelineModel } from '../../lib/briefing/view-models';
import { type Example, nothing, type Samples } from '../examples';
import { Panel, type PanelReading } from './Panel';
import { stillReading } from './still-reading.examples';

/** The panel read otherwise than it opens: narrowed, as of another day, with two names being chosen. */
export function readingExamples({ briefings, movedTo2015, words }: Samples): Example[] {
  const talks = briefings.talks2025;
  const lead = talks.timelines[0] as TimelineModel;
  const [there, back] = lead.lanes;
  const [one, two] = talks.cast as [CastRow, CastRow];
  const [person] = lead.people;
  const show = (model: BriefingModel, reading: Partial<PanelReading> = {}, isSinceOpen = false) => (
    <Panel
      model={model}
      words={words}
      order="near"
      sinceOpen={new Set(isSinceOpen ? [lead.reference] : [])}
      onToggleSince={nothing}
      onOpen={nothing}
      onReveal={nothing}
      onChangeDate={nothing}
      onOrder={nothing}
      reading={stillReading(talks, { readAs: model === movedTo2015 ? model.asOf.day : null, ...reading })}
      search={null}
    />
  );
  const narrowed = (filter: Partial<TimelineFilter>) =>
    show(talks, { filters: { [lead.reference]: { ...NO_FILTER, ...filter } } });
  const example = (name: string, view: Example['view'], press: readonly string[] = []): Example => ({
    name: `panel-${name}`,
    page: 'sidepanel',
    view,
    press,
  });
  const all = words.t('allVisits', { n: lead.before + lead.sameDay });
  const meetings = talks.timelines.find(({ events }) => new Set(events.map(({ kind }) => kind)).size > 1);
  const moved = movedTo2015.timelines[0] as TimelineModel;
  return [
    example('filter-choices', show(talks), [all, words.t('filters')]),
    example('filter-direction', narrowed({ lane: there?.key ?? null }), [all]),
    example('filter-person', narrowed({ person: person?.reference ?? null }), [all]),
    example('filter-period', narrowed({ fromYear: 2015 }), [all]),
    example('filter-closed', narrowed({ lane: there?.key ?? null, fromYear: 2000 })),
    example(
      'filter-nothing-left',
      narrowed({ person: person?.reference ?? null, fromYear: 2020, lane: back?.key ?? null }),
      [all],
    ),
    ...(meetings
      ? [
          example(
            'filter-kinds',
            show({ ...talks, timelines: [meetings] }, { article: { ...talks, timelines: [meetings] } }),
            [words.t('allEvents', { n: meetings.before + meetings.sameDay }), words.t('filters')],
          ),
        ]
      : []),
    example('read-as-2015', show(movedTo2015)),
    example('read-as-2015-list', show(movedTo2015), [words.t('allVisits', { n: moved.before + moved.sameDay })]),
    example('read-as-2015-since', show(movedTo2015, {}, true)),
    example('pairs-offered', show(talks, { pairs: [[one.reference, two.reference]] })),
    example('pair-first', show(talks), [words.t('chooseNames')]),
    example('pair-second', show(talks), [words.t('chooseNames'), words.t('choose')]),
  ];
}
