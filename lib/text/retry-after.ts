/** `Retry-After` in both its forms (RFC 9110, section 10.2.3): seconds, or an HTTP date. */

/** "Fri, 31 Dec 1999 23:59:59 GMT" and its obsolete forms begin with a day; `Date.parse` alone would read "-5" as a date. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/** For how many ms a server wants to be left alone; `null` when the header names no time to come. `now`: ms since 1970. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text) * 1_000;
  if (!HTTP_DATE.test(text)) return null;
  const until = Date.parse(text);
  return Number.isNaN(until) || until <= now ? null : until - now;
}
