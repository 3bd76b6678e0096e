/** The inputs as sources of the packs: where they come from, under which licence, and the last day each can speak of. */

export interface InputSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly license: string;
  readonly kind: 'official' | 'reference' | 'dataset';
  /** What the input says of itself: no fact of it is later. */
  readonly published: string;
}

/** `publisher`: who stands behind the data, not the account that holds the file. */
const dataset = (
  title: string,
  publisher: string,
  repository: string,
  license: string,
  published: string,
): InputSource => ({
  title,
  publisher,
  url: `https://github.com/${repository}`,
  license,
  kind: 'dataset',
  published,
});

const everyPolitician = (name: string, published: string): InputSource =>
  dataset(
    `Wikidata extract: ${name.replaceAll('-', ' ')}`,
    'EveryPolitician',
    `every-politician-scrapers/${name}`,
    'CC0-1.0',
    published,
  );

export const SOURCES = {
  factbook: {
    title: 'The World Factbook, last edition (factbook/factbook.json)',
    publisher: 'Central Intelligence Agency',
    url: 'https://github.com/factbook/factbook.json',
    license: 'public domain',
    kind: 'official',
    published: '2026-01',
  },
  'igo-appendix-b': {
    title: 'The World Factbook, Appendix B: international organisations and groups',
    publisher: 'Central Intelligence Agency',
    url: 'https://github.com/dieghernan/Country-Codes-and-International-Organizations',
    license: 'public domain',
    kind: 'official',
    published: '2020',
  },
  everypolitician: dataset(
    'EveryPolitician: names of politicians from Wikidata',
    'mySociety (EveryPolitician)',
    'tijmenb/everypolitician-data',
    'CC0-1.0',
    '2015-11',
  ),
  'natural-earth': dataset(
    'Natural Earth: populated places and disputed areas',
    'Natural Earth',
    'martynafford/natural-earth-geojson',
    'public domain',
    '2017',
  ),
  parlgov: dataset('ParlGov: parties, cabinets and elections', 'ParlGov', 'hdigital/parlgov', 'CC0-1.0', '2023-06'),
  'us-congress': dataset(
    'Members of the United States Congress, presidents and vice presidents',
    'The @unitedstates project',
    'unitedstates/congress-legislators',
    'CC0-1.0',
    '2026-06',
  ),
  'wikidata-events': {
    title: 'Dated events from Wikidata',
    publisher: 'Wikidata',
    url: 'https://www.wikidata.org/',
    license: 'CC0-1.0',
    kind: 'dataset',
    published: '2024-01',
  },
  'sp-500': dataset('S&P 500 companies', 'DataHub', 'datasets/s-and-p-500-companies', 'PDDL-1.0', '2026-08'),
  'name-suggestion-index': dataset(
    'Name suggestion index: brands',
    'Name Suggestion Index contributors',
    'osmlab/name-suggestion-index',
    'BSD-3-Clause',
    '2026-08',
  ),
  'house-of-councillors': dataset(
    'Members of the House of Councillors of Japan',
    'SmartNews Media Research Institute',
    'smartnews-smri/house-of-councillors',
    'MIT',
    '2026-07',
  ),
  cldr: dataset(
    'Unicode CLDR 48: names of territories, subdivisions and cities',
    'Unicode Consortium',
    'unicode-org/cldr-json',
    'Unicode-3.0',
    '2026',
  ),
  'country-coder': dataset(
    'country-coder: codes of countries and territories',
    'country-coder contributors',
    'rapideditor/country-coder',
    'ISC',
    '2026',
  ),
  'world-leaders': dataset(
    'World leaders, current',
    'Open Data Archive',
    'open-data-archive/world-leaders-current',
    'CC-BY-SA-4.0',
    '2026-08-22',
  ),
  dr5hn: dataset(
    'Countries, states and cities database',
    'Countries States Cities Database contributors',
    'dr5hn/countries-states-cities-database',
    'ODbL-1.0',
    '2026-08',
  ),
  'world-countries': dataset(
    'World countries',
    'World countries contributors',
    'mledoze/countries',
    'ODbL-1.0',
    '2026',
  ),
  'australia-cabinet': everyPolitician('australia-cabinet', '2022-08'),
  'brazil-ministers': everyPolitician('brazil-ministers', '2022-08'),
  'canada-cabinet': everyPolitician('canada-cabinet', '2022-08'),
  'china-ministers': everyPolitician('china-ministers', '2022-08'),
  'france-cabinet': everyPolitician('france-cabinet', '2022-08'),
  'india-ministers': everyPolitician('india-ministers', '2022-08'),
  'iran-ministers': everyPolitician('iran-ministers', '2022-08'),
  'israel-ministers': everyPolitician('israel-ministers', '2022-08'),
  'japan-ministers': everyPolitician('japan-ministers', '2022-08'),
  'russia-cabinet': everyPolitician('russia-cabinet', '2022-08'),
  'south-korea-ministers': everyPolitician('south-korea-ministers', '2022-08'),
  taiwan: everyPolitician('taiwan', '2023-01'),
  'turkey-ministers': everyPolitician('turkey-ministers', '2022-08'),
  'ukraine-cabinet': everyPolitician('ukraine-cabinet', '2022-08'),
  'united-kingdom-cabinet': everyPolitician('united-kingdom-cabinet', '2022-08'),
  'us-cabinet': everyPolitician('us-cabinet', '2022-08'),
  world: everyPolitician('world', '2023-01'),
} as const satisfies Readonly<Record<string, InputSource>>;

export type SourceKey = keyof typeof SOURCES;

export const isSourceKey = (key: string): key is SourceKey => Object.hasOwn(SOURCES, key);
