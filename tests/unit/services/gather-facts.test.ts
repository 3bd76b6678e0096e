/** What is fetched for an article: enough for every card and timeline, in few rounds. */
import { describe, expect, it } from 'vitest';
import { entityOf, eventOf } from '../../../lib/briefing/facts';
import type { PackRecord } from '../../../lib/model/pack';
import { gatherFacts } from '../../../lib/services/gather-facts';
import type { Knowledge } from '../../../lib/services/knowledge';
import { parseEdtf } from '../../../lib/text/edtf';
import {
  anEntity,
  anEvent,
  aRole,
  aSeries,
  aSource,
  aTimeline,
  buildKnowledge,
  ref,
  took,
} from '../../support/build-facts';

const day = parseEdtf('2025-09-08')?.first as number;
const RECORDS: readonly PackRecord[] = [
  aSource(),
  aSource('source/paper'),
  anEntity('place/japan', { placeKind: 'country' }),
  anEntity('post/minister'),
  anEntity('person/ito', {
    roles: [
      aRole('Minister', {
        from: '2024-10-01',
        to: '2025-10-21',
        post: 'post/minister' as never,
        of: 'place/japan' as never,
        sources: ['source/paper' as never],
      }),
      // As another pack would say it.
      aRole('Minister', {
        from: '2024-10-01',
        to: '..',
        asOf: '2025-09-30',
        post: 'post/minister' as never,
        of: 'place/japan' as never,
      }),
    ],
    relations: [{ kind: 'citizen', to: 'place/japan' as never, sources: [] }],
  }),
  anEntity('person/abe', {
    roles: [
      aRole('Minister', {
        from: '2020-01-01',
        to: '2024-09-30',
        post: 'post/minister' as never,
        of: 'place/japan' as never,
      }),
    ],
  }),
  anEntity('person/other'),
  anEvent('talks', '2015-10-20', { participants: took('person/ito', 'person/other as post/minister') }),
  anEvent('elsewhere', '2016-10-20', { participants: took('person/other') }),
  anEvent('listed', '2017-10-20'),
  aSeries('visits', ['talks', 'listed', 'gone']),
  aSeries('others', ['elsewhere']),
  aTimeline('others', ['elsewhere']),
  aTimeline('visits', ['talks', 'listed']),
];

async function gather(named: string[], change: (known: Knowledge) => Knowledge = (known) => known) {
  const rounds: number[] = [];
  const known = await buildKnowledge(RECORDS);
  const counted: Knowledge = {
    ...known,
    get: (references) => {
      rounds.push(references.length);
      return known.get(references);
    },
  };
  const facts = await gatherFacts(change(counted), named.map(ref), day);
  return { facts, rounds };
}

describe('the facts of an article', () => {
  it.each([
    ['who is named', 'person/ito'],
    ['a role’s post', 'post/minister'],
    ['a role’s source', 'source/paper'],
    ['the country', 'place/japan'],
    ['an event of who is named', 'event/talks'],
    ['who else took part', 'person/other'],
    ['the series and timelines', 'series/visits'],
    ['their events', 'event/listed'],
    ['the sources of those', 'source/gazette'],
  ])('hold %s', async (_, id) => {
    const { facts } = await gather(['person/ito']);
    expect(facts.record(ref(id))).toBeDefined();
  });

  it('hold nothing of what is not asked for', async () => {
    const { facts } = await gather(['person/ito']);
    expect(eventOf(facts, ref('event/elsewhere'))).toBeNull();
    expect([facts.series, facts.timelines]).toEqual([[ref('series/visits')], [ref('timeline/visits')]]);
    expect(entityOf(facts, ref('person/abe'))).toBeNull();
  });

  it('name who holds a country’s posts on the day, and not who held them', async () => {
    const { facts } = await gather(['place/japan']);
    expect(facts.holders(ref('place/japan'))).toEqual([{ post: ref('post/minister'), holder: ref('person/ito') }]);
    expect(facts.holders(ref('place/korea'))).toEqual([]);
  });

  it('hold the newest four hundred events up to the day of somebody who has more', async () => {
    const events = Array.from({ length: 1000 }, (_, i) =>
      anEvent(`e${i}`, i < 500 ? `2015-01-${String((i % 28) + 1).padStart(2, '0')}` : '2026-01-01', {
        participants: took('person/ito'),
      }),
    );
    const known = await buildKnowledge([anEntity('person/ito'), ...events]);
    const facts = await gatherFacts(known, [ref('person/ito')], day);
    const own = facts.eventsOf(ref('person/ito'));
    expect(own).toHaveLength(400);
    expect(own.filter((id) => eventOf(facts, id)?.date.startsWith('2026'))).toEqual([]);
    expect(eventOf(facts, own.at(-1) as never)?.date).toBe('2015-01-28');
  });

  it('come in a few rounds, and no record twice', async () => {
    const { rounds } = await gather(['person/ito']);
    expect(rounds.length).toBeLessThanOrEqual(6);
    expect(rounds.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(RECORDS.length + 1);
  });

  it('leave out whatever could not be read, rather than half of it', async () => {
    const gone = new Set(['event/talks', 'timeline/visits', 'person/ito'].map(ref));
    const { facts } = await gather(['person/ito', 'place/japan'], (known) => ({
      ...known,
      get: async (references) => known.get(references.filter((reference) => !gone.has(reference))),
    }));
    expect(facts.eventsOf(ref('person/ito'))).toEqual([]);
    expect(facts.timelines).toEqual([]);
    expect(facts.series).toEqual([ref('series/visits')]);
    expect(facts.holders(ref('place/japan'))).toEqual([]);
  });

  it('do not answer for a pack that is not installed', async () => {
    const { facts } = await gather(['person/ito']);
    expect(() => facts.header('other' as never)).toThrow(/other is not installed/);
  });
});
