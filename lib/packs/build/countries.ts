/** Countries, territories and regions of the world, with their names, capitals' names and peoples. */
import { addName, createDraft, type Draft, tidy } from './draft';
import { add, type Country, type Gathering } from './gathering';
import { plainText } from './html';
import type { FactbookNode, WorldInputs } from './inputs';
import { toSlug } from './slugs';

/** Factbook codes of countries that it calls by other names than CLDR does. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  bm: 'MM',
  cf: 'CG',
  cg: 'CD',
  cv: 'CV',
  iv: 'CI',
  tu: 'TR',
  ez: 'CZ',
  vt: 'VA',
  gz: 'PS',
  we: 'PS',
  bf: 'BS',
  ga: 'GM',
  fm: 'FM',
  mk: 'MK',
  kn: 'KP',
  ks: 'KR',
  tt: 'TL',
  fk: 'FK',
  fs: 'TF',
  mc: 'MO',
  hk: 'HK',
  ck: 'CC',
  sh: 'SH',
  sb: 'PM',
  vi: 'VG',
  vq: 'VI',
  nn: 'SX',
  rn: 'MF',
  tb: 'BL',
  pc: 'PN',
  sx: 'GS',
  hm: 'HM',
  wz: 'SZ',
  tp: 'ST',
  vc: 'VC',
  sc: 'KN',
  st: 'LC',
  ct: 'CF',
  ae: 'AE',
  uc: 'CW',
  io: 'IO',
};

/** Names that take the article in a sentence. */
const WITH_ARTICLE =
  /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Marshall|Solomon|Cook|Central African|Democratic Republic|Dominican|Czech Republic|Comoros|Seychelles|Holy See)/;

/** Regions of the world by their UN code that news name; the others are statisticians'. */
const REGIONS: ReadonlySet<string> = new Set(
  '002 003 005 009 011 013 014 015 019 029 030 034 035 142 143 145 150 151 155 202 419'.split(' '),
);

/** Territories of CLDR that nobody lives in or that are no places. */
const NO_TERRITORY: ReadonlySet<string> = new Set([
  'QO',
  'XA',
  'XB',
  'ZZ',
  'EZ',
  'UN',
  'EU',
  'CQ',
  'CP',
  'DG',
  'EA',
  'IC',
]);

export function readCountries(gathering: Gathering, inputs: WorldInputs): void {
  const english = inputs.territories.en ?? {};
  const borders = new Map(
    inputs.borders.flatMap((border) => (border.iso1A2 ? [[border.iso1A2, border] as const] : [])),
  );
  for (const code of Object.keys(english)
    .filter((key) => /^[A-Z]{2}$/.test(key))
    .sort()) {
    const border = borders.get(code);
    if (NO_TERRITORY.has(code) || !border?.wikidata) continue;
    const name =
      english[`${code}-alt-short`] && code !== 'US' && code !== 'GB' && code !== 'BA'
        ? english[`${code}-alt-short`]
        : english[code];
    const place = add(
      gathering,
      createDraft({
        type: 'place',
        slug: toSlug(name ?? ''),
        tag: code,
        label: { en: name ?? '' },
        source: 'cldr',
        qid: border.wikidata,
      }),
    );
    place.sources.add('country-coder');
    place.placeKind = border.country ? 'region' : 'country';
    place.prominence = border.country ? 0.45 : 0.7;
    gathering.countries.set(code, { code, place, inSentence: inSentence(name ?? ''), adjective: '' });
    addTerritoryNames(place, code, inputs);
    gathering.tally.took('cldr', 'countries and territories');
  }
  for (const { iso1A2, country } of borders.values()) {
    const [part, whole] = [gathering.countries.get(iso1A2 ?? ''), gathering.countries.get(country ?? '')];
    if (part && whole) part.place.relations.push({ kind: 'part-of', to: whole.place, source: 'country-coder' });
  }
  for (const code of REGIONS) addRegion(gathering, code, inputs);
  for (const [gec, node] of Object.entries(inputs.factbook)) addFromFactbook(gathering, gec, node);
}

const inSentence = (name: string): string => (WITH_ARTICLE.test(name) ? `the ${name}` : name);

function addTerritoryNames(place: Draft, code: string, { territories }: WorldInputs): void {
  for (const [lang, names] of Object.entries(territories)) {
    for (const [key, text] of Object.entries(names)) {
      if (key !== code && !key.startsWith(`${code}-alt`)) continue;
      // CLDR has "US" and "UK" as short forms: abbreviations, to the letter.
      const isAbbreviation = /^[A-Z.]{2,4}$/.test(text);
      // "OK" is the kingdom in one language, and no name in the others.
      if (isAbbreviation && lang !== 'en' && text.length < 3) continue;
      const bare = text.replace(/\s*[(（].*[)）]$/, '');
      addName(
        place,
        bare,
        lang,
        isAbbreviation ? 'abbreviation' : key === code ? 'full' : 'short',
        isAbbreviation ? { caseSensitive: true } : {},
      );
      if (key === code && ['ja', 'ko', 'zh-Hans', 'zh-Hant'].includes(lang) && place.label[lang] === undefined)
        place.label[lang] = bare;
    }
  }
}

function addRegion(gathering: Gathering, code: string, { territories }: WorldInputs): void {
  const english = territories.en?.[code];
  if (!english) return;
  const place = add(
    gathering,
    createDraft({ type: 'place', slug: toSlug(english), tag: 'region', label: {}, source: 'cldr' }),
  );
  place.placeKind = 'region';
  place.prominence = 0.6;
  for (const [lang, names] of Object.entries(territories)) {
    const text = names[code];
    if (!text) continue;
    if (['en', 'ja', 'ko', 'zh-Hans', 'zh-Hant'].includes(lang)) place.label[lang] = text;
    addName(place, text, lang, 'full');
  }
  gathering.tally.took('cldr', 'regions of the world');
}

export const textAt = (node: FactbookNode | undefined, ...path: readonly string[]): string => {
  let here: FactbookNode | string | undefined = node;
  for (const key of path) here = typeof here === 'object' ? here[key] : undefined;
  return typeof here === 'string' ? here : plainText(here?.text ?? '');
};

/** The text with its tags, for what is told apart by lines. */
export const htmlAt = (node: FactbookNode | undefined, ...path: readonly string[]): string => {
  let here: FactbookNode | string | undefined = node;
  for (const key of path) here = typeof here === 'object' ? here[key] : undefined;
  return typeof here === 'object' ? (here.text ?? '') : '';
};

/** Long and local forms, abbreviation and adjective of a country. */
function addFromFactbook(gathering: Gathering, gec: string, node: FactbookNode): void {
  const name = (form: string) => withoutNote(textAt(node, 'Government', 'Country name', form));
  const shortName = name('conventional short form');
  const longName = name('conventional long form');
  const country = findCountry(gathering, gec, shortName || longName);
  if (!country) {
    if (shortName || longName)
      gathering.tally.left('factbook', 'no country or territory of CLDR by this name', shortName || longName);
    return;
  }
  if (gec === 'gz' || gec === 'we') return;
  gathering.countries.set(country.code, {
    ...country,
    gec,
    adjective:
      OWN_ADJECTIVES[country.code] ?? adjectiveOf(textAt(node, 'People and Society', 'Nationality', 'adjective')),
  });
  const { place } = country;
  place.sources.add('factbook');
  for (const form of [shortName, longName]) {
    // "Congo (Brazzaville)" tells two apart; nobody writes it.
    if (form && !/[();]/.test(form)) addName(place, form, 'en', 'full');
  }
  const short = name('abbreviation');
  for (const part of short.split(/ or |\/|\(or |\)/)) {
    const text = part.trim();
    // Two letters are a code unless newspapers use them as a name.
    if (/^[A-Z]{3,5}$/.test(text) || KNOWN_SHORT.has(text)) {
      addName(place, text, 'en', 'abbreviation', { caseSensitive: true });
      if (KNOWN_SHORT.has(text))
        addName(place, `${[...text].join('.')}.`, 'en', 'abbreviation', { caseSensitive: true });
    }
  }
  const adjective = gathering.countries.get(country.code)?.adjective;
  if (adjective) addName(place, adjective, 'en', 'demonym');
  place.prominence = prominenceOf(node, place.placeKind === 'country');
  gathering.tally.took('factbook', 'countries and territories joined');
}

/** Where two states claim one adjective, what news calls each: a "Korean president" is of either. */
const OWN_ADJECTIVES: Readonly<Record<string, string>> = { KR: 'South Korean', KP: 'North Korean' };

const KNOWN_SHORT: ReadonlySet<string> = new Set(['US', 'UK']);
const withoutNote = (text: string): string => tidy(text.replace(/;? note\b.*$/i, '').replace(/^none$/i, ''));

/** "French"; "Saudi or Saudi Arabian": the first that is words alone. */
const adjectiveOf = (text: string): string =>
  /^\p{Lu}[\p{L}' -]+$/u.exec((text.split(/[;,(]| or |\//)[0] ?? '').trim())?.[0] ?? '';

function findCountry({ countries }: Gathering, gec: string, name: string): Country | undefined {
  const code = Object.hasOwn(OTHER_NAMES, gec) ? OTHER_NAMES[gec] : undefined;
  if (code) return countries.get(code);
  const wanted = toSlug(name.replace(/\(.*/, '').replace(/^The /, ''));
  if (wanted === '') return undefined;
  for (const country of countries.values()) {
    if (country.place.names.some(({ text, lang }) => lang === 'en' && comparable(text) === wanted)) return country;
  }
  return undefined;
}

const comparable = (text: string): string => toSlug(text.replace(/&/g, 'and').replace(/\bSt\. /g, 'Saint '));

/** From how many live there: 0.55 for the smallest, 0.95 for the largest. */
function prominenceOf(node: FactbookNode, isCountry: boolean): number {
  const people = Number(
    /[\d,]{4,}/.exec(textAt(node, 'People and Society', 'Population', 'total'))?.[0].replaceAll(',', '') ?? 0,
  );
  const share = people > 1 ? Math.min(1, Math.max(0, (Math.log10(people) - 4) / 5)) : 0;
  return isCountry ? 0.6 + 0.35 * share : 0.35 + 0.25 * share;
}

/** The country that a Factbook code stands for. */
export function countryByGec({ countries }: Gathering, gec: string): Country | undefined {
  for (const country of countries.values()) if (country.gec === gec) return country;
  return undefined;
}
