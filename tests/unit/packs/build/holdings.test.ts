/** Nobody is in office by omission. */
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../lib/packs/build/inputs';
import { builtWorld, namesOf, rolesOf } from '../../../support/built-world';
import { aHolding } from '../../../support/world-inputs';

const france = (cabinet: Row[], legislature: Row[] = [], births: Row[] = []) =>
  builtWorld({ holdings: [{ name: 'france-cabinet', cabinet, legislature, births }] });

describe('holdings of offices', () => {
  it('are asserted from end to end, and to the last day of the extract where the last holder has no end', async () => {
    const world = await france([
      aHolding('President', 'Anne Un', 'Q1', '2012-05-15', '2017-05-14'),
      aHolding('President', 'Bert Deux', 'Q2', '2017-05-14'),
      aHolding('Minister of Sport', 'Carl Trois', 'Q3', '2022-07-01', '2022-07-04'),
    ]);
    expect(rolesOf(world.entity('person/anne-un'))).toEqual(['post/france-president 2012-05-15/2017-05-14']);
    expect(rolesOf(world.entity('person/bert-deux'))).toEqual(['post/france-president 2017-05-14/.. as of 2022-07-04']);
    expect(world.entity('post/france-president')?.label.en).toBe('President of France');
    expect(world.entity('post/france-president')?.relations?.[0]?.kind).toBe('head-of');
  });

  it('have no end that nobody recorded: a follower, an old date or a death closes them', async () => {
    const world = await france(
      [
        aHolding('Prime Minister', 'Anne Un', 'Q1', '1990-01-01'),
        aHolding('Prime Minister', 'Bert Deux', 'Q2', '2020-01-01', '2022-07-04'),
        aHolding('Minister of Sport', 'Carl Trois', 'Q3', '2009-03-04'),
        aHolding('Minister of Tourism', 'Dora Quatre', 'Q4', '2021-03-04'),
      ],
      [],
      [{ id: 'Q4', dob: '1950-01-01', dod: '2022-01-01' }],
    );
    expect(rolesOf(world.entity('person/anne-un'))).toEqual(['post/france-prime-minister 1990-01-01/']);
    expect(rolesOf(world.entity('person/carl-trois'))).toEqual(['post/france-minister-of-sport 2009-03-04/']);
    expect(rolesOf(world.entity('person/dora-quatre'))).toEqual(['post/france-minister-of-tourism 2021-03-04/']);
  });

  it('do not end with a death decades later', async () => {
    const world = await france([
      { ...aHolding('Minister of Sport', 'Anne Un', 'Q1', '1964', '2018-06-25'), DOB: '1920-01-01', DOD: '2018-06-25' },
    ]);
    expect(rolesOf(world.entity('person/anne-un'))).toEqual(['post/france-minister-of-sport 1964/']);
    expect(world.entity('person/anne-un')?.died).toBe('2018-06-25');
  });

  it('of seats are open from the latest renewal on', async () => {
    const seat = 'member of the French National Assembly';
    const members = Array.from({ length: 6 }, (_, i) =>
      aHolding(seat, `Member No${'abcdef'[i]}`, `Q1${i}`, '2022-06-22'),
    );
    const world = await france(
      [],
      [
        ...members,
        aHolding(seat, 'Old Timer', 'Q20', '2019-01-01'),
        aHolding(seat, 'X Y', 'Q21', '2017-01-01', '2022-06-21'),
      ],
    );
    expect(rolesOf(world.entity('person/member-noa'))[0]).toMatch(/2022-06-22\/\.\. as of 2022-06-22$/);
    expect(rolesOf(world.entity('person/old-timer'))[0]).toMatch(/2019-01-01\/$/);
  });

  it('are left out when they cannot be', async () => {
    const world = await france([
      { ...aHolding('President', 'Anne Un', 'Q1', '2001-01-01', '2002-01-01'), DOB: '1995-01-01' },
      aHolding('President', 'Bert Deux', 'Q2', '2005-01-01', '2004-01-01'),
      aHolding('President', 'Q3', 'Q3', '2005-01-01', '2006-01-01'),
      aHolding('First Lady', 'Dora Quatre', 'Q4', '2005-01-01', '2006-01-01'),
      aHolding('Minister of Sport', 'Carl Trois', 'Q5', '2005-01-01', '2006-01-01'),
    ]);
    expect(world.records.filter((record) => record.record === 'entity' && record.type === 'person')).toHaveLength(1);
    expect(world.report).toContain('left 1: holdings that end before they begin (Bert Deux, President)');
  });

  it('give persons their names and a sentence that holds on every day', async () => {
    const world = await france([aHolding('President', 'Charles de Gaulle', 'Q1', '1959-01-08', '1969-04-28')]);
    const person = world.entity('person/charles-de-gaulle');
    expect(namesOf(person)).toEqual(['full:Charles de Gaulle (de Gaulle)']);
    expect(person?.description).toEqual({ en: 'French politician', ja: 'フランスの政治家', ko: '프랑스의 정치인' });
    expect(person?.sameAs).toEqual(['https://www.wikidata.org/wiki/Q1']);
  });
});
