/** When an address is asked again. Pure: times are given, and so is chance. */
import type { CheckState } from './subscription';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Between two checks that went well, as block lists do it. */
const REGULAR_MS = DAY_MS;
/** After a first failure; doubled with each further one. */
const FIRST_RETRY_MS = HOUR_MS;
const LONGEST_RETRY_MS = DAY_MS;
/** Added at most, by chance, so that readers who failed together do not come back together. */
const JITTER = 0.2;
/** Requests that one address is put to in a day, the reader's own included (T43). */
export const MAX_ATTEMPTS_A_DAY = 4;
/** What a server may ask for by `Retry-After`; more is a mistake, or mischief. */
const LONGEST_WAIT_MS = DAY_MS;
/** An answer "not modified" is believed so long; then the file is read whole, since servers err (T44). */
const REREAD_MS = 7 * DAY_MS;
/** Nothing is planned later than this: what is was planned by a clock that was set back since (T22). */
const HORIZON_MS = 3 * DAY_MS;

type Attempts = Pick<CheckState, 'attempts'>;

/** Attempts of the last day; what a clock put into the future does not count. */
export const recentAttempts = ({ attempts }: Attempts, now: number): readonly number[] =>
  attempts.filter((at) => at <= now && at > now - DAY_MS);

/** When one more request is decent: now, or once the first of the last four is a day old. */
export function allowedAt(state: Attempts, now: number): number {
  const recent = recentAttempts(state, now);
  return recent.length < MAX_ATTEMPTS_A_DAY ? now : (recent.at(-MAX_ATTEMPTS_A_DAY) ?? now) + DAY_MS;
}

/** True for an address that is to be asked now. */
export const isDue = ({ nextAt }: Pick<CheckState, 'nextAt'>, now: number): boolean =>
  nextAt <= now || nextAt > now + HORIZON_MS;

/** True when the file is to be read whether or not the server says that it has changed. */
export const wantsWhole = ({ readAt, file }: Pick<CheckState, 'readAt' | 'file'>, now: number): boolean =>
  file === null || readAt === null || readAt > now || readAt <= now - REREAD_MS;

interface NextCheck extends Attempts {
  readonly now: number;
  /** Checks in a row, this one included, that gave nothing of use; 0 when it went well. */
  readonly failures: number;
  /** From 0 to 1. */
  readonly random: number;
  /** What the server asked for, in ms. */
  readonly retryAfterMs?: number | null | undefined;
}

/** When to ask next: in a day, or after 1, 2, 4 … 24 h when it failed; never sooner than four requests a day allow. */
export function nextCheckAt({ attempts, now, failures, random, retryAfterMs }: NextCheck): number {
  const pause =
    failures === 0 ? REGULAR_MS : Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10), LONGEST_RETRY_MS);
  const asked = Math.min(Math.max(retryAfterMs ?? 0, 0), LONGEST_WAIT_MS);
  const jittered = Math.round(Math.max(pause, asked) * (1 + JITTER * random));
  return Math.max(now + jittered, allowedAt({ attempts }, now));
}

/** When the one alarm should ring for all of them; `null` when there is nothing to wait for. */
export function nextAlarmAt(states: readonly Pick<CheckState, 'nextAt'>[], now: number): number | null {
  if (states.length === 0) return null;
  return states.some((state) => isDue(state, now)) ? now : Math.min(...states.map(({ nextAt }) => nextAt));
}
