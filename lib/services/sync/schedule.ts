/** When the folder is asked again. */
import type { FolderError } from './folder-error';
import type { FolderState } from './folder-state';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Where nothing is wrong. */
const USUAL_MS = 15 * MINUTE_MS;
/** After a change of the reader's, so that several go together. */
export const SOON_MS = MINUTE_MS;
/** Browsers let no alarm ring sooner; a run that has not come to its end goes on then. */
export const NEXT_STEP_MS = MINUTE_MS / 2;
const LONGEST_MS = 6 * HOUR_MS;
/** Somebody else's lock is waited for, never broken. */
const LOCKED_MS = 15 * MINUTE_MS;

/** What only the reader can mend: nothing is asked by itself. */
const NEEDS_READER = new Set(['password', 'no_permission', 'passphrase', 'newer', 'foreign', 'weak']);
/** A wrong password is tried no more often than that, lest the server locks the reader out (T132). */
const PASSWORD_MS = HOUR_MS;

/** The state after a run that has failed. */
export function afterFailure(
  state: FolderState,
  { problem, status, retryAfterMs, holder }: FolderError,
  now: number,
): FolderState {
  const failures = state.failures + 1;
  const usual = Math.min(USUAL_MS * 2 ** Math.min(failures - 1, 10), LONGEST_MS);
  const wait = problem === 'password' ? PASSWORD_MS : problem === 'locked' ? LOCKED_MS : usual;
  return {
    ...state,
    roundAt: null,
    failures,
    problem,
    status,
    holder,
    notBefore: now + Math.max(wait, Math.min(retryAfterMs ?? 0, 24 * HOUR_MS)),
  };
}

/** When the next run is due, in ms since 1970; `null` while the reader has something to decide or to mend. */
export function nextRun({ problem, held, notBefore, syncedAt }: FolderState): number | null {
  if (held || (problem && NEEDS_READER.has(problem))) return null;
  return Math.max(notBefore, syncedAt + USUAL_MS);
}

/** Whether the reader may have it run now: a server that wants to be left alone is. */
export const mayRunNow = ({ problem, notBefore, triedAt }: FolderState, changedAt: number, now: number): boolean =>
  !(problem === 'password' || problem === 'busy') || now >= notBefore || changedAt > triedAt;
