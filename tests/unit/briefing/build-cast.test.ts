/** The cast: who stands above whom, and what is said of each. */
import { describe, expect, it } from 'vitest';
import { buildCast } from '../../../lib/briefing/build-cast';
import { type Occurrence, salience, typeWeight } from '../../../lib/briefing/salience';
import type { BlockKind } from '../../../lib/model/article';
import type { PackRecord } from '../../../lib/model/pack';
import { anEntity, anEvent, aRole, ref, sceneOf, took } from '../../support/build-facts';

const times = (count: number, at = 0.5, kind: BlockKind = 'text'): Occurrence[] =>
  Array.from({ length: count }, () => ({ at, kind }));

describe('salience', () => {
  it.each<[what: string, occurrences: Occurrence[], inOwnEvent: boolean, value: number]>([
    ['one mention', times(1), false, 1],
    ['three mentions', times(3), false, 2],
    ['seven mentions', times(7), false, 3],
    ['the first tenth', times(1, 0.05), false, 4],
    ['the headline, which is in the first tenth', times(1, 0, 'headline'), false, 7],
    ['the article’s own event', times(1), true, 5],
    ['captions, which do not count', times(5, 0.05, 'caption'), false, 0],
    ['captions beside text', [...times(1), ...times(5, 0.05, 'caption')], false, 1],
  ])('of %s', (_, occurrences, inOwnEvent, value) => {
    expect(salience(1, occurrences, inOwnEvent)).toBeCloseTo(value, 10);
  });

  it('is never higher for a country named everywhere than for a person named once', () => {
    const country = salience(typeWeight('place', 'country', false), [...times(40), ...times(1, 0, 'headline')], false);
    const person = salience(typeWeight('person', null, false), times(1), false);
    expect(country).toBeLessThan(person * 1.2);
    expect(
      salience(typeWeight('place', 'country', false), [...times(7), ...times(1, 0, 'headline')], false),
    ).toBeLessThan(person);
  });
});

describe('the cast', () => {
  const RECORDS: readonly PackRecord[] = [
    anEntity('place/korea', { placeKind: 'country' }),
    anEntity('place/seoul', { placeKind: 'capital' }),
    anEntity('org/navy', { description: { en: 'Naval branch.' } }),
    anEntity('org/yonhap', { description: { en: 'South Korean news agency.' } }),
    anEntity('agreement/pact', { founded: '2026-01-01', description: { en: 'Signed on January 1, 2026.' } }),
    anEntity('person/ito', {
      roles: [aRole('Minister', { from: '2024-10-01', to: '2025-10-21', capacity: 'acting' })],
      description: { en: 'A politician.' },
    }),
    anEntity('person/mori', {
      roles: [aRole('Minister', { from: '2020', to: '2021' })],
      description: { en: 'A politician.' },
    }),
    anEvent('talks', '2025-09-08', {
      participants: took('person/ito', 'person/mori'),
      places: ['place/seoul' as never],
    }),
    anEvent('vote', '2025-10-04'),
  ];
  const ids = RECORDS.map(({ id }) => id as string);

  async function cast(occurrences: Record<string, Occurrence[]>) {
    const { facts, context } = await sceneOf(RECORDS, { day: '2025-09-08', named: Object.keys(occurrences) });
    const map = new Map(Object.entries(occurrences).map(([id, places]) => [ref(id), places]));
    return buildCast(facts, map, context);
  }
  const everybody = () => cast(Object.fromEntries(ids.map((id) => [id, times(1)])));

  it('has people first, then organisations, events, agencies and countries', async () => {
    expect((await everybody()).map(({ name }) => name.text)).toEqual([
      'Ito',
      'Mori',
      'Navy',
      'Pact',
      'Title of talks',
      'Yonhap',
      'Korea',
      'Seoul',
    ]);
  });

  it('leaves out an event that is still to come', async () => {
    expect((await everybody()).some(({ reference }) => reference === ref('event/vote'))).toBe(false);
  });

  it('says the office on the day with its word, else what somebody is, and nothing of what is still to come', async () => {
    const rows = Object.fromEntries(
      (await everybody()).map(({ name, role, capacity }) => [name.text, [capacity, role?.text]]),
    );
    expect(rows).toMatchObject({
      Ito: ['acting', 'Minister'],
      Mori: [undefined, 'A politician.'],
      Navy: [undefined, 'Naval branch.'],
      Pact: [undefined, undefined],
      Korea: [undefined, undefined],
    });
  });

  it('orders by the first mention what weighs the same', async () => {
    const rows = await cast({ 'org/navy': times(1, 0.9), 'agreement/pact': times(1, 0.8) });
    expect(rows.map(({ name }) => name.text)).toEqual(['Pact', 'Navy']);
  });

  it('has three groups, and places of mention for the bar', async () => {
    const rows = await everybody();
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(['people', 'organisations', 'places']));
    expect(rows[0]).toMatchObject({ positions: [0.5], mentions: 1, group: 'people' });
  });
});
