/** Offices as the article sees them: of countries and capitals, and of people who have left theirs. */
import { describe, expect, it } from 'vitest';
import { buildCard } from '../../../lib/briefing/build-card';
import type { PackRecord } from '../../../lib/model/pack';
import {
  anEntity,
  anEvent,
  aRole,
  aSeries,
  aTimeline,
  buildScene,
  bundledKnowledge,
  ref,
  sceneOf,
  took,
} from '../../support/build-facts';

const citizen = { relations: [{ kind: 'citizen', to: 'place/korea', sources: [] }] } as const;
const of = 'place/korea' as never;

/** A country with a president, a defense minister and a forestry minister; visits by two defense ministers. */
const RECORDS: readonly PackRecord[] = [
  anEntity('place/korea', { placeKind: 'country' }),
  anEntity('place/seoul', {
    placeKind: 'capital',
    relations: [{ kind: 'capital-of', to: 'place/korea' as never, sources: [] }],
  }),
  anEntity('place/busan', { placeKind: 'city' }),
  anEntity('place/atlantis', { placeKind: 'country' }),
  anEntity('post/head', { relations: [{ kind: 'head-of', to: of, sources: [] }] }),
  anEntity('post/defense'),
  anEntity('post/forests'),
  anEntity('post/adviser'),
  anEntity('person/min', {
    ...citizen,
    roles: [
      aRole('Minister of Forests', {
        from: '2025-01-01',
        to: '..',
        asOf: '2026-01-01',
        post: 'post/forests' as never,
        of,
      }),
    ],
  } as never),
  anEntity('person/ahn', {
    ...citizen,
    roles: [
      aRole('Member of the Assembly', { from: '2008-05-30', to: '..', asOf: '2026-01-01', of }),
      aRole('Minister of Defense', { from: '2025-07-25', to: '2026-09-22', post: 'post/defense' as never, of }),
    ],
  } as never),
  anEntity('person/lee', {
    ...citizen,
    roles: [aRole('President', { from: '2025-06-04', to: '..', asOf: '2026-01-01', post: 'post/head' as never, of })],
  } as never),
  anEntity('person/yoon', {
    ...citizen,
    roles: [aRole('President', { from: '2022-05-10', to: '2025-04-04', post: 'post/head' as never, of })],
  } as never),
  anEntity('person/han', {
    ...citizen,
    roles: [
      aRole('President', { from: '2025-04-04', to: '2025-06-03', post: 'post/head' as never, of, capacity: 'acting' }),
    ],
  } as never),
  anEntity('person/shin', {
    ...citizen,
    roles: [
      aRole('Minister of Defense', { from: '2023-10-07', to: '2024-09-06', post: 'post/defense' as never, of }),
      aRole('National Security Adviser', { from: '2024-08-12', to: '2025-06-04', post: 'post/adviser' as never, of }),
    ],
  } as never),
  anEntity('person/gen'),
  anEvent('talks', '2025-09-08', { participants: took('person/gen', 'person/ahn as post/defense') }),
  anEvent('older-talks', '2024-07-28', { participants: took('person/gen', 'person/shin') }),
  aSeries('visits', ['talks', 'older-talks']),
  aTimeline('visits', ['talks', 'older-talks']),
];

async function card(id: string, day: string, named = ['person/gen', 'person/ahn', 'person/shin', 'place/seoul']) {
  const { facts, context } = await sceneOf(RECORDS, { day, named: [...named, id] });
  return buildCard(facts, ref(id), context, null);
}

const offices = async (id: string, day: string) =>
  (await card(id, day))?.offices?.holders.map(({ office, capacity, holder }) =>
    [...(capacity ? [capacity] : []), office.text, holder.text].join(' · '),
  ) ?? null;

describe('the offices of a place', () => {
  it.each([
    [
      'a country: its head, then the ministers of the article',
      'place/korea',
      '2025-09-08',
      ['President · Lee', 'Minister of Defense · Ahn'],
    ],
    ['a capital: those of its country', 'place/seoul', '2025-09-08', ['President · Lee', 'Minister of Defense · Ahn']],
    ['the head alone where no event calls for a minister', 'place/seoul', '2025-09-09', ['President · Lee']],
    ['who held it then', 'place/seoul', '2024-01-01', ['President · Yoon']],
    [
      'both on a day of change, the acting one with that word',
      'place/seoul',
      '2025-04-04',
      ['President · Yoon', 'acting · President · Han'],
    ],
    ['nobody where the record asserts nobody', 'place/korea', '2020-01-01', null],
    ['nobody of a country without posts', 'place/atlantis', '2025-09-08', null],
    ['nobody of a city', 'place/busan', '2025-09-08', null],
    ['nobody of a person', 'person/lee', '2025-09-08', null],
  ])('name, for %s', async (_, id, day, holders) => {
    expect((await offices(id, day))?.sort() ?? null).toEqual(holders?.sort() ?? null);
  });

  it('are ordered with the leading office first', async () => {
    expect(await offices('place/seoul', '2025-09-08')).toEqual(['President · Lee', 'Minister of Defense · Ahn']);
  });
});

describe('somebody without an office on the day', () => {
  const earlier = async (day: string) => (await card('person/shin', day))?.roles?.lines.map(({ title }) => title.text);

  it('is shown with the latest, and with the one that the article is about', async () => {
    expect(await earlier('2025-09-08')).toEqual(['National Security Adviser', 'Minister of Defense']);
  });

  it('is shown with the latest alone where the article is about no office', async () => {
    expect(await earlier('2025-09-10')).toEqual(['National Security Adviser']);
  });

  it('is shown with the post in which events of the article’s series name them', async () => {
    const records = RECORDS.map((record) =>
      record.id === 'event/older-talks'
        ? anEvent('older-talks', '2024-07-28', { participants: took('person/gen', 'person/shin as post/defense') })
        : record.id === 'event/talks'
          ? anEvent('talks', '2025-09-08', { participants: took('person/gen', 'person/ahn') })
          : record,
    );
    const { facts, context } = await sceneOf(records, {
      day: '2025-09-08',
      named: ['person/gen', 'person/ahn', 'person/shin'],
    });
    expect(buildCard(facts, ref('person/shin'), context, null)?.roles?.lines.map(({ title }) => title.text)).toEqual([
      'National Security Adviser',
      'Minister of Defense',
    ]);
  });
});

describe('Shin Won-sik in the flagship article', () => {
  it('has his post of defense minister with both dates', async () => {
    const named = ['gen-nakatani', 'ahn-gyu-back', 'shin-won-sik', 'shigeru-ishiba', 'lee-jae-myung'].map(
      (slug) => `japan-rok-defense:person/${slug}` as never,
    );
    const { facts, context } = await buildScene(await bundledKnowledge(), { day: '2025-09-08', named });
    const lines = buildCard(facts, named[2] as never, context, null)?.roles?.lines ?? [];
    expect(lines).toContainEqual(
      expect.objectContaining({
        when: 'earlier',
        from: '2023-10-07',
        to: '2024-09-06',
        title: expect.objectContaining({ text: 'Minister of National Defense of South Korea' }),
      }),
    );
    expect(lines.length).toBeLessThanOrEqual(2);
  });
});
