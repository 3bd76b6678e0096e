/** The last states: what each synchronisation changed on this device, so that it can be taken back. */
import { type Content, isSame, winner } from './entry';
import type { RecordId, Replica } from './replica';

export const MAX_STATES = 10;

/** What became of a record; `before` is `null` where it was not there. */
export interface Change {
  readonly id: RecordId;
  readonly before: Content | null;
  readonly after: Content;
}

export interface PastState {
  /** When it was left, in ms since 1970. */
  readonly at: number;
  readonly changes: readonly Change[];
}

const contentOf = (replica: Replica, id: RecordId): Content | null => {
  const kept = replica.get(id);
  if (!kept) return null;
  const { deleted, value } = winner(kept.entry);
  return { deleted, value };
};

/** What the reader sees differently after a merge. */
export function visibleChanges(before: Replica, after: Replica, ids: Iterable<RecordId>): readonly Change[] {
  const changes: Change[] = [];
  for (const id of ids) {
    const next = contentOf(after, id);
    const known = contentOf(before, id);
    if (!next || (known ? isSame(known, next) : next.deleted)) continue;
    changes.push({ id, before: known, after: next });
  }
  return changes;
}

/** The list with one more, the latest first, and the oldest gone. */
export const withState = (states: readonly PastState[], state: PastState): readonly PastState[] =>
  state.changes.length === 0 ? states : [state, ...states].slice(0, MAX_STATES);

/**
 * What every record has to be again so that things are as they were before the state numbered `index` (0: the latest) came
 * about. Records that nothing of this touched stay as they are.
 */
export function contentsBefore(states: readonly PastState[], index: number): ReadonlyMap<RecordId, Content> {
  const contents = new Map<RecordId, Content>();
  for (const { changes } of states.slice(0, index + 1))
    for (const { id, before } of changes) contents.set(id, before ?? { deleted: true, value: null });
  return contents;
}
