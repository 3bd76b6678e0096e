/** What items are called, as names of a pack. */
import { foldName } from '../../../text/fold';
import { findHidden } from '../../find-hidden';
import { MAX_NAME_CHARS } from '../../limits';
import type { Work } from './work';

type Texts = Record<string, string>;

/** What one item is called. */
export interface Names {
  readonly label: Texts;
  readonly aliases: readonly { readonly text: string; readonly lang: string }[];
}

/** Labels and aliases of items in the pack's languages, without what may not stand as a name. */
export async function textsOf(
  items: readonly string[],
  aliases: boolean,
  { ask, queries, recipe }: Work,
): Promise<Map<string, Names>> {
  const found = new Map<string, { label: Texts; aliases: { text: string; lang: string }[] }>();
  const { languages } = recipe.header;
  // The languages of RDF are written in any case; a pack writes them one way.
  const spelling = new Map(languages.map((lang) => [lang.toLowerCase(), lang]));
  for (const { item, kind, text } of await ask(queries.texts(items, aliases))) {
    const lang = spelling.get(text?.lang?.toLowerCase() ?? '');
    if (!item || !text || lang === undefined || !isName(text.value)) continue;
    const entry = found.get(item.value) ?? { label: {}, aliases: [] };
    found.set(item.value, entry);
    if (kind?.value === 'label') entry.label[lang] ??= text.value;
    else entry.aliases.push({ text: text.value, lang });
  }
  // In the pack's order of languages, whatever order the answers came in.
  for (const entry of found.values()) {
    const { label } = entry;
    entry.label = Object.fromEntries(languages.flatMap((lang) => (label[lang] ? [[lang, label[lang]]] : [])));
  }
  return found;
}

/** What may stand as a name: it can be seen, found, and holds nothing that hides. */
const isName = (text: string): boolean => {
  const { length } = foldName(text);
  return length > 0 && length <= MAX_NAME_CHARS && text.length <= MAX_NAME_CHARS && findHidden(text, false) === null;
};

/** A name record. */
export const name = (text: string, lang: string, kind: string, rest: object = {}) => ({ text, lang, kind, ...rest });

/** Labels and aliases as names of an entity of a type, or of an event. */
export function namesOf({ label, aliases }: Names, type: string): object[] {
  // A post's name stands for whoever held it on the day.
  const [kind, rest] = type === 'post' ? (['title', { needs: 'context' }] as const) : (['full', {}] as const);
  const all = [...Object.entries(label).map(([lang, text]) => ({ text, lang })), ...aliases];
  const distinct = new Map(all.map((one) => [`${one.lang} ${one.text}`, one]));
  return [...distinct.values()].slice(0, MAX_NAMES).map(({ text, lang }) => name(text, lang, kind, rest));
}

/** Leaves room for family names within the format's 256. */
const MAX_NAMES = 200;
