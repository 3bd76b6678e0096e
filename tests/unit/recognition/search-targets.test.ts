import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackRecord } from '../../../lib/model/pack';
import { searchTargets } from '../../../lib/recognition/search-targets';
import { toDay } from '../../../lib/text/edtf';
import { parseQuery } from '../../../lib/text/search-query';
import { aName, anEntity, anEvent, aPack, openAll } from '../../support/build-pack';

const RECORDS: readonly PackRecord[] = [
  anEntity('person/gen-nakatani', {
    prominence: 0.9,
    label: { en: 'Gen Nakatani', ja: '中谷元' },
    reading: { ja: 'なかたに げん' },
    names: [
      aName('Gen Nakatani', 'full', { family: 'Nakatani' }),
      aName('中谷元', 'full', { lang: 'ja' }),
      aName('나카타니 겐', 'full', { lang: 'ko' }),
    ],
  }),
  anEntity('person/kazuma-nakatani', { prominence: 0.2 }),
  anEntity('org/nakata-group', { prominence: 0.5, names: [aName('Nakata Group')] }),
  anEntity('person/lee-jae-myung', { names: [aName('Lee Jae-myung', 'full', { family: 'Lee' })] }),
  anEntity('org/department-of-war', {
    label: { en: 'Department of War' },
    names: [
      aName('Department of Defense', 'full', { to: '2025-09-04' }),
      aName('Department of War', 'full', { from: '2025-09-05' }),
    ],
  }),
  anEvent('event/visit-2015', {
    date: '2015-10-20',
    title: { en: 'Nakatani visits Seoul', ko: '나카타니, 서울 방문' },
  }),
  anEvent('event/visit-2025', { date: '2025-09-08', title: { en: 'Nakatani visits Seoul again' } }),
  anEvent('event/trip-2026', { date: '2026-02-01', title: { en: 'Nakatani visits Busan' } }),
  anEvent('event/war', { date: '1950-06-25', title: { en: 'War begins in Korea' }, names: [aName('Korean War')] }),
];
const whole = openAll(aPack(RECORDS));
const WORDS = [
  'Gen',
  'Nakatani',
  'Lyon',
  '中谷',
  '나카타니',
  'なかたに',
  'Xerxes',
  'Ahn',
  'Gyu',
  '東京',
  '안규백',
  'Oslo',
  'Élan',
];

function find(typed: string, { day = toDay(2025, 9, 10), favoured = [] as string[], limit = 10 } = {}) {
  const query = parseQuery(typed);
  if (!query) throw new Error('nothing to look for');
  const targets = new Set(favoured.map((id) => whole.directory.targetOf(`test:${id}` as never)));
  const { laterCount, ...found } = searchTargets(whole, query, { day, favoured: targets, limit });
  const ids = (some: readonly { target: number }[]) =>
    some.map(({ target }) => whole.index.reference(target).slice('test:'.length));
  return { entities: ids(found.entities), events: ids(found.events), later: ids(found.later), laterCount };
}

describe('a search', () => {
  it.each<[typed: string, first: string]>([
    ['gen nakatani', 'person/gen-nakatani'],
    ['nakatani', 'person/gen-nakatani'],
    ['中谷', 'person/gen-nakatani'],
    ['나카', 'person/gen-nakatani'],
    ['なかたに', 'person/gen-nakatani'],
    ['ナカタニ', 'person/gen-nakatani'],
    ['lee jae myung', 'person/lee-jae-myung'],
    ['myung lee', 'person/lee-jae-myung'],
    ['jae', 'person/lee-jae-myung'],
    ['department of d', 'org/department-of-war'],
  ])('for %j finds %s first', (typed, first) => {
    expect(find(typed).entities[0]).toBe(first);
  });

  it('puts what is called so before what begins so, and the prominent before others', () => {
    expect(find('nakata').entities).toEqual(['person/gen-nakatani', 'org/nakata-group', 'person/kazuma-nakatani']);
    expect(find('nakatani').entities).toEqual(['person/gen-nakatani', 'person/kazuma-nakatani']);
    expect(find('nakata group').entities).toEqual(['org/nakata-group']);
  });

  it('puts whom the article names first among equals', () => {
    expect(find('nakata', { favoured: ['org/nakata-group'] }).entities[0]).toBe('org/nakata-group');
    expect(find('nakatani', { favoured: ['person/kazuma-nakatani'] }).entities[0]).toBe('person/gen-nakatani');
  });

  it('finds events by their titles and names, the nearest first, and later ones apart', () => {
    expect(find('seoul')).toMatchObject({ events: ['event/visit-2025', 'event/visit-2015'], later: [] });
    expect(find('서울').events).toEqual(['event/visit-2015']);
    expect(find('korean w').events).toEqual(['event/war']);
    expect(find('war begins').events).toEqual(['event/war']);
    expect(find('nakatani visits', { day: toDay(2020, 1, 1) })).toMatchObject({
      events: ['event/visit-2015'],
      later: ['event/visit-2025', 'event/trip-2026'],
      laterCount: 2,
    });
    expect(find('nakatani visits', { day: toDay(2020, 1, 1), limit: 1 })).toMatchObject({ laterCount: 2 });
  });

  it('knows no name before it came into use', () => {
    expect(find('department of w').entities).toEqual(['org/department-of-war']);
    expect(find('department of w', { day: toDay(2025, 1, 1) }).entities).toEqual([]);
    // The old name stays known.
    expect(find('department of defense').entities).toEqual(['org/department-of-war']);
  });

  it('keeps no more than asked, and those the best', () => {
    const people = Array.from({ length: 300 }, (_, i) =>
      anEntity(`person/p${i}`, { prominence: ((i * 37) % 300) / 300, names: [aName(`Anna Number${i}`)] }),
    );
    const many = openAll(aPack(people));
    const query = parseQuery('a');
    if (!query) throw new Error('nothing to look for');
    const { entities } = searchTargets(many, query, { day: 0, favoured: new Set(), limit: 20 });
    const prominence = entities.map(({ target }) => many.index.prominence(target));
    expect(prominence).toHaveLength(20);
    expect(prominence).toEqual(prominence.toSorted((a, b) => b - a));
    expect(Math.min(...prominence)).toBeGreaterThan(0.92);
  });

  it('finds in a second walk through the names what it finds in the first', () => {
    const many = aPack(
      Array.from({ length: 400 }, (_, i) =>
        anEntity(`person/p${i}`, {
          names: [aName(`${WORDS[i % 7]} ${WORDS[(i * 5) % 11]}-${WORDS[(i * 3) % 13]} ${i}`)],
        }),
      ),
    );
    const warm = openAll(many);
    for (const typed of [...WORDS, ...WORDS.map((word) => word.slice(0, 2)), 'gen nak', '나ㅋ', 'ly xe']) {
      const query = parseQuery(typed);
      if (!query) throw new Error('nothing to look for');
      const options = { day: 0, favoured: new Set<number>(), limit: 500 };
      expect(searchTargets(warm, query, options)).toEqual(searchTargets(openAll(many), query, options));
    }
  });

  it('finds by any beginning of any of its words', () => {
    const aCase = fc.record({ pick: fc.nat(), word: fc.nat(), length: fc.integer({ min: 2, max: 12 }) });
    const named = RECORDS.flatMap((record) =>
      record.record === 'entity'
        ? record.names.flatMap(({ text, from }) => (from ? [] : [{ id: record.id, text }]))
        : [],
    );
    fc.assert(
      fc.property(aCase, ({ pick, word, length }) => {
        const { id, text } = named[pick % named.length] as (typeof named)[number];
        const words = text.split(/[ -]/);
        const typed = (words[word % words.length] as string).slice(0, length);
        if (typed.length < 2 || typed === 'of') return;
        expect(find(typed).entities).toContain(id);
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});
