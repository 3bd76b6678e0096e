/** What stands around a hit: titles, and neighbours that make a name part of a longer one that no pack knows. */
import { MAX_NAME_UNITS } from '../text/limits';
import { KATAKANA, LATIN } from '../text/scripts';
import { hasTitleAfter } from './boundaries';
import { type Hit, originalSpan, type Scan } from './scan';
import { classAt, classBefore } from './steps';
import { CAPITALISED, TITLES } from './tables/english';

/** How far to either side of a hit a word is looked for. */
const REACH = 60;
const WORD_BEFORE = /(?:^|[\s.!?:"'\u2018\u201c\u201d([—–])(\p{L}[\p{L}.'\u2019-]*)\s$/u;
const WORD_AFTER = /^\s(\p{L}[\p{L}'\u2019-]*)/u;
const POSSESSIVE = /(?:['\u2019]s|s['\u2019])$/i;
const UPPER = /\p{Lu}/u;

const isCapitalised = (word: string): boolean => UPPER.test(word.charAt(0));

/** A capitalised word that is not taken for part of a name: sentence openers, weekdays, and possessives. */
const isOrdinary = (word: string): boolean =>
  POSSESSIVE.test(word) || CAPITALISED.has(word.toLowerCase().replaceAll('\u2019', "'"));

/** What can be asked about the neighbours of a hit; looked up when first asked, once for all readings of the hit. */
export interface Surroundings {
  readonly isInUnknownName: () => boolean;
  /** The title before or after the name, folded; empty for one after it, `null` for none. */
  readonly title: () => string | null;
}

/** Makes the neighbours of a hit askable. */
export function lookAround(scanned: Scan, hit: Hit): Surroundings {
  return {
    isInUnknownName: once(() => isInUnknownName(scanned, hit)),
    title: once(() => titleBefore(scanned, hit) ?? (hasTitleAfter(scanned.folded.text, hit.end) ? '' : null)),
  };
}

function once<T>(look: () => T): () => T {
  let seen: { readonly answer: T } | undefined;
  return () => {
    seen ??= { answer: look() };
    return seen.answer;
  };
}

/** The longest title that ends where a name begins, folded; `null` for none. */
function titleBefore(scanned: Scan, hit: Hit): string | null {
  const before = scanned.folded.text.slice(Math.max(0, hit.start - REACH), hit.start);
  let best: string | null = null;
  for (const title of TITLES) {
    if (!before.endsWith(`${title} `)) continue;
    const previous = before.charAt(before.length - title.length - 2);
    if (previous !== '' && /[\p{L}\p{N}]/u.test(previous)) continue;
    if (best === null || title.length > best.length) best = title;
  }
  return best;
}

/**
 * True when neighbours make the name of a person part of a longer one that no pack knows: "Kim Smith", "Mary Lee" (at
 * the beginning of a sentence too), "Lee-Hamilton", ミシェル・オバマ. Only asked of names of one part: a full name of
 * several is not continued by chance.
 */
export function isInUnknownName(scanned: Scan, hit: Hit): boolean {
  const { start, end } = originalSpan(scanned, hit);
  const { original, folded } = scanned;
  const form = folded.text.slice(hit.start, hit.end);
  const cls = classAt(folded.text, hit.start);
  if (cls === KATAKANA) return !/[・=]/.test(form) && isJoined(scanned, hit, '・=');
  if (cls !== LATIN || form.includes(' ')) return false;
  if (isJoined(scanned, hit, '-')) return true;
  const after = WORD_AFTER.exec(original.slice(end, end + REACH))?.[1];
  if (after && isCapitalised(after) && !isOrdinary(after)) return true;
  if (folded.text[hit.start - 1] !== ' ') return false;
  const before = WORD_BEFORE.exec(original.slice(Math.max(0, start - REACH), start))?.[1];
  if (!before || !isCapitalised(before) || isOrdinary(before)) return false;
  return titleBefore(scanned, hit) === null;
}

/** True when a joiner ties the hit to a word that is no name of ours: "Lee-Hamilton", but neither "Lee-led" nor "Kim-Lee". */
function isJoined(scanned: Scan, hit: Hit, joiners: string): boolean {
  const { text } = scanned.folded;
  const isTied = (at: number) => text[at] !== undefined && joiners.includes(text[at]);
  if (isTied(hit.end) && isNameLike(scanned, hit.end + 1, classAt(text, hit.end + 1)))
    return !hasHit(scanned.hits, hit.end + 1, ({ start }) => start === hit.end + 1);
  if (isTied(hit.start - 1) && isNameLike(scanned, wordStart(text, hit.start - 1), classBefore(text, hit.start - 1)))
    return !hasHit(scanned.hits, hit.start - MAX_NAME_UNITS, ({ end }) => end === hit.start - 1);
  return false;
}

/** Looks for a hit among those that begin at `from` or up to the length of a name later; hits lie in order of start. */
function hasHit(hits: readonly Hit[], from: number, isWanted: (hit: Hit) => boolean): boolean {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as Hit).start < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < hits.length && (hits[i] as Hit).start <= from + MAX_NAME_UNITS; i++) {
    if (isWanted(hits[i] as Hit)) return true;
  }
  return false;
}

function isNameLike({ original, folded }: Scan, at: number, cls: number): boolean {
  return cls === KATAKANA || (cls === LATIN && isCapitalised(original.slice(folded.starts[at], folded.ends[at])));
}

function wordStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < REACH && classBefore(text, at) === LATIN) at--;
  return at;
}
