/** Countries, places, organisations, companies, elections and events. */
import { describe, expect, it } from 'vitest';
import { builtWorld, namesOf } from '../../../support/built-world';
import { aFactbookCountry, someInputs } from '../../../support/world-inputs';

const city = (name: string, more: object = {}) =>
  ({
    NAME: name,
    NAME_EN: name,
    FEATURECLA: 'Populated place',
    ISO_A2: 'FR',
    ADM0NAME: 'France',
    POP_MAX: 50_000,
    wikidataid: `Q9${name.length}`,
    ...more,
  }) as never;

describe('countries', () => {
  it('have names in all languages, their people and their Wikidata item; territories are regions of theirs', async () => {
    const { entity } = await builtWorld();
    expect(entity('place/france')).toMatchObject({
      placeKind: 'country',
      label: { en: 'France', ja: 'フランス' },
      sameAs: ['https://www.wikidata.org/wiki/Q142'],
    });
    expect(namesOf(entity('place/france'))).toEqual(['full:France', 'full:フランス', 'full:프랑스', 'demonym:French']);
    expect(entity('place/greenland')).toMatchObject({
      placeKind: 'region',
      relations: [{ kind: 'part-of', to: 'place/denmark' }],
    });
  });
});

describe('cities', () => {
  it('are capitals or not, lie in a country, and leave out words and minor given names', async () => {
    const { entity, report } = await builtWorld({
      cities: [
        city('Paris', { FEATURECLA: 'Admin-0 capital', POP_MAX: 9_000_000, NAME_RU: 'Париж', NAME_ZH: '巴黎' }),
        city('Nice', { wikidataid: 'Q2' }),
        city('Orléans'),
      ],
    });
    expect(entity('place/paris')).toMatchObject({
      placeKind: 'capital',
      relations: [{ kind: 'part-of' }, { kind: 'capital-of', to: 'place/france' }],
    });
    expect(namesOf(entity('place/paris'))).toEqual(['full:Paris', 'full:Париж', 'full:巴黎']);
    expect(namesOf(entity('place/orleans'))).toEqual(['full:Orléans', 'full:Orleans']);
    expect(namesOf(entity('place/nice'))).toEqual([]);
    expect(report).toMatch(/on the stop list \(Nice\)/);
  });

  it('get Japanese names from the time zone that is called after them', async () => {
    const { entity } = await builtWorld({
      cities: [city('Paris', { POP_MAX: 9_000_000 })],
      exemplarCities: { en: { '/Europe/Paris': 'Paris' }, ja: { '/Europe/Paris': 'パリ' } },
    });
    expect(entity('place/paris')?.label.ja).toBe('パリ');
  });
});

describe('cities that others are called after', () => {
  const leeds = city('Leeds', { ISO_A2: 'GB', ADM0NAME: 'United Kingdom', POP_MAX: 1_500_000, wikidataid: 'Q39121' });

  it('come before their district; a region without an item is found by its code', async () => {
    const { entity } = await builtWorld({
      cities: [leeds],
      subdivisions: { en: { gblds: 'Leeds', gbess: 'Essex' } },
    });
    const district = entity('place/leeds-gb-lds');
    expect(district?.prominence).toBeLessThan((entity('place/leeds')?.prominence ?? 0) - 0.15);
    expect(namesOf(district)).toEqual(['full:Leeds!']);
    expect(entity('place/essex')).toMatchObject({
      prominence: 0.4,
      sameAs: ['https://www.wikidata.org/w/index.php?search=haswbstatement:P300=GB-ESS'],
    });
  });

  it('leave the state of a union as it is', async () => {
    const { entity } = await builtWorld({
      cities: [city('Virginia', { ISO_A2: 'US', ADM0NAME: 'United States' })],
      subdivisions: { en: { usva: 'Virginia' } },
    });
    expect(entity('place/virginia')).toMatchObject({ placeKind: 'region', prominence: 0.55 });
  });

  it('are called as news calls them today, and as before', async () => {
    const { entity } = await builtWorld({ cities: [city('Kiev', { wikidataid: 'Q1899' })] });
    expect(entity('place/kyiv')?.label.en).toBe('Kyiv');
    expect(namesOf(entity('place/kyiv'))).toEqual(['full:Kyiv', 'full:Kiev']);
  });

  it('take the name of a time zone by their second name, unless it is a country', async () => {
    const { entity } = await builtWorld({
      cities: [
        city('New York', { NAME_EN: 'New York City', POP_MAX: 9_000_000, wikidataid: 'Q60' }),
        city('France', { NAME_EN: 'France City', POP_MAX: 9_000_000, wikidataid: 'Q61' }),
      ],
      exemplarCities: {
        en: { '/America/New_York': 'New York', '/Europe/France': 'France' },
        ja: { '/America/New_York': 'ニューヨーク', '/Europe/France': 'フランス' },
      },
    });
    expect(entity('place/new-york-city')?.label.ja).toBe('ニューヨーク');
    expect(entity('place/france-city')?.label.ja).toBeUndefined();
  });
});

describe('areas', () => {
  it('without a code of their own are named as news names them', async () => {
    const inputs = someInputs();
    const { entity } = await builtWorld({
      territories: { en: { ...inputs.territories.en, PS: 'Palestine' } },
      borders: [
        ...inputs.borders,
        { iso1A2: 'PS', wikidata: 'Q219060', nameEn: 'Palestine', level: 'country' },
        { wikidata: 'Q39760', nameEn: 'Gaza Strip', country: 'PS', level: 'territory' },
      ],
    });
    expect(entity('place/gaza-strip')).toMatchObject({
      label: { en: 'Gaza Strip', ja: 'ガザ地区', ko: '가자지구' },
      relations: [{ kind: 'part-of', to: 'place/palestine' }],
    });
    expect(namesOf(entity('place/gaza-strip')).slice(0, 2)).toEqual(['full:Gaza Strip', 'full:Gaza']);
    expect(entity('place/west-bank')).toBeUndefined();
  });
});

describe('organisations', () => {
  it('have acronyms, founding dates and members', async () => {
    const { entity } = await builtWorld({
      organisations: [
        ['North Atlantic Treaty Organization (NATO)', 'NATO', '4 April 1949', null],
        ['advanced economies', null, null, null],
      ],
      factbook: {
        fr: aFactbookCountry('France', 'French', {
          'International organization participation': { text: 'ADB (nonregional member), NATO, UN' },
        }),
      },
    });
    const nato = entity('organisation/north-atlantic-treaty-organization');
    expect(namesOf(nato)).toEqual(['full:North Atlantic Treaty Organization', 'abbreviation:NATO']);
    expect(nato?.founded).toBe('1949-04-04');
    expect(entity('place/france')?.relations).toContainEqual({
      kind: 'member',
      to: 'organisation/north-atlantic-treaty-organization',
      asOf: '2026-01',
      sources: ['source/factbook'],
    });
    expect(entity('organisation/advanced-economies')).toBeUndefined();
  });

  it('are parties with acronyms and former names, forces and chambers that say whose they are', async () => {
    const { entity } = await builtWorld({
      factbook: {
        fr: aFactbookCountry(
          'France',
          'French',
          {
            'Political parties': {
              text: 'National Rally or RNX (formerly Old National Front or FN)<br>The Ecologists<br><strong>note:</strong> x',
            },
            'Legislative branch - upper chamber': { 'chamber name': { text: 'Senate (S&eacute;nat)' } },
          },
          {
            'Military and Security': {
              'Military and security forces': {
                text: 'French Armed Forces (FAFX): Army, Navy; National Gendarmerie (2025)',
              },
            },
          },
        ),
      },
    });
    expect(namesOf(entity('organisation/national-rally'))).toEqual([
      'full:National Rally',
      'abbreviation:RNX!',
      'former:Old National Front',
    ]);
    expect(namesOf(entity('organisation/senate-of-france'))).toEqual([
      'full:Senate of France',
      'short:Senate!',
      'full:French Senate',
      'short:Sénat!',
    ]);
    expect(namesOf(entity('organisation/french-armed-forces'))).toEqual([
      'full:French Armed Forces',
      'abbreviation:FAFX!',
    ]);
    expect(entity('organisation/army')).toBeUndefined();
  });
});

describe('companies', () => {
  it('are found without their legal form; brands that are words or numbers are left out', async () => {
    const { entity } = await builtWorld({
      companies: [
        {
          Security: 'Acme Motors Inc. (Class A)',
          Symbol: 'ACM',
          Founded: '1902 (1950)',
          'Headquarters Location': 'Reno, Nevada',
        },
      ],
      brands: [
        { name: '7', qid: 'Q70', names: { brand: '7' } },
        { name: 'Good Bank', qid: 'Q71', names: { brand: 'Good Bank' } },
        { name: 'Acme Motors', qid: 'Q72', names: { brand: 'Acme Motors', 'brand:ja': 'アクメ自動車' } },
      ],
    });
    const acme = entity('organisation/acme-motors-inc');
    expect(namesOf(acme)).toEqual(['full:Acme Motors Inc.', 'full:Acme Motors', 'full:アクメ自動車']);
    expect(acme).toMatchObject({ founded: '1902', sameAs: ['https://www.wikidata.org/wiki/Q72'] });
    expect(namesOf(entity('organisation/good-bank'))).toEqual(['full:Good Bank!']);
  });
});

describe('ParlGov', () => {
  const election = (id: string, date: string) => ({
    id,
    country_id: '43',
    type_id: '13',
    date,
    wikipedia: `http://en.wikipedia.org/wiki/French_legislative_election,_${date.slice(0, 4)}`,
  });

  it('gives parties, elections and cabinets, and a series that says whether it has gaps', async () => {
    const { entity, events, records } = await builtWorld({
      parties: [
        {
          id: '7',
          country_id: '43',
          name_english: 'Rally | Union of Tests',
          name_short: 'RALX|UTX',
          name: 'Union des tests',
        },
      ],
      elections: [election('1', '2012-06-10'), election('2', '2017-06-11')],
      cabinets: [{ id: '3', country_id: '43', start_date: '2017-06-19', name: 'Un II', caretaker: '0' }],
      cabinetParties: [{ cabinet_id: '3', party_id: '7' }],
    });
    expect(namesOf(entity('organisation/union-of-tests'))).toEqual([
      'former:Rally',
      'full:Union of Tests',
      'full:Union des tests',
      'abbreviation:RALX!',
      'abbreviation:UTX!',
    ]);
    expect(events.map(({ title }) => title.en)).toEqual([
      'Parliamentary election in France, 2012',
      'Parliamentary election in France, 2017',
      'Cabinet Un II takes office in France',
    ]);
    expect(events[2]?.participants).toEqual([{ entity: 'place/france' }, { entity: 'organisation/union-of-tests' }]);
    expect(records).toContainEqual(
      expect.objectContaining({
        id: 'series/france-parliamentary-elections',
        coverage: [{ from: '2012-06-10', to: '2023-06', completeness: 'complete', sources: ['source/parlgov'] }],
      }),
    );
  });
});

describe('events of Wikidata', () => {
  it('take the first of January for a year and leave out what cannot be dated', async () => {
    const { events } = await builtWorld({
      events: [
        { event: 'http://x/Q1', date: '1807-06-22T00:00:00Z', label: 'Battle of Tests' },
        { event: 'http://x/Q2', date: '1157-01-01T00:00:00Z', label: 'battle of Years' },
        { event: 'http://x/Q3', date: '-0224-01-01T00:00:00Z', label: 'Battle of Old' },
        { event: 'http://x/Q4', date: '1942-01-05T00:00:00Z', label: 'Campaign 1942–1943' },
      ],
    });
    expect(events.map(({ date, kind, title }) => [date, kind, title.en])).toEqual([
      ['1157', 'battle', 'Battle of Years'],
      ['1807-06-22', 'battle', 'Battle of Tests'],
    ]);
  });
});

describe('a build', () => {
  it('is the same for the same inputs', async () => {
    const parts = { cities: [city('Paris'), city('Lyon')] };
    expect((await builtWorld(parts)).text).toBe((await builtWorld(parts)).text);
  });
});
