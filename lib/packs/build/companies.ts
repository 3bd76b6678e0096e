/** Companies of the S&P 500 and brands that have a Wikidata item, as far as their names are no ordinary words. */
import { readDate } from './dates';
import { addName, createDraft, type Draft, tidy } from './draft';
import { add, type Gathering } from './gathering';
import type { BrandInput, WorldInputs } from './inputs';
import { toSlug } from './slugs';

const SP = 'sp-500';
const NSI = 'name-suggestion-index';

/** Legal forms at the end of a company's name: texts leave them out. */
const FORM =
  /,? (?:Inc\.?|Corporation|Corp\.?|Company|Co\.|plc|Plc|PLC|Ltd\.?|N\.V\.|S\.A\.|Holdings?|Group|Incorporated)$/;
/** "(Class A)", "(The)" */
const BRACKET = /\s*\([^)]*\)\s*/g;
/** Languages in which brands are named beside the local one. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'en',
  ja: 'ja',
  ko: 'ko',
  zh: 'zh-Hans',
  'zh-Hans': 'zh-Hans',
  'zh-Hant': 'zh-Hant',
  ru: 'ru',
  ar: 'ar',
  de: 'de',
  fr: 'fr',
};

export function readCompanies(gathering: Gathering, inputs: WorldInputs): void {
  const byName = new Map<string, Draft>();
  for (const row of inputs.companies) {
    const label = tidy((row.Security ?? '').replace(BRACKET, ' '));
    if (!label || byName.has(toSlug(label))) {
      gathering.tally.left(SP, 'second classes of shares', row.Security);
      continue;
    }
    const company = add(
      gathering,
      createDraft({
        type: 'organisation',
        slug: toSlug(label),
        tag: row.Symbol ?? '',
        label: { en: label },
        source: SP,
        prominence: 0.35,
      }),
    );
    for (const name of shorter(label)) addName(company, name, 'en', 'full');
    const founded = readDate(/^\d{4}/.exec(row.Founded ?? '')?.[0] ?? '');
    if (founded) company.founded = founded;
    const us = gathering.countries.get('US');
    // Some have their seat elsewhere: the list names the place.
    if (
      us &&
      !/(?:Ireland|Kingdom|Switzerland|Netherlands|Bermuda|Singapore|Canada)$/.test(row['Headquarters Location'] ?? '')
    )
      company.relations.push({ kind: 'part-of', to: us.place, source: SP });
    for (const name of shorter(label)) byName.set(toSlug(name), company);
    gathering.tally.took(SP, 'companies');
  }
  const byItem = new Map<string, Draft>();
  for (const brand of inputs.brands) readBrand(gathering, brand, byName, byItem);
}

/** "Alphabet Inc." is "Alphabet" as well. */
function shorter(label: string): string[] {
  const names = [label];
  let name = label;
  while (FORM.test(name)) {
    name = name.replace(FORM, '').replace(/ &$/, '').trim();
    names.push(name);
  }
  return names;
}

function readBrand(
  gathering: Gathering,
  { name, qid, names }: BrandInput,
  byName: ReadonlyMap<string, Draft>,
  byItem: Map<string, Draft>,
): void {
  const { tally } = gathering;
  const label = tidy(names['name:en'] ?? names['brand:en'] ?? names.brand ?? name)
    .replace(BRACKET, ' ')
    .trim();
  if (/^[\d\s.,+&'-]+$/.test(label) || [...label].length < 3) {
    tally.left(NSI, 'brands that are numbers or a letter or two', label);
    return;
  }
  if (gathering.people.has(qid) || !/^Q\d+$/.test(qid)) {
    tally.left(NSI, 'brands that are something else', label);
    return;
  }
  const known = byItem.get(qid) ?? byName.get(toSlug(label));
  if (known && !known.qid) {
    known.qid = qid;
    known.sources.add(NSI);
  }
  const brand =
    known ??
    add(
      gathering,
      createDraft({
        type: 'organisation',
        slug: toSlug(label),
        tag: qid,
        label: { en: label },
        source: NSI,
        prominence: 0.2,
        qid,
      }),
    );
  byItem.set(qid, brand);
  // A brand is no prose: one word, or words in small letters, are a name only where the name is its own.
  for (const [key, text] of Object.entries(names)) {
    const [field, tag] = key.split(':');
    if (field !== 'brand' && field !== 'name') continue;
    const lang = tag ? (Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined) : languageOf(text);
    if (lang) addName(brand, text.replace(BRACKET, ' '), lang, 'full');
    if (lang && ['ja', 'ko', 'zh-Hans', 'zh-Hant'].includes(lang)) brand.label[lang] ??= tidy(text);
  }
  tally.took(NSI, known ? 'brands joined with companies or with one another' : 'brands');
}

function languageOf(text: string): string {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'ja';
  if (/\p{sc=Hangul}/u.test(text)) return 'ko';
  if (/\p{sc=Han}/u.test(text)) return 'zh-Hans';
  if (/\p{sc=Cyrillic}/u.test(text)) return 'ru';
  return /\p{sc=Arabic}/u.test(text) ? 'ar' : 'en';
}
