/**
 * The reader's own names as records of a small private pack beside the others: what whoever shows them needs. Finding
 * them is another matter (`own-names.ts`).
 */
import { type RecordId, type Reference, toReference } from '../../model/ids';
import { INTERFACE_LANGUAGES, type LanguageTag } from '../../model/localized';
import type { OwnName } from '../../model/own';
import type { Entity, Name, PackHeader } from '../../model/pack';
import { OWN_PACK } from '../../settings/own-pack';
import { foldName } from '../../text/fold';
import type { Knowledge } from '../knowledge';

/** Says nothing of when: the reader's own names belong to no record of dates. */
export const OWN_HEADER: PackHeader = {
  record: 'header',
  format: 'sidelight-pack/1',
  id: OWN_PACK,
  version: '1',
  title: { en: 'My names', ja: '自分の名前', ko: '내 이름' },
  license: 'private',
  publisher: '',
  languages: [...INTERFACE_LANGUAGES],
  coverageTo: '9999-12-31',
  private: true,
};

/** What the reader's names are of. */
export interface OwnEntities {
  readonly records: ReadonlyMap<Reference, Entity>;
  /** The names by which the reader means something of a pack. */
  readonly meant: readonly { readonly own: Reference; readonly name: OwnName }[];
}

export function toOwnEntities(names: readonly OwnName[]): OwnEntities {
  const records = new Map<Reference, Entity>();
  const meant = new Map<Reference, OwnName>();
  for (const name of names) {
    const id = idOf(name);
    const reference = toReference(OWN_PACK, id);
    const known = records.get(reference);
    const form = toName(name.text);
    records.set(reference, known ? { ...known, names: [...known.names, form] } : toEntity(id, name, form));
    if (name.means.kind === 'record') meant.set(reference, name);
  }
  return { records, meant: Array.from(meant, ([own, name]) => ({ own, name })) };
}

/** An abbreviation is meant to the letter. */
const toName = (text: string): Name => ({
  text,
  lang: languageOf(text),
  kind: 'full',
  ...(/^[\p{Lu}\p{N}]{2,6}$/u.test(text) ? { caseSensitive: true } : {}),
});

/** Names that mean the same are names of one thing. */
function idOf({ means }: OwnName): RecordId {
  const key = means.kind === 'record' ? means.reference : `own ${foldName(means.title)}`;
  return `topic/n-${hash(key, 0x811c9dc5)}${hash(key, 0x1b873593)}` as RecordId;
}

/** FNV-1a in eight hexadecimal digits, from a given beginning. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

function toEntity(id: RecordId, { means }: OwnName, form: Name): Entity {
  const isOwn = means.kind === 'own';
  // The reader's own words are in whatever language the reader reads: never a fallback.
  const inAll = (text: string) => Object.fromEntries(INTERFACE_LANGUAGES.map((lang) => [lang, text]));
  return {
    record: 'entity',
    id,
    // Of a `thing` recognition thinks little: lists made by machines call everything one.
    type: 'topic',
    label: isOwn ? inAll(means.title) : means.name,
    names: [form],
    sources: [],
    ...(isOwn && means.sentence !== '' ? { description: inAll(means.sentence) } : {}),
  };
}

const languageOf = (text: string): LanguageTag =>
  /\p{Script=Hangul}/u.test(text)
    ? 'ko'
    : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
      ? 'ja'
      : 'en';

/** Knowledge with the records of the reader's names: for whoever shows what was found. */
export function withOwnRecords<K extends Pick<Knowledge, 'get' | 'headers'>>(knowledge: K, own: OwnEntities | null): K {
  if (!own) return knowledge;
  return {
    ...knowledge,
    headers: new Map([...knowledge.headers, [OWN_PACK, OWN_HEADER]]),
    async get(references: readonly Reference[]) {
      const found = new Map(await knowledge.get(references.filter((reference) => !own.records.has(reference))));
      for (const reference of references) {
        const record = own.records.get(reference);
        if (record) found.set(reference, record);
      }
      return found;
    },
  };
}
