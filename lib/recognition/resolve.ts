/**
 * From candidates to mentions. The string is only the beginning: a full name stands alone; a family name, an
 * abbreviation that others share or a name marked as needing context counts only with evidence in the same article.
 * Every acceptance says why, every refusal too.
 */
import type { Evidence, Mention, Refusal, Rival, TextBlock } from '../model/article';
import { DIGIT, LATIN } from '../text/scripts';
import { hasTitleAfter, isBounded } from './boundaries';
import type { NameIndex } from './name-index';
import { type Hit, originalSpan, type Scan, scan } from './scan';
import { classAt } from './steps';
import { CAPITALISED, TITLES } from './tables/english';

export interface ResolveOptions {
  /** The as-of date as a day; `null` when the article has none: dated names and offices then say nothing. */
  readonly asOfDay: number | null;
}

/** Two acceptable targets closer than this are put to the reader instead of guessed. */
const CLOSE = 0.1;

/** What the first look at the whole article has established. */
interface Found {
  /** Certain targets with the form and block by which they were first named. */
  readonly certain: ReadonlyMap<number, { form: string; block: number }>;
  /** Companions of anything certain, and the certain countries. */
  readonly companions: ReadonlySet<number>;
  readonly countries: ReadonlySet<number>;
}

interface Option {
  readonly target: number;
  readonly score: number;
  readonly evidence: Evidence[];
  readonly refusal: Refusal | null;
}

export function resolve(index: NameIndex, blocks: readonly TextBlock[], options: ResolveOptions): Mention[] {
  const scans = blocks.map((block) => scan(index, block.text));
  const found = findCertain(index, scans, options);
  const mentions: Mention[] = [];
  blocks.forEach((block, b) => {
    const scanned = scans[b] as Scan;
    let from = 0;
    for (let i = 0; i < scanned.hits.length; ) {
      const start = (scanned.hits[i] as Hit).start;
      let taken = false;
      for (; i < scanned.hits.length && (scanned.hits[i] as Hit).start === start; i++) {
        const hit = scanned.hits[i] as Hit;
        if (taken || start < from) continue;
        const mention = judge(index, scanned, hit, block, found, options);
        if (!mention) continue;
        mentions.push(mention);
        from = hit.end;
        taken = true;
      }
    }
  });
  return mentions;
}

/** First pass: who and what is named beyond doubt, anywhere in the article. */
function findCertain(index: NameIndex, scans: readonly Scan[], options: ResolveOptions): Found {
  const certain = new Map<number, { form: string; block: number }>();
  scans.forEach((scanned, block) => {
    let from = 0;
    for (const hit of scanned.hits) {
      if (hit.start < from) continue;
      const names = usableNames(index, scanned, hit, options).filter((name) => standsAlone(index, name));
      const targets = new Set(names.map(index.target));
      if (targets.size !== 1) continue;
      const target = [...targets][0] as number;
      if (isInUnknownName(scanned, hit, index.type(target) === 'person')) continue;
      if (!certain.has(target)) {
        const { start, end } = originalSpan(scanned, hit);
        certain.set(target, { form: scanned.original.slice(start, end), block });
      }
      from = hit.end;
    }
  });
  const companions = new Set<number>();
  const countries = new Set<number>();
  for (const target of certain.keys()) {
    for (const companion of index.companions(target)) companions.add(companion);
    const country = index.country(target);
    if (country >= 0) countries.add(country);
  }
  return { certain, companions, countries };
}

/** Names that need no evidence beyond their own form. */
function standsAlone(index: NameIndex, name: number): boolean {
  if (index.needsContext(name) || index.needsTitle(name)) return false;
  const kind = index.kind(name);
  return kind === 'full' || kind === 'former' || kind === 'short' || kind === 'abbreviation';
}

/** Names of a hit that may stand where it stands: boundary, case, and validity on the day. */
function usableNames(index: NameIndex, scanned: Scan, hit: Hit, { asOfDay }: ResolveOptions): number[] {
  const { start, end } = originalSpan(scanned, hit);
  const surface = scanned.original.slice(start, end);
  const usable: number[] = [];
  const [first, last] = index.namesOf(hit.form);
  for (let name = first; name < last; name++) {
    const kind = index.kind(name);
    if (kind === 'title' || kind === 'demonym') continue;
    if (!fitsCase(index, name, surface)) continue;
    if (asOfDay !== null && !index.isValidOn(name, asOfDay)) continue;
    const isPlace = index.type(index.target(name)) === 'place';
    if (!isBounded(scanned.folded.text, hit.start, hit.end, isPlace)) continue;
    if (isAdjective(index, name, scanned, hit)) continue;
    usable.push(name);
  }
  return usable;
}

const normalForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-');
const CASED = /\p{Lu}|\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/** A name that begins with a capital does not match a lower-case word; case-sensitive names match to the letter. */
function fitsCase(index: NameIndex, name: number, surface: string): boolean {
  const original = index.original(name);
  if (index.isCaseSensitive(name)) return normalForm(original) === normalForm(surface);
  const expected = CASED.exec(original)?.[0];
  const actual = CASED.exec(surface)?.[0];
  return expected === undefined || actual === undefined || !UPPER.test(expected) || UPPER.test(actual);
}

/**
 * Newspaper English writes "the U.S." for the country and "U.S. forces" for the adjective; the adjective is a demonym,
 * not a mention.
 */
function isAdjective(index: NameIndex, name: number, scanned: Scan, hit: Hit): boolean {
  if (index.kind(name) !== 'abbreviation' || index.placeKind(index.target(name)) !== 'country') return false;
  const { text } = scanned.folded;
  if (/\bthe $/.test(text.slice(Math.max(0, hit.start - 5), hit.start))) return false;
  return text[hit.end] === ' ' && classAt(text, hit.end + 1) === LATIN;
}

interface Token {
  /** As written. */
  readonly text: string;
  readonly sentenceStart: boolean;
}

const WORD_BEFORE = /(^|[.!?:"\u201c\u201d(]\s*|\s)([\p{L}][\p{L}.'\u2019-]*)\s$/u;
const WORD_AFTER = /^\s([\p{L}][\p{L}'\u2019-]*)/u;

function wordBefore(original: string, start: number): Token | null {
  const match = WORD_BEFORE.exec(original.slice(Math.max(0, start - 60), start));
  if (!match) return null;
  const opening = match[1] ?? '';
  return { text: match[2] ?? '', sentenceStart: opening === '' ? start <= 60 : /[.!?:"\u201c\u201d(]/.test(opening) };
}

const isCapitalised = (word: string): boolean => UPPER.test(word.charAt(0));
const isKnownWord = (word: string): boolean => CAPITALISED.has(word.toLowerCase().replace(/['\u2019]s$/, ''));

/** The longest title that ends where a name begins; folded. */
function titleBefore(scanned: Scan, hit: Hit): string | null {
  const before = scanned.folded.text.slice(Math.max(0, hit.start - 40), hit.start);
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
 * True when capitalised neighbours make a Latin name part of a longer one that no pack knows ("Kim Smith", "Mary
 * Lee"). Only asked of single words: a full name of several words is not continued by chance.
 */
function isInUnknownName(scanned: Scan, hit: Hit, isPerson: boolean): boolean {
  if (!isPerson) return false;
  const { start, end } = originalSpan(scanned, hit);
  const surface = scanned.original.slice(start, end);
  const cls = classAt(scanned.folded.text, hit.start);
  if ((cls !== LATIN && cls !== DIGIT) || /\s/.test(surface.trim())) return false;
  const after = WORD_AFTER.exec(scanned.original.slice(end, end + 60))?.[1];
  if (after && isCapitalised(after) && !isKnownWord(after)) return true;
  const before = wordBefore(scanned.original, start);
  if (!before || !isCapitalised(before.text) || before.sentenceStart || isKnownWord(before.text)) return false;
  return titleBefore(scanned, hit) === null;
}

function judge(
  index: NameIndex,
  scanned: Scan,
  hit: Hit,
  block: TextBlock,
  found: Found,
  options: ResolveOptions,
): Mention | null {
  const names = usableNames(index, scanned, hit, options);
  if (names.length === 0) return null;
  const byTarget = new Map<number, Option>();
  for (const name of names) {
    const option = weigh(index, name, scanned, hit, block, found, options);
    const known = byTarget.get(option.target);
    if (
      !known ||
      (known.refusal !== null && option.refusal === null) ||
      (option.refusal === null && option.score > known.score)
    ) {
      byTarget.set(option.target, option);
    }
  }
  const accepted = [...byTarget.values()].filter(({ refusal }) => refusal === null).sort((a, b) => b.score - a.score);
  const best = accepted[0];
  if (!best) return null;
  const close = accepted.filter(({ score }) => best.score - score < CLOSE);
  const { start, end } = originalSpan(scanned, hit);
  const rivals: Rival[] = [...byTarget.values()]
    .filter((option) => option !== best && (close.length === 1 || !close.includes(option)))
    .map(({ target, refusal }) => ({ entity: index.reference(target), refusal: refusal ?? 'rival-stronger' }));
  return {
    block: block.id,
    start,
    end,
    surface: scanned.original.slice(start, end),
    ...(close.length > 1
      ? { candidates: close.map(({ target }) => index.reference(target)) }
      : { entity: index.reference(best.target) }),
    score: Math.min(1, best.score),
    evidence: best.evidence,
    rivals: rivals.slice(0, 8),
  };
}

/** Weighs one reading of a hit. */
function weigh(
  index: NameIndex,
  name: number,
  scanned: Scan,
  hit: Hit,
  block: TextBlock,
  found: Found,
  options: ResolveOptions,
): Option {
  const target = index.target(name);
  const kind = index.kind(name);
  const evidence: Evidence[] = [];
  const certain = found.certain.get(target);
  const refuse = (refusal: Refusal): Option => ({ target, score: 0, evidence, refusal });
  const isPerson = index.type(target) === 'person';
  if (isPerson && block.kind !== 'headline' && isInUnknownName(scanned, hit, true))
    return refuse('unknown-longer-name');

  let score = 0.5 + Math.min(0.1, index.prominence(target) / 10) + index.weight(name) * 0.05;
  if (standsAlone(index, name)) {
    evidence.push({ kind: kind === 'abbreviation' ? 'abbreviation' : kind === 'short' ? 'short-form' : 'full-name' });
    score += 0.3;
  } else if (kind === 'family' || kind === 'given' || index.needsTitle(name)) {
    const title = titleBefore(scanned, hit);
    const holdsOffice = options.asOfDay !== null && holdsAnyOffice(index, target, options.asOfDay);
    if (certain) {
      evidence.push({ kind: 'full-name-elsewhere', form: certain.form, paragraph: certain.block + 1 });
      score += 0.25;
    }
    if ((title !== null || hasTitleAfter(scanned.folded.text, hit.end)) && holdsOffice) {
      evidence.push({ kind: 'title-before', form: title ?? '' });
      score += certain ? 0.1 : 0.15;
    } else if (!certain) return refuse('no-full-name-in-article');
  } else if (!certain && !hasContext(index, target, found)) {
    return refuse('needs-context');
  } else {
    evidence.push(
      certain
        ? { kind: 'full-name-elsewhere', form: certain.form, paragraph: certain.block + 1 }
        : { kind: 'context', with: contextName(index, target, found) },
    );
    score += certain ? 0.25 : 0.1;
  }
  if (found.companions.has(target)) score += 0.05;
  return { target, score, evidence, refusal: null };
}

function holdsAnyOffice(index: NameIndex, target: number, day: number): boolean {
  for (const post of index.posts(target)) if (post.from <= day && day <= post.to) return true;
  return false;
}

function hasContext(index: NameIndex, target: number, found: Found): boolean {
  const country = index.country(target);
  return found.companions.has(target) || (country >= 0 && country !== target && found.countries.has(country));
}

function contextName(index: NameIndex, target: number, found: Found): string {
  const country = index.country(target);
  return country >= 0 && found.countries.has(country) ? index.reference(country) : '';
}
