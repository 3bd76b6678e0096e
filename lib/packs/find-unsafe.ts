/**
 * What no line of a pack may hold, known field or not: keys that objects inherit, nesting that other readers of the
 * record would choke on, lists without end, numbers that are none, and characters that hide or turn the text around
 * them. The author's own fields (`x-`) are free in all but these; markup they may hold.
 */
import { findHidden } from './find-hidden';
import { MAX_DEPTH, MAX_ENTRIES, MAX_FIELDS, MAX_LIST } from './limits';
import type { ProblemCode } from './report';

const INHERITED = new Set(['__proto__', 'constructor', 'prototype']);
/** Escapes and ampersands belong to addresses; their own rules are in `refuse-link.ts`. */
const WEB_ADDRESS = /^https?:\/\/[^\s<>]+$/i;
const INHERITED_KEY = 'is inherited';

/** The first thing that is not allowed: where it stands, and a sentence without that subject. */
interface Finding {
  readonly path: string[];
  readonly message: string;
  readonly code: ProblemCode;
}

/** What looking through a value came to. */
export interface Looked {
  /** Fields of the value and of all objects in it. */
  readonly fields: number;
  readonly finding: { readonly message: string; readonly code: ProblemCode } | null;
}

/** Looks through a parsed JSON value; what it finds is a sentence that names the field. */
export function findUnsafe(value: unknown): Looked {
  const counter = { fields: 0 };
  const found = look(value, 0, false, counter);
  return { fields: counter.fields, finding: found && { message: sentence(found), code: found.code } };
}

function sentence({ path, message }: Finding): string {
  if (message === INHERITED_KEY) return `has a field "${path.join('.')}": the name is not allowed`;
  return path.length === 0 ? message : `"${path.join('.')}" ${message}`;
}

function look(value: unknown, depth: number, isFree: boolean, counter: { fields: number }): Finding | null {
  if (typeof value === 'string') return lookAtText(value, isFree);
  if (typeof value === 'number') return lookAtNumber(value);
  if (typeof value !== 'object' || value === null) return null;
  if (depth === MAX_DEPTH) return { path: [], message: `is nested deeper than ${MAX_DEPTH} levels`, code: 'limit' };
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const found = look(value[i], depth + 1, isFree, counter);
      if (found) return within(String(i), found);
    }
    return null;
  }
  const keys = Object.keys(value);
  counter.fields += keys.length;
  if (keys.length > MAX_FIELDS) return { path: [], message: `has more than ${MAX_FIELDS} fields`, code: 'limit' };
  for (const key of keys) {
    const found = lookAtField(key, (value as Record<string, unknown>)[key], depth, isFree, counter);
    if (found) return found;
  }
  return null;
}

function lookAtField(
  key: string,
  value: unknown,
  depth: number,
  isFree: boolean,
  counter: { fields: number },
): Finding | null {
  if (INHERITED.has(key)) return within(key, { path: [], message: INHERITED_KEY, code: 'unsafe' });
  const hidden = findHidden(key, true);
  if (hidden !== null) return { path: [], message: `has a field whose name ${hidden}`, code: 'unsafe' };
  if (Array.isArray(value)) {
    const limit = !isFree && Object.hasOwn(MAX_ENTRIES, key) ? MAX_ENTRIES[key as keyof typeof MAX_ENTRIES] : MAX_LIST;
    if (value.length > limit)
      return within(key, { path: [], message: `has more than ${limit} entries`, code: 'limit' });
  }
  const found = look(value, depth + 1, isFree || key.startsWith('x-'), counter);
  return found && within(key, found);
}

function within(key: string, found: Finding): Finding {
  found.path.unshift(key.length > 60 ? `${key.slice(0, 60)}…` : key);
  return found;
}

function lookAtText(text: string, isFree: boolean): Finding | null {
  const message = findHidden(text, isFree || WEB_ADDRESS.test(text));
  return message === null ? null : { path: [], message, code: 'unsafe' };
}

function lookAtNumber(value: number): Finding | null {
  if (!Number.isFinite(value)) return { path: [], message: 'is a number out of range', code: 'unsafe' };
  return Object.is(value, -0) ? { path: [], message: 'is minus nought: write 0', code: 'unsafe' } : null;
}
