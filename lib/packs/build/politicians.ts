/** Politicians of EveryPolitician: names in many languages, and by how many of them how well known somebody is. */
import { readIso } from './dates';
import { tidy } from './draft';
import { belongsTo, type Country, type Gathering, hasLabel, personOf } from './gathering';
import type { WorldInputs } from './inputs';
import { addPersonNames } from './people';
import { toSlug } from './slugs';

/** Keys of the input that are no tags of packs; a key that is a tag stands for itself. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en_gb: 'en',
  en_ca: 'en',
  zh: 'zh-Hans',
  zh_hans: 'zh-Hans',
  zh_cn: 'zh-Hans',
  zh_sg: 'zh-Hans',
  zh_hant: 'zh-Hant',
  zh_hk: 'zh-Hant',
  zh_tw: 'zh-Hant',
  pt_br: 'pt',
};

const languageOf = (key: string): string | null =>
  Object.hasOwn(LANGUAGES, key) ? (LANGUAGES[key] ?? null) : /^[a-z]{2}$/.test(key) ? key : null;

const OTHER_COUNTRIES: Readonly<Record<string, string>> = {
  UK: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  Northern_Ireland: 'GB',
  United_States_of_America: 'US',
  Czech_Republic: 'CZ',
  Macao: 'MO',
  Hong_Kong: 'HK',
  Turkey: 'TR',
};

export function readPoliticians(gathering: Gathering, { politicians }: WorldInputs): void {
  const { tally } = gathering;
  const countryOfSource = new Map<string, Country | undefined>();
  for (const src of new Set(politicians.flatMap((politician) => politician.src)))
    countryOfSource.set(src, countryOf(gathering, src));
  for (const politician of politicians) {
    const qid = politician.id.replace('wd:', '');
    const label = tidy(politician.names.en ?? politician.names.en_gb ?? firstLatin(politician.names) ?? '');
    const known = gathering.people.get(qid);
    if (!known && !label) {
      tally.left('everypolitician', 'politicians without a name in Latin letters', qid);
      continue;
    }
    const countries = politician.src.flatMap((src) => countryOfSource.get(src) ?? []);
    const person = personOf(gathering, qid, label, 'everypolitician');
    if (!hasLabel(person)) person.label = { en: label };
    const code = countries[0]?.code ?? '';
    for (const [key, text] of Object.entries(politician.names)) {
      const lang = languageOf(key);
      if (!lang) continue;
      addPersonNames(person, text, lang, code);
      if (['ja', 'ko', 'zh-Hans', 'zh-Hant'].includes(lang)) person.label[lang] ??= tidy(text);
    }
    const born = readIso(politician.born);
    if (born) person.born ??= born;
    // In how many languages somebody is named says how well known they are.
    const fame = Math.min(0.5, Object.keys(politician.names).length / 120);
    person.prominence = Math.max(person.prominence, fame);
    for (const country of countries) {
      belongsTo(gathering, person, country);
      if (country.place.placeKind === 'country' && !person.relations.some(({ to }) => to === country.place))
        person.relations.push({
          kind: 'citizen',
          to: country.place,
          source: 'everypolitician',
          confidence: 'partly verified',
        });
    }
    tally.took('everypolitician', known ? 'politicians joined with other sources' : 'politicians');
  }
}

const firstLatin = (names: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(names)
    .sort()
    .map((key) => names[key])
    .find((name) => name && /^[\p{sc=Latin}\p{M}\s.'’-]+$/u.test(name));

function countryOf({ countries }: Gathering, src: string): Country | undefined {
  const code = Object.hasOwn(OTHER_COUNTRIES, src) ? OTHER_COUNTRIES[src] : undefined;
  if (code) return countries.get(code);
  const wanted = toSlug(src.replaceAll('_', ' '));
  for (const country of countries.values()) {
    if (
      country.place.slug === wanted ||
      country.place.names.some(({ text, lang }) => lang === 'en' && toSlug(text) === wanted)
    )
      return country;
  }
  return undefined;
}
