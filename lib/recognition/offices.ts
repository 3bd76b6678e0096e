/**
 * Titles in the text: which office a title beside a name means, whether somebody held it on the day, and titles that
 * stand for their holder without a name ("the Japanese defense minister").
 */
import type { BlockText } from './block-text';
import type { NameIndex } from './name-index';
import { HAN, HANGUL, KATAKANA } from '../text/scripts';
import type { Readings } from './readings';
import { scan } from './scan';
import { classAt, classBefore } from './steps';
import { countryOfDemonym, isDemonym } from './tables/english-people';
import { isSpace, isWordUnit, startsCapital, type Word, wordAfter, wordBefore } from './words';

/** A block with the readings of each of its hits. */
export interface ReadBlock extends BlockText {
  readonly readings: readonly Readings[];
}

/** A title with the offices that it can mean. */
export interface OfficeTitle {
  readonly start: number;
  readonly end: number;
  /** Targets; none when packs have the title for no office of the country that it is said to be of. */
  readonly posts: readonly number[];
  /** The country beside the title, and whether it is written into one with it; -1 for none. */
  readonly country: number;
  /** Where the country begins that is part of the phrase: "French president"; `start` for none. */
  readonly phraseStart: number;
}

/** What changes an office into another one, or into a past one. */
const DEPUTY = /^(?:vice|deputy|assistant|associate|shadow|acting|under|副|부)$/;
const FORMER = /^(?:former|ex|late|then|前|元|전)$/;
/** "Japan's", 日本の, 일본의, 日本的 */
const POSSESSIVE = /['\u2019]s?$|[의の的]$/;
/** Units before a title in which its country is looked for. */
const REACH = 60;

/** Hits that end at a place, longest first. */
function* hitsEndingAt({ hits }: BlockText, end: number): Generator<number> {
  for (let i = firstFrom(hits, end - REACH); i < hits.length && (hits[i]?.start ?? end) < end; i++) {
    if (hits[i]?.end === end) yield i;
  }
}

function* hitsStartingAt({ hits }: BlockText, start: number): Generator<number> {
  for (let i = firstFrom(hits, start); i < hits.length && hits[i]?.start === start; i++) yield i;
}

function firstFrom(hits: BlockText['hits'], start: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const skipSpaceBack = (text: string, at: number): number => {
  let end = at;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
};

/** The title that a hit is; `null` when it names no office. */
export function officeOf(index: NameIndex, block: ReadBlock, h: number): OfficeTitle | null {
  const hit = block.hits[h];
  const offices = block.readings[h]?.offices ?? [];
  if (!hit || offices.length === 0) return null;
  const { text } = block;
  const before = wordBefore(text, hit.start);
  if (before && DEPUTY.test(text.slice(before.start, before.end).toLowerCase())) return null;
  const { country, start, isForeign } = countryBefore(index, block, hit.start);
  const posts = isForeign
    ? []
    : offices.filter((post) => country < 0 || index.country(post) === country || index.country(post) < 0);
  return { start: hit.start, end: hit.end, posts, country, phraseStart: start };
}

/** Targets that a literal name of a country has; none when no pack knows it. Kept for as long as the index. */
const countriesByName = new WeakMap<NameIndex, Map<string, number>>();

function countryNamed(index: NameIndex, name: string): number {
  let known = countriesByName.get(index);
  if (!known) countriesByName.set(index, (known = new Map()));
  let country = known.get(name);
  if (country === undefined) {
    country = -1;
    for (const { form, start, end } of scan(index, name)) {
      if (start !== 0 || end !== name.length) continue;
      const [first, last] = index.namesOf(form);
      for (let n = first; n < last; n++) if (index.placeKind(index.target(n)) === 'country') country = index.target(n);
    }
    known.set(name, country);
  }
  return country;
}

/** Signs by which Korean newspapers put a country before an office or a ministry: 미 국방부. */
const KOREAN_SIGNS: Readonly<Record<string, string>> = {
  미: '미국',
  일: '일본',
  중: '중국',
  러: '러시아',
  영: '영국',
  독: '독일',
  불: '프랑스',
  북: '북한',
};

/** What no pack knows is nobody's: a country that differs from every target. */
const UNKNOWN_COUNTRY = -2;

/** Places and peoples whose name ends directly before a place of the text, with at most a space between. */
export function placesBefore(index: NameIndex, block: ReadBlock, at: number): number[] {
  const { text } = block;
  const end = skipSpaceBack(text, at);
  if (end === 0 || at - end > 1) return [];
  for (const h of hitsEndingAt(block, end)) {
    const { names = [], peoples = [] } = block.readings[h] ?? {};
    const places = names.filter(({ refusal, target }) => isNamed(refusal) && index.type(target) === 'place');
    if (places.length > 0 || peoples.length > 0) return [...peoples, ...places.map(({ target }) => target)];
  }
  const sign = end < at ? KOREAN_SIGNS[text.charAt(end - 1)] : undefined;
  if (sign !== undefined && classBefore(text, end - 1) !== HANGUL) return known(countryNamed(index, sign));
  const people = peopleBefore(text, at);
  return people === null ? [] : known(countryNamed(index, people));
}

const known = (country: number): number[] => (country >= 0 ? [country] : []);
const isNamed = (refusal: string | null): boolean => refusal === null || refusal === 'inside-longer-name';

/** The country of the people that is written before a place of the text: "South Korean ". */
function peopleBefore(text: string, at: number): string | null {
  const word = wordBefore(text, at);
  if (!word) return null;
  const form = text.slice(word.start, word.end).toLowerCase();
  const first = wordBefore(text, word.start);
  const both = first ? countryOfDemonym(`${text.slice(first.start, first.end).toLowerCase()} ${form}`) : null;
  return both ?? countryOfDemonym(form);
}

/** "Japanese ", "Japan's ", "Japan ", 日本: the country written before a title. */
function countryBefore(
  index: NameIndex,
  block: ReadBlock,
  at: number,
): { country: number; start: number; isForeign: boolean } {
  const { text } = block;
  let end = skipSpaceBack(text, at);
  const possessive = POSSESSIVE.exec(text.slice(Math.max(0, end - 2), end))?.[0] ?? '';
  end -= possessive.length;
  for (const h of hitsEndingAt(block, end)) {
    const { names = [], peoples = [] } = block.readings[h] ?? {};
    const named = names.find(({ target, refusal }) => isNamed(refusal) && index.placeKind(target) === 'country');
    const country = peoples[0] ?? named?.target;
    if (country === undefined) continue;
    // The name of the country is a mention of its own where a space or a possessive parts it from the title.
    const isApart = possessive !== '' || (peoples.length === 0 && end < at);
    return { country, start: isApart ? at : (block.hits[h]?.start ?? at), isForeign: false };
  }
  if (possessive !== '') return { country: -1, start: at, isForeign: false };
  const word = wordBefore(text, at);
  if (!word) return { country: -1, start: at, isForeign: false };
  const people = peopleBefore(text, at);
  const country = people === null ? -1 : countryNamed(index, people);
  if (country >= 0) return { country, start: startOfPeople(text, word), isForeign: false };
  // A people whose country no pack knows: the office is another's.
  return { country: people === null ? -1 : UNKNOWN_COUNTRY, start: at, isForeign: isDemonym(text.slice(word.start, word.end).toLowerCase()) };
}

function startOfPeople(text: string, word: Word): number {
  const first = wordBefore(text, word.start);
  const both = first && `${text.slice(first.start, first.end)} ${text.slice(word.start, word.end)}`.toLowerCase();
  return first && both && countryOfDemonym(both) !== null ? first.start : word.start;
}

/** The title directly before a name; titles that only tables know are none. */
export function officeBefore(index: NameIndex, block: ReadBlock, start: number): OfficeTitle | null {
  const end = skipSpaceBack(block.text, start);
  if (end === start) return null;
  for (const h of hitsEndingAt(block, end)) {
    const office = officeOf(index, block, h);
    if (office) return office;
  }
  return null;
}

/** The title directly after a name, at most a space away: 中谷防衛相, 나카타니 방위상. */
export function officeAfter(index: NameIndex, block: ReadBlock, end: number): OfficeTitle | null {
  const at = isSpace(block.text.charCodeAt(end)) ? end + 1 : end;
  if (at === end && isWordUnit(block.text.charCodeAt(at)) && block.text.charCodeAt(at) < 0x250) return null;
  for (const h of hitsStartingAt(block, at)) {
    const office = officeOf(index, block, h);
    if (office) return office;
  }
  return null;
}

/** True when a target held one of the offices on a day. */
export function holds(index: NameIndex, target: number, posts: readonly number[], day: number): boolean {
  for (const held of index.posts(target)) {
    if (posts.includes(held.post) && held.from <= day && day <= held.to) return true;
  }
  return false;
}

/** True when somebody's offices are known, and one of them is asserted on a day. */
export function holdsAny(index: NameIndex, target: number, day: number): boolean {
  for (const held of index.posts(target)) if (held.from <= day && day <= held.to) return true;
  return false;
}

/** True when somebody left one of the offices before a day. */
export function hasHeld(index: NameIndex, target: number, posts: readonly number[], day: number): boolean {
  for (const held of index.posts(target)) if (posts.includes(held.post) && held.to < day) return true;
  return false;
}

/** True when the word before a title says that it is past. */
export function isFormer(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  return word !== null && FORMER.test(text.slice(word.start, word.end).toLowerCase());
}

/**
 * The office that a title without a name stands for, with its span: the country beside it tells which, or the one
 * country of the article that has such an office. Somebody must be known to hold it on the day.
 */
export function loneOffice(
  index: NameIndex,
  block: ReadBlock,
  h: number,
  countries: ReadonlySet<number>,
  day: number,
): { readonly post: number; readonly start: number; readonly end: number } | null {
  const office = officeOf(index, block, h);
  if (!office || isBesideName(index, block, office) || isIndefinite(block.text, office.phraseStart)) return null;
  const posts =
    office.country >= 0 || namesCountry(block, h)
      ? office.posts
      : office.posts.filter((post) => countries.has(index.country(post)));
  const [post, ...others] = posts;
  if (post === undefined || others.length > 0) return null;
  for (const { held } of index.holders(post)) {
    if (held.from <= day && day <= held.to) return { post, start: office.phraseStart, end: office.end };
  }
  return null;
}

/** "a Japanese defense minister" is any of them. */
function isIndefinite(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  return word !== null && /^(?:an?|any|no|every|each|another|next|first|future|one)$/i.test(text.slice(word.start, word.end));
}

/** True when the title itself begins with a country or its people: "Japanese defense minister", 韓国国防相. */
function namesCountry(block: ReadBlock, h: number): boolean {
  const hit = block.hits[h];
  if (!hit) return false;
  const first = block.text.slice(hit.start, hit.end).toLowerCase().split(' ');
  if (first.length > 1 && (isDemonym(first[0] ?? '') || isDemonym(first.slice(0, 2).join(' ')))) return true;
  for (const other of hitsStartingAt(block, hit.start)) {
    const readings = block.readings[other];
    if (other !== h && readings && (readings.peoples.length > 0 || readings.names.length > 0)) return true;
  }
  return false;
}

/** True when the title belongs to a name, known or not, or to something that it is said to be of. */
function isBesideName(index: NameIndex, block: ReadBlock, { start, end, phraseStart, country }: OfficeTitle): boolean {
  const { text } = block;
  const after = wordAfter(text, end);
  if (after) {
    if (startsCapital(text, after.start) || text.slice(after.start, after.end) === 'of') return true;
    if (TITLE_GOES_ON.has(text.slice(after.start, after.end).toLowerCase())) return true;
  }
  if (isFormer(text, phraseStart)) return true;
  const at = isSpace(text.charCodeAt(end)) ? end + 1 : end;
  for (const h of hitsStartingAt(block, at)) if (isPersonHit(index, block, h)) return true;
  const isSpaced = isWordUnit(text.charCodeAt(start)) && text.charCodeAt(start) < 0x1100;
  if (isSpaced) return false;
  if (classAt(text, end) === HAN || /[（(]$/.test(text.slice(0, start))) return true;
  if (/[・）)」』]$/.test(text.slice(Math.max(0, start - 1), start))) return true;
  // Without spaces, or with them in Korean, the name stands before its title; what stands there and is no country is one.
  const from = country >= 0 ? phraseStart : start;
  const before = skipSpaceBack(text, from);
  const cls = classBefore(text, before);
  if (isPersonAt(index, block, before)) return true;
  if (before < from) return cls === HANGUL && country < 0 && !endsWithParticle(text, before);
  return cls === HAN || cls === KATAKANA || cls === HANGUL;
}

const isPersonHit = (index: NameIndex, block: ReadBlock, h: number): boolean =>
  block.readings[h]?.names.some(({ target }) => index.type(target) === 'person') === true;

function isPersonAt(index: NameIndex, block: ReadBlock, end: number): boolean {
  for (const h of hitsEndingAt(block, end)) {
    if (isPersonHit(index, block, h)) return true;
  }
  return false;
}

const endsWithParticle = (text: string, end: number): boolean => /[은는이가을를의도와과에서로며고]$/.test(text.slice(end - 1, end));

/** Words that make another office of a title: "prime minister designate". */
const TITLE_GOES_ON: ReadonlySet<string> = new Set(['designate', 'elect', 'hopeful', 'candidate', 'emeritus']);
