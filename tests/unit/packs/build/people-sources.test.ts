/** Leaders, politicians, members of Congress and councillors, and how they are joined. */
import { describe, expect, it } from 'vitest';
import { builtWorld, namesOf, rolesOf } from '../../../support/built-world';
import { aFactbookCountry, aHolding } from '../../../support/world-inputs';

const leaders = (state: string, government: string) => ({
  'Executive branch': { 'chief of state': { text: state }, 'head of government': { text: government } },
});

describe('leaders of the Factbook', () => {
  it('are in office on its last day and no later, under names in ordinary letters', async () => {
    const { entity } = await builtWorld({
      factbook: {
        fr: aFactbookCountry(
          'France',
          'French',
          leaders('President Anne LE GRAND (since 14 May 2017)', 'B&eacute;la DEUX (since 10 September 2025)'),
        ),
      },
    });
    expect(rolesOf(entity('person/anne-le-grand'))).toEqual(['post/france-president 2017-05-14/.. as of 2025-09-10']);
    expect(namesOf(entity('person/anne-le-grand'))).toEqual(['full:Anne Le Grand (Le Grand)']);
    expect(entity('person/bela-deux')).toBeUndefined();
  });

  it('take the Wikidata item of the politician they are', async () => {
    const { entity, records } = await builtWorld({
      factbook: {
        ja: aFactbookCountry(
          'Japan',
          'Japanese',
          leaders('Emperor ONEWORD (since 1 May 2019)', 'Prime Minister SATO Ichiro (since 1 October 2024)'),
        ),
      },
      holdings: [
        {
          name: 'japan-ministers',
          cabinet: [aHolding('Minister of Defence', 'Ichiro Sato', 'Q7', '2001-01-01', '2002-02-02')],
          legislature: [],
          births: [],
        },
      ],
    });
    const person = entity('person/ichiro-sato');
    expect(person?.sameAs).toEqual(['https://www.wikidata.org/wiki/Q7']);
    expect(rolesOf(person)).toEqual([
      'post/japan-defense-minister 2001-01-01/2002-02-02',
      'post/japan-prime-minister 2024-10-01/.. as of 2024-10-01',
    ]);
    expect(namesOf(person)).toContain('full:Ichiro Sato (Sato)');
    expect(namesOf(entity('person/oneword'))).toEqual(['short:Oneword!']);
    expect(records.filter((record) => record.record === 'entity' && record.type === 'person')).toHaveLength(2);
  });
});

describe('EveryPolitician', () => {
  it('gives names in other languages; one word of a foreign name needs context', async () => {
    const { entity } = await builtWorld({
      politicians: [
        {
          id: 'wd:Q5',
          src: ['France'],
          born: '1950-02-03',
          names: { en: 'Anne Un', ja: 'アンヌ・アンドル', ko: '안느 앙', ru: 'Ун, Анна Петровна', zh: '安妮' },
        },
      ],
    });
    expect(namesOf(entity('person/anne-un'))).toEqual([
      'full:Anne Un',
      'full:アンヌ・アンドル (アンドル)',
      'full:안느 앙',
      'full:Анна Ун',
      'full:安妮!',
    ]);
    expect(entity('person/anne-un')?.relations).toEqual([
      { kind: 'citizen', to: 'place/france', confidence: 'partly verified', sources: ['source/everypolitician'] },
    ]);
  });
});

describe('the Congress list', () => {
  it("knows state, district and term; a term that goes on is open on the list's last day", async () => {
    const { entity } = await builtWorld({
      congress: [
        {
          id: { wikidata: 'Q9' },
          name: { first: 'Ann', last: 'Lee', official_full: 'Ann B. Lee' },
          bio: { birthday: '1960-01-02' },
          terms: [
            { type: 'rep', start: '2021-01-03', end: '2023-01-03', state: 'WA', district: 1 },
            { type: 'sen', start: '2023-01-03', end: '2029-01-03', state: 'WA' },
          ],
        },
      ],
    });
    const person = entity('person/ann-b-lee');
    expect(person?.roles?.map(({ title }) => title.en)).toEqual([
      'United States representative for WA, district 1',
      'United States senator for WA',
    ]);
    expect(rolesOf(person)[1]).toBe('post/united-states-united-states-senator 2023-01-03/.. as of 2023-01-03');
    expect(namesOf(person)).toEqual(['full:Ann B. Lee (Lee)', 'full:Ann Lee']);
  });
});

describe('the House of Councillors', () => {
  it('counts a term back from its end, unless the member came in between', async () => {
    const row = {
      議員氏名: '青山　花子',
      読み方: 'あおやま　はなこ',
      選挙区: '比例',
      任期満了: '2028-07-25',
      当選年: '2016、2022',
      役職等の時点: '2026-07-23',
      議員個人の紹介ページ: '/1.htm',
    };
    const { entity } = await builtWorld({
      councillors: [row, { ...row, 議員氏名: '山田　次郎', 当選年: '2024', 議員個人の紹介ページ: '/7.htm' }],
    });
    expect(entity('person/councillor-1')).toMatchObject({
      label: { ja: '青山花子' },
      reading: { ja: 'あおやま はなこ' },
      roles: [{ from: '2022-07-26', to: '..', asOf: '2026-07-23', title: { ja: '参議院議員（比例）' } }],
    });
    expect(entity('person/councillor-7')?.roles?.[0]).not.toHaveProperty('from');
  });
});
