/** Before a merge that deletes much is taken: the reader is asked. */
import { winner } from './entry';
import type { RecordId, Replica } from './replica';

/** `RELIABILITY.md` T128: more than a fifth, or more than a hundred. */
const MAX_SHARE = 0.2;
const MAX_DELETIONS = 100;
/** Fewer than this no reader wants to be asked about: of four pins, one would be a quarter. */
const MIN_DELETIONS = 5;

export interface Deletions {
  readonly ids: readonly RecordId[];
  /** Records that there were before. */
  readonly live: number;
  /** Too many to be taken without asking. */
  readonly isHeld: boolean;
}

/** What a merge would delete here. */
export function judgeDeletions(before: Replica, after: Replica): Deletions {
  const ids: RecordId[] = [];
  let live = 0;
  for (const [id, { entry }] of before) {
    if (winner(entry).deleted) continue;
    live += 1;
    const next = after.get(id);
    if (!next || winner(next.entry).deleted) ids.push(id);
  }
  const isHeld = ids.length > MAX_DELETIONS || (ids.length >= MIN_DELETIONS && ids.length > live * MAX_SHARE);
  return { ids, live, isHeld };
}
