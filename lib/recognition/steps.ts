/**
 * Where a name may begin and end in folded text. In scripts with spaces a match covers whole words; in Han, kana and
 * Hangul every character is a step, and what may follow is decided later, by script (`boundaries.ts`).
 */
import { DIGIT, isUnspaced, LATIN, LETTER, MARK, OTHER, type ScriptClass, scriptClass } from '../text/scripts';

/** Script class of the character that begins at a unit. */
export function classAt(text: string, index: number): ScriptClass {
  const code = text.codePointAt(index);
  return code === undefined ? OTHER : scriptClass(code);
}

const isWordClass = (cls: ScriptClass): boolean => cls === LATIN || cls === DIGIT || cls === LETTER;

/** True when a name may end, or a longer one go on, before unit `index`: not between two characters of one word. */
export function isStep(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return true;
  const unit = text.charCodeAt(index);
  if (unit >= 0xdc00 && unit <= 0xdfff) return false;
  const next = classAt(text, index);
  if (next === MARK) return false;
  const previousUnit = text.charCodeAt(index - 1);
  const previous = classAt(text, previousUnit >= 0xdc00 && previousUnit <= 0xdfff ? index - 2 : index - 1);
  return !(isWordClass(previous) && isWordClass(next));
}

/** True when a name may begin at `index`. */
export function isStart(text: string, index: number): boolean {
  if (!isStep(text, index)) return false;
  const cls = classAt(text, index);
  return cls !== MARK && (isWordClass(cls) || isUnspaced(cls) || cls === OTHER);
}

/** Rolling hash of folded units; 32 bits, mixed at the end of each step by the caller's table. */
export function rollHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0;
}
export const HASH_SEED = 0x811c9dc5;
