/**
 * From candidates to mentions. The string is only the beginning: a full name stands alone; a family name, an
 * abbreviation that others share or a name marked as needing context counts only with evidence in the same article.
 * Every acceptance says why, every refusal too.
 */
import type { Evidence, Mention, Refusal, Rival, TextBlock } from '../model/article';
import { startsWithCapital } from '../text/letter-case';
import { LATIN } from '../text/scripts';
import { isBounded } from './boundaries';
import type { NameIndex } from './name-index';
import { type Hit, originalSpan, type Scan, scan } from './scan';
import { classAt } from './steps';
import { isInUnknownName, lookAround, type Surroundings } from './surroundings';

export interface ResolveOptions {
  /** The as-of date as a day; `null` when the article has none: dated names and offices then say nothing. */
  readonly asOfDay: number | null;
}

/** Two acceptable targets closer than this are put to the reader instead of guessed. */
const CLOSE = 0.1;
/**
 * What the share of a name's holders adds. By it alone, a reading that is twice as common as another is taken (2/3 to
 * 1/3 is further apart than `CLOSE`), three to two is put to the reader.
 */
const PRIOR = 0.4;
/** Other readings that a mention names. */
const MAX_RIVALS = 8;

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

/** An occurrence of a name that was not taken, with what each reading of it lacked. */
interface RefusedHit extends Pick<Mention, 'block' | 'start' | 'end' | 'surface'> {
  readonly rivals: readonly Rival[];
}

interface Resolution {
  readonly mentions: readonly Mention[];
  readonly refused: readonly RefusedHit[];
}

/** The mentions of an article, in the order of its text. Offsets are UTF-16 units of each block's text. */
export function resolve(index: NameIndex, blocks: readonly TextBlock[], options: ResolveOptions): Mention[] {
  return [...explain(index, blocks, options).mentions];
}

/** As `resolve`, with the occurrences that were refused and why. */
export function explain(index: NameIndex, blocks: readonly TextBlock[], options: ResolveOptions): Resolution {
  const scans = blocks.map((block) => scan(index, block.text));
  const found = findCertain(index, scans, options);
  const mentions: Mention[] = [];
  const refused: RefusedHit[] = [];
  blocks.forEach((block, b) => {
    const scanned = scans[b] as Scan;
    let from = 0;
    for (const hit of scanned.hits) {
      if (hit.start < from) continue;
      const verdict = judge(index, scanned, hit, block, found, options);
      if (!verdict) continue;
      if ('score' in verdict) mentions.push(verdict);
      else refused.push(verdict);
      // What lies inside a longer known name is part of it, whether or not that name is meant here. A form that cannot
      // be the name, because of its case or the day, is no such name.
      if ('score' in verdict || verdict.rivals.some(({ refusal }) => !isUnusable(refusal))) from = hit.end;
    }
  });
  return { mentions, refused };
}

const isUnusable = (refusal: Refusal): boolean => refusal === 'case' || refusal === 'name-not-valid-on-day';

/** First pass: who and what is named beyond doubt, anywhere in the article. */
function findCertain(index: NameIndex, scans: readonly Scan[], options: ResolveOptions): Found {
  const certain = new Map<number, { form: string; block: number }>();
  scans.forEach((scanned, block) => {
    let from = 0;
    for (const hit of scanned.hits) {
      if (hit.start < from) continue;
      const names = readings(index, scanned, hit, options)
        .filter(({ name, refusal }) => refusal === null && standsAlone(index, name))
        .map(({ name }) => name);
      const targets = new Set(names.map(index.target));
      if (targets.size > 1) from = hit.end;
      if (targets.size !== 1) continue;
      const target = [...targets][0] as number;
      if (index.type(target) === 'person' && isInUnknownName(scanned, hit)) continue;
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

/** One way to read a hit, and why its form alone rules it out, if it does. */
interface Reading {
  readonly name: number;
  readonly refusal: 'case' | 'name-not-valid-on-day' | null;
}

/** Names that a hit can be where it stands; none when it stands inside a word or is an adjective. */
function readings(index: NameIndex, scanned: Scan, hit: Hit, { asOfDay }: ResolveOptions): Reading[] {
  const { start, end } = originalSpan(scanned, hit);
  const surface = scanned.original.slice(start, end);
  const isCapitalised = startsWithCapital(surface);
  const found: Reading[] = [];
  const [first, last] = index.namesOf(hit.form);
  for (let name = first; name < last; name++) {
    const kind = index.kind(name);
    if (kind === 'title' || kind === 'demonym') continue;
    const isPlace = index.type(index.target(name)) === 'place';
    if (!isBounded(scanned.folded.text, hit.start, hit.end, isPlace) || isAdjective(index, name, scanned, hit))
      continue;
    const isValid = asOfDay === null || index.isValidOn(name, asOfDay);
    found.push({
      name,
      refusal: !fitsCase(index, name, surface, isCapitalised) ? 'case' : isValid ? null : 'name-not-valid-on-day',
    });
  }
  return found;
}

const normalForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-');

/** A name that begins with a capital does not match a lower-case word; case-sensitive names match to the letter. */
function fitsCase(index: NameIndex, name: number, surface: string, isCapitalised: boolean | null): boolean {
  if (index.isCaseSensitive(name)) return normalForm(index.original(name)) === normalForm(surface);
  return isCapitalised !== false || !index.isCapitalised(name);
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

/** The mention that a hit is, or what each reading of it lacks; `null` when it is no name where it stands. */
function judge(
  index: NameIndex,
  scanned: Scan,
  hit: Hit,
  block: TextBlock,
  found: Found,
  options: ResolveOptions,
): Mention | RefusedHit | null {
  const byTarget = new Map<number, Option>();
  const around = lookAround(scanned, hit);
  for (const { name, refusal } of readings(index, scanned, hit, options)) {
    const option: Option =
      refusal === null
        ? weigh(index, name, around, block, found, options)
        : { target: index.target(name), score: 0, evidence: [], refusal };
    const known = byTarget.get(option.target);
    if (!known || isBetter(option, known)) byTarget.set(option.target, option);
  }
  if (byTarget.size === 0) return null;
  const { start, end } = originalSpan(scanned, hit);
  const place = { block: block.id, start, end, surface: scanned.original.slice(start, end) };
  const accepted = [...byTarget.values()].filter(({ refusal }) => refusal === null).sort((a, b) => b.score - a.score);
  const best = accepted[0];
  const close = best ? accepted.filter(({ score }) => best.score - score < CLOSE) : [];
  const rivals: Rival[] = [...byTarget.values()]
    .filter((option) => !close.includes(option))
    .slice(0, MAX_RIVALS)
    .map(({ target, refusal }) => ({ entity: index.reference(target), refusal: refusal ?? 'rival-stronger' }));
  if (!best) return { ...place, rivals };
  return {
    ...place,
    ...(close.length > 1
      ? { candidates: close.map(({ target }) => index.reference(target)) }
      : { entity: index.reference(best.target) }),
    score: Math.min(1, best.score),
    evidence: best.evidence,
    rivals,
  };
}

/** An accepted reading before a refused one, then the higher score, then the refusal that came nearer to acceptance. */
function isBetter(option: Option, known: Option): boolean {
  if ((option.refusal === null) !== (known.refusal === null)) return option.refusal === null;
  if (option.refusal === null) return option.score > known.score;
  return known.refusal !== null && isUnusable(known.refusal) && !isUnusable(option.refusal);
}

/** Weighs one reading of a hit. */
function weigh(
  index: NameIndex,
  name: number,
  around: Surroundings,
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
  // Headlines capitalise everything: there a neighbour says nothing.
  if (isPerson && block.kind !== 'headline' && around.isInUnknownName()) return refuse('unknown-longer-name');

  let score = 0.5 + Math.min(0.1, index.prominence(target) / 10) + index.weight(name) * PRIOR;
  if (standsAlone(index, name)) {
    evidence.push({ kind: kind === 'abbreviation' ? 'abbreviation' : kind === 'short' ? 'short-form' : 'full-name' });
    score += 0.3;
  } else if (kind === 'family' || kind === 'given' || index.needsTitle(name)) {
    const title = around.title();
    const holdsOffice = options.asOfDay !== null && holdsAnyOffice(index, target, options.asOfDay);
    if (certain) {
      evidence.push({ kind: 'full-name-elsewhere', form: certain.form, paragraph: certain.block + 1 });
      score += 0.25;
    }
    if (title !== null && holdsOffice) {
      evidence.push({ kind: 'title-before', form: title });
      score += 0.1;
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

/** Reference of what in the article speaks for a target: its country, or one it shares events with. */
function contextName(index: NameIndex, target: number, found: Found): string {
  const country = index.country(target);
  if (country >= 0 && country !== target && found.countries.has(country)) return index.reference(country);
  for (const certain of found.certain.keys()) {
    if (index.companions(certain).includes(target)) return index.reference(certain);
  }
  return '';
}
