/** States and cities of the share-alike list: Wikidata items, and names in Japanese, Korean and Chinese. */
import { addName, createDraft, type Draft, labelOf, tidy } from './draft';
import type { Country, Gathering } from './gathering';
import type { ShareAlikePlaceInput } from './inputs';
import { languageOfNative } from './own-languages';
import { toSlug } from './slugs';
import type { Tally } from './tally';
import { weaknessOf } from './weak-forms';

const SOURCE = 'dr5hn';

/** Languages of the list that are taken, by the tag that packs use. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ja: 'ja',
  ko: 'ko',
  'zh-CN': 'zh-Hans',
  de: 'de',
  fr: 'fr',
  es: 'es',
  it: 'it',
  pt: 'pt',
  nl: 'nl',
  pl: 'pl',
  tr: 'tr',
  ru: 'ru',
  uk: 'uk',
  ar: 'ar',
  fa: 'fa',
  hi: 'hi',
  hr: 'hr',
};

/** Where places have Chinese characters of their own. */
const HAN_COUNTRIES: ReadonlySet<string> = new Set(['JP', 'CN', 'TW', 'HK', 'MO', 'KR', 'KP']);
/** What a list translated by machine calls a place is unlike a name. */
const NO_NAME: Readonly<Record<string, { test(text: string): boolean }>> = {
  ja: /[のとや、，]|語$/u,
  ko: /의 |[,(]|어$/u,
  'zh-Hans': /[的、，和]|语$/u,
};
const SCRIPT: Readonly<Record<string, { test(text: string): boolean }>> = {
  ja: /^[\p{sc=Katakana}ー・＝=]{3,}$/u,
  ko: /^[\p{sc=Hangul} ]{2,}$/u,
  'zh-Hans': /^\p{sc=Han}[\p{sc=Han}·]+$/u,
  ru: /^[\p{sc=Cyrillic} -]{3,}$/u,
  uk: /^[\p{sc=Cyrillic}'’ -]{3,}$/u,
  ar: /^[\p{sc=Arabic} ]{3,}$/u,
  // Persian joins its words without a space.
  fa: /^[\p{sc=Arabic}\p{M}\u200c ]{3,}$/u,
  hi: /^[\p{sc=Devanagari}\p{M} ]{3,}$/u,
};
const HAN = /^[\p{sc=Han}々ヶ]{2,}$/u;

export interface PlaceContext {
  readonly world: Gathering;
  readonly tally: Tally;
  readonly englishWords: ReadonlySet<string>;
}

/** A record for each place; what the world pack calls it already is not said again. */
export function readShareAlikePlaces(places: readonly ShareAlikePlaceInput[], context: PlaceContext): Draft[] {
  const { world, tally } = context;
  const worldPlaces = world.entities.filter(({ type }) => type === 'place');
  const byItem = new Map(worldPlaces.flatMap((place) => (place.qid ? [[place.qid, place] as const] : [])));
  const regions = regionsByName(worldPlaces);
  const cities = citiesByName(world, worldPlaces);
  const countryNames = namesOfCountries(world);
  const seen = new Set<string>();
  const listed = new Set(places.map(({ qid }) => qid));
  return places.flatMap((place) => {
    const country = world.countries.get(place.country);
    if (!country || !place.qid || seen.has(place.qid) || /\d|[,;()]/.test(place.name)) {
      tally.left(
        SOURCE,
        'places without a Wikidata item or a country, named twice, by a list or by a number',
        place.name,
      );
      return [];
    }
    seen.add(place.qid);
    const region = place.level === 'state' ? regions.get(`${place.country}:${bareSlug(place.name)}`) : undefined;
    const namesake = cities.get(`${place.country}:${bareSlug(place.name)}`);
    let known = byItem.get(place.qid) ?? region;
    if (!byItem.has(place.qid) && namesake && isBehind(place, region, namesake)) {
      if (!namesake.qid || listed.has(namesake.qid)) {
        tally.left(SOURCE, 'districts named like their city', place.name);
        return [];
      }
      seen.add(namesake.qid);
      known = namesake;
    }
    if (known?.placeKind === 'country') {
      tally.left(SOURCE, 'places that are countries', place.name);
      return [];
    }
    const draft = toDraft(place, country, known);
    const isOfCity = (slug: string) => {
      const city = cities.get(`${place.country}:${slug}`);
      return city !== undefined && city !== known;
    };
    addNames(draft, place, { known, countryNames, isOfCity }, context);
    if (draft.names.length === 0) {
      tally.left(SOURCE, 'places of which nothing new is said', place.name);
      return [];
    }
    tally.took(SOURCE, known ? 'places joined with the world pack' : 'places');
    return [draft];
  });
}

const bareSlug = (name: string): string =>
  toSlug(name).replace(
    /-(?:oblast|prefecture|province|governorate|county|voivodeship|department|region|canton|krai|state|district|do|si)$/,
    '',
  );

function regionsByName(places: readonly Draft[]): Map<string, Draft> {
  const regions = new Map<string, Draft>();
  for (const place of places) {
    if (place.placeKind !== 'region' || !/^[a-z]{2}-/.test(place.tag)) continue;
    regions.set(`${place.tag.slice(0, 2).toUpperCase()}:${bareSlug(labelOf(place))}`, place);
  }
  return regions;
}

/**
 * What a list calls a district in other languages is the name of the city that the district is called after: Torino,
 * Kyiv. Where Chinese characters are written it has a name of its own.
 */
function isBehind({ level, country }: ShareAlikePlaceInput, region: Draft | undefined, city: Draft): boolean {
  if (level === 'city') return city.placeKind === 'capital';
  return !HAN_COUNTRIES.has(country) && city.prominence > (region?.prominence ?? 0);
}

/** Cities by country and English name. */
function citiesByName({ countries }: Gathering, places: readonly Draft[]): Map<string, Draft> {
  const codes = new Map([...countries.values()].map(({ place, code }) => [place, code]));
  const cities = new Map<string, Draft>();
  for (const city of places) {
    if (city.placeKind !== 'city' && city.placeKind !== 'capital') continue;
    const whole = city.relations.find(({ kind }) => kind === 'part-of')?.to;
    const slugs = city.names.flatMap(({ text, lang }) => (lang === 'en' ? [bareSlug(text)] : []));
    for (const slug of new Set([bareSlug(labelOf(city)), ...slugs])) {
      const key = `${(whole && codes.get(whole)) ?? ''}:${slug}`;
      if (city.prominence > (cities.get(key)?.prominence ?? 0)) cities.set(key, city);
    }
  }
  return cities;
}

function namesOfCountries({ countries }: Gathering): Set<string> {
  return new Set([...countries.values()].flatMap(({ place }) => place.names.map(({ text }) => text)));
}

function toDraft(
  { name, qid, level, population }: ShareAlikePlaceInput,
  country: Country,
  known: Draft | undefined,
): Draft {
  const label = tidy(name);
  const draft = createDraft({
    type: 'place',
    slug: toSlug(label),
    tag: qid,
    label: { en: label },
    source: SOURCE,
    qid: known?.qid ?? qid,
  });
  draft.placeKind = known?.placeKind ?? (level === 'state' ? 'region' : 'city');
  const share = Math.min(1, Math.max(0, (Math.log10(Math.max(population ?? 1, 1)) - 4) / 3.3));
  draft.prominence = known?.prominence ?? (level === 'state' ? 0.3 : 0.05 + 0.6 * share);
  draft.relations.push({ kind: 'part-of', to: country.place, source: SOURCE });
  // Where the world pack has no item, what it has instead joins the two.
  if (known && !known.qid) for (const address of known.sameAs) draft.sameAs.add(address);
  return draft;
}

interface NamingContext {
  readonly known: Draft | undefined;
  readonly countryNames: ReadonlySet<string>;
  /** True for what a city of the same country is called. */
  readonly isOfCity: (slug: string) => boolean;
}

function addNames(
  draft: Draft,
  { level, name, native, country, translations }: ShareAlikePlaceInput,
  { known, countryNames, isOfCity }: NamingContext,
  { tally, englishWords }: PlaceContext,
): void {
  const ownForms = new Set((known?.names ?? []).map(({ text }) => text.toLowerCase()));
  const give = (text: string, lang: string, isTranslated = false) => {
    const rules = rulesOf(draft, text, lang, {
      country,
      isTranslated,
      isKnown: known !== undefined || (level === 'state' && HAN_COUNTRIES.has(country)),
    });
    if (!rules) tally.left(SOURCE, 'short names that may be any word', text);
    else if (!ownForms.has(text.toLowerCase())) addName(draft, text, lang, 'full', rules);
  };
  if (!known) give(name, 'en');
  // A name that is a word is translated as the word: "Reading" as 読書.
  if (name.split(/[\s-]/).every((word) => englishWords.has(word.toLowerCase()))) {
    tally.left(SOURCE, 'translations of names that are English words', name);
    return;
  }
  const local = tidy(native ?? '');
  const slugs = new Set([name, ...(known?.names ?? []).map(({ text }) => text)].map(toSlug));
  const ownLanguage = languageOfNative(local, country);
  if (ownLanguage !== null && !slugs.has(toSlug(local) || '-') && !isOfCity(toSlug(local))) {
    if (toSlug(local) !== '') slugs.add(toSlug(local));
    give(local, ownLanguage);
  }
  if (HAN.test(local) && HAN_COUNTRIES.has(country))
    give(local, country === 'JP' ? 'ja' : country === 'TW' ? 'zh-Hant' : 'zh-Hans');
  if (/^[\p{sc=Hangul}]{2,}$/u.test(local) && country === 'KR') give(local, 'ko');
  for (const [key, lang] of Object.entries(LANGUAGES)) {
    const text = tidy(translations?.[key] ?? '');
    if (text === '' || !isName(text, lang, country) || countryNames.has(text)) continue;
    // What other languages write in Latin letters like English is said already.
    // "Donetsk" is the city, though Italian calls its region so too.
    if (!Object.hasOwn(SCRIPT, lang) && (slugs.has(toSlug(text)) || isOfCity(toSlug(text)))) continue;
    slugs.add(toSlug(text));
    const isLabel = ['ja', 'ko', 'zh-Hans'].includes(lang);
    give(text, lang, !isLabel);
    if (isLabel) draft.label[lang] ??= { text, auto: true };
  }
}

function isName(text: string, lang: string, country: string): boolean {
  if (NO_NAME[lang]?.test(text)) return false;
  if (lang === 'ja' && HAN_COUNTRIES.has(country) && HAN.test(text)) return true;
  // Chinese characters carry meaning: a translation by machine is as likely of the word as of the name.
  if (lang === 'zh-Hans' && !HAN_COUNTRIES.has(country)) return false;
  const script = Object.hasOwn(SCRIPT, lang) ? SCRIPT[lang] : undefined;
  return script ? script.test(text) : /^\p{Lu}[\p{L}'’ -]{3,}$/u.test(text);
}

/** What a name of the place needs, or `null` where it may be any word. */
function rulesOf(
  draft: Draft,
  text: string,
  lang: string,
  { country, isKnown, isTranslated }: Whereabouts,
): Rules | null {
  const isRegion = draft.placeKind === 'region';
  const weakness = weaknessOf({ text, lang, country, prominence: draft.prominence, isRegion, isKnown, isTranslated });
  if (weakness === 'leave-out') return null;
  return weakness === 'needs-context' ? { needs: 'context' } : {};
}

interface Whereabouts {
  readonly country: string;
  readonly isKnown: boolean;
  readonly isTranslated: boolean;
}

interface Rules {
  readonly needs?: 'context';
}
