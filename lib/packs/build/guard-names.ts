/**
 * Keeps names that are ordinary words, or that many things bear, out of harm: by rules over the whole pack and by the
 * stop list. What a name loses is said in the tally.
 */
import type { Draft, DraftEvent, DraftName } from './draft';
import { STOP_LIST } from './stop-list';
import type { Tally } from './tally';

interface Bearer {
  readonly draft: Draft;
  readonly name: DraftName;
}

/** Companies that news name every day, although their name is a word. */
const HOUSEHOLD: ReadonlySet<string> = new Set(
  'apple amazon oracle intel ford boeing shell caterpillar starbucks'.split(' '),
);
/** Below this, a one-word name that is also a word or a person's name is left out. */
const MINOR = 0.4;
/** A bearer this many times less prominent than the first needs context. */
const MUCH_LESS = 0.15;

const isLatin = (text: string): boolean => /\p{sc=Latin}/u.test(text);
const isOneWord = (text: string): boolean => !/[\s-]/.test(text);
const letters = (text: string): number => [...text].length;
const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export interface GuardContext {
  readonly tally: Tally;
  readonly englishWords: ReadonlySet<string>;
  readonly foreignWords: ReadonlySet<string>;
  /** Records of the pack that these come beside: they bear names too. */
  readonly others?: readonly Draft[];
}

export function guardNames(
  entities: readonly Draft[],
  events: readonly DraftEvent[],
  { tally, englishWords, foreignWords, others = [] }: GuardContext,
): void {
  const given = personWords([...entities, ...others], 'given');
  const families = personWords([...entities, ...others], 'family');
  for (const draft of entities) {
    if (draft.type === 'post') continue;
    keep(draft.names, (name) => verdict(draft, name, { englishWords, foreignWords, given, families }), tally);
  }
  for (const event of events) keep(event.names, () => null, tally);
  tellBearersApart(entities, others);
}

/** Words that at least so many persons bear as their first or last name. */
const COMMON = { given: 4, family: 2 } as const;

function personWords(entities: readonly Draft[], which: keyof typeof COMMON): Set<string> {
  const counts = new Map<string, number>();
  for (const { type, names } of entities) {
    if (type !== 'person') continue;
    const words = new Set<string>();
    for (const { kind, text } of names) {
      if (which === 'family' && kind === 'family') words.add(fold(text));
      if (which === 'given' && kind === 'full' && text.includes(' ')) words.add(fold(text.split(' ')[0] ?? ''));
    }
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([word, count]) => (count >= COMMON[which] ? [word] : [])));
}

/** A reason to leave a name out, or `null`; may change what the name needs. */
type Verdict = string | null;

interface Words {
  readonly englishWords: ReadonlySet<string>;
  readonly foreignWords: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

function keep(names: DraftName[], judge: (name: DraftName) => Verdict, tally: Tally): void {
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i] as DraftName;
    const reason = judge(name);
    if (reason === null) continue;
    tally.left('names', reason, name.text);
    names.splice(i, 1);
  }
}

function verdict(draft: Draft, name: DraftName, words: Words): Verdict {
  const { text, kind } = name;
  const form = fold(text);
  const stop = Object.hasOwn(STOP_LIST, form) ? STOP_LIST[form] : undefined;
  const isCountry = draft.placeKind === 'country' && name.lang === 'en';
  if (stop !== undefined && kind !== 'demonym' && !(isCountry && stop.spareCountries)) {
    if (stop.rule === 'leave-out') return 'on the stop list';
    name.needs = 'context';
  }
  // "Ende" and "Jetzt" begin German sentences, "Или" Russian ones.
  if (draft.type !== 'person' && draft.prominence <= MINOR && words.foreignWords.has(text.toLowerCase())) {
    name.caseSensitive = true;
    name.needs = 'context';
  }
  if (!isLatin(text)) return unspacedVerdict(draft, name);
  if (kind === 'demonym' || kind === 'abbreviation') return letters(text) < 2 ? 'one letter' : null;
  if (/^[\d\W]+$/.test(text)) return 'numbers and signs';
  if (letters(text) < 3) return 'one or two letters';
  // "Amã" is Amman in Portuguese and "AMA" to those who fold.
  if (name.lang !== 'en' && letters(text) < 5 && draft.type !== 'person') return 'a short name in another language';
  // "Island" is Iceland to Germans.
  if (name.lang !== 'en' && draft.type !== 'person' && words.englishWords.has(text.toLowerCase()))
    return 'an English word in another language';
  if (kind === 'family' || kind === 'title') return null;
  if (draft.type === 'person') return null;
  return placeOrThing(draft, name, form, words);
}

function placeOrThing(draft: Draft, name: DraftName, form: string, { englishWords, given, families }: Words): Verdict {
  const { text } = name;
  const isCountry = draft.placeKind === 'country';
  const isMinor = draft.prominence < MINOR;
  if (!isOneWord(text)) {
    // "Best Buy", "Good Hope": words alone make a name only where they are written as one.
    const isWords = text.split(/[\s-]+/).every((word) => englishWords.has(fold(word)));
    if (isWords && isMinor && draft.type === 'place' && !draft.sources.has('country-coder'))
      return 'a place named by ordinary words';
    if (isWords && !draft.sources.has('country-coder')) {
      name.caseSensitive = true;
      if (draft.sources.has('name-suggestion-index')) name.needs = 'context';
    }
    return null;
  }
  if (!/\p{Lu}/u.test(text)) return 'one word in small letters';
  if (englishWords.has(form) && form !== text.toLowerCase()) {
    // "Liège" is no "liege" as long as it is written so.
    name.caseSensitive = true;
  } else if (englishWords.has(form) && !isCountry) {
    if (draft.type === 'organisation' ? !HOUSEHOLD.has(form) : isMinor) return 'a minor name that is an English word';
    name.caseSensitive = true;
    if (draft.type !== 'place' || draft.prominence < 0.6) name.needs = 'context';
  }
  if (given.has(form) && draft.prominence < 0.5 && !isCountry) return 'a minor name that is a given name';
  if (families.has(form) && !isCountry) {
    if (draft.prominence < 0.3) return 'a minor name that is a family name';
    if (draft.prominence < 0.55) name.needs = 'context';
  }
  if (draft.sources.has('name-suggestion-index') && !draft.sources.has('sp-500') && letters(text) < 6)
    return 'a brand of one short word';
  if (draft.type === 'place' && letters(text) < 4 && draft.prominence < 0.5) name.needs = 'context';
  // "CAIR" is not the town of Cair.
  if (draft.type === 'place' && letters(text) < 6 && draft.prominence < 0.5) name.caseSensitive = true;
  return null;
}

/** Japanese, Chinese and Korean have no capitals and no spaces to tell a name by. */
function unspacedVerdict(draft: Draft, name: DraftName): Verdict {
  const count = letters(name.text);
  if (count < 2 && draft.placeKind !== 'country') return 'one character';
  const isCjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(name.text);
  if (!isCjk || name.kind === 'title') return null;
  if (count < 2) return 'one character';
  // Judged where they were read; and a country's territory is no minor name.
  if (draft.sources.has('dr5hn') || draft.sources.has('country-coder')) return null;
  const isKana = /^[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u.test(name.text);
  if (draft.type !== 'person' && draft.prominence < 0.45 && (count === 2 || (isKana && count < 4))) {
    if (draft.prominence < 0.25) return 'two characters, or three of kana, of a minor name';
    name.needs = 'context';
  }
  return null;
}

/** Where several records bear a form, their prominence is its weight, and the much less prominent need context. */
function tellBearersApart(entities: readonly Draft[], others: readonly Draft[]): void {
  const own = new Set(entities);
  const bearers = new Map<string, Bearer[]>();
  for (const draft of [...entities, ...others]) {
    if (draft.type === 'post') continue;
    for (const name of draft.names) {
      if (name.kind === 'family' || name.kind === 'demonym' || name.kind === 'title') continue;
      const key = fold(name.text);
      const list = bearers.get(key);
      if (list) list.push({ draft, name });
      else bearers.set(key, [{ draft, name }]);
    }
  }
  for (const list of bearers.values()) {
    if (new Set(list.map(({ draft }) => draft.qid ?? draft)).size < 2) continue;
    const most = Math.max(...list.map(({ draft }) => draft.prominence));
    for (const { draft, name } of list) {
      if (!own.has(draft)) continue;
      name.weight = Math.max(1, Math.round(10 ** (draft.prominence * 4)));
      if (draft.prominence < most - MUCH_LESS) name.needs = 'context';
    }
  }
}
