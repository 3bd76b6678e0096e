/**
 * Whether a newer file of an installed pack is taken without asking. Its publisher may have been bought, its address
 * taken over, or its server be broken: what takes away a large part of a pack, or turns its links elsewhere, waits for
 * the reader (T41, T43 and T44 of the reliability tests).
 */
import type { PackDiff } from './diff-packs';
import type { FieldChange } from './diff-values';

/** Share of the installed records that an update may take away: the rule of the floccus bookmark sync. */
const MAX_REMOVED_SHARE = 0.2;
/** Links that an update may turn elsewhere (T41). */
const MAX_CHANGED_LINKS = 1_000;

/** What is to be done with an offered version. */
export type UpdateVerdict =
  | { readonly verdict: 'same' }
  /** Older than what is installed, or another pack: the installed one stays. */
  | { readonly verdict: 'refused'; readonly reason: 'older' | 'another-pack' }
  /** The reader is asked. */
  | { readonly verdict: 'held'; readonly removed: number; readonly changedLinks: number }
  | { readonly verdict: 'taken' };

interface PackVersion {
  readonly id: string;
  readonly version: string;
  /** Content decides whether anything is new, never the server's word. */
  readonly sha256: string;
}

/** How much an offered version would take away. */
export interface UpdateSize {
  /** Records of the installed version, and those of them that it lacks or withdraws. */
  readonly before: number;
  readonly removed: number;
  readonly changedLinks: number;
}

/** Judges an offered version by its difference from the installed one. */
export function judgeUpdate(installed: PackVersion, offered: PackVersion, diff: PackDiff): UpdateVerdict {
  const removed = diff.removed.length + diff.withdrawn.length;
  const before = diff.same + diff.changed.length + removed;
  const changedLinks = countChangedLinks([...diff.header, ...diff.changed.flatMap(({ fields }) => fields)]);
  return judgeUpdateBySize(installed, offered, { before, removed, changedLinks });
}

/** Judges an offered version by what it would take away. */
export function judgeUpdateBySize(installed: PackVersion, offered: PackVersion, size: UpdateSize): UpdateVerdict {
  if (offered.id !== installed.id) return { verdict: 'refused', reason: 'another-pack' };
  if (offered.sha256 === installed.sha256) return { verdict: 'same' };
  if (compareVersions(offered.version, installed.version) < 0) return { verdict: 'refused', reason: 'older' };
  const { before, removed, changedLinks } = size;
  const isHeld = removed > before * MAX_REMOVED_SHARE || changedLinks > MAX_CHANGED_LINKS;
  return isHeld ? { verdict: 'held', removed, changedLinks } : { verdict: 'taken' };
}

/** Versions are numbers with dots between them: `2026.10.6` comes before `2026.10.12`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

const LINK_FIELD = /(?:^|\.)(?:url|archived|homepage|updateUrl|sameAs(?:\.\d+)?)$/;

/** Links that are not what they were, in what was there before. */
export const countChangedLinks = (fields: readonly FieldChange[]): number =>
  fields.filter(({ field, after }) => LINK_FIELD.test(field) && after !== undefined).length;
