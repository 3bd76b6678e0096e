/** What look-ups make of `Retry-After`: no header closes a host for longer than a day, and there is always some pause. */
import { parseRetryAfter } from '../../text/retry-after';

const SECOND_MS = 1_000;
/** A host is not left alone for longer, whatever it says (T101). */
export const MAX_RETRY_MS = 24 * 60 * 60 * SECOND_MS;
/** Where a host does not say how long (T101). */
const DEFAULT_RETRY_MS = 60 * SECOND_MS;
/** On top of the default, so that not all readers come back at once. */
const JITTER_MS = 15 * SECOND_MS;
/** For how many ms a host is left alone. `now` in ms since 1970; `random`: 0 to 1. */
export function retryAfterMs(header: string | null, now: number, random: number): number {
  const said = parseRetryAfter(header, now);
  return said === null ? DEFAULT_RETRY_MS + random * JITTER_MS : Math.min(said, MAX_RETRY_MS);
}
