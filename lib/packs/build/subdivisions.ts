/** States, provinces and prefectures from CLDR, in the languages of the interface. */
import { addName, createDraft, type Draft, labelOf } from './draft';
import { add, type Gathering } from './gathering';
import type { NamesByLanguage, WorldInputs } from './inputs';
import { toSlug } from './slugs';
import { US_STATES } from './us-states';

/** What one-word subdivisions of these countries are called in news is the subdivision, not a person or a thing. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  'US',
  'CA',
  'AU',
  'JP',
  'KR',
  'CN',
  'IN',
  'DE',
  'GB',
  'BR',
  'MX',
  'UA',
  'IT',
  'ES',
  'FR',
  'PK',
]);

/** How little a region counts beside the city that it is called like: who writes "Leeds" means the city. */
const BEHIND_ITS_CITY = { least: 0.12, less: 0.2 } as const;

/** Parts of a kingdom that are countries to those who write of them. */
const HOME_NATIONS: ReadonlySet<string> = new Set(['GB-ENG', 'GB-SCT', 'GB-WLS', 'GB-NIR']);

export function readSubdivisions(gathering: Gathering, { subdivisions }: WorldInputs): void {
  const english = subdivisions.en ?? {};
  const cities = citiesByName(gathering);
  for (const code of Object.keys(english).sort()) {
    const country = gathering.countries.get(code.slice(0, 2).toUpperCase());
    const name = english[code] ?? '';
    if (country?.place.placeKind !== 'country') {
      gathering.tally.left('cldr', 'subdivisions of no country', code);
      continue;
    }
    const iso = `${country.code}-${code.slice(2).toUpperCase()}`;
    // Countries of a kingdom and territories that have a code of their own are there already.
    if (country.code === 'US' && !Object.hasOwn(US_STATES, iso)) continue;
    if (!isProper(name)) {
      gathering.tally.left('cldr', 'subdivisions named by a number, a list or a common word', name);
      continue;
    }
    const city = cities.get(`${country.code}:${toSlug(name)}`);
    if (city && isMunicipality(code, city, subdivisions)) {
      city.sources.add('cldr');
      addNames(city, code, subdivisions);
      gathering.tally.took('cldr', 'cities that are subdivisions, joined with those of Natural Earth');
      continue;
    }
    const place = createDraft({
      type: 'place',
      slug: toSlug(name),
      tag: iso.toLowerCase(),
      label: { en: name },
      source: 'cldr',
      qid: US_STATES[iso],
    });
    place.placeKind = 'region';
    const isStateOrNation = Object.hasOwn(US_STATES, iso) || HOME_NATIONS.has(iso);
    place.prominence = isStateOrNation ? 0.55 : WELL_KNOWN.has(country.code) ? 0.4 : 0.12;
    if (city && !isStateOrNation)
      place.prominence = Math.min(
        place.prominence,
        Math.max(BEHIND_ITS_CITY.least, city.prominence - BEHIND_ITS_CITY.less),
      );
    if (!place.qid) place.sameAs.add(addressOfCode(iso));
    addNames(place, code, subdivisions);
    place.relations.push({ kind: 'part-of', to: country.place, source: 'cldr' });
    add(gathering, place);
    gathering.tally.took('cldr', 'states, provinces and prefectures');
  }
}

/** The Wikidata item that has a code of ISO 3166-2, for those whose number the inputs of this pack do not tell. */
const addressOfCode = (iso: string): string => `https://www.wikidata.org/w/index.php?search=haswbstatement:P300=${iso}`;

/** The most prominent city of each name in each country. */
function citiesByName({ countries, entities }: Gathering): Map<string, Draft> {
  const codes = new Map([...countries.values()].map(({ place, code }) => [place, code]));
  const cities = new Map<string, Draft>();
  for (const draft of entities) {
    if (draft.placeKind !== 'city' && draft.placeKind !== 'capital') continue;
    const code = codes.get(draft.relations.find(({ kind }) => kind === 'part-of')?.to ?? draft);
    const key = `${code}:${toSlug(labelOf(draft))}`;
    if ((cities.get(key)?.prominence ?? -1) < draft.prominence) cities.set(key, draft);
  }
  return cities;
}

/** Beijing, Berlin, Seoul: one place, whichever list names it. Hiroshima the city lies in Hiroshima the prefecture. */
function isMunicipality(code: string, city: Draft, { ja = {}, ko = {} }: NamesByLanguage): boolean {
  const isSaid = /[市都]$/.test(ja[code] ?? '') || /시$/.test(ko[code] ?? '');
  return isSaid || (city.placeKind === 'capital' && !/[県府州省]$/.test(ja[code] ?? ''));
}

function addNames(place: Draft, code: string, subdivisions: NamesByLanguage): void {
  for (const lang of Object.keys(subdivisions)) {
    const text = subdivisions[lang]?.[code];
    if (!text) continue;
    place.label[lang] ??= text;
    addName(place, text, lang, 'full');
    const bare = bareName(text, lang);
    if (bare !== text) addName(place, bare, lang, 'short');
  }
}

const isProper = (name: string): boolean =>
  name.length > 3 &&
  /^\p{Lu}/u.test(name) &&
  !/\d|[,;()]/.test(name) &&
  !/^(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Centre|Center|Capital|Littoral|Lakes|Coast)(?: (?:Region|Province|District))?$/.test(
    name,
  );

/** "Cherkasy Oblast" as "Cherkasy", 茨城県 as 茨城, 경상남도 as it is. */
function bareName(text: string, lang: string): string {
  if (lang === 'en')
    return text.replace(
      / (?:Oblast|Prefecture|Province|Governorate|County|Voivodeship|Department|Region|Canton|Krai)$/,
      '',
    );
  if (lang === 'ja') return text.replace(/(?<=..)[県府州省]$/, '');
  if (lang === 'ko') return text.replace(/(?:광역시|특별시|특별자치시|특별자치도)$/, '');
  return text;
}
