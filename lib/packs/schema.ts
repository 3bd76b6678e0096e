/**
 * Schemas of the records of `sidelight-pack/1`. Unknown fields are kept and ignored; what is named here must fit. All
 * values are inert data: text is text, a link is an https or http address, a date is EDTF.
 */
import * as v from 'valibot';
import { MAX_PACK_ID_CHARS, MAX_RECORD_ID_CHARS, PACK_ID, RECORD_ID } from '../model/ids';
import {
  CAPACITIES,
  ENTITY_TYPES,
  EVENT_STATUSES,
  NAME_KINDS,
  type PackLine,
  PLACE_KINDS,
  SOURCE_KINDS,
} from '../model/pack';
import { isDate } from './dates';
import { fitsPlainly } from './fits-plainly';
import { MAX_ENTRIES, MAX_LIST, MAX_NAME_CHARS, MAX_QUOTE_WORDS, MAX_TEXT_CHARS, MAX_WEIGHT } from './limits';
import { KIND, LANGUAGE_TAG, MAX_LANGUAGE_TAG_CHARS, MAX_REF_CHARS, REF } from './patterns';
import { refuseLink } from './refuse-link';

const atMost = <T extends readonly unknown[]>(limit: number) =>
  v.maxLength<T, number, string>(limit, `has more than ${limit} entries`);
/** The bound of a list by its field; `findUnsafe` has met it already, the published schema says it. */
const most = <T extends readonly unknown[]>(field: keyof typeof MAX_ENTRIES) => atMost<T>(MAX_ENTRIES[field]);

const text = v.pipe(
  v.string(),
  v.minLength(1, 'is empty: write it, or leave the field out'),
  v.maxLength(MAX_TEXT_CHARS, `is longer than ${MAX_TEXT_CHARS} characters: shorten it`),
);
const recordId = v.pipe(
  v.string(),
  v.maxLength(MAX_RECORD_ID_CHARS, `is longer than ${MAX_RECORD_ID_CHARS} characters: shorten the id`),
  v.regex(RECORD_ID, 'is not an id: expected type/slug in lower case letters, digits and hyphens'),
);
const ref = v.pipe(
  v.string(),
  v.maxLength(MAX_REF_CHARS, `is longer than ${MAX_REF_CHARS} characters: no reference is`),
  v.regex(REF, 'is not a reference: expected type/slug or pack:type/slug'),
);
const packId = v.pipe(
  v.string(),
  v.maxLength(MAX_PACK_ID_CHARS, `is longer than ${MAX_PACK_ID_CHARS} characters: shorten the id`),
  v.regex(PACK_ID, 'is not a pack id: lower case letters, digits and hyphens'),
);
const date = v.pipe(
  v.string(),
  v.check(isDate, 'is not a date: expected EDTF such as 2015-10-20, 2015-10, 2015~ or 2015-10-20/2015-10-22'),
);
const languageTag = v.pipe(
  v.string(),
  v.maxLength(MAX_LANGUAGE_TAG_CHARS, `is longer than ${MAX_LANGUAGE_TAG_CHARS} characters`),
  v.regex(LANGUAGE_TAG, 'is not a language tag such as en, ja or zh-Hant'),
);
const localized = v.pipe(
  v.record(
    languageTag,
    v.union([text, v.looseObject({ text, auto: v.literal(true) })], 'is neither a text nor {text, auto: true}'),
  ),
  v.minEntries(1, 'has no language: write at least one'),
);
const createLink = (secure: boolean) =>
  v.pipe(
    v.string(),
    v.rawCheck<string>(({ dataset, addIssue }) => {
      const message = dataset.typed ? refuseLink(dataset.value, { secure }) : null;
      if (message !== null) addIssue({ message });
    }),
  );
/** Shown and clicked. Plain http stays allowed: archives and identifiers (Wikidata's own) are published under it. */
const link = createLink(false);
/** Fetched by us. */
const secureLink = createLink(true);
const refs = v.pipe(v.array(ref), v.minLength(1, 'is empty: every fact has a source'), most('sources'));
const confidence = v.picklist(['verified', 'partly verified', 'uncertain']);

const provenance = {
  confidence: v.optional(confidence),
  provenance: v.optional(v.record(v.string(), refs)),
};

const name = v.looseObject({
  text: v.pipe(
    v.string(),
    v.minLength(1, 'is empty'),
    v.maxLength(MAX_NAME_CHARS, `is longer than ${MAX_NAME_CHARS} characters: it is no name`),
  ),
  lang: languageTag,
  kind: v.picklist(NAME_KINDS),
  from: v.optional(date),
  to: v.optional(date),
  caseSensitive: v.optional(v.boolean()),
  needs: v.optional(v.picklist(['context', 'title'])),
  weight: v.optional(
    v.pipe(v.number(), v.gtValue(0, 'is not positive'), v.maxValue(MAX_WEIGHT, `is more than ${MAX_WEIGHT}`)),
  ),
  family: v.optional(v.pipe(v.string(), v.minLength(1, 'is empty'))),
  ...provenance,
});

const role = v.looseObject({
  title: localized,
  sources: refs,
  from: v.optional(date),
  to: v.optional(v.union([v.literal('..'), date])),
  asOf: v.optional(date),
  post: v.optional(ref),
  of: v.optional(ref),
  capacity: v.optional(v.picklist(CAPACITIES)),
  note: v.optional(localized),
  ...provenance,
});

const relation = v.looseObject({
  kind: v.pipe(v.string(), v.regex(KIND, 'is not a kind of relation')),
  to: ref,
  sources: refs,
  from: v.optional(date),
  until: v.optional(date),
  asOf: v.optional(date),
  ...provenance,
});

const account = v.looseObject({ by: ref, text: localized, sources: refs, date: v.optional(date) });
const accounts = v.pipe(v.array(account), v.minLength(2, 'has one account: two or more, or none'), most('accounts'));

/** Who publishes a pack: a name, or an object with a name and whatever the publisher adds. */
const publisher = v.pipe(
  v.union([text, v.looseObject({ name: text })], 'is neither a text nor an object with a name'),
  v.transform((value) => (typeof value === 'string' ? value : value.name)),
);

/** Letters of scripts without blanks between words; two of them make a word, give or take. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').trim();
  return Math.ceil(unspaced / 2) + (spaced === '' ? 0 : spaced.split(/\s+/).length);
}

/** The first line of a pack. */
const HEADER = v.looseObject({
  record: v.literal('header'),
  format: v.literal('sidelight-pack/1', 'is not sidelight-pack/1, the format that this version reads'),
  id: packId,
  version: v.pipe(v.string(), v.regex(/^\d+(\.\d+){0,3}$/, 'is not a version such as 2026.10.6')),
  title: localized,
  license: text,
  publisher,
  languages: v.pipe(v.array(languageTag), v.minLength(1, 'is empty'), most('languages')),
  coverageTo: date,
  uses: v.optional(v.pipe(v.array(packId), most('uses'))),
  needs: v.optional(v.pipe(v.array(v.string()), most('needs'))),
  homepage: v.optional(link),
  updateUrl: v.optional(secureLink),
  private: v.optional(v.boolean()),
});

const RECORDS = {
  source: v.looseObject({
    record: v.literal('source'),
    id: recordId,
    title: text,
    publisher: text,
    kind: v.picklist(SOURCE_KINDS),
    url: v.optional(link),
    lang: v.optional(languageTag),
    license: v.optional(text),
    quote: v.optional(
      v.pipe(
        text,
        v.check((value) => countWords(value) <= MAX_QUOTE_WORDS, `is longer than ${MAX_QUOTE_WORDS} words: quote less`),
      ),
    ),
    published: v.optional(date),
    retrieved: v.optional(date),
    archived: v.optional(link),
  }),
  entity: v.looseObject({
    record: v.literal('entity'),
    id: recordId,
    type: v.picklist(ENTITY_TYPES),
    label: localized,
    names: v.pipe(v.array(name), most('names')),
    sources: refs,
    placeKind: v.optional(v.picklist(PLACE_KINDS)),
    prominence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    description: v.optional(localized),
    reading: v.optional(localized),
    roles: v.optional(v.pipe(v.array(role), most('roles'))),
    relations: v.optional(v.pipe(v.array(relation), most('relations'))),
    accounts: v.optional(accounts),
    born: v.optional(date),
    died: v.optional(date),
    founded: v.optional(date),
    dissolved: v.optional(date),
    sameAs: v.optional(v.pipe(v.array(link), most('sameAs'))),
    replaces: v.optional(v.pipe(v.array(recordId), most('replaces'))),
    ...provenance,
  }),
  event: v.looseObject({
    record: v.literal('event'),
    id: recordId,
    date,
    kind: v.pipe(v.string(), v.regex(KIND, 'is not a kind of event')),
    status: v.picklist(EVENT_STATUSES),
    title: localized,
    participants: v.pipe(
      v.array(
        v.looseObject({ entity: ref, as: v.optional(ref), side: v.optional(v.pipe(v.string(), v.maxLength(40))) }),
      ),
      most('participants'),
    ),
    sources: refs,
    planned: v.optional(date),
    summary: v.optional(localized),
    places: v.optional(v.pipe(v.array(ref), most('places'))),
    direction: v.optional(v.looseObject({ from: ref, to: ref })),
    names: v.optional(v.pipe(v.array(name), most('names'))),
    accounts: v.optional(accounts),
    replacedBy: v.optional(ref),
    ...provenance,
  }),
  series: v.looseObject({
    record: v.literal('series'),
    id: recordId,
    title: localized,
    counts: localized,
    events: v.pipe(v.array(recordId), atMost(MAX_LIST)),
    coverage: v.pipe(
      v.array(
        v.looseObject({
          from: date,
          to: date,
          completeness: v.picklist(['complete', 'gaps', 'sample']),
          note: v.optional(localized),
          sources: v.optional(v.array(ref)),
        }),
      ),
      v.minLength(1, 'is empty: every series says what it covers'),
      most('coverage'),
    ),
    ...provenance,
  }),
  timeline: v.looseObject({
    record: v.literal('timeline'),
    id: recordId,
    title: localized,
    events: v.optional(v.pipe(v.array(recordId), atMost(MAX_LIST))),
    rule: v.optional(
      v.looseObject({
        participants: v.optional(v.array(ref)),
        kinds: v.optional(v.array(v.string())),
        series: v.optional(v.array(recordId)),
        from: v.optional(date),
        to: v.optional(date),
      }),
    ),
    ...provenance,
  }),
  withdrawn: v.looseObject({ record: v.literal('withdrawn'), id: recordId, reason: text, date }),
} as const;

/** Closes a pack. */
const END = v.looseObject({
  record: v.literal('end'),
  records: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a lower-case SHA-256: seal the file')),
});

/** The schema of every kind of line: what the checker runs, and what is published as JSON Schema. */
export const LINE_SCHEMAS = { header: HEADER, ...RECORDS, end: END } as const;

/** What a line holds, or why it is refused: one plain sentence a problem, naming the field. */
export function parseRecord(value: unknown): { line: PackLine } | { unknownKind: string } | { problems: string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: ['is not a JSON object'] };
  const kind = (value as { record?: unknown }).record;
  if (typeof kind !== 'string') return { problems: ['has no "record" field'] };
  const schema = Object.hasOwn(LINE_SCHEMAS, kind) ? LINE_SCHEMAS[kind as keyof typeof LINE_SCHEMAS] : null;
  if (!schema) return { unknownKind: kind };
  if (kind === 'entity' && fitsPlainly(value)) return { line: value as PackLine };
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { line: parsed.output as unknown as PackLine };
  return { problems: parsed.issues.map(describeIssue) };
}

/** What to write where a field is missing, by its name. */
const HINTS: Readonly<Record<string, string>> = {
  id: ': write type/slug, such as person/gen-nakatani',
  version: ': write one such as 2026.10.6',
  license: ': name it, such as CC0-1.0',
  publisher: ': say who answers for it',
  languages: ': list the languages of the texts, such as ["en", "ja"]',
  coverageTo: ': write the day on which your record ends',
  sources: ': name the records of kind source that show it',
  date: ': write the day, month or year, such as 2015-10-20 or 2015',
  status: ': write held, announced, postponed or cancelled',
  lang: ': write the language, such as en',
  kind: ': say what kind it is',
  coverage: ': say which years the series covers, and how completely',
};

const lastKey = (issue: v.BaseIssue<unknown>): string => String(issue.path?.at(-1)?.key ?? '');

/** One issue as a sentence that begins with its field. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const subject = path === null ? '' : `"${path}" `;
  if (issue.received === 'undefined') return `${subject}is missing${HINTS[lastKey(issue)] ?? ''}`;
  const isOurs = !issue.message.startsWith('Invalid ');
  const expected = (issue.expected ?? '').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ');
  return `${subject}${isOurs ? issue.message : `is ${shorten(issue.received)}, expected ${expected}`}`;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
