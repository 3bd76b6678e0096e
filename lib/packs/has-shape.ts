/**
 * Whether a stored record has the form that its readers rely on. The checker has accepted it once; what a disk or a
 * browser has made of it since must not bring a card down. Types only, a few microseconds a record: what the schema
 * asks beyond them was true when it was written.
 */
import type { PackRecord } from '../model/pack';

/** `texts`: a text by language. A list has one shape; a field whose name ends with `?` may be absent. */
type Shape = 'text' | 'number' | 'flag' | 'texts' | readonly [Shape] | Fields;
interface Fields {
  readonly [field: string]: Shape;
}

const REFS: Shape = ['text'];
const SURE: Fields = { 'confidence?': 'text' };
const SPAN: Fields = { 'from?': 'text', 'to?': 'text', 'asOf?': 'text' };
const NAME: Fields = {
  ...SURE,
  text: 'text',
  lang: 'text',
  kind: 'text',
  'from?': 'text',
  'to?': 'text',
  'caseSensitive?': 'flag',
  'needs?': 'text',
  'weight?': 'number',
};
const ACCOUNT: Fields = { by: 'text', text: 'texts', sources: REFS, 'date?': 'text' };
const ROLE: Fields = {
  ...SURE,
  ...SPAN,
  title: 'texts',
  sources: REFS,
  'post?': 'text',
  'of?': 'text',
  'capacity?': 'text',
  'note?': 'texts',
};
const RELATION: Fields = { ...SURE, kind: 'text', to: 'text', sources: REFS, 'from?': 'text', 'until?': 'text' };

const RECORDS: Readonly<Record<PackRecord['record'], Fields>> = {
  source: { title: 'text', publisher: 'text', kind: 'text', 'url?': 'text', 'lang?': 'text', 'quote?': 'text' },
  entity: {
    ...SURE,
    type: 'text',
    label: 'texts',
    names: [NAME],
    sources: REFS,
    'placeKind?': 'text',
    'prominence?': 'number',
    'description?': 'texts',
    'reading?': 'texts',
    'roles?': [ROLE],
    'relations?': [RELATION],
    'accounts?': [ACCOUNT],
    'born?': 'text',
    'died?': 'text',
    'founded?': 'text',
    'dissolved?': 'text',
    'sameAs?': ['text'],
    'replaces?': ['text'],
  },
  event: {
    ...SURE,
    date: 'text',
    kind: 'text',
    status: 'text',
    title: 'texts',
    participants: [{ entity: 'text', 'as?': 'text', 'side?': 'text' }],
    sources: REFS,
    'planned?': 'text',
    'summary?': 'texts',
    'places?': REFS,
    'direction?': { from: 'text', to: 'text' },
    'names?': [NAME],
    'accounts?': [ACCOUNT],
    'replacedBy?': 'text',
  },
  series: {
    ...SURE,
    title: 'texts',
    counts: 'texts',
    events: ['text'],
    coverage: [{ from: 'text', to: 'text', completeness: 'text', 'note?': 'texts', 'sources?': REFS }],
  },
  timeline: {
    ...SURE,
    title: 'texts',
    'events?': ['text'],
    'rule?': { 'participants?': REFS, 'kinds?': ['text'], 'series?': ['text'], 'from?': 'text', 'to?': 'text' },
  },
  withdrawn: { reason: 'text', date: 'text' },
};

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';

function isTexts(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const lang in value) {
    const text = value[lang];
    if (typeof text !== 'string' && !(isObject(text) && typeof text.text === 'string')) return false;
  }
  return true;
}

/** The shape as a function: walked once, not at every record. */
function toCheck(shape: Shape): Check {
  if (shape === 'text') return isText;
  if (shape === 'number') return Number.isFinite;
  if (shape === 'flag') return (value) => typeof value === 'boolean';
  if (shape === 'texts') return isTexts;
  if (isList(shape)) {
    const each = toCheck(shape[0]);
    return (value) => Array.isArray(value) && value.every(each);
  }
  const fields = Object.entries(shape).map(([field, inner]) => ({
    name: field.replace('?', ''),
    isOptional: field.endsWith('?'),
    fits: toCheck(inner),
  }));
  return (value) =>
    isObject(value) &&
    fields.every(({ name, isOptional, fits }) => (value[name] === undefined ? isOptional : fits(value[name])));
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

const CHECKS = new Map(Object.entries(RECORDS).map(([kind, fields]) => [kind, toCheck({ id: 'text', ...fields })]));

/** True for a record that whoever reads it can rely on. */
export const hasShape = (value: unknown): value is PackRecord =>
  isObject(value) && (CHECKS.get(value.record as string)?.(value) ?? false);
