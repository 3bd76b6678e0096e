/** "Behind this article": which events are chosen, in which order, and how they are tied to the article. */
import { describe, expect, it } from 'vitest';
import { buildBehindRows } from '../../../lib/briefing/behind-rows';
import type { PackEvent, PackRecord } from '../../../lib/model/pack';
import { anEntity, anEvent, aSeries, aTimeline, ref, sceneOf, took } from '../../support/build-facts';

const north = { direction: { from: 'place/japan', to: 'place/korea' } } as never as Partial<PackEvent>;
const south = { direction: { from: 'place/korea', to: 'place/japan' } } as never as Partial<PackEvent>;
const ito = 'person/ito';
const both = took(ito, 'person/ahn');

const PEOPLE: readonly PackRecord[] = [
  anEntity('place/japan', { placeKind: 'country' }),
  anEntity('place/korea', { placeKind: 'country' }),
  anEntity('place/seoul', { placeKind: 'capital' }),
  anEntity(ito),
  anEntity('person/ahn'),
  anEntity('person/mori'),
];
const OWN = anEvent('own', '2025-09-08', { participants: both, ...north });

/** The rows of an entity in an article of 8 September 2025 that names these: `2015-10-20 previous-visit`. */
async function rows(events: readonly PackRecord[], of = ito, named = [ito, 'person/ahn', 'place/seoul']) {
  const { facts, context } = await sceneOf([...PEOPLE, OWN, ...events], { day: '2025-09-08', named });
  return buildBehindRows(facts, ref(of), context).map(({ date, tie, doubt }) =>
    [date, ...(tie ? [tie] : []), ...(doubt ? [`(${doubt})`] : [])].join(' '),
  );
}

const previous = anEvent('previous', '2015-10-20', { participants: took(ito), ...north });
const oldest = anEvent('oldest', '2009-04-01', { participants: took(ito), ...north });
const visits = aSeries('visits', ['own', 'previous', 'oldest']);
const putOff = anEvent('put-off', '2024-12', { participants: took(ito), status: 'postponed' });
const calledOff = anEvent('called-off', '2012-05', { participants: took(ito), status: 'cancelled' });
const announced = anEvent('announced', '2025-08-20', { participants: took(ito), status: 'announced' });
const timeline = aTimeline('visits', ['own', 'previous', 'oldest', 'put-off', 'called-off', 'announced']);
const talks = anEvent('talks', '2025-08-07', { kind: 'meeting', participants: both });
const office = anEvent('office', '2024-10-01', { kind: 'leadership-change', participants: took(ito) });

describe('the rows behind an article', () => {
  it.each<[what: string, events: PackRecord[], rows: string[]]>([
    ['are none without events', [], []],
    ['are the previous event of the series, and only that', [visits, previous, oldest], ['2015-10-20 previous-visit']],
    [
      'are what was put off, called off and announced',
      [timeline, putOff, calledOff, announced],
      ['2012-05 called-off', '2024-12 put-off', '2025-08-20 announced'],
    ],
    ['are events shared with other names', [talks], ['2025-08-07']],
    ['are offices taken in the last twelve months', [office], ['2024-10-01']],
    [
      'are three at most, chosen in this order and shown in order of time',
      [visits, previous, timeline, putOff, talks, office],
      ['2015-10-20 previous-visit', '2024-12 put-off', '2025-08-07'],
    ],
    [
      'leave out an office taken longer ago',
      [anEvent('office', '2024-09-01', { kind: 'leadership-change', participants: took(ito) })],
      [],
    ],
    [
      'leave out events shared with nobody named',
      [anEvent('other', '2025-08-07', { participants: took(ito, 'person/mori') })],
      [],
    ],
    [
      'leave out what is uncertain',
      [anEvent('talks', '2025-08-07', { participants: both, confidence: 'uncertain' })],
      [],
    ],
    [
      'mark what is partly verified',
      [anEvent('talks', '2025-08-07', { participants: both, confidence: 'partly verified' })],
      ['2025-08-07 (partly verified)'],
    ],
    ['leave out what comes later', [anEvent('later', '2025-09-09', { participants: both })], []],
    ['leave out what may come later', [anEvent('later', '2025-09', { participants: both })], []],
    [
      'hold what happened on the day and is not the article’s own',
      [anEvent('same', '2025-09-08', { participants: took(ito, 'person/mori', 'place/seoul') })],
      ['2025-09-08'],
    ],
    [
      'leave out a shared event that was not held',
      [anEvent('talks', '2025-08-07', { participants: both, status: 'cancelled' })],
      [],
    ],
    [
      'are shared events with most of the named first, then the newest',
      [
        talks,
        anEvent('a', '2025-01-01', { participants: took(ito, 'place/seoul') }),
        anEvent('b', '2025-02-01', { participants: took(ito, 'place/seoul') }),
        anEvent('c', '2020-01-01', { participants: took(ito, 'person/ahn', 'place/seoul') }),
      ],
      ['2020-01-01', '2025-02-01', '2025-08-07'],
    ],
    [
      'call the previous event no visit when it went the other way',
      [aSeries('visits', ['own', 'back']), anEvent('back', '2024-07-28', { participants: took(ito), ...south })],
      ['2024-07-28'],
    ],
    [
      'call it no visit when it was none',
      [aSeries('meetings', ['own', 'met']), anEvent('met', '2024-07-28', { kind: 'meeting', participants: took(ito) })],
      ['2024-07-28'],
    ],
    [
      'take the previous from the series that is most about such events',
      [
        aSeries('meetings', ['own', 'previous', 'talks']),
        visits,
        previous,
        anEvent('talks', '2025-08-07', { kind: 'meeting', participants: took(ito) }),
      ],
      ['2015-10-20 previous-visit'],
    ],
    [
      'pass over a previous event that was not held',
      [
        aSeries('visits', ['own', 'previous', 'never']),
        previous,
        anEvent('never', '2020-01-01', { participants: took(ito), status: 'cancelled', ...north }),
      ],
      ['2015-10-20 previous-visit'],
    ],
  ])('%s', async (_, events, expected) => {
    expect(await rows(events)).toEqual(expected);
  });

  it('are what was put off in a timeline by rule, too', async () => {
    const ruled = aTimeline('ruled', [], { rule: { series: ['series/trips' as never] } });
    expect(await rows([aSeries('trips', ['own', 'put-off']), ruled, putOff])).toEqual(['2024-12 put-off']);
  });

  it('of the series are for those who took part alone', async () => {
    expect(await rows([visits, previous], 'person/ahn')).toEqual([]);
  });

  it('of a place are the events that happened there', async () => {
    const there = anEvent('previous', '2015-10-20', {
      participants: took(ito),
      places: ['place/seoul' as never],
      ...north,
    });
    expect(await rows([visits, there], 'place/seoul')).toEqual(['2015-10-20 previous-visit']);
  });

  it('are about the article: without an event of its day there is no series', async () => {
    const { facts, context } = await sceneOf([...PEOPLE, OWN, visits, previous], {
      day: '2025-09-10',
      named: [ito, 'person/ahn'],
    });
    expect(context.ownEvents).toEqual([]);
    expect(buildBehindRows(facts, ref(ito), context).map(({ date }) => date)).toEqual(['2025-09-08']);
  });
});

describe('the article’s own events', () => {
  it.each([
    ['of its day, with two of the named', '2025-09-08', [ito, 'person/ahn'], 1],
    ['not of another day', '2025-09-09', [ito, 'person/ahn'], 0],
    ['not with one of two named', '2025-09-08', [ito], 0],
  ])('are those %s', async (_, day, named, count) => {
    const { context } = await sceneOf([...PEOPLE, OWN], { day, named });
    expect(context.ownEvents).toHaveLength(count);
  });
  it('may have a single participant', async () => {
    const alone = anEvent('alone', '2025-09-08', { participants: took(ito) });
    const { context } = await sceneOf([...PEOPLE, alone], { day: '2025-09-08', named: [ito] });
    expect(context.ownEvents).toEqual([ref('event/alone')]);
  });
  it('may last over the day', async () => {
    const long = anEvent('long', '2025-09-07/2025-09-09', { participants: both });
    const { context } = await sceneOf([...PEOPLE, long], { day: '2025-09-08', named: [ito, 'person/ahn'] });
    expect(context.ownEvents).toEqual([ref('event/long')]);
  });
});
