/** Titles of offices in the text: which office a title means, and titles that stand for their holder without a name. */
import { HAN, HANGUL, KATAKANA } from '../text/scripts';
import { beginsWithPeople, countryBefore } from './countries-beside';
import type { NameFacts } from './name-index';
import { hitsEndingAt, hitsStartingAt, type ReadBlock } from './read-block';
import type { Readings } from './readings';
import { classAt, classBefore } from './steps';
import { isSpace, isSpacedScript, skipSpaceBack, startsCapital, wordAfter, wordBefore } from './words';

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
}

/** What changes an office into another one, or into a past one. */
const DEPUTY = /^(?:vice|deputy|assistant|associate|shadow|acting|under|副|부)$/;
const FORMER = /^(?:former|ex|late|then|前|元|전)$/;
const INDEFINITE = /^(?:an?|any|no|every|each|another|next|first|future|one)$/;

const before = (text: string, at: number): string => {
  const word = wordBefore(text, at);
  return word ? text.slice(word.start, word.end).toLowerCase() : '';
};

/** The title that a hit is; `null` when it names no office. */
function officeOf(index: NameFacts, block: ReadBlock, h: number): OfficeTitle | null {
  const hit = block.hits[h];
  const offices = block.readings[h]?.offices ?? [];
  if (!hit || offices.length === 0 || DEPUTY.test(before(block.text, hit.start))) return null;
  const { country, start, isForeign } = countryBefore(index, block, hit.start);
  const posts = isForeign
    ? []
    : offices.filter((post) => country < 0 || index.country(post) === country || index.country(post) < 0);
  return { start: hit.start, end: hit.end, posts, country, phraseStart: start };
}

/** The title directly before a name; titles that only tables know are none. */
export function officeBefore(index: NameFacts, block: ReadBlock, start: number): OfficeTitle | null {
  const end = skipSpaceBack(block.text, start);
  // In Chinese the title touches the name: 总统马克龙.
  if (end === start && classBefore(block.text, start) !== HAN) return null;
  return firstOffice(index, block, hitsEndingAt(block, end));
}

/** The title directly after a name: 中谷防衛相, and with a space 나카타니 방위상. */
export function officeAfter(index: NameFacts, block: ReadBlock, end: number): OfficeTitle | null {
  const at = isSpace(block.text.charCodeAt(end)) ? end + 1 : end;
  return firstOffice(index, block, hitsStartingAt(block, at));
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
  const office = officeOf(index, block, h);
  if (!office || isOfName(index, block, office)) return null;
  // "a Japanese defense minister" is any of them.
  if (INDEFINITE.test(before(block.text, office.phraseStart))) return null;
  const isOfCountry = office.country >= 0 || namesCountry(block, h);
  const posts = isOfCountry ? office.posts : office.posts.filter((post) => countries.has(index.country(post)));
  const [post, ...others] = posts;
  if (post === undefined || others.length > 0) return null;
  for (const { held } of index.holders(post)) {
    if (held.from <= day && day <= held.to) return { post, start: office.phraseStart, end: office.end };
  }
  return null;
}

/** True when the title itself begins with a country or its people: "Japanese defense minister", 韓国国防相. */
function namesCountry(block: ReadBlock, h: number): boolean {
  const hit = block.hits[h];
  if (!hit) return false;
  if (beginsWithPeople(block.text.slice(hit.start, hit.end))) return true;
  for (const other of hitsStartingAt(block, hit.start)) {
    const { names, peoples } = block.readings[other] as Readings;
    if (other !== h && (peoples.length > 0 || names.length > 0)) return true;
  }
  return false;
}

/** Words that make another office of a title: "prime minister designate". */
const TITLE_GOES_ON: ReadonlySet<string> = new Set(['designate', 'elect', 'hopeful', 'candidate', 'emeritus']);

/** True when the title belongs to a name, known or not, or to something that it is said to be of. */
function isOfName(index: NameFacts, block: ReadBlock, { start, end, phraseStart, country }: OfficeTitle): boolean {
  const { text } = block;
  const after = wordAfter(text, end);
  if (after) {
    const word = text.slice(after.start, after.end).toLowerCase();
    if (startsCapital(text, after.start) || word === 'of' || TITLE_GOES_ON.has(word)) return true;
  }
  if (isFormer(text, phraseStart)) return true;
  if (isPerson(index, block, hitsStartingAt(block, isSpace(text.charCodeAt(end)) ? end + 1 : end))) return true;
  if (isSpacedScript(text.charCodeAt(start))) return false;
  if (classAt(text, end) === HAN || '・）)」』'.includes(text[start - 1] ?? ' ')) return true;
  // The name stands before its title; what stands there and is no country is one.
  const from = country >= 0 ? phraseStart : start;
  const stop = skipSpaceBack(text, from);
  if (isPerson(index, block, hitsEndingAt(block, stop))) return true;
  const cls = classBefore(text, stop);
  if (stop < from) return cls === HANGUL && country < 0 && !PARTICLE.test(text[stop - 1] ?? '');
  return cls === HAN || cls === KATAKANA || cls === HANGUL;
}

/** Particles by which a Korean word before a title is told from a name. */
const PARTICLE = /[은는이가을를의도와과에서로며고]/;

function isPerson(index: NameFacts, block: ReadBlock, hits: Iterable<number>): boolean {
  for (const h of hits) {
    if (block.readings[h]?.names.some(({ target }) => index.type(target) === 'person')) return true;
  }
  return false;
}
