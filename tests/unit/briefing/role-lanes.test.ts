import { describe, expect, it } from 'vitest';
import { layOutRoles } from '../../../components/entity/role-geometry';
import { buildRoleLanes, roleAxis } from '../../../lib/briefing/role-lanes';
import type { Role } from '../../../lib/model/pack';
import { dayToIso, toDay } from '../../../lib/text/edtf';
import { anEntity, aRole, buildKnowledgeOf, buildScene, ref, sceneOf } from '../../support/build-facts';

const ITO = ref('person/ito');
const minister = (fields: Partial<Role>) => aRole('Minister', { post: 'post/minister' as never, ...fields });

async function lanesOf(roles: readonly Role[], day: string) {
  const { facts, context } = await sceneOf([anEntity('post/minister'), anEntity('person/ito', { roles })], {
    day,
    named: ['person/ito'],
  });
  const lanes = buildRoleLanes(facts, ITO, context);
  return { lanes, axis: roleAxis(facts, ITO, lanes, context) };
}

describe('the times in an office', () => {
  it.each<[what: string, role: Partial<Role>, part: 'past' | 'current' | 'since', days: string]>([
    ['over', { from: '2001-04-26', to: '2002-09-30' }, 'past', '2001-04-26 2002-09-30'],
    ['over on the day', { from: '2014-01-01', to: '2015-10-20' }, 'past', '2014-01-01 2015-10-20'],
    ['going on', { from: '2014-12-24', to: '2016-08-03' }, 'current', '2014-12-24 2016-08-03'],
    ['going on still', { from: '2014', to: '..', asOf: '2026-01-01' }, 'current', '2014-01-01 2026-01-01'],
    ['begun on the day', { from: '2015-10-20', to: '2017-01-01' }, 'current', '2015-10-20 2017-01-01'],
    ['begun later', { from: '2015-10-21', to: '2017-01-01' }, 'since', '2015-10-21 2017-01-01'],
    ['begun in the month of the day', { from: '2015-10', to: '2017' }, 'since', '2015-10-01 2017-12-31'],
    ['known on one day', { asOf: '2010-05-05' }, 'past', '2010-05-05 2010-05-05'],
    ['known on a later day only', { asOf: '2020-05-05' }, 'since', '2020-05-05 2020-05-05'],
  ])('are told as %s', async (_, role, part, days) => {
    const { lanes } = await lanesOf([minister(role)], '2015-10-20');
    expect(lanes.flatMap(({ bars }) => bars)).toMatchObject([{ part }]);
    expect(lanes[0]?.bars.map(({ firstDay, lastDay }) => `${dayToIso(firstDay)} ${dayToIso(lastDay)}`)).toEqual([days]);
  });

  it('share a lane for each office, in order of time; uncertain ones are left out', async () => {
    const { lanes } = await lanesOf(
      [
        minister({ from: '2014', to: '2016' }),
        aRole('Chairman', { from: '2005', to: '2006' }),
        minister({ from: '2001', to: '2002' }),
        minister({ from: '1990', to: '1991', confidence: 'uncertain' }),
      ],
      '2020-01-01',
    );
    expect(lanes.map(({ bars }) => bars.map(({ title, from }) => `${title.text} ${from}`))).toEqual([
      ['Minister 2001', 'Minister 2014'],
      ['Chairman 2005'],
    ]);
  });

  it('of a later pack are left out where an earlier one has told of them', async () => {
    const sameAs = ['https://www.wikidata.org/wiki/Q900000001'];
    const knowledge = await buildKnowledgeOf([
      {
        header: {},
        records: [anEntity('person/ito', { sameAs, roles: [aRole('Minister', { from: '2001', to: '2003' })] })],
      },
      {
        header: { id: 'other' as never },
        records: [
          anEntity('person/i', {
            sameAs,
            roles: [aRole('Minister', { from: '2002', to: '2003' }), aRole('Minister', { from: '2010', to: '2011' })],
          }),
        ],
      },
    ]);
    const { facts, context } = await buildScene(knowledge, { day: '2020-01-01', named: [ITO] });
    expect(buildRoleLanes(facts, ITO, context).map(({ bars }) => bars.map(({ from }) => from))).toEqual([
      ['2001', '2010'],
    ]);
  });
});

describe('the bars', () => {
  const ROLES = [
    minister({ from: '2001-01-01', to: '2003-01-01' }),
    minister({ from: '2014-01-01', to: '2018-01-01' }),
    aRole('Chairman', { from: '2019-01-01', to: '..', asOf: '2026-10-06' }),
  ];

  it('end at the day until what came later is asked for', async () => {
    const { lanes, axis } = await lanesOf(ROLES, '2015-10-20');
    const closed = layOutRoles(lanes, axis, false);
    expect(closed.lanes).toHaveLength(1);
    const bars = closed.lanes[0]?.bars ?? [];
    expect(bars.map(({ fades }) => fades)).toEqual([false, false]);
    expect(bars[1]?.to).toBeCloseTo(closed.asOf.at);
    const open = layOutRoles(lanes, axis, true);
    expect(open.lanes).toHaveLength(2);
    expect(open.lanes[0]?.bars[1]?.to).toBeGreaterThan(open.asOf.at);
    expect(open.lanes[1]?.bars[0]).toMatchObject({ to: 1, fades: true });
    // Nothing moves when it is opened.
    expect(open.asOf).toEqual(closed.asOf);
    expect(open.lanes[0]?.bars[0]).toEqual(bars[0]);
  });

  it('lie true to time, are never too thin to be seen, and stay inside', async () => {
    const { lanes, axis } = await lanesOf(
      [
        minister({ from: '2001-01-01', to: '2001-01-03' }),
        aRole('Host', { from: '2026-10-05', to: '2026-10-06' }),
        aRole('Guest', { asOf: '2010-01-01' }),
      ],
      '2026-10-06',
    );
    const drawing = layOutRoles(lanes, axis, false);
    for (const { from, to } of drawing.lanes.flatMap(({ bars }) => bars)) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(1);
      expect(to - from).toBeGreaterThan(0.01);
    }
    const guest = drawing.lanes.flatMap(({ bars }) => bars).find(({ bar }) => bar.title.text === 'Guest');
    expect(guest).toMatchObject({ fades: true, fadesIn: true });
    const share = (toDay(2010, 1, 1) - toDay(2001, 1, 1)) / (toDay(2026, 10, 6) - toDay(2001, 1, 1));
    expect(guest?.from).toBeCloseTo(share);
  });

  it.each([
    ['1903-01-01', '2025-09-08'],
    ['1998-05-05', '2025-09-08'],
    ['2023-05-05', '2025-09-08'],
    ['2025-09-08', '2025-09-08'],
    ['1950-01-01', '1951-01-01'],
  ])('from %s read on %s have few years below them, none on the year of the day', async (from, day) => {
    const { lanes, axis } = await lanesOf([minister({ from, to: '..', asOf: '2026-10-06' })], day);
    const { years, asOf } = layOutRoles(lanes, axis, false);
    expect(years.length).toBeLessThanOrEqual(4);
    expect(years.filter(({ at }) => Math.abs(at - asOf.at) < 0.25)).toEqual([]);
  });
});
