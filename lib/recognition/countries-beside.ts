/** Places and peoples written directly before something: 日本政府, "the Japanese defense minister", 미 국방부. */
import { HANGUL } from '../text/scripts';
import { possessorEnd } from './english-neighbours';
import type { NameFacts } from './name-index';
import { hitsEndingAt, hitsStartingAt, type ReadBlock } from './read-block';
import type { Readings } from './readings';
import { classBefore } from './steps';
import { countryOfDemonym, isDemonym } from './tables/english-people';
import { COUNTRY_SIGNS } from './tables/korean';
import { isSpace, isSpacedScript, skipSpaceBack, type Word, wordAfter, wordBefore } from './words';

/** What a literal name of a country means; kept for as long as the index. */
const countriesByName = new WeakMap<NameFacts, Map<string, number>>();

/** Target of a country by its name, -1 when no pack knows it. */
export function countryNamed(index: NameFacts, name: string): number {
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

/**
 * Targets of the places and peoples whose name ends directly before a place of the text, at most a space between or, in
 * English, a possessive and two adjectives: "Russia's nationalist Liberal Democratic Party".
 */
export function placesBefore(index: NameFacts, block: ReadBlock, at: number): number[] {
  const { text } = block;
  const adjoining = skipSpaceBack(text, at);
  if (adjoining === 0 || at - adjoining > 1) return [];
  const possessor = isSpacedScript(text.charCodeAt(at)) ? possessorEnd(text, at) : -1;
  const end = possessor < 0 ? adjoining : possessor;
  for (const h of hitsEndingAt(block, end)) {
    const { names, peoples } = block.readings[h] as Readings;
    const places = names.filter((name) => isNamed(name) && index.type(name.target) === 'place');
    if (places.length > 0 || peoples.length > 0) return [...peoples, ...places.map(({ target }) => target)];
  }
  const name = signBefore(text, at) ?? peopleBefore(text, at)?.country;
  const country = name === undefined ? -1 : countryNamed(index, name);
  return country < 0 ? [] : [country];
}

/** The country whose sign stands before a place of the text, a space between: 미 국방부. */
function signBefore(text: string, at: number): string | undefined {
  const end = skipSpaceBack(text, at);
  return end < at && end > 0 && classBefore(text, end - 1) !== HANGUL ? COUNTRY_SIGNS[text.charAt(end - 1)] : undefined;
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
  /** Where the country itself begins. */
  readonly from: number;
  /** A people that no pack knows: the office is another country's. */
  readonly isForeign: boolean;
}

/** "Japanese ", "Japan's ", "Japan ", 日本: the country written before a title. */
export function countryBefore(index: NameFacts, block: ReadBlock, at: number): CountryBefore {
  const { text } = block;
  const none = { country: -1, start: at, from: at, isForeign: false };
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
    const from = block.hits[h]?.start ?? at;
    return { country, start: isApart ? at : from, from, isForeign: false };
  }
  if (possessive !== '') return none;
  const sign = signBefore(text, at);
  const signed = sign === undefined ? -1 : countryNamed(index, sign);
  if (signed >= 0) return { country: signed, start: end - 1, from: end - 1, isForeign: false };
  const people = peopleBefore(text, at);
  const country = people ? countryNamed(index, people.country) : -1;
  if (people && country >= 0) return { country, start: people.start, from: people.start, isForeign: false };
  const word = wordBefore(text, at);
  return { ...none, isForeign: word !== null && isDemonym(lowered(text, word)) };
}

/** True when a title begins with a people: "Japanese defense minister". */
export function beginsWithPeople(title: string): boolean {
  const [first = '', second] = title.toLowerCase().split(' ');
  return second !== undefined && (isDemonym(first) || isDemonym(`${first} ${second}`));
}

/** A country with where its name ends. */
interface CountryAt {
  readonly country: number;
  readonly end: number;
}

/** The country whose name or sign begins at a place of the text: 오스틴 (미국) 국방장관, 매티스 (미) 국방장관. */
export function countryAt(index: NameFacts, block: ReadBlock, at: number): CountryAt | null {
  const { text } = block;
  for (const h of hitsStartingAt(block, at)) {
    const named = block.readings[h]?.names.find((name) => isNamed(name) && index.placeKind(name.target) === 'country');
    if (named) return { country: named.target, end: block.hits[h]?.end ?? at };
  }
  const sign = isSpace(text.charCodeAt(at + 1)) ? COUNTRY_SIGNS[text.charAt(at)] : undefined;
  const country = sign === undefined ? -1 : countryNamed(index, sign);
  return country < 0 ? null : { country, end: at + 1 };
}

/** The country that a title is of by the words after it: "defense minister (of South Korea)". */
export function countryBehindOf(index: NameFacts, block: ReadBlock, end: number): CountryAt | null {
  const { text } = block;
  const of = wordAfter(text, end);
  if (!of || text.slice(of.start, of.end) !== 'of') return null;
  const next = wordAfter(text, of.end);
  if (!next) return null;
  const name = text.slice(next.start, next.end) === 'the' ? wordAfter(text, next.end) : next;
  return name && countryAt(index, block, name.start);
}

/** True when a name of a country ends where a title does: "President of Russia". */
export function endsWithCountry(index: NameFacts, block: ReadBlock, { start, end }: Word): boolean {
  for (const h of hitsEndingAt(block, end)) {
    if ((block.hits[h]?.start ?? 0) <= start) continue;
    if (block.readings[h]?.names.some((name) => isNamed(name) && index.placeKind(name.target) === 'country'))
      return true;
  }
  return false;
}
