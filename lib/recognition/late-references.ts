/**
 * Ids of targets are not in the index: they lie in the records, which whoever wants to show something reads anyway. Until
 * then a mention names its targets by their numbers, in the form of references that no pack can have.
 */
import type { Mention } from '../model/article';
import type { Reference } from '../model/ids';

/** A reference begins with the id of its pack, which is never empty. */
const LATE = /^:(\d+)$/;

/** Stands for the reference of a target. */
export const lateReference = (target: number): Reference => `:${target}` as Reference;

/** The target that a reference stands for; `null` for a true one. */
export function lateTarget(reference: string): number | null {
  const match = LATE.exec(reference);
  return match ? Number(match[1]) : null;
}

/** Everything that mentions refer to by number. */
export function lateTargets(mentions: readonly Mention[]): Set<number> {
  const targets = new Set<number>();
  for (const mention of mentions) {
    mapReferences(mention, (reference) => {
      const target = lateTarget(reference);
      if (target !== null) targets.add(target);
      return reference;
    });
  }
  return targets;
}

/**
 * Mentions with true references. One whose target has lost its record is left out, as is a rival or a candidate: there
 * is nothing to be said of it.
 */
export function withReferences(
  mentions: readonly Mention[],
  references: ReadonlyMap<number, Reference>,
): readonly Mention[] {
  const settle = (reference: Reference): Reference | null => {
    const target = lateTarget(reference);
    return target === null ? reference : (references.get(target) ?? null);
  };
  return mentions.flatMap((mention) => mapReferences(mention, settle) ?? []);
}

/** The mention with other references; `null` when those it could mean have none. */
function mapReferences(mention: Mention, map: (reference: Reference) => Reference | null): Mention | null {
  const { entity, candidates, ...rest } = mention;
  const own = entity === undefined ? undefined : map(entity);
  const close = candidates?.flatMap((candidate) => map(candidate) ?? []);
  if (own === null || close?.length === 0) return null;
  return {
    ...rest,
    ...(own === undefined ? {} : { entity: own }),
    ...(close === undefined ? {} : close.length === 1 ? { entity: close[0] as Reference } : { candidates: close }),
    evidence: mention.evidence.map((reason) =>
      reason.kind === 'context' ? { ...reason, with: map(reason.with as Reference) ?? '' } : reason,
    ),
    rivals: mention.rivals.flatMap(({ entity: rival, refusal }) => {
      const other = map(rival);
      return other === null ? [] : [{ entity: other, refusal }];
    }),
  };
}
