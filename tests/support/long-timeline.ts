/** A pack with one timeline of any length, and an article of its people. Made up; the same on every machine. */
import type { Entity, PackEvent, PackRecord, Source } from '../../lib/model/pack';
import { dayToIso, toDay } from '../../lib/text/edtf';

const PEOPLE = 200;
const SOURCES = 60;
const FIRST = toDay(1950, 1, 1);
const LAST = toDay(2026, 9, 1);

const source = (i: number): Source => ({
  record: 'source',
  id: `source/report-${i}` as never,
  title: `Report number ${i} on the talks`,
  publisher: `Registry ${i % 12}`,
  kind: 'official',
  published: '2020-01-01',
});
const sourcesOf = (i: number) => [
  `source/report-${i % SOURCES}` as never,
  `source/report-${(i * 7) % SOURCES}` as never,
];

function entity(id: string, type: Entity['type'], name: string, given: Partial<Entity> = {}): Entity {
  return {
    record: 'entity',
    id: id as never,
    type,
    label: { en: name },
    names: [{ text: name, lang: 'en', kind: 'full' }],
    sources: sourcesOf(1),
    ...given,
  };
}

const personName = (i: number) =>
  `Tavor Belmin${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}${i >= 100 ? 'vel' : 'zor'}`;

function event(i: number, count: number): PackEvent {
  const [from, to] = i % 2 === 0 ? ['norland', 'sudland'] : ['sudland', 'norland'];
  return {
    record: 'event',
    id: `event/talks-${i}` as never,
    date: dayToIso(FIRST + Math.floor(((LAST - FIRST) * i) / count)),
    kind: i % 5 === 0 ? 'meeting' : 'visit',
    status: i % 40 === 0 ? 'postponed' : 'held',
    title: { en: `Round ${i} of the talks on harbours`, ja: `港湾協議第${i}回`, ko: `항만 협의 ${i}차` },
    summary: { en: 'The two sides spoke about harbours and about the weather, and agreed to meet again.' },
    participants: [
      { entity: `person/p-${i % PEOPLE}` as never, as: 'post/norland-minister' as never },
      { entity: `person/p-${(i * 7 + 1) % PEOPLE}` as never, as: 'post/sudland-minister' as never },
    ],
    direction: { from: `place/${from}` as never, to: `place/${to}` as never },
    sources: sourcesOf(i),
  };
}

/** Records with one timeline of so many events, all named by one series. */
export function longTimeline(count: number): PackRecord[] {
  const events = Array.from({ length: count }, (_, i) => event(i, count));
  const ids = events.map(({ id }) => id);
  return [
    ...Array.from({ length: SOURCES }, (_, i) => source(i)),
    entity('place/norland', 'place', 'Norland', { placeKind: 'country' }),
    entity('place/sudland', 'place', 'Sudland', { placeKind: 'country' }),
    entity('post/norland-minister', 'post', 'Minister of Harbours of Norland'),
    entity('post/sudland-minister', 'post', 'Minister of Harbours of Sudland'),
    ...Array.from({ length: PEOPLE }, (_, i) =>
      entity(`person/p-${i}`, 'person', personName(i), {
        roles: [
          {
            title: { en: 'Minister of Harbours' },
            post: `post/${i % 2 === 0 ? 'norland' : 'sudland'}-minister` as never,
            of: `place/${i % 2 === 0 ? 'norland' : 'sudland'}` as never,
            from: '1990-01-01',
            to: '2026-01-01',
            sources: sourcesOf(i),
          },
        ],
      }),
    ),
    ...events,
    {
      record: 'series',
      id: 'series/talks' as never,
      title: { en: 'Talks on harbours' },
      counts: { en: 'rounds of talks, held' },
      events: ids,
      coverage: [{ from: '1950', to: '2026', completeness: 'complete', sources: sourcesOf(3) }],
    },
    { record: 'timeline', id: 'timeline/talks' as never, title: { en: 'Talks on harbours' }, events: ids },
  ];
}

/** Paragraphs that name so many of its people, two in each. */
export const paragraphsOn = (people: number): string[] =>
  Array.from(
    { length: Math.ceil(people / 2) },
    (_, i) =>
      `${personName(2 * i)} met ${personName(2 * i + 1)} on Monday, and the two spoke for most of the day about harbours while others waited outside for word of what had been agreed.`,
  );
