/** Titles of offices in the text: which office a title means, and titles that stand for their holder without a name. */
import { HAN, HANGUL, KATAKANA } from '../text/scripts';
import { beginsWithPeople, countryAt, countryBefore, countryBehindOf, endsWithCountry } from './countries-beside';
import type { NameFacts } from './name-index';
import { hitsEndingAt, hitsStartingAt, type ReadBlock } from './read-block';
import type { Readings } from './readings';
import { classAt, classBefore } from './steps';
import { NOT_HELD_YET } from './tables/korean';
import { isSpace, isSpacedScript, isWordUnit, skipSpaceBack, startsCapital, wordAfter, wordBefore } from './words';

/** A title with the offices that it can mean. */
export interface OfficeTitle {
  readonly start: number;
  readonly end: number;
  /** Targets; none when packs have the title for no office of the country that it is said to be of. */
  readonly posts: readonly number[];
  /** The country beside the title; -1 for none. */
  readonly country: number;
  /** Where the country begins that is part of the phrase, "French president"; `start` for none. */
  readonly phraseStart: number;
  /** Where the country itself begins; `start` for none. */
  readonly countryStart: number;
  /** Of a people that no pack knows. */
  readonly isForeign: boolean;
}

/** What changes an office into another one, or into a past one. */
const DEPUTY = /^(?:vice|deputy|assistant|associate|shadow|acting|under|副|부)$/;
const FORMER = /^(?:former|ex|late|then|前|元|전)$/;
const INDEFINITE = /^(?:an?|any|no|every|each|another|next|first|future|one|\d+(?:st|nd|rd|th))$/;

const before = (text: string, at: number): string => {
  const word = wordBefore(text, at);
  return word ? text.slice(word.start, word.end).toLowerCase() : '';
};

/** The title that a hit is; `null` when it names no office. */
function officeOf(index: NameFacts, block: ReadBlock, h: number): OfficeTitle | null {
  const hit = block.hits[h];
  const offices = block.readings[h]?.offices ?? [];
  if (!hit || offices.length === 0 || DEPUTY.test(before(block.text, hit.start))) return null;
  const { country, start, from, isForeign } = countryBefore(index, block, hit.start);
  const posts = isForeign
    ? []
    : offices.filter((post) => country < 0 || index.country(post) === country || index.country(post) < 0);
  return { start: hit.start, end: hit.end, posts, country, phraseStart: start, countryStart: from, isForeign };
}

/** The title directly before a name; titles that only tables know are none. */
export function officeBefore(index: NameFacts, block: ReadBlock, start: number): OfficeTitle | null {
  const end = skipSpaceBack(block.text, start);
  // In Chinese the title touches the name: 总统马克龙.
  if (end === start && classBefore(block.text, start) !== HAN) return null;
  return firstOffice(index, block, hitsEndingAt(block, end));
}

/** The title directly after a name, or after a country behind it: 中谷防衛相, 나카타니 방위상, 나카타니 일본 방위상. */
export function officeAfter(index: NameFacts, block: ReadBlock, end: number): OfficeTitle | null {
  const at = skipOneSpace(block.text, end);
  const office = firstOffice(index, block, hitsStartingAt(block, at));
  if (office) return office;
  const country = countryAfter(index, block, end);
  return country && firstOffice(index, block, hitsStartingAt(block, country.titleStart));
}

const skipOneSpace = (text: string, at: number): number => (isSpace(text.charCodeAt(at)) ? at + 1 : at);

/** The country that stands between a name and its title, where no space parts words or one does: 오스틴 미국 국방장관. */
export function countryAfter(
  index: NameFacts,
  block: ReadBlock,
  end: number,
): { readonly country: number; readonly titleStart: number } | null {
  const { text } = block;
  const at = skipOneSpace(text, end);
  if (isSpacedScript(text.charCodeAt(at))) return null;
  const found = countryAt(index, block, at);
  return found && { country: found.country, titleStart: skipOneSpace(text, found.end) };
}

function firstOffice(index: NameFacts, block: ReadBlock, hits: Iterable<number>): OfficeTitle | null {
  for (const h of hits) {
    const office = officeOf(index, block, h);
    if (office) return office;
  }
  return null;
}

/** True when the word before a title says that it is past. */
export const isFormer = (text: string, start: number): boolean => FORMER.test(before(text, start));

/** True for a title that is written without spaces between its words. */
export const isUnspacedTitle = ({ text, hits, readings }: ReadBlock, h: number): boolean =>
  (readings[h]?.offices.length ?? 0) > 0 && !isSpacedScript(text.charCodeAt(hits[h]?.start ?? 0));

/**
 * The office that a title without a name stands for, with its span: the country beside it tells which, or the one
 * country of the article that has such an office. Somebody must be known to hold it on the day.
 */
export function loneOffice(
  index: NameFacts,
  block: ReadBlock,
  h: number,
  countries: ReadonlySet<number>,
  day: number,
): { readonly post: number; readonly start: number; readonly end: number } | null {
  const office = withCountryBehind(index, block, officeOf(index, block, h));
  if (!office || isOfName(index, block, office)) return null;
  // "a Japanese defense minister" is any of them.
  if (INDEFINITE.test(before(block.text, office.phraseStart))) return null;
  const isOfCountry = office.country >= 0 || namesCountry(index, block, h);
  const posts = isOfCountry ? office.posts : office.posts.filter((post) => countries.has(index.country(post)));
  const [post, ...others] = posts;
  if (post === undefined || others.length > 0) return null;
  for (const { held } of index.holders(post)) {
    if (held.from <= day && day <= held.to) return { post, start: office.phraseStart, end: office.end };
  }
  return null;
}

/** "defense minister of South Korea": the country behind a title belongs to it where none stands before. */
function withCountryBehind(index: NameFacts, block: ReadBlock, office: OfficeTitle | null): OfficeTitle | null {
  if (!office || office.country >= 0 || office.isForeign) return office;
  const behind = countryBehindOf(index, block, office.end);
  if (!behind) return office;
  const posts = office.posts.filter((post) => index.country(post) === behind.country);
  return { ...office, ...behind, posts };
}

/** True when the title itself begins or ends with a country or its people: "Japanese defense minister", 韓国国防相. */
function namesCountry(index: NameFacts, block: ReadBlock, h: number): boolean {
  const hit = block.hits[h];
  if (!hit) return false;
  if (beginsWithPeople(block.text.slice(hit.start, hit.end)) || endsWithCountry(index, block, hit)) return true;
  for (const other of hitsStartingAt(block, hit.start)) {
    const { names, peoples } = block.readings[other] as Readings;
    if (other !== h && (peoples.length > 0 || names.length > 0)) return true;
  }
  return false;
}

/** Words that make another office of a title: "prime minister designate". */
const TITLE_GOES_ON: ReadonlySet<string> = new Set(['designate', 'elect', 'hopeful', 'candidate', 'emeritus']);

/** True when the title belongs to a name, known or not, or to something that it is said to be of. */
function isOfName(index: NameFacts, block: ReadBlock, office: OfficeTitle): boolean {
  const { start, end, phraseStart, countryStart, country } = office;
  const { text } = block;
  // "president of Russia's chess union"
  if (APOSTROPHES.includes(text[end] ?? ' ') && endsWithCountry(index, block, { start, end })) return true;
  if (isNotHeldYet(text, end) || isApposition(index, block, phraseStart)) return true;
  const after = wordAfter(text, end);
  if (after) {
    const word = text.slice(after.start, after.end).toLowerCase();
    if (startsCapital(text, after.start) || word === 'of' || TITLE_GOES_ON.has(word)) return true;
  }
  if (isFormer(text, phraseStart)) return true;
  if (isPerson(index, block, hitsStartingAt(block, isSpace(text.charCodeAt(end)) ? end + 1 : end))) return true;
  if (isSpacedScript(text.charCodeAt(start))) return false;
  if (classAt(text, end) === HAN || closesName(text, start) || closesName(text, countryStart)) return true;
  // The name stands before its title; what stands there and is no country is one.
  const from = country >= 0 ? phraseStart : start;
  const stop = skipSpaceBack(text, from);
  if (isPerson(index, block, hitsEndingAt(block, skipSpaceBack(text, countryStart)))) return true;
  if (isPerson(index, block, hitsEndingAt(block, stop))) return true;
  const cls = classBefore(text, stop);
  if (stop < from) return cls === HANGUL && country < 0 && !PARTICLE.test(text[stop - 1] ?? '');
  return cls === HAN || cls === KATAKANA || cls === HANGUL;
}

const APOSTROPHES = "'\u2019";
const closesName = (text: string, at: number): boolean => '・）)」』'.includes(text[at - 1] ?? ' ');

/** "prime minister-designate", 장관 후보자, 대통령 권한대행: who is called so does not hold the office. */
function isNotHeldYet(text: string, end: number): boolean {
  const tied = /^-([a-z]+)/.exec(text.slice(end, end + 12))?.[1];
  if (tied !== undefined) return TITLE_GOES_ON.has(tied);
  const at = skipOneSpace(text, end);
  return NOT_HELD_YET.some((word) => text.startsWith(word, at));
}

/** "Dan Caine, chairman of the Joint Chiefs of Staff": said of the name before the comma; not "In Seoul, ministers". */
function isApposition(index: NameFacts, block: ReadBlock, start: number): boolean {
  const { text } = block;
  const end = start - 2;
  if (end <= 0 || !text.startsWith(', ', end)) return false;
  for (const h of hitsEndingAt(block, end)) {
    if (block.readings[h]?.names.some(({ target }) => index.type(target) === 'place')) return false;
  }
  let at = end;
  while (end - at < MAX_NAME && isWordUnit(text.charCodeAt(at - 1))) at--;
  return startsCapital(text, at);
}

/** Units of the longest word that is taken for a name. */
const MAX_NAME = 30;

/** Particles by which a Korean word before a title is told from a name. */
const PARTICLE = /[은는이가을를의도와과에서로며고]/;

function isPerson(index: NameFacts, block: ReadBlock, hits: Iterable<number>): boolean {
  for (const h of hits) {
    if (block.readings[h]?.names.some(({ target }) => index.type(target) === 'person')) return true;
  }
  return false;
}
