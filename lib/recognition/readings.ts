/** What a hit can be where it stands: case, dates and boundaries, before any evidence is weighed. */
import type { NameKind } from '../model/pack';
import { hasCapitalFrom, startsWithCapital } from '../text/letter-case';
import { LATIN } from '../text/scripts';
import { isBounded, isInAddress, namedKind } from './boundaries';
import type { NamedKind } from './hangul-boundaries';
import type { Hit } from './hit';
import type { NameFacts } from './name-index';
import { TRAIT_DEMONYM, TRAIT_SEVERAL_WORDS, TRAIT_SMALL } from './name-traits';
import { classAt } from './steps';
import { ADJECTIVE_ABBREVIATIONS } from './tables/english';

/** One way to read a hit, and why its form alone rules it out, if it does. */
export interface Reading {
  readonly name: number;
  readonly target: number;
  readonly refusal: 'case' | 'name-not-valid-on-day' | 'inside-longer-name' | null;
}

/** The readings of a hit: names of somebody or something, offices by their titles, countries by their peoples. */
export interface Readings {
  readonly names: readonly Reading[];
  readonly offices: readonly number[];
  readonly peoples: readonly number[];
}

const NOTHING: Readings = { names: [], offices: [], peoples: [] };

/** What a hit can be where it stands; nothing when it stands inside a word. */
export function readingsOf(
  index: NameFacts,
  text: string,
  { form, start, end }: Hit,
  asOfDay: number | null,
): Readings {
  if (isInAddress(text, start, end)) return NOTHING;
  const [first, last] = index.namesOf(form);
  const surface = text.slice(start, end);
  const names: Reading[] = [];
  const offices: number[] = [];
  const peoples: number[] = [];
  let isCapitalised: boolean | null | undefined;
  // Asked once for each kind, whatever the number of holders.
  const bounded: { [kind in NamedKind]?: boolean } = {};
  const standsAs = (boundary: NamedKind): boolean => {
    bounded[boundary] ??= isBounded(text, start, end, boundary);
    return bounded[boundary];
  };
  for (let name = first; name < last; name++) {
    const kind = index.kind(name);
    const traits = index.traits(name);
    const target = index.target(name);
    const isPlace = index.type(target) === 'place';
    if (!standsAs(namedKind(index.type(target)))) continue;
    const isValid = asOfDay === null || index.isValidOn(name, asOfDay);
    if (kind === 'title') {
      if (isValid) offices.push(target);
      continue;
    }
    if (kind === 'demonym' || (traits & TRAIT_DEMONYM) !== 0) {
      if (isPlace) peoples.push(target);
      continue;
    }
    if (isCapitalised === undefined) isCapitalised = startsWithCapital(surface);
    const fits = fitsCase(index, name, traits, surface, isCapitalised);
    if (fits && isPlace && isCountryAsAdjective(index, target, kind, text, start, end)) peoples.push(target);
    const refusal = !fits
      ? 'case'
      : !isValid
        ? 'name-not-valid-on-day'
        : isCountryAsAdjective(index, target, kind, text, start, end)
          ? 'inside-longer-name'
          : null;
    names.push({ name, target, refusal });
  }
  return { names, offices, peoples };
}

const normalForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-');

/**
 * A name that begins with a capital does not match a lower-case word; case-sensitive names match to the letter. A name
 * in small letters is a common noun where nobody knows better than "thing": "heart disease".
 */
function fitsCase(
  index: NameFacts,
  name: number,
  traits: number,
  surface: string,
  isCapitalised: boolean | null,
): boolean {
  if (index.isCaseSensitive(name)) return normalForm(index.original(name)) === normalForm(surface);
  if (isCapitalised === null) return true;
  if (!isCapitalised && index.isCapitalised(name)) return false;
  if ((traits & TRAIT_SMALL) === 0 || index.type(index.target(name)) !== 'thing') return true;
  // "World war" at the start of a sentence is as small as "heart disease".
  return isCapitalised && ((traits & TRAIT_SEVERAL_WORDS) === 0 || hasCapitalFrom(surface, 1));
}

/** Newspaper English writes "the U.S." for the country and "U.S. forces" for the adjective: a demonym, no mention. */
function isCountryAsAdjective(
  index: NameFacts,
  target: number,
  kind: NameKind,
  text: string,
  start: number,
  end: number,
): boolean {
  const isCountry =
    (kind === 'abbreviation' && index.placeKind(target) === 'country') ||
    (index.type(target) === 'thing' && end - start <= 5 && ADJECTIVE_ABBREVIATIONS.has(text.slice(start, end)));
  if (!isCountry || /\bthe\s$/i.test(text.slice(Math.max(0, start - 5), start))) return false;
  return (text[end] === ' ' || text[end] === '-') && classAt(text, end + 1) === LATIN;
}
