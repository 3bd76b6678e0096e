/** Places and peoples written directly before something: 日本政府, "the Japanese defense minister", 미 국방부. */
import { HANGUL } from '../text/scripts';
import type { NameFacts } from './name-index';
import { hitsEndingAt, type ReadBlock } from './read-block';
import type { Readings } from './readings';
import { classBefore } from './steps';
import { countryOfDemonym, isDemonym } from './tables/english-people';
import { COUNTRY_SIGNS } from './tables/korean';
import { skipSpaceBack, type Word, wordBefore } from './words';

/** What a literal name of a country means; kept for as long as the index. */
const countriesByName = new WeakMap<NameFacts, Map<string, number>>();

/** Target of a country by its name, -1 when no pack knows it. */
function countryNamed(index: NameFacts, name: string): number {
  const names = countriesByName.get(index) ?? new Map<string, number>();
  countriesByName.set(index, names);
  const country = names.get(name) ?? lookUpCountry(index, name);
  names.set(name, country);
  return country;
}

function lookUpCountry(index: NameFacts, name: string): number {
  for (const { form, start, end } of index.find(name)) {
    if (start !== 0 || end !== name.length) continue;
    const [first, last] = index.namesOf(form);
    for (let n = first; n < last; n++) if (index.placeKind(index.target(n)) === 'country') return index.target(n);
  }
  return -1;
}

/** A name stands there, even where "U.S." is an adjective. */
const isNamed = ({ refusal }: Readings['names'][number]): boolean =>
  refusal === null || refusal === 'inside-longer-name';

/** Targets of the places and peoples whose name ends directly before a place of the text, at most a space between. */
export function placesBefore(index: NameFacts, block: ReadBlock, at: number): number[] {
  const { text } = block;
  const end = skipSpaceBack(text, at);
  if (end === 0 || at - end > 1) return [];
  for (const h of hitsEndingAt(block, end)) {
    const { names, peoples } = block.readings[h] as Readings;
    const places = names.filter((name) => isNamed(name) && index.type(name.target) === 'place');
    if (places.length > 0 || peoples.length > 0) return [...peoples, ...places.map(({ target }) => target)];
  }
  const sign = end < at ? COUNTRY_SIGNS[text.charAt(end - 1)] : undefined;
  const name = sign !== undefined && classBefore(text, end - 1) !== HANGUL ? sign : peopleBefore(text, at)?.country;
  const country = name === undefined ? -1 : countryNamed(index, name);
  return country < 0 ? [] : [country];
}

/** The people written before a place of the text, with its country's name: "South Korean ". */
function peopleBefore(text: string, at: number): { readonly country: string; readonly start: number } | null {
  const word = wordBefore(text, at);
  if (!word) return null;
  const form = lowered(text, word);
  const first = wordBefore(text, word.start);
  const both = first && countryOfDemonym(`${lowered(text, first)} ${form}`);
  if (first && both) return { country: both, start: first.start };
  const country = countryOfDemonym(form);
  return country === null ? null : { country, start: word.start };
}

const lowered = (text: string, { start, end }: Word): string => text.slice(start, end).toLowerCase();

/** "Japan's", 日本の, 일본의, 日本的 */
const POSSESSIVE = /['\u2019]s?$|[의の的]$/;

/** The country that a title is said to be of. */
export interface CountryBefore {
  /** Target; -1 for none that a pack knows. */
  readonly country: number;
  /** Where the phrase begins that the title is the end of: with the country unless that is a mention of its own. */
  readonly start: number;
  /** A people that no pack knows: the office is another country's. */
  readonly isForeign: boolean;
}

/** "Japanese ", "Japan's ", "Japan ", 日本: the country written before a title. */
export function countryBefore(index: NameFacts, block: ReadBlock, at: number): CountryBefore {
  const { text } = block;
  const none = { country: -1, start: at, isForeign: false };
  let end = skipSpaceBack(text, at);
  const possessive = POSSESSIVE.exec(text.slice(Math.max(0, end - 2), end))?.[0] ?? '';
  end -= possessive.length;
  for (const h of hitsEndingAt(block, end)) {
    const { names, peoples } = block.readings[h] as Readings;
    const named = names.find((name) => isNamed(name) && index.placeKind(name.target) === 'country');
    const country = peoples[0] ?? named?.target;
    if (country === undefined) continue;
    // The name of the country is a mention of its own where a space or a possessive parts it from the title.
    const isApart = possessive !== '' || (peoples.length === 0 && end < at);
    return { country, start: isApart ? at : (block.hits[h]?.start ?? at), isForeign: false };
  }
  if (possessive !== '') return none;
  const people = peopleBefore(text, at);
  const country = people ? countryNamed(index, people.country) : -1;
  if (people && country >= 0) return { country, start: people.start, isForeign: false };
  const word = wordBefore(text, at);
  return { ...none, isForeign: word !== null && isDemonym(lowered(text, word)) };
}

/** True when a title begins with a people: "Japanese defense minister". */
export function beginsWithPeople(title: string): boolean {
  const [first = '', second] = title.toLowerCase().split(' ');
  return second !== undefined && (isDemonym(first) || isDemonym(`${first} ${second}`));
}
