/**
 * Upper and lower case of letters, where a script has them. Of ASCII without a pattern: to prepare one of all of
 * Unicode's letters takes a ms, which a background that has just been woken does not have.
 */

const CASED = /\p{Lu}|\p{Ll}|\p{Lt}/u;
const SMALL = /\p{Ll}/u;
const CAPITAL = /\p{Lu}|\p{Lt}/u;

const isAsciiCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
const isAsciiSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Whether the first letter that has case is a capital; `null` when no letter has case. */
export function startsWithCapital(text: string): boolean | null {
  const unit = text.charCodeAt(0);
  if (isAsciiCapital(unit)) return true;
  if (isAsciiSmall(unit)) return false;
  const first = CASED.exec(text)?.[0];
  return first === undefined ? null : !SMALL.test(first);
}

/** True for a UTF-16 unit that is a capital letter. */
export const isCapital = (unit: number): boolean =>
  unit < 0x80 ? isAsciiCapital(unit) : unit >= 0xc0 && CAPITAL.test(String.fromCharCode(unit));

/** True when a text has a capital at an offset or behind it. */
export function hasCapitalFrom(text: string, from: number): boolean {
  let isAscii = true;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isAsciiCapital(unit)) return true;
    isAscii &&= unit < 0x80;
  }
  return !isAscii && CAPITAL.test(text.slice(from));
}

/** True for a text of small letters and nothing else. */
export function isAllSmall(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isAsciiSmall(text.charCodeAt(at))) return ALL_SMALL.test(text);
  return text !== '';
}
const ALL_SMALL = /^\p{Ll}+$/u;
