/**
 * `Retry-After` in both its forms (RFC 9110, section 10.2.3). What is absurd is bounded: no header closes a host for
 * longer than a day, and one that says nothing usable counts as none.
 */

const SECOND_MS = 1_000;
/** A host is not left alone for longer, whatever it says (T101). */
export const MAX_RETRY_MS = 24 * 60 * 60 * SECOND_MS;
/** Where a host does not say how long (T101). */
const DEFAULT_RETRY_MS = 60 * SECOND_MS;
/** On top of the default, so that not all readers come back at once. */
const JITTER_MS = 15 * SECOND_MS;
/** "Fri, 31 Dec 1999 23:59:59 GMT" and its obsolete forms begin with a day of the week; nothing else is taken for a date. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/** For how many ms a host is left alone. `now` in ms since 1970; `random`: 0 to 1. */
export function retryAfterMs(header: string | null, now: number, random: number): number {
  const said = header === null ? null : saidMs(header.trim(), now);
  return said === null ? DEFAULT_RETRY_MS + random * JITTER_MS : Math.min(said, MAX_RETRY_MS);
}

/** `null` for what is no time to come: negative, in the past, not understood. */
function saidMs(header: string, now: number): number | null {
  if (/^\d+$/.test(header)) return Number(header) * SECOND_MS;
  if (!HTTP_DATE.test(header)) return null;
  const until = Date.parse(header);
  return Number.isNaN(until) || until <= now ? null : until - now;
}
