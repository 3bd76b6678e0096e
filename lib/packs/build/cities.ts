/** Cities of Natural Earth, with Japanese and Korean names of those that name a time zone in CLDR; disputed areas. */
import { addName, createDraft, type Draft, labelOf, tidy } from './draft';
import { add, type Gathering } from './gathering';
import type { CityInput, WorldInputs } from './inputs';
import { toSlug } from './slugs';

/** Languages that Natural Earth names cities in. */
const LANGUAGES = ['EN', 'DE', 'ES', 'FR', 'PT', 'RU', 'ZH'] as const;

/** Natural Earth has -99 where states are disputed or was wrong. */
const COUNTRY_BY_NAME: Readonly<Record<string, string>> = {
  Kosovo: 'XK',
  Palestine: 'PS',
  'West Bank': 'PS',
  Gaza: 'PS',
  Norway: 'NO',
  France: 'FR',
  'Northern Cyprus': 'CY',
  Somaliland: 'SO',
};

/** Cities that English news calls otherwise than Natural Earth does, by Wikidata item; the old name stays one of theirs. */
const RENAMED: Readonly<Record<string, string>> = { Q1899: 'Kyiv' };

export function readCities(gathering: Gathering, inputs: WorldInputs): void {
  const byName = new Map<string, Draft[]>();
  const items = new Set(gathering.entities.flatMap(({ qid }) => qid ?? []));
  for (const city of inputs.cities) {
    const draft = readCity(gathering, city, items);
    if (!draft) continue;
    const names = new Set(draft.names.flatMap(({ lang, text }) => (lang === 'en' ? [toSlug(text)] : [])));
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), draft]);
  }
  addExemplarNames(gathering, byName, inputs);
}

function readCity(gathering: Gathering, city: CityInput, items: Set<string>): Draft | null {
  const { tally } = gathering;
  if (/Station|Historic/.test(city.FEATURECLA)) {
    tally.left('natural-earth', 'stations and historic places', city.NAME);
    return null;
  }
  const country = gathering.countries.get(COUNTRY_BY_NAME[city.ADM0NAME] ?? city.ISO_A2);
  const qid = city.wikidataid && /^Q\d+$/.test(city.wikidataid) ? city.wikidataid : undefined;
  const written = tidy(city.NAME_EN || city.NAME);
  const label = (qid && Object.hasOwn(RENAMED, qid) ? RENAMED[qid] : undefined) ?? written;
  if (!country || !label) {
    tally.left('natural-earth', 'cities of no country', city.NAME);
    return null;
  }
  if (qid && items.has(qid)) {
    tally.left('natural-earth', 'cities that are countries or states, or named twice', label);
    return null;
  }
  const draft = createDraft({
    type: 'place',
    slug: toSlug(label),
    tag: `${country.code}-${city.ADM1NAME ?? ''}`,
    label: { en: label },
    source: 'natural-earth',
    qid,
  });
  const isCapital = /^Admin-0 capital/.test(city.FEATURECLA);
  draft.placeKind = isCapital ? 'capital' : 'city';
  draft.prominence = prominenceOf(city.POP_MAX, isCapital);
  addName(draft, label, 'en', 'full');
  addName(draft, written, 'en', 'full');
  // English texts drop the marks: "Sao Paulo".
  addName(draft, label.normalize('NFD').replace(/\p{M}/gu, ''), 'en', 'full');
  // "New York City" is "New York" on its own map, "Washington, D.C." mostly "Washington".
  for (const name of [city.NAME, label.split(', ')[0]])
    if (name && /^\p{Lu}[\p{sc=Latin}\p{M}' .-]+$/u.test(name)) addName(draft, name, 'en', 'full');
  for (const lang of LANGUAGES) {
    const text = city[`NAME_${lang}`];
    if (text) addName(draft, text, lang === 'ZH' ? 'zh-Hans' : lang.toLowerCase(), 'full');
  }
  const chinese = city.NAME_ZH;
  if (chinese) draft.label['zh-Hans'] = tidy(chinese);
  draft.relations.push({ kind: 'part-of', to: country.place, source: 'natural-earth' });
  if (isCapital) draft.relations.push({ kind: 'capital-of', to: country.place, source: 'natural-earth' });
  if (qid) items.add(qid);
  tally.took('natural-earth', 'cities');
  return add(gathering, draft);
}

/** A city of a million counts like a small country, a town of ten thousand for nothing. */
const prominenceOf = (people: number, isCapital: boolean): number => {
  const share = Math.min(1, Math.max(0, (Math.log10(Math.max(people, 1)) - 4) / 3.3));
  return isCapital ? 0.5 + 0.25 * share : 0.05 + 0.6 * share;
};

/** CLDR names the city of each time zone; the most populous of that English name is meant. */
function addExemplarNames(
  { tally, entities }: Gathering,
  byName: ReadonlyMap<string, readonly Draft[]>,
  { exemplarCities }: WorldInputs,
): void {
  const english = exemplarCities.en ?? {};
  const countries = new Set(
    entities.flatMap(({ placeKind, names }) => (placeKind === 'country' ? names.map(({ text }) => text) : [])),
  );
  for (const [zone, name] of Object.entries(english)) {
    const called = (byName.get(toSlug(name)) ?? []).toSorted((a, b) => b.prominence - a.prominence);
    // "New York" is the city's second name; "Guatemala" means the country in every language.
    const city = called.find((one) => labelOf(one) === name) ?? (countries.has(name) ? undefined : called[0]);
    if (!city || city.prominence < 0.2) {
      tally.left('cldr', 'cities of time zones that no city of Natural Earth is', name);
      continue;
    }
    city.sources.add('cldr');
    for (const [lang, names] of Object.entries(exemplarCities)) {
      const text = names[zone];
      if (!text || lang === 'en') continue;
      const bare = text.replace(/\s*[(（].*[)）]$/, '');
      if (['ja', 'ko', 'zh-Hant'].includes(lang)) city.label[lang] ??= bare;
      addName(city, bare, lang, 'full');
    }
    tally.took('cldr', 'names of cities in other languages');
  }
}

/** Areas that more than one state claims: a record of their own, with both names. */
export function readDisputed(gathering: Gathering, { disputed }: WorldInputs): void {
  const { tally } = gathering;
  for (const area of disputed) {
    const name = tidy(
      area.BRK_NAME.replace(/\bIs\.$/, 'Islands')
        .replace(/\bI\.$/, 'Island')
        .replace(/^([NSW])\. /, (_, side: string) => `${{ N: 'North', S: 'South', W: 'Western' }[side] ?? side} `),
    );
    const others = (area.NAME_ALT ?? '')
      .split(',')
      .map((text) => tidy(text.replace(/\bIs\.$/, 'Islands')))
      .filter(Boolean);
    const isKnown = gathering.entities.some(
      ({ type, names }) => type === 'place' && names.some(({ text }) => text === name),
    );
    if (
      isKnown ||
      /\b(?:valleys|salient|Headwaters|corridor|Zone|Area|DMZ|Near)\b|\(/i.test(name) ||
      area.TYPE === 'Lease'
    ) {
      tally.left(
        'natural-earth',
        isKnown ? 'disputed areas that are there already' : 'disputed areas without a name of their own',
        name,
      );
      continue;
    }
    const label = [name, ...others.slice(0, 2)].join(' / ');
    const draft = createDraft({
      type: 'place',
      slug: toSlug(name),
      tag: 'disputed',
      label: { en: label },
      source: 'natural-earth',
    });
    draft.placeKind = 'region';
    draft.prominence = 0.3;
    for (const text of [name, ...others]) addName(draft, text, 'en', 'full');
    add(gathering, draft);
    tally.took('natural-earth', 'disputed areas');
  }
}
