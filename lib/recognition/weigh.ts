/**
 * Weighs one reading of a hit. The string is only the beginning: a full name stands alone; a family name, an
 * abbreviation that others share or a name that needs context counts only with evidence in the same article. Scores
 * are sums of log odds, set by hand and rounded; what they were tried on is said in CONTRIBUTING.
 */
import type { Evidence, Refusal } from '../model/article';
import type { ArticleEvidence } from './article-evidence';
import type { NameKind } from '../model/pack';
import type { NameIndex } from './name-index';
import {
  type NameRelation,
  RELATION_MASK,
  TRAIT_ACRONYM,
  RELATIONS,
  TRAIT_COMMON_WORD,
  TRAIT_FIRST_PART,
  TRAIT_INNER_CAPITAL,
  TRAIT_LAST_PART,
  TRAIT_SEVERAL_WORDS,
} from './name-traits';
import type { Reading } from './readings';
import type { Surroundings } from './surroundings';

export interface Option {
  readonly target: number;
  /** Log odds; compared among the readings of a hit. */
  readonly score: number;
  readonly evidence: Evidence[];
  readonly refusal: Refusal | null;
}

/** What a name's relation to its entity's label is worth: none, initials, inside, equal. */
const RELATION_WORTH = [0, 1, 2, 2.8] as const;
/** A holder that is half as common loses this much (log 2 times it), and never more than `LEAST_PRIOR`. */
const PRIOR = 0.6;
const LEAST_PRIOR = -1.8;
/** A family name, initials or the full name itself, with another form elsewhere; a given name; a word of the name; any other name. */
const ELSEWHERE = { part: 4, given: 3, inside: 1.5, other: 0.7 } as const;
const TITLE = 2;
const CONTEXT = 1;
const COMPANION = 1;
/** What the most prominent entity gains. */
const PROMINENCE = 1;
/** As prominent as this: needs no further evidence for a form that says little. */
const WELL_KNOWN = 0.45;
const KNOWN = 0.25;
/** As prominent as this on the scale of its pack: known by the family name alone. */
const HOUSEHOLD = 0.6;

/** Names that need no evidence beyond their own form. */
export function standsAlone(index: NameIndex, name: number): boolean {
  if (index.needsContext(name) || index.needsTitle(name)) return false;
  if ((index.traits(name) & (TRAIT_LAST_PART | TRAIT_FIRST_PART)) !== 0) return false;
  const kind = index.kind(name);
  return kind === 'full' || kind === 'former' || kind === 'short' || kind === 'abbreviation';
}

/** `share`: the reading's weight over that of the weightiest reading of the hit; 1 where the pack gives no weights. */
export function weigh(
  index: NameIndex,
  { name, target }: Reading,
  share: number,
  form: string,
  around: Surroundings,
  article: ArticleEvidence,
  asOfDay: number | null,
): Option {
  const kind = index.kind(name);
  const traits = index.traits(name);
  const relation = RELATIONS[traits & RELATION_MASK] as NameRelation;
  const evidence: Evidence[] = [];
  const refuse = (refusal: Refusal): Option => ({ target, score: Number.NEGATIVE_INFINITY, evidence, refusal });
  const isOneWord = (traits & TRAIT_SEVERAL_WORDS) === 0;
  // A longer or another form elsewhere; the same form again says nothing new.
  const certain = article.certain.get(target)?.find((other) => other.form !== form);
  const isPart = kind === 'family' || kind === 'given' || (traits & (TRAIT_LAST_PART | TRAIT_FIRST_PART)) !== 0;

  if (around.isInUnknownName() && isOneWord && (isPart || !certain)) return refuse('unknown-longer-name');
  if (isOneWord && !certain && article.strangers.has(form)) return refuse('unknown-longer-name');

  let score = RELATION_WORTH[traits & RELATION_MASK] as number;
  score += Math.max(LEAST_PRIOR, PRIOR * Math.log(share));
  score += PROMINENCE * index.prominence(target);
  if (article.companions.has(target)) score += COMPANION;

  const isThing = index.type(target) === 'thing';
  if (isThing && isSentenceCase(traits) && around.isCapitalForced()) return refuse('case');
  const isCommon = (traits & TRAIT_COMMON_WORD) !== 0;
  if (isCommon && !certain && kind !== 'family' && !index.isCaseSensitive(name)) {
    if (isOneWord && (around.isCapitalForced() || article.isOrdinary(form))) return refuse('needs-context');
    const isKnown = index.prominence(target) >= (relation === 'equal' ? KNOWN : WELL_KNOWN);
    if (isThing ? !isKnown : isOneWord && relation !== 'equal') return refuse('needs-context');
  }
  if (isThing && !certain && (traits & TRAIT_ACRONYM) !== 0 && index.prominence(target) < WELL_KNOWN)
    return refuse('needs-context');
  if (certain) {
    evidence.push({ kind: 'full-name-elsewhere', form: certain.surface, paragraph: certain.block + 1 });
    score += ELSEWHERE[elsewhere(kind, traits, relation)];
  }
  if (standsAlone(index, name)) {
    if (!certain) evidence.push({ kind: kind === 'abbreviation' ? 'abbreviation' : kind === 'short' ? 'short-form' : 'full-name' });
  } else if (isPart || index.needsTitle(name)) {
    const title = around.title();
    const isHolder = asOfDay !== null && holdsAnyOffice(index, target, asOfDay);
    if (title !== null && (isHolder || (isThing && !title.isCourtesy && (traits & TRAIT_LAST_PART) !== 0))) {
      evidence.push({ kind: 'title-before', form: title.form });
      score += TITLE;
    } else if (!certain) {
      const isHousehold = isThing && index.prominence(target) >= HOUSEHOLD && share === 1;
      if (!isHousehold) return refuse('no-full-name-in-article');
      evidence.push({ kind: 'short-form' });
    }
  } else if (!certain) {
    if (!hasContext(index, target, article)) return refuse('needs-context');
    evidence.push({ kind: 'context', with: contextName(index, target, article) });
    score += CONTEXT;
  }
  return { target, score, evidence, refusal: null };
}

/** Several words of which only the first has a capital: at the start of a sentence any words look so. */
const isSentenceCase = (traits: number): boolean =>
  (traits & TRAIT_SEVERAL_WORDS) !== 0 && (traits & TRAIT_INNER_CAPITAL) === 0;

function elsewhere(kind: NameKind, traits: number, relation: NameRelation): keyof typeof ELSEWHERE {
  if ((traits & TRAIT_LAST_PART) !== 0 || kind === 'family' || kind === 'abbreviation') return 'part';
  if ((traits & TRAIT_FIRST_PART) !== 0 || kind === 'given') return 'given';
  if (relation === 'equal' || relation === 'initials') return 'part';
  return relation === 'inside' ? 'inside' : 'other';
}

function holdsAnyOffice(index: NameIndex, target: number, day: number): boolean {
  for (const post of index.posts(target)) if (post.from <= day && day <= post.to) return true;
  return false;
}

function hasContext(index: NameIndex, target: number, article: ArticleEvidence): boolean {
  const country = index.country(target);
  return article.companions.has(target) || (country >= 0 && country !== target && article.countries.has(country));
}

/** Reference of what in the article speaks for a target: its country, or one it shares events with. */
function contextName(index: NameIndex, target: number, article: ArticleEvidence): string {
  const country = index.country(target);
  if (country >= 0 && country !== target && article.countries.has(country)) return index.reference(country);
  for (const certain of article.certain.keys()) {
    if (index.companions(certain).includes(target)) return index.reference(certain);
  }
  return '';
}
