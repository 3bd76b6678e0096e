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

/** What a reader sees already: nothing invisible, nothing of another width. */
const PLAIN = /^[ -~\u3001-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3]*$/;

const asIs = (text: string): string => text;
const readable = (text: string): string => (PLAIN.test(text) ? text : text.replace(IGNORABLES, '').normalize('NFKC'));

/** The last place that was looked at: the kinds that a name can be are asked one after another. */
let latest: { readonly text: string; readonly start: number; readonly end: number; readonly place: Place } | undefined;

/** `text` is the original, not folded; `start` and `end` are UTF-16 units of it. */
export function placeOf(text: string, start: number, end: number): Place {
  if (latest?.start === start && latest.end === end && latest.text === text) return latest.place;
  const from = Math.max(0, start - REACH);
  // Asked once of all of it: most prose is plain.
  const isPlain = PLAIN.test(text.slice(from, end + REACH));
  const read = isPlain ? asIs : readable;
  const name = read(text.slice(start, end));
  const after = read(text.slice(end, end + REACH));
  const place = {
    name,
    length: isPlain ? name.length : Array.from(name).length,
    before: read(text.slice(from, start)),
    after,
    run: HAN_RUN.exec(after)?.[0] ?? '',
  };
  latest = { text, start, end, place };
  return place;
}

/** The entries of a table by their first or last character: tables are long, and most texts fit none of them. */
const byFirst = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();
const byLast = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

function entriesBy(
  tables: WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>,
  entries: readonly string[],
  characterOf: (entry: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const known = tables.get(entries);
  if (known) return known;
  const map = new Map<string, string[]>();
  for (const entry of entries.toSorted((a, b) => b.length - a.length)) {
    const list = map.get(characterOf(entry));
    if (list) list.push(entry);
    else map.set(characterOf(entry), [entry]);
  }
  tables.set(entries, map);
  return map;
}

/** Units of the longest entry that a text begins with; 0 for none. */
export function longest(entries: readonly string[], text: string): number {
  const candidates = entriesBy(byFirst, entries, (entry) => entry.charAt(0)).get(text.charAt(0));
  return candidates?.find((entry) => text.startsWith(entry))?.length ?? 0;
}

/** Entries that a text begins with, longest first. */
export const entriesAt = (entries: readonly string[], text: string): readonly string[] =>
  entriesBy(byFirst, entries, (entry) => entry.charAt(0))
    .get(text.charAt(0))
    ?.filter((entry) => text.startsWith(entry)) ?? [];

/** True when the last character before a name is one of these. */
export const isOneOf = (before: string, characters: string): boolean =>
  before !== '' && characters.includes(before.charAt(before.length - 1));

/** True when a text ends with an entry of a table. */
export const endsWithAny = (before: string, entries: readonly string[]): boolean =>
  entriesBy(byLast, entries, (entry) => entry.charAt(entry.length - 1))
    .get(before.charAt(before.length - 1))
    ?.some((entry) => before.endsWith(entry)) === true;

const JAPANESE_TITLES = [...japanese.HONORIFICS, ...japanese.OCCUPATIONS, ...japanese.OFFICES];

/** A title, at most two modifiers before it: 首相, 前首相, 前米大統領. */
export function startsWithTitle(after: string, modifiers = 2): boolean {
  if (longest(JAPANESE_TITLES, after) > 0) return true;
  if (modifiers === 0) return false;
  return entriesAt(japanese.OFFICE_MODIFIERS, after).some((word) =>
    startsWithTitle(after.slice(word.length), modifiers - 1),
  );
}
