/**
 * Entities that certainly fit their schema, told in a fraction of its time: a large pack is a million of them, and the
 * schema would copy each one. What has a field that is not named here, or anything wrong, is left to the schema, which
 * says what it is. A test holds the two against each other.
 */

import { isRecordId } from '../model/ids';
import { CAPACITIES, ENTITY_TYPES, NAME_KINDS, PLACE_KINDS } from '../model/pack';
import { isDate } from './dates';
import { MAX_NAME_CHARS, MAX_TEXT_CHARS } from './limits';
import { KIND, LANGUAGE_TAG, MAX_LANGUAGE_TAG_CHARS, MAX_REF_CHARS, REF } from './patterns';
import { refuseLink } from './refuse-link';

type Fields = Readonly<Record<string, unknown>>;
type Rule = (value: unknown) => boolean;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, rule: Rule): boolean => Array.isArray(value) && value.every(rule);
const isOneOf =
  (words: readonly string[]): Rule =>
  (value) =>
    words.includes(value as string);

const isPlainText: Rule = (value) => typeof value === 'string' && value.length > 0 && value.length <= MAX_TEXT_CHARS;
const isText: Rule = (value) => isPlainText(value) || fits(value, UNVERIFIED, ['text', 'auto']);
const isName: Rule = (value) => typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME_CHARS;
const isRef: Rule = (value) => typeof value === 'string' && value.length <= MAX_REF_CHARS && REF.test(value);
const isId: Rule = (value) => typeof value === 'string' && isRecordId(value);
const isDay: Rule = (value) => typeof value === 'string' && isDate(value);
const isRefs: Rule = (value) => isListOf(value, isRef) && (value as unknown[]).length > 0;
const isTag: Rule = (value) =>
  typeof value === 'string' && value.length <= MAX_LANGUAGE_TAG_CHARS && LANGUAGE_TAG.test(value);
const isLink: Rule = (value) => typeof value === 'string' && refuseLink(value, { secure: false }) === null;

function isTexts(value: unknown): boolean {
  if (!isFields(value)) return false;
  let count = 0;
  for (const lang of Object.keys(value)) {
    count++;
    if (!isTag(lang) || !isText(value[lang])) return false;
  }
  return count > 0;
}

/** True for an object of these fields and no others, among them all that are required. */
function fits(value: unknown, rules: ReadonlyMap<string, Rule>, required: readonly string[]): boolean {
  if (!isFields(value)) return false;
  for (const field of Object.keys(value)) {
    const rule = rules.get(field);
    if (rule === undefined || !rule(value[field])) return false;
  }
  for (const field of required) if (value[field] === undefined) return false;
  return true;
}

const UNVERIFIED = new Map<string, Rule>([
  ['text', isPlainText],
  ['auto', (value) => value === true],
]);
const PROVENANCE: readonly (readonly [field: string, rule: Rule])[] = [
  ['confidence', isOneOf(['verified', 'partly verified', 'uncertain'])],
  ['provenance', (value) => isFields(value) && Object.values(value).every(isRefs)],
];
const NAME = new Map<string, Rule>([
  ...PROVENANCE,
  ['text', isName],
  ['lang', isTag],
  ['kind', isOneOf(NAME_KINDS)],
  ['family', isName],
]);
const ROLE = new Map<string, Rule>([
  ...PROVENANCE,
  ['title', isTexts],
  ['sources', isRefs],
  ['from', isDay],
  ['to', (value) => value === '..' || isDay(value)],
  ['asOf', isDay],
  ['post', isRef],
  ['of', isRef],
  ['capacity', isOneOf(CAPACITIES)],
]);
const RELATION = new Map<string, Rule>([
  ...PROVENANCE,
  ['kind', (value) => typeof value === 'string' && KIND.test(value)],
  ['to', isRef],
  ['sources', isRefs],
  ['from', isDay],
  ['until', isDay],
  ['asOf', isDay],
]);
const isNameRecord: Rule = (value) => fits(value, NAME, ['text', 'lang', 'kind']);
const isRole: Rule = (value) => fits(value, ROLE, ['title', 'sources']);
const isRelation: Rule = (value) => fits(value, RELATION, ['kind', 'to', 'sources']);

const ENTITY = new Map<string, Rule>([
  ...PROVENANCE,
  ['record', (value) => value === 'entity'],
  ['id', isId],
  ['type', isOneOf(ENTITY_TYPES)],
  ['label', isTexts],
  ['names', (value) => isListOf(value, isNameRecord)],
  ['sources', isRefs],
  ['placeKind', isOneOf(PLACE_KINDS)],
  ['prominence', (value) => typeof value === 'number' && value >= 0 && value <= 1],
  ['description', isTexts],
  ['roles', (value) => isListOf(value, isRole)],
  ['relations', (value) => isListOf(value, isRelation)],
  ['born', isDay],
  ['died', isDay],
  ['founded', isDay],
  ['dissolved', isDay],
  ['sameAs', (value) => isListOf(value, isLink)],
]);

/** True for an entity that its schema takes as it stands; false says nothing. The bounds of lists were met before. */
export const fitsPlainly = (value: unknown): boolean =>
  fits(value, ENTITY, ['record', 'id', 'type', 'label', 'names', 'sources']);
