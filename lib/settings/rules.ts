/**
 * The reader's rules on what recognition found: names that are muted, and names that mean another. The rule nearest to
 * the article decides: this article before its site before everywhere, a form of its own before any form, then the
 * latest.
 */
import type { Mention } from '../model/article';
import type { Reference } from '../model/ids';
import type { RecordSubject, Rule, RuleScope } from '../model/own';
import { foldName } from '../text/fold';

/** The article that is read. */
export interface RulePlace {
  /** Without fragment. */
  readonly url: string;
  readonly host: string;
}

/** A rule with the entities of today's packs that its subjects are. */
export interface ResolvedRule {
  readonly rule: Rule;
  /** True for what the rule is about. */
  readonly isAbout: (reference: Reference) => boolean;
  /** What is meant instead; `null`: the name is muted, or no pack knows what was meant. */
  readonly instead: Reference | null;
}

const SCOPES: readonly RuleScope['kind'][] = ['article', 'site', 'everywhere'];

export function isInScope(scope: RuleScope, { url, host }: RulePlace): boolean {
  if (scope.kind === 'everywhere') return true;
  return scope.kind === 'site' ? scope.host === host : scope.url === url;
}

/** The rules that hold for an article, the one that decides first. */
export function rulesFor(rules: readonly Rule[], place: RulePlace): Rule[] {
  const rank = ({ scope, form }: Rule) => SCOPES.indexOf(scope.kind) * 2 + (form === null ? 1 : 0);
  return rules.filter(({ scope }) => isInScope(scope, place)).sort((a, b) => rank(a) - rank(b) || b.at - a.at);
}

/** True where a subject and a record of today's packs are one: by reference, or by an address of both. */
export function isSubject(
  subject: RecordSubject,
  reference: Reference,
  sameAs: readonly string[] | undefined,
): boolean {
  return subject.reference === reference || (sameAs?.some((address) => subject.sameAs.includes(address)) ?? false);
}

/**
 * The mentions that are left, with what they mean by the rules. `rules`: those of the article, the one that decides
 * first. An open choice loses what is ruled out; what is left alone is taken.
 */
export function applyRules(mentions: readonly Mention[], rules: readonly ResolvedRule[]): readonly Mention[] {
  if (rules.length === 0) return mentions;
  const forms = rules.map(({ rule }) => (rule.form === null ? null : foldName(rule.form)));
  return mentions.flatMap((mention) => {
    const surface = foldName(mention.surface);
    const own = rules.filter((_, i) => forms[i] === null || forms[i] === surface);
    if (own.length === 0) return [mention];
    return mention.entity ? decideOne(mention, mention.entity, own) : decideAmong(mention, own);
  });
}

const withEntity = ({ candidates: _, ...mention }: Mention, entity: Reference): Mention => ({
  ...mention,
  entity,
  evidence: [{ kind: 'reader' }],
});

function decideOne(mention: Mention, entity: Reference, rules: readonly ResolvedRule[]): Mention[] {
  const ruling = rules.find(({ isAbout }) => isAbout(entity));
  if (!ruling) return [mention];
  return ruling.instead === null ? [] : [withEntity(mention, ruling.instead)];
}

function decideAmong(mention: Mention, rules: readonly ResolvedRule[]): Mention[] {
  const candidates = mention.candidates ?? [];
  const rulings = candidates.map((candidate) => rules.find(({ isAbout }) => isAbout(candidate)));
  const corrected = rulings.find((ruling) => ruling !== undefined && ruling.instead !== null);
  if (corrected?.instead) return [withEntity(mention, corrected.instead)];
  const left = candidates.filter((_, i) => rulings[i] === undefined);
  const [only] = left;
  if (only === undefined) return [];
  if (left.length === 1) return [withEntity(mention, only)];
  return [left.length === candidates.length ? mention : { ...mention, candidates: left }];
}
