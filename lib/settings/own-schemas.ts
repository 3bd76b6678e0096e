/**
 * What a record of the reader's must look like. It is looked at when it is written and when it is read: a backup or
 * another device may have made it. One of a newer version that does not fit is left where it is and not shown.
 */
import * as v from 'valibot';
import { parseReference, type Reference } from '../model/ids';
import type {
  ArticleSubject,
  HistoryEntry,
  Note,
  OwnName,
  OwnTable,
  OwnValues,
  Pin,
  RecordSubject,
  Rule,
  RuleScope,
  Subject,
} from '../model/own';
import { ENTITY_TYPES } from '../model/pack';
import { isEdtf } from '../text/edtf';
import { foldName } from '../text/fold';
import { MAX_PAGE_FIELD_CHARS } from '../text/limits';

/** UTF-16 units of a note: some 800 words. */
export const MAX_NOTE_CHARS = 5_000;
/** UTF-16 units of a name of the reader's, of what it is called, and of the sentence on it. */
export const MAX_OWN_NAME_CHARS = 200;
export const MAX_SENTENCE_CHARS = 300;
/** Names of an article that history keeps. */
export const MAX_HISTORY_NAMES = 12;
/** Addresses of the same thing that are kept. */
export const MAX_SAME_AS = 8;
/** UTF-16 units of a date. */
const MAX_DATE_CHARS = 40;
/** Languages in which the name of a thing is kept. */
export const MAX_NAME_LANGUAGES = 12;

const field = v.pipe(v.string(), v.maxLength(MAX_PAGE_FIELD_CHARS));
const label = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PAGE_FIELD_CHARS));
const host = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.-]+$/));
const pageAddress = v.pipe(field, v.regex(/^https?:\/\/[^#]+$/));
const language = v.pipe(v.string(), v.maxLength(35));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const reference = v.custom<Reference>((value) => typeof value === 'string' && parseReference(value) !== null);
/** What is left of a name once everything that does not tell has been taken away. */
const name = v.pipe(
  v.string(),
  v.maxLength(MAX_OWN_NAME_CHARS),
  v.check((text) => foldName(text) !== ''),
);

const recordSubject: v.GenericSchema<unknown, RecordSubject> = v.strictObject({
  kind: v.literal('record'),
  reference,
  type: v.picklist([...ENTITY_TYPES, 'event']),
  name: v.pipe(
    v.record(language, label),
    v.check((texts) => {
      const { length } = Object.keys(texts);
      return length > 0 && length <= MAX_NAME_LANGUAGES;
    }),
  ),
  sameAs: v.pipe(v.array(field), v.maxLength(MAX_SAME_AS)),
  date: v.optional(v.pipe(v.string(), v.maxLength(MAX_DATE_CHARS), v.check(isEdtf))),
});

export const ARTICLE_SCHEMA: v.GenericSchema<unknown, ArticleSubject> = v.strictObject({
  kind: v.literal('article'),
  url: pageAddress,
  host,
  title: field,
  siteName: field,
  lang: language,
  day: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
});

const subject: v.GenericSchema<unknown, Subject> = v.union([recordSubject, ARTICLE_SCHEMA]);

const pin: v.GenericSchema<unknown, Pin> = v.strictObject({ subject, at: time });

const note: v.GenericSchema<unknown, Note> = v.strictObject({
  subject,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NOTE_CHARS)),
  at: time,
});

const ownName: v.GenericSchema<unknown, OwnName> = v.strictObject({
  text: name,
  means: v.union([
    recordSubject,
    v.strictObject({
      kind: v.literal('own'),
      title: name,
      sentence: v.pipe(v.string(), v.maxLength(MAX_SENTENCE_CHARS)),
    }),
  ]),
  at: time,
});

const scope: v.GenericSchema<unknown, RuleScope> = v.variant('kind', [
  v.strictObject({ kind: v.literal('article'), url: pageAddress }),
  v.strictObject({ kind: v.literal('site'), host }),
  v.strictObject({ kind: v.literal('everywhere') }),
]);

const rule: v.GenericSchema<unknown, Rule> = v.strictObject({
  form: v.nullable(name),
  subject: recordSubject,
  scope,
  instead: v.nullable(recordSubject),
  at: time,
});

export const OWN_SCHEMAS: { readonly [T in OwnTable]: v.GenericSchema<unknown, OwnValues[T]> } = {
  pins: pin,
  notes: note,
  names: ownName,
  rules: rule,
};

export const HISTORY_SCHEMA: v.GenericSchema<unknown, HistoryEntry> = v.strictObject({
  article: ARTICLE_SCHEMA,
  at: time,
  names: v.pipe(v.array(label), v.maxLength(MAX_HISTORY_NAMES)),
});

/** What a stored value is, if it is what its table holds. */
export function readOwn<T extends OwnTable>(table: T, value: unknown): OwnValues[T] | null {
  const parsed = v.safeParse(OWN_SCHEMAS[table], value);
  return parsed.success ? parsed.output : null;
}

/** The key of a subject: what it is found by. */
export const subjectKey = (of: Subject): string => (of.kind === 'record' ? of.reference : `article:${of.url}`);

/** Where a rule holds, as part of its id. */
const scopeKey = (of: RuleScope): string =>
  of.kind === 'everywhere' ? '*' : of.kind === 'site' ? `site:${of.host}` : `article:${of.url}`;

/**
 * The id of a record follows from what it is about, so that two devices that pin the same thing have one pin: one pin
 * and one note a subject, one meaning a name, one rule a form, subject and place.
 */
export function ownId<T extends OwnTable>(table: T, value: OwnValues[T]): string {
  if (table === 'names') return foldName((value as OwnName).text);
  if (table === 'rules') {
    const { form, subject: of, scope: where } = value as Rule;
    return [scopeKey(where), form === null ? '' : foldName(form), of.reference].join(' | ');
  }
  return subjectKey((value as Pin | Note).subject);
}
