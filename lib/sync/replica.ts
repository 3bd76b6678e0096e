/** Everything that one device knows of what is synchronised, and how it comes to know more. */
import { wallTimeOf } from './clock';
import { conflictsOf, type Entry, isSame, mergeEntries, tidy, winner } from './entry';

const DAY_MS = 86_400_000;
/** A deletion is remembered so long: a device that was away for less hears of it. */
export const TOMBSTONE_MS = 180 * DAY_MS;
/** What lost against a later change is kept so long, if the reader does not decide before (T114). */
const CONFLICT_MS = 30 * DAY_MS;

/** By table and id: `notes/…`. */
export type RecordId = string;

/** An entry with what is only this device's: since when it has been a deletion or a conflict here, in ms since 1970. */
export interface Kept {
  readonly entry: Entry;
  readonly since: number | null;
}

export type Replica = ReadonlyMap<RecordId, Kept>;
/** What another device knows: what travels. */
export type Entries = ReadonlyMap<RecordId, Entry>;

export const entriesOf = (replica: Replica): Entries => new Map([...replica].map(([id, { entry }]) => [id, entry]));

const needsAge = (entry: Entry): boolean => winner(entry).deleted || conflictsOf(entry).length > 0;

/** Takes the next state of an entry, and starts counting its age where there is something to outlive. */
export function keep(before: Kept | undefined, next: Entry, now: number): Kept {
  const entry = tidy(next);
  if (!needsAge(entry)) return { entry, since: null };
  const isAsBefore =
    before !== undefined &&
    before.since !== null &&
    winner(before.entry).clock === winner(entry).clock &&
    winner(before.entry).device === winner(entry).device &&
    before.entry.versions.length === entry.versions.length;
  // A clock that was put back must not make anything immortal.
  return { entry, since: isAsBefore ? Math.min(before.since as number, now) : now };
}

const isLongDeleted = (entry: Entry, now: number): boolean =>
  entry.versions.every(({ deleted, clock }) => deleted && wallTimeOf(clock) < now - TOMBSTONE_MS);

/** The replica as it is after a merge with what another device knows, and which entries are others than before. */
export interface Merged {
  readonly replica: Replica;
  readonly changed: ReadonlySet<RecordId>;
}

export function mergeInto(replica: Replica, offered: Entries, now: number): Merged {
  const merged = new Map(replica);
  const changed = new Set<RecordId>();
  for (const [id, entry] of offered) {
    const known = replica.get(id);
    // Nothing here is to be deleted by it, and whoever still remembers it would bring it back for ever.
    if (known === undefined && isLongDeleted(entry, now)) continue;
    const next = keep(known, known ? mergeEntries(known.entry, entry) : entry, now);
    if (known && isSameEntry(known.entry, next.entry)) continue;
    merged.set(id, next);
    changed.add(id);
  }
  return { replica: merged, changed };
}

function isSameEntry(a: Entry, b: Entry): boolean {
  const devices = Object.keys(a.context);
  return (
    a.versions.length === b.versions.length &&
    devices.length === Object.keys(b.context).length &&
    devices.every((device) => a.context[device] === b.context[device]) &&
    a.versions.every((version, i) => {
      const other = b.versions[i];
      return other?.clock === version.clock && other.device === version.device && isSame(other, version);
    })
  );
}

/** Without deletions and conflicts whose time is over; the same map where none is. */
export function withoutOld(replica: Replica, now: number): Replica {
  let rest: Map<RecordId, Kept> | null = null;
  for (const [id, { entry, since }] of replica) {
    if (since === null) continue;
    if (isLongDeleted(entry, now) && since < now - TOMBSTONE_MS) {
      rest ??= new Map(replica);
      rest.delete(id);
    } else if (entry.versions.length > 1 && since < now - CONFLICT_MS) {
      rest ??= new Map(replica);
      const next: Entry = { ...entry, versions: [winner(entry)] };
      rest.set(id, { entry: next, since: needsAge(next) ? since : null });
    }
  }
  return rest ?? replica;
}

/**
 * What a device that was away for so long that deletions have been forgotten must not bring back: what it has not changed
 * since `lastSync` (ms since 1970), and nobody else has any more.
 */
export function forgottenByOthers(replica: Replica, others: readonly Entries[], lastSync: number): readonly RecordId[] {
  if (others.length === 0) return [];
  return [...replica]
    .filter(
      ([id, { entry }]) =>
        !winner(entry).deleted &&
        wallTimeOf(winner(entry).clock) <= lastSync &&
        others.every((entries) => !entries.has(id)),
    )
    .map(([id]) => id);
}

/** Whether a device that was last here at `lastSync` may have missed deletions: with a month to spare. */
export const wasAwayTooLong = (lastSync: number, now: number): boolean => lastSync < now - TOMBSTONE_MS + 30 * DAY_MS;

/** Whether changes in this device's name are offered that it has not made: a copy of it is about, or it was put back. */
export const hasForeignChanges = (replica: Replica, offered: Entries, device: string, now: number): boolean =>
  [...offered].some(([id, entry]) => {
    const known = replica.get(id);
    // What was forgotten here after its time is nobody else's doing.
    if (!known && isLongDeleted(entry, now)) return false;
    return (entry.context[device] ?? 0) > (known?.entry.context[device] ?? 0);
  });
