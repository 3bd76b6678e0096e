/** JSON in one form: equal values are equal texts, in whatever order a browser keeps their fields. */

/** Nested deeper than this nothing of the reader's is; `JSON.stringify` itself gives up only at some thousands (measured). */
const MAX_DEPTH = 32;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The text of a JSON value with its fields in order. Throws a `TypeError` on what is no JSON, or nested too deeply. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new TypeError('nested too deeply');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is no JSON`);
  const fields = Object.keys(value)
    .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key], depth + 1)}`);
  return `{${fields.join(',')}}`;
}

/** Whether a value that came from elsewhere is plain JSON, of bounded depth, without the names of inherited fields. */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => isPlainJson(item, depth + 1));
  if (typeof value !== 'object') return false;
  return Object.keys(value).every(
    (key) => !FORBIDDEN.has(key) && isPlainJson((value as Record<string, unknown>)[key], depth + 1),
  );
}

/** A value as it travels: plain JSON without fields that are not set; `undefined` where it is none. */
export function plainValue(value: unknown): unknown {
  try {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    return isPlainJson(plain) ? plain : undefined;
  } catch {
    return undefined;
  }
}
