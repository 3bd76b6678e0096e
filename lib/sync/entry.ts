/**
 * What is known of one record: its present versions, and how far each device's changes to it have been seen. Normally
 * there is one version. Where devices changed the record without knowing of each other there are several: the latest by
 * its clock is shown, the others are kept as conflicts until the reader has decided or they are old. A version is gone for
 * good when somebody who had seen it (their `context` says so) no longer has it.
 */
import { canonicalJson } from './canonical';
import { nextClock } from './clock';

/** Greatest clock seen of each device. */
export type Context = Readonly<Record<string, number>>;

/** One state of a record, as a device made it. No two versions of a device have the same clock. */
export interface Version {
  readonly clock: number;
  readonly device: string;
  /** The record was deleted; its value is then `null`. */
  readonly deleted: boolean;
  readonly value: unknown;
}

export interface Entry {
  readonly context: Context;
  /** The one that is shown first, then those it is in conflict with; never empty. */
  readonly versions: readonly [Version, ...Version[]];
}

/** What a record is to be. */
export type Content = Pick<Version, 'deleted' | 'value'>;

/** Who changes a record, and when (ms since 1970 by the clock of that device). */
export interface Hand {
  readonly device: string;
  readonly now: number;
}

const keyOf = ({ deleted, value }: Content): string => (deleted ? '' : canonicalJson(value));

/** Whether two say the same, whoever made them. */
export const isSame = (a: Content, b: Content): boolean => a.deleted === b.deleted && keyOf(a) === keyOf(b);

/** The later first: by clock, then device; by content where a device has been copied and counts twice. */
function inOrder(a: Version, b: Version): number {
  if (a.clock !== b.clock) return b.clock - a.clock;
  if (a.device !== b.device) return a.device < b.device ? 1 : -1;
  const [first, second] = [keyOf(a), keyOf(b)];
  return first === second ? 0 : first < second ? 1 : -1;
}

const hasSeen = (context: Context, { device, clock }: Version): boolean => (context[device] ?? 0) >= clock;

function joinContexts(a: Context, b: Context): Context {
  const joined: Record<string, number> = { ...a };
  for (const [device, clock] of Object.entries(b)) joined[device] = Math.max(joined[device] ?? 0, clock);
  return joined;
}

/** The version that is shown. */
export const winner = ({ versions }: Entry): Version => versions[0];

/** Those that say something else than the one that is shown. */
export const conflictsOf = ({ versions: [shown, ...others] }: Entry): readonly Version[] =>
  others.filter((version) => !isSame(version, shown));

function nextVersion(context: Context, content: Content, { device, now }: Hand): Version {
  const seen = Math.max(0, ...Object.values(context));
  const value = content.deleted ? null : content.value;
  return { clock: nextClock(seen, now), device, deleted: content.deleted, value };
}

/** A change of the reader's, on top of what was shown: conflicts stay. */
export function write(entry: Entry | null, content: Content, hand: Hand): Entry {
  const version = nextVersion(entry?.context ?? {}, content, hand);
  const others = entry?.versions.slice(1) ?? [];
  return {
    context: { ...entry?.context, [version.device]: version.clock },
    versions: [version, ...others],
  };
}

/** A change of which nobody knows upon what it was made: everything else stays as a conflict. */
export function writeBeside(entry: Entry, content: Content, hand: Hand): Entry {
  const version = nextVersion(entry.context, content, hand);
  return { context: { ...entry.context, [version.device]: version.clock }, versions: [version, ...entry.versions] };
}

/** The reader's decision: one content, and no conflict any more. */
export function decide(entry: Entry, content: Content, hand: Hand): Entry {
  return write({ ...entry, versions: [entry.versions[0]] }, content, hand);
}

/**
 * What two devices know together. Commutative, associative and idempotent: it does not matter who hears what when, or
 * how often.
 */
export function mergeEntries(a: Entry, b: Entry): Entry {
  const kept = (own: Entry, other: Entry) =>
    own.versions.filter(
      (version) =>
        !hasSeen(other.context, version) ||
        other.versions.some(({ clock, device }) => clock === version.clock && device === version.device),
    );
  const all = [...kept(a, b), ...kept(b, a)].sort(inOrder);
  const versions = all.filter((version, i) => i === 0 || inOrder(all[i - 1] as Version, version) !== 0);
  const [first, ...others] = versions;
  // Each has seen, and dropped, what the other has: only damage can make that. Nothing is lost by keeping the later.
  if (!first) return { context: joinContexts(a.context, b.context), versions: [latest(a, b)] };
  return { context: joinContexts(a.context, b.context), versions: [first, ...others] };
}

const latest = (a: Entry, b: Entry): Version => ([...a.versions, ...b.versions].sort(inOrder) as [Version])[0];

/** Without the versions that say the same as the one that is shown, and with a bounded number of others. */
export function tidy(entry: Entry): Entry {
  const [shown, ...others] = entry.versions;
  const texts = new Set([`${shown.deleted} ${keyOf(shown)}`]);
  const distinct = others.filter((version) => {
    const text = `${version.deleted} ${keyOf(version)}`;
    if (texts.has(text) || texts.size > MAX_CONFLICTS) return false;
    texts.add(text);
    return true;
  });
  return distinct.length === others.length ? entry : { ...entry, versions: [shown, ...distinct] };
}

/** Of one record; the oldest beyond are dropped. */
const MAX_CONFLICTS = 10;
