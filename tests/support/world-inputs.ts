/** Inputs of the world pack in miniature: five countries, and whatever a test puts in. */
import type { Row, WorldInputs } from '../../lib/packs/build/inputs';

const COUNTRIES = [
  ['FR', 'Q142', 'France', 'フランス', '프랑스'],
  ['GB', 'Q145', 'United Kingdom', 'イギリス', '영국'],
  ['JP', 'Q17', 'Japan', '日本', '일본'],
  ['KR', 'Q884', 'South Korea', '韓国', '대한민국'],
  ['US', 'Q30', 'United States', 'アメリカ合衆国', '미국'],
  ['GL', 'Q223', 'Greenland', 'グリーンランド', '그린란드'],
  ['DK', 'Q35', 'Denmark', 'デンマーク', '덴마크'],
] as const;

const namesIn = (column: 2 | 3 | 4) => Object.fromEntries(COUNTRIES.map((country) => [country[0], country[column]]));

/** A country of the Factbook; `sections` are put beside its name and people. */
export const aFactbookCountry = (name: string, adjective: string, government: object = {}, other: object = {}) =>
  ({
    'People and Society': {
      Population: { total: { text: '60,000,000 (2025 est.)' } },
      Nationality: { adjective: { text: adjective } },
    },
    Government: { 'Country name': { 'conventional short form': { text: name } }, ...government },
    ...other,
  }) as unknown as WorldInputs['factbook'][string];

export function someInputs(parts: Partial<WorldInputs> = {}): WorldInputs {
  return {
    factbook: {
      fr: aFactbookCountry('France', 'French'),
      uk: aFactbookCountry('United Kingdom', 'British'),
      ja: aFactbookCountry('Japan', 'Japanese'),
      us: aFactbookCountry('United States', 'American'),
    },
    organisations: [],
    holdings: [],
    politicians: [],
    cities: [],
    disputed: [],
    parties: [],
    cabinets: [],
    cabinetParties: [],
    elections: [],
    congress: [],
    executive: [],
    events: [],
    companies: [],
    brands: [],
    councillors: [],
    borders: COUNTRIES.map(([iso1A2, wikidata, nameEn]) => ({
      iso1A2,
      wikidata,
      nameEn,
      level: iso1A2 === 'GL' ? 'territory' : 'country',
      ...(iso1A2 === 'GL' ? { country: 'DK' } : {}),
    })),
    territories: { en: namesIn(2), ja: namesIn(3), ko: namesIn(4) },
    exemplarCities: {},
    subdivisions: {},
    englishWords: new Set(['nice', 'reading', 'good', 'hope', 'bank']),
    foreignWords: new Set(['ende']),
    ...parts,
  };
}

/** A line of an extract. */
export const aHolding = (position: string, person: string, personID: string, start: string, end = ''): Row => ({
  position,
  person,
  personID,
  start,
  end,
});
