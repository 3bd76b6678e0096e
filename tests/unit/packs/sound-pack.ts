/** A small sound pack with one record of each kind, for tests that break one thing in it. */
import type { PackRecord } from '../../../lib/model/pack';
import {
  aName,
  anEntity,
  anEvent,
  aPack,
  aRole,
  aSeries,
  aSource,
  aTimeline,
  type BuiltPack,
  SOURCE,
} from '../../support/build-pack';

/** Lines of the records in the file. */
export const LINE = {
  header: 1,
  source: 2,
  japan: 3,
  post: 4,
  person: 5,
  radar: 6,
  visit: 7,
  series: 8,
  timeline: 9,
  withdrawn: 10,
  end: 11,
} as const;

export const SOUND: BuiltPack = aPack([
  aSource({ url: 'https://gazette.example/1', quote: 'Twenty-five words at most.' }),
  anEntity('place/japan', { placeKind: 'country', names: [aName('Japan'), aName('日本', 'full', { lang: 'ja' })] }),
  anEntity('post/minister'),
  anEntity('person/gen-nakatani', {
    born: '1957-10-14',
    description: { en: 'Politician, born in 1957' },
    roles: [aRole({ post: 'post/minister', of: 'place/japan', provenance: { from: [SOURCE] } })],
    relations: [{ kind: 'citizen', to: 'place/japan', sources: [SOURCE] }],
    replaces: ['person/nakatani'],
  }),
  anEvent('event/radar', {
    date: '2018-12-20',
    kind: 'incident',
    accounts: [
      { by: 'place/japan', text: { en: 'It was.' }, sources: [SOURCE] },
      { by: 'person/gen-nakatani', text: { en: 'It was not.' }, sources: [SOURCE] },
    ],
  }),
  anEvent('event/visit', {
    title: { en: 'Visit of 2015', ko: { text: '방문', auto: true } },
    participants: [{ entity: 'person/gen-nakatani', as: 'post/minister' }],
    places: ['place/japan'],
    direction: { from: 'place/japan', to: 'place/japan' },
  }),
  aSeries('series/visits', { events: ['event/visit'] }),
  aTimeline('timeline/visits', { rule: { series: ['series/visits'], participants: ['place/japan'] } }),
  { record: 'withdrawn', id: 'event/never', reason: 'It did not happen.', date: '2025-06-01' } as unknown as PackRecord,
]);

/** A copy of the sound pack in which the record of a line is changed. */
export function withChange(line: number, change: object): BuiltPack {
  const patch = <T extends object>(record: T): T =>
    JSON.parse(JSON.stringify({ ...record, ...change }, (_, value) => value)) as T;
  if (line === LINE.header) return { ...SOUND, header: patch(SOUND.header) };
  return { ...SOUND, records: SOUND.records.map((record, i) => (i + 2 === line ? patch(record) : record)) };
}
