/** A name in Han or kana with its neighbours, and what every rule about them asks. */
import * as japanese from './tables/japanese';

export type NamedKind = 'place' | 'person' | 'other';

/** How far to either side anything is looked at: more than the longest run that a table knows. */
const REACH = 40;
const IGNORABLES = /\p{Default_Ignorable_Code_Point}/gu;
const HAN_RUN = /^[\p{Script=Han}々〇]+/u;

/** A name and its neighbours as a reader sees them: no invisible characters, one width. */
export interface Place {
  readonly name: string;
  /** In characters. */
  readonly length: number;
  readonly before: string;
  readonly after: string;
  /** The Han that follow without a break. */
  readonly run: string;
}

const readable = (text: string): string => text.replace(IGNORABLES, '').normalize('NFKC');

/** `text` is the original, not folded; `start` and `end` are UTF-16 units of it. */
export function placeOf(text: string, start: number, end: number): Place {
  const name = readable(text.slice(start, end));
  const after = readable(text.slice(end, end + REACH));
  return {
    name,
    length: Array.from(name).length,
    before: readable(text.slice(Math.max(0, start - REACH), start)),
    after,
    run: HAN_RUN.exec(after)?.[0] ?? '',
  };
}

/** Units of the longest entry that a text begins with; 0 for none. */
export function longest(entries: readonly string[], text: string): number {
  let best = 0;
  for (const entry of entries) if (entry.length > best && text.startsWith(entry)) best = entry.length;
  return best;
}

/** True when the last character before a name is one of these. */
export const isOneOf = (before: string, characters: string): boolean =>
  before !== '' && characters.includes(before.charAt(before.length - 1));

export const endsWithAny = (before: string, entries: readonly string[]): boolean =>
  entries.some((entry) => before.endsWith(entry));

const JAPANESE_TITLES = [...japanese.HONORIFICS, ...japanese.OCCUPATIONS, ...japanese.OFFICES];

/** A title, at most two modifiers before it: 首相, 前首相, 前米大統領. */
export function startsWithTitle(after: string, modifiers = 2): boolean {
  if (longest(JAPANESE_TITLES, after) > 0) return true;
  if (modifiers === 0) return false;
  return japanese.OFFICE_MODIFIERS.some(
    (word) => after.startsWith(word) && startsWithTitle(after.slice(word.length), modifiers - 1),
  );
}
