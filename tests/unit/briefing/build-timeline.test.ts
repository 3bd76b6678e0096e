/** Timelines: the cut at the as-of day, lanes, what counts, gaps, and what the record claims to cover. */
import { describe, expect, it } from 'vitest';
import { buildTimeline } from '../../../lib/briefing/build-timeline';
import { mergeCoverage } from '../../../lib/briefing/coverage';
import type { TimelineModel } from '../../../lib/briefing/view-models';
import type { Reference } from '../../../lib/model/ids';
import type { Coverage, PackEvent, PackRecord } from '../../../lib/model/pack';
import { parseEdtf } from '../../../lib/text/edtf';
import {
  anEntity,
  anEvent,
  aSeries,
  aTimeline,
  buildScene,
  bundledKnowledge,
  ref,
  sceneOf,
} from '../../support/build-facts';

const NORTH = { direction: { from: 'place/japan', to: 'place/korea' } } as never as Partial<PackEvent>;
const SOUTH = { direction: { from: 'place/korea', to: 'place/japan' } } as never as Partial<PackEvent>;
const PLACES: readonly PackRecord[] = [
  anEntity('place/japan', { placeKind: 'country' }),
  anEntity('place/korea', { placeKind: 'country' }),
];

/** A timeline of events by date, all in one series, as of a day. */
async function timeline(
  events: readonly PackEvent[],
  { day = '2025-09-08', more = [] as readonly PackRecord[], fields = {} } = {},
): Promise<TimelineModel> {
  const ids = events.map(({ id }) => id.slice('event/'.length));
  const records = [...PLACES, ...events, aSeries('s', ids), ...more, aTimeline('t', ids, fields)];
  const { facts, context } = await sceneOf(records, { day, named: [] });
  const model = buildTimeline(facts, ref('timeline/t'), context);
  if (!model) throw new Error('no timeline');
  return model;
}

const at = (date: string, fields: Partial<PackEvent> = {}) =>
  anEvent(date.replaceAll(/[^0-9]+/g, '-').replace(/-$/, ''), date, fields as never);

describe('the cut', () => {
  it.each([
    ['a day before', '2025-09-07', 'before', 'point'],
    ['the day', '2025-09-08', 'same-day', 'point'],
    ['a day after', '2025-09-09', 'since', 'point'],
    ['an interval over the day', '2025-09-07/2025-09-09', 'same-day', 'span'],
    ['an interval that ends before it', '2025-09-01/2025-09-07', 'before', 'span'],
    ['a month before', '2025-08', 'before', 'vague'],
    ['the month that holds the day', '2025-09', 'since', 'vague'],
    ['the year that holds the day', '2025', 'since', 'vague'],
    ['about the day', '2025-09-08~', 'since', 'vague'],
    ['about a day before', '2025-09-01~', 'before', 'vague'],
  ])('puts %s (%s) into “%s”', async (_, date, part, precision) => {
    const { events } = await timeline([at('1990-01-01'), at(date)]);
    expect(events.at(-1)).toMatchObject({ date, part, precision });
  });

  it('counts each part', async () => {
    const dates = ['1990', '2000-01-01', '2025-09-08', '2025-10-01', '2025-11-01', '2025-12-01'];
    const model = await timeline(dates.map((date) => at(date)));
    expect(model).toMatchObject({ before: 2, sameDay: 1, since: 3 });
    expect(model.events.map(({ date }) => date)).toEqual(dates);
  });

  it('draws from its first event to the end of the record, or of the article where that is later', async () => {
    const day = (text: string) => parseEdtf(text)?.first;
    expect(await timeline([at('1990-05-01')])).toMatchObject({
      firstDay: day('1990-05-01'),
      lastDay: day('2026-10-06'),
    });
    expect(await timeline([at('1990-05-01')], { day: '2027-01-01' })).toMatchObject({ lastDay: day('2027-01-01') });
  });

  it('leaves out a timeline of which nothing has happened yet', async () => {
    const records = [at('2025-10-01'), aTimeline('t', ['2025-10-01'])];
    const { facts, context } = await sceneOf(records, { day: '2025-09-08', named: [] });
    expect(buildTimeline(facts, ref('timeline/t'), context)).toBeNull();
  });
});

describe('what counts', () => {
  it('is held, sure and named by a series that lies in the timeline', async () => {
    const events = [
      at('1990-01-01'),
      at('1991-01-01', { status: 'cancelled' }),
      at('1992-01-01', { status: 'postponed' }),
      at('1993-01-01', { status: 'announced' }),
      at('1994-01-01', { confidence: 'partly verified' }),
      at('1995-01-01', { confidence: 'uncertain' }),
    ];
    const model = await timeline(events);
    expect(model.events.map(({ date, counted, doubt }) => [date, counted, doubt])).toEqual([
      ['1990-01-01', true, null],
      ['1991-01-01', false, null],
      ['1992-01-01', false, null],
      ['1993-01-01', false, null],
      ['1994-01-01', true, 'partly verified'],
    ]);
    expect(model.before).toBe(2);
  });

  it('is nothing of a series that reaches beyond the timeline', async () => {
    const records = [
      at('1990-01-01'),
      at('1991-01-01'),
      aSeries('s', ['1990-01-01', '1991-01-01']),
      aTimeline('t', ['1990-01-01']),
    ];
    const { facts, context } = await sceneOf(records, { day: '2025-09-08', named: [] });
    expect(buildTimeline(facts, ref('timeline/t'), context)?.events).toMatchObject([{ counted: false }]);
  });

  it('is said in the words of the series', async () => {
    expect((await timeline([at('1990-01-01')])).counts?.text).toBe('Visits, held');
  });
});

describe('a timeline by rule', () => {
  it('holds the events of its series between its dates, with those it lists, each once', async () => {
    const events = ['1990-01-01', '1995-01-01', '2000-01-01'].map((date) => at(date));
    const records = [
      ...events,
      aSeries('s', ['1990-01-01', '1995-01-01', '2000-01-01']),
      aTimeline('t', ['1995-01-01'], { rule: { series: ['series/s' as never], from: '1994', to: '1999' } }),
    ];
    const { facts, context } = await sceneOf(records, { day: '2025-09-08', named: [] });
    expect(buildTimeline(facts, ref('timeline/t'), context)?.events.map(({ date }) => date)).toEqual(['1995-01-01']);
  });
});

describe('lanes', () => {
  it('are one a direction, named in words, and one without where there is none', async () => {
    const model = await timeline([
      at('1990-01-01', NORTH),
      at('1991-01-01', SOUTH),
      at('1992-01-01', NORTH),
      at('1993-01-01'),
    ]);
    expect(model.lanes.map(({ from, to }) => `${from?.text ?? ''}>${to?.text ?? ''}`)).toEqual([
      'Japan>Korea',
      'Korea>Japan',
      '>',
    ]);
    expect(model.events.map(({ lane }) => model.lanes.findIndex(({ key }) => key === lane))).toEqual([0, 1, 0, 2]);
  });
});

describe('gaps', () => {
  const yearly = (from: number, to: number, fields: Partial<PackEvent> = {}) =>
    Array.from({ length: to - from + 1 }, (_, i) => at(`${from + i}-03-01`, fields));
  it.each<[what: string, events: PackEvent[], gaps: [years: number, months: number, current: boolean][]]>([
    ['none between events of every year', yearly(2015, 2025), []],
    ['the one that ends at the article’s event', [...yearly(2010, 2015), at('2025-09-08')], [[10, 6, true]]],
    [
      'that rather than a longer one before',
      [at('1960-01-01'), ...yearly(2000, 2015), at('2025-09-08')],
      [[10, 6, true]],
    ],
    ['the longest, where the article’s own is none', [...yearly(2000, 2004), ...yearly(2012, 2025)], [[8, 0, false]]],
    ['none of less than a year', [at('2024-01-01'), at('2024-02-01'), at('2024-03-01'), at('2024-12-01')], []],
    ['none that a later event ends', [...yearly(2000, 2005), at('2026-01-01')], []],
    [
      'through what was put off',
      [...yearly(2010, 2015), at('2020-01-01', { status: 'postponed' }), at('2025-09-08')],
      [[10, 6, true]],
    ],
    [
      'one a lane',
      [
        ...yearly(2010, 2015, NORTH),
        at('2025-09-08', NORTH),
        ...[2001, 2002, 2003, 2014].map((year) => at(`${year}-05-01`, SOUTH)),
      ],
      [
        [11, 0, false],
        [10, 6, true],
      ],
    ],
    ['none of a single event', [at('2000-01-01')], []],
  ])('are %s', async (_, events, gaps) => {
    const model = await timeline(events);
    expect(model.gaps.map(({ years, months, current }) => [years, months, current])).toEqual(gaps);
  });
});

describe('coverage', () => {
  const day = (text: string) => parseEdtf(text)?.first ?? Number.NaN;
  const claim = (from: string, to: string, completeness: Coverage['completeness']): Coverage => ({
    from,
    to,
    completeness,
  });
  it.each<[what: string, statements: Coverage[], merged: string[]]>([
    ['nothing of nothing', [], []],
    ['one statement', [claim('1994', '2026-10-06', 'complete')], ['complete 1994']],
    [
      'two that follow',
      [claim('1979', '1993', 'sample'), claim('1994', '2026-10-06', 'complete')],
      ['sample 1979', 'complete 1994'],
    ],
    [
      'the weaker of two for the same years',
      [claim('1994', '2026', 'complete'), claim('1994', '2026', 'gaps')],
      ['gaps 1994'],
    ],
    [
      'the weaker where two overlap',
      [claim('1994', '2026', 'complete'), claim('1979', '2007', 'sample'), claim('2008', '2026', 'gaps')],
      ['sample 1979', 'gaps 2008'],
    ],
    [
      'the stronger again where the weaker ends',
      [claim('1990', '2026', 'complete'), claim('2000', '2009', 'gaps')],
      ['complete 1990', 'gaps 2000', 'complete 2010-01-01'],
    ],
    [
      'nothing between two that do not meet',
      [claim('1979', '1980', 'gaps'), claim('1990', '2026', 'gaps')],
      ['gaps 1979', 'gaps 1990'],
    ],
    [
      'nothing that is stronger only after the day',
      [claim('1990', '2026', 'complete'), claim('1990', '2025-09-08', 'gaps')],
      ['gaps 1990'],
    ],
    [
      'nothing that begins after the day',
      [claim('1990', '2026', 'gaps'), claim('2025-09-09', '2026', 'complete')],
      ['gaps 1990'],
    ],
  ])('is %s', (_, statements, merged) => {
    const model = mergeCoverage(statements, day('2025-09-08'));
    expect(model.map(({ completeness, from }) => `${completeness} ${from}`)).toEqual(merged);
    expect(model.every(({ fromDay, toDay, from }) => fromDay <= toDay && fromDay === day(from))).toBe(true);
    expect(model.every(({ toDay }, i) => toDay < (model[i + 1]?.fromDay ?? Number.POSITIVE_INFINITY))).toBe(true);
  });
});

describe('the visits of the shipped pack', () => {
  it('are 12 from Japan and 10 from South Korea once “since” is counted, with rings for 2008, 2012 and 2024', async () => {
    const { facts, context } = await buildScene(await bundledKnowledge(), {
      day: '2025-09-08',
      named: [],
      around: ['japan-rok-defense:event/1979-07-25-yamashita-seoul' as Reference],
    });
    const model = buildTimeline(facts, 'japan-rok-defense:timeline/japan-rok-defense-visits' as never, context);
    const held = (from: string) =>
      model?.events.filter(
        ({ lane, counted }) => counted && lane === model.lanes.find((entry) => entry.from?.text === from)?.key,
      ).length;
    expect([held('Japan'), held('South Korea')]).toEqual([12, 10]);
    const rings = model?.events.filter(({ status }) => status !== 'held').map(({ date }) => date.slice(0, 4));
    expect(rings).toEqual(expect.arrayContaining(['2008', '2012', '2024']));
    expect((model?.before ?? 0) + (model?.sameDay ?? 0) + (model?.since ?? 0)).toBe(22);
  });
});
