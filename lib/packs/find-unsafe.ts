/**
 * What no line of a pack may hold, known field or not: keys that objects inherit, nesting that other readers of the
 * record would choke on, numbers that are none, and characters that hide or turn the text around them.
 */

/** Records need six levels; what is deeper is no record of ours and overflows whoever copies it recursively. */
const MAX_DEPTH = 32;

const INHERITED = new Set(['__proto__', 'constructor', 'prototype']);
/** Controls apart from tab and line feed, and the bidirectional embeddings, overrides and isolates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The first thing in a parsed JSON value that is not allowed, as a sentence that names the field; `null` for none. */
export function findUnsafe(value: unknown): string | null {
  return look(value, '', 0);
}

function look(value: unknown, path: string, depth: number): string | null {
  if (typeof value === 'string') return lookAtText(value, path);
  if (typeof value === 'number') return Number.isFinite(value) ? null : `"${path}" is a number out of range`;
  if (typeof value !== 'object' || value === null) return null;
  if (depth === MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} levels`;
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (INHERITED.has(key)) return `has a field "${at}": the name is not allowed`;
    const found = lookAtText(key, 'a field name') ?? look((value as Record<string, unknown>)[key], at, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function lookAtText(text: string, path: string): string | null {
  const hidden = HIDDEN.exec(text)?.[0];
  if (hidden !== undefined) {
    const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `"${path}" holds the invisible control character U+${code}`;
  }
  return text.isWellFormed() ? null : `"${path}" holds half a surrogate pair`;
}
