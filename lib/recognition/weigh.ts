/**
 * Weighs one reading of a hit. The string is only the beginning: a full name stands alone; a family name, an
 * abbreviation that others share or a name that needs context counts only with evidence in the same article. Scores
 * are sums of log odds, set by hand and rounded; what they were tried on is said in CONTRIBUTING.
 */
import type { Evidence, Refusal } from '../model/article';
import type { NameKind } from '../model/pack';
import { hasCapitalFrom } from '../text/letter-case';
import type { ArticleEvidence } from './article-evidence';
import type { NameFacts } from './name-index';
import {
  type NameRelation,
  RELATION_MASK,
  RELATIONS,
  TRAIT_ACRONYM,
  TRAIT_COMMON_WORD,
  TRAIT_FIRST_PART,
  TRAIT_INNER_CAPITAL,
  TRAIT_JUNIOR,
  TRAIT_LAST_PART,
  TRAIT_SEVERAL_WORDS,
} from './name-traits';
import { isPartOfName, standsAlone } from './stands-alone';
import type { Surroundings } from './surroundings';
import { MONTHS_AND_DAYS } from './tables/english';
import { isCommonWord } from './tables/english-words';
import { COMMON_WORDS } from './tables/korean';
import type { TitleEvidence } from './title-evidence';

export interface Option {
  readonly target: number;
  /** Log odds; compared among the readings of a hit. */
  readonly score: number;
  readonly evidence: Evidence[];
  readonly refusal: Refusal | null;
  /** A part of a person's name, without a title, of whom the article names in full: no better than another such. */
  readonly isBarePart?: boolean;
}

/** What a name's relation to its entity's label is worth: none, initials, inside, equal. */
const RELATION_WORTH = [0, 1, 2, 2.8] as const;
/** A holder that is half as common loses this much (log 2 times it), and never more than `LEAST_PRIOR`. */
const PRIOR = 0.6;
const LEAST_PRIOR = -1.8;
/** A family name, initials or the full name itself, with another form elsewhere; a given name; a word of the name; any other name. */
const ELSEWHERE = { part: 4, given: 3, inside: 1.5, other: 0.7 } as const;
const TITLE = 3;
const CONTEXT = 1;
const COMPANION = 1;
/** Something certain in the article lies in it, or belongs to it. */
const COUNTRY_OF = 1;
/** What it lies in or belongs to is written before it: 강원도 고성군. */
const PLACE_BEFORE = 2;
/** Somebody who holds an office on the day is more in the news than somebody who does not. */
const IN_OFFICE = 0.8;
/** What the most prominent entity gains; more where prominence is all that a pack says. */
const PROMINENCE = 0.5;
const PROMINENCE_OF_THINGS = 1;
/** As prominent as this: needs no further evidence for a form that says little. */
const WELL_KNOWN = 0.45;
const KNOWN = 0.25;
/** As prominent as this on the scale of its pack: known by the family name alone. */
const HOUSEHOLD = 0.6;

/** What all readings of a hit are weighed against. */
export interface Scene {
  readonly index: NameFacts;
  readonly surface: string;
  /** The same in small letters. */
  readonly form: string;
  /** Places and peoples written directly before: 日本政府, "German Defense Ministry". */
  readonly placesBefore: () => readonly number[];
  readonly around: Surroundings;
  readonly titles: TitleEvidence;
  readonly article: ArticleEvidence;
  readonly asOfDay: number | null;
}

/** `share`: the reading's weight over that of the weightiest reading of the hit; 1 where the pack gives no weights. */
export function weigh(scene: Scene, name: number, target: number, share: number): Option {
  const { index, form, article, titles } = scene;
  const kind = index.kind(name);
  const traits = index.traits(name);
  const relation = RELATIONS[traits & RELATION_MASK] as NameRelation;
  const evidence: Evidence[] = [];
  const refuse = (refusal: Refusal): Option => ({ target, score: Number.NEGATIVE_INFINITY, evidence, refusal });
  // A longer or another form elsewhere; the same form again says nothing new.
  const certain = article.certain
    .get(target)
    ?.find((other) => other.form !== form && !(other.isTitled === true && titles.any() !== null));
  const isPart = kind === 'family' || kind === 'given' || isPartOfName(traits);
  const type = index.type(target);

  const refusal = refusalOfForm(scene, name, target, isPart, certain !== undefined);
  if (refusal !== null) return refuse(refusal);

  let score = RELATION_WORTH[traits & RELATION_MASK] as number;
  score += Math.max(LEAST_PRIOR, PRIOR * Math.log(share));
  score += (type === 'thing' ? PROMINENCE_OF_THINGS : PROMINENCE) * index.prominence(target);
  if (article.companions.has(target)) score += COMPANION;
  if (article.countries.has(target)) score += COUNTRY_OF;
  if (index.country(target) >= 0 && scene.placesBefore().includes(index.country(target))) score += PLACE_BEFORE;
  if (type === 'person' && scene.asOfDay !== null && isInOffice(index, target, scene.asOfDay)) score += IN_OFFICE;

  if (certain) {
    evidence.push({ kind: 'full-name-elsewhere', form: certain.surface, paragraph: certain.block + 1 });
    score += ELSEWHERE[elsewhere(kind, traits, relation)];
  }
  const title = type === 'person' || isPart ? titles.fitting(target) : null;
  if (title !== null) score += TITLE;
  // "Speaker Johnson" between two Johnsons.
  else if (type === 'person' && titles.isAnothers(target)) score -= TITLE;
  if (isPart || index.needsTitle(name)) {
    if (title !== null && (certain || titles.namesHolder())) evidence.push({ kind: 'title-before', form: title });
    else if (!certain) {
      const license = licenseOfThing(scene, target, traits, share);
      if (license === null) return refuse('no-full-name-in-article');
      evidence.push(license);
    }
  } else if (!standsAlone(index, name) && !certain) {
    if (title !== null) evidence.push({ kind: 'title-before', form: title });
    else if (!hasContext(index, target, article, form)) return refuse('needs-context');
    else evidence.push({ kind: 'context', with: contextName(index, target, article) });
    score += CONTEXT;
  } else if (!certain) {
    evidence.push({ kind: kind === 'abbreviation' ? 'abbreviation' : kind === 'short' ? 'short-form' : 'full-name' });
  }
  const isBarePart = isPart && type === 'person' && certain !== undefined && titles.any() === null;
  return { target, score, evidence, refusal: null, isBarePart };
}

/** What lets a part of a name stand where packs say neither person nor office: an office's title, or renown. */
function licenseOfThing({ index, titles }: Scene, target: number, traits: number, share: number): Evidence | null {
  if (index.type(target) !== 'thing') return null;
  const title = titles.any();
  if (title !== null && (traits & TRAIT_LAST_PART) !== 0) return { kind: 'title-before', form: title };
  return index.prominence(target) >= HOUSEHOLD && share === 1 ? { kind: 'short-form' } : null;
}

/** Why a reading is refused for its form and its neighbours, before any evidence for it is weighed. */
function refusalOfForm(
  { index, surface, form, around, titles, article, placesBefore, asOfDay }: Scene,
  name: number,
  target: number,
  isPart: boolean,
  isCertain: boolean,
): Refusal | null {
  const traits = index.traits(name);
  const kind = index.kind(name);
  const type = index.type(target);
  const isOneWord = (traits & TRAIT_SEVERAL_WORDS) === 0;
  if (around.isInUnknownName() && (isOneWord || type === 'place') && (isPart || type === 'place' || !isCertain))
    return 'unknown-longer-name';
  if (type === 'place' && around.isPlaceOfUnknown()) return 'unknown-longer-name';
  if (type === 'organisation' && around.leadsToInstitution()) return 'unknown-longer-name';
  if (type === 'organisation' && isAnotherInstitution(index, target, isOneWord, around)) return 'unknown-longer-name';
  if (type === 'person' && isAnotherPerson(traits, isPart, around)) return 'unknown-longer-name';
  if ((type === 'place' || (type === 'person' && isPart)) && isTownElsewhere(index, target, around))
    return 'unknown-longer-name';
  if (type === 'organisation' && isOfAnotherCountry(index, target, placesBefore())) return 'unknown-longer-name';
  // "Ms. Kent", "President Lincoln", 소설가 한강
  if (type === 'place' && isOneWord && (around.titleBefore() !== null || titles.endsBefore()))
    return 'unknown-longer-name';
  // "CPA Canada" looks like a person too, and is no reason to doubt the country.
  const strangers =
    type === 'place' || type === 'organisation' ? article.strangers.persons : article.strangers.families;
  if (isOneWord && !isCertain && strangers.has(form)) return 'unknown-longer-name';
  if (isPart && type === 'person' && around.isOneCharacter()) {
    if (around.isWithoutTitle()) return 'needs-context';
    // 이 총리 is not President 이재명: thousands share such a name, and he has another title on the day.
    if (titles.namesHolder() && titles.isAnothers(target) && asOfDay !== null && isInOffice(index, target, asOfDay))
      return 'unknown-longer-name';
  }
  if (isPart && type === 'person' && around.isNearerStranger(article.strangers, form, target))
    return 'unknown-longer-name';

  if (type === 'place' && around.isBehindDirection()) return 'unknown-longer-name';
  if (isPart && MONTHS_AND_DAYS.has(form) && around.isDate()) return 'needs-context';
  const isCommon = (traits & TRAIT_COMMON_WORD) !== 0;
  if (isPart && isCommon && isCommonNoun(around)) return 'needs-context';
  if (around.isInCapitals() && isOneWord && !isCertain && isCommonWord(form)) return 'needs-context';

  const isThing = type === 'thing';
  if (isThing && isSentenceCase(traits) && around.isCapitalForced()) return 'case';
  if (isLoweredPhrase(traits, surface) && around.isCapitalForced()) return 'case';
  if (index.isCaseSensitive(name) || isCertain) return null;
  if (isOneWord && around.isCapitalForced() && (isCommon ? kind !== 'family' : article.isOrdinary(form)))
    return 'needs-context';
  if (isCommon && kind !== 'family') {
    if (isOneWord && article.isOrdinary(form)) return 'needs-context';
    const relation = RELATIONS[traits & RELATION_MASK] as NameRelation;
    const isKnown = index.prominence(target) >= (relation === 'equal' ? KNOWN : WELL_KNOWN);
    if (isThing ? !isKnown : isOneWord && relation !== 'equal') return 'needs-context';
  }
  if (isThing && (traits & TRAIT_ACRONYM) !== 0 && index.prominence(target) < WELL_KNOWN) return 'needs-context';
  return null;
}

/** "Donald Trump Jr.", "Lee Jun-ho", and what is called after another: "Hashimoto's disease". */
function isAnotherPerson(traits: number, isPart: boolean, around: Surroundings): boolean {
  if ((traits & TRAIT_JUNIOR) === 0 && around.isJuniorOrSenior()) return true;
  return isPart ? around.namesAnotherThing() || around.isAnothersInKorean() : around.takesSyllable();
}

/** "Moscow, Idaho" is no town of Russia's, "Austin, Texas" nobody: a name before a state in which its owner does not lie. */
function isTownElsewhere(index: NameFacts, target: number, around: Surroundings): boolean {
  const own = index.type(target) === 'person' ? NOWHERE : index.country(target);
  return own !== UNKNOWN && around.isBeforeOtherState(own);
}
/** Where a place lies of which no pack says where, and where a person does. */
const UNKNOWN = -1;
const NOWHERE = -2;

/** "Constitutional Democratic Party", and a "Democratic Party of Japan" that is not the one of Korea. */
function isAnotherInstitution(index: NameFacts, target: number, isOneWord: boolean, around: Surroundings): boolean {
  if (!isOneWord && around.isBehindUnknownWord()) return true;
  const country = index.country(target);
  if (country < 0) return false;
  const of = around.countryOf();
  return of >= 0 && of !== country;
}

/** 中国外務省 is not Japan's foreign ministry. */
function isOfAnotherCountry(index: NameFacts, target: number, before: readonly number[]): boolean {
  const country = index.country(target);
  return (
    country >= 0 &&
    before.length > 0 &&
    before.every((place) => place !== country && index.placeKind(place) === 'country')
  );
}

/** "the Moon is", "Gates of that kind": the word, not the family name. "The Moon government" is the name again. */
function isCommonNoun(around: Surroundings): boolean {
  if (around.wordBefore() === 'the') return !GOVERNMENTS.has(around.wordAfter());
  return around.isCapitalForced() && NOUN_GOES_ON.has(around.wordAfter());
}

const GOVERNMENTS: ReadonlySet<string> = new Set(
  'government administration cabinet presidency era years team camp family campaign faction'.split(' '),
);
const NOUN_GOES_ON: ReadonlySet<string> = new Set(['of', 'are', 'were', 'that', 'which', 'for']);

/** True when an office is asserted on a day. */
function isInOffice(index: NameFacts, target: number, day: number): boolean {
  for (const held of index.posts(target)) if (held.from <= day && day <= held.to) return true;
  return false;
}

/** Several words of which only the first has a capital: at the start of a sentence any words look so. */
const isSentenceCase = (traits: number): boolean =>
  (traits & TRAIT_SEVERAL_WORDS) !== 0 && (traits & TRAIT_INNER_CAPITAL) === 0;

/** "Last season" at the start of a sentence is not "Last Season". */
const isLoweredPhrase = (traits: number, surface: string): boolean =>
  (traits & TRAIT_INNER_CAPITAL) !== 0 && !hasCapitalFrom(surface, 1);

function elsewhere(kind: NameKind, traits: number, relation: NameRelation): keyof typeof ELSEWHERE {
  if ((traits & TRAIT_LAST_PART) !== 0 || kind === 'family' || kind === 'abbreviation') return 'part';
  if ((traits & TRAIT_FIRST_PART) !== 0 || kind === 'given') return 'given';
  if (relation === 'equal' || relation === 'initials') return 'part';
  return relation === 'inside' ? 'inside' : 'other';
}

/** A country in common says nothing for a common word of Korean: 경기 is a match in an article on 강원도 too. */
function hasContext(index: NameFacts, target: number, article: ArticleEvidence, form: string): boolean {
  const country = COMMON_WORDS.has(form) ? -1 : index.country(target);
  return article.companions.has(target) || (country >= 0 && country !== target && article.countries.has(country));
}

/** Reference of what in the article speaks for a target: its country, or one it shares events with. */
function contextName(index: NameFacts, target: number, article: ArticleEvidence): string {
  const country = index.country(target);
  if (country >= 0 && country !== target && article.countries.has(country)) return index.reference(country);
  const companion = article.companions.get(target);
  return companion === undefined ? '' : index.reference(companion);
}
