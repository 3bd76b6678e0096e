/** Upper and lower case of letters, where a script has them. */

const CASED = /\p{Lu}|\p{Ll}|\p{Lt}/u;
const SMALL = /\p{Ll}/u;

/** Whether the first letter that has case is a capital; `null` when no letter has case. */
export function startsWithCapital(text: string): boolean | null {
  const first = CASED.exec(text)?.[0];
  return first === undefined ? null : !SMALL.test(first);
}
