/**
 * Where a name may begin and end in folded text. In scripts with spaces a match covers whole words; in Han, kana and
 * Hangul every character is a step, and what may follow is decided later, by script (`boundaries.ts`).
 */
import { DIGIT, LATIN, LETTER, MARK, OTHER, type ScriptClass, scriptClass } from '../text/scripts';

/** Script class of the character that begins at a unit. */
export function classAt(text: string, index: number): ScriptClass {
  const code = text.codePointAt(index);
  return code === undefined ? OTHER : scriptClass(code);
}

const isWordClass = (cls: ScriptClass): boolean => cls === LATIN || cls === DIGIT || cls === LETTER;

/** Script class of the character that ends before a unit; a mark counts as what it stands on. */
export function classBefore(text: string, index: number): ScriptClass {
  for (let at = index; at > 0; ) {
    const unit = text.charCodeAt(at - 1);
    at -= unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? 2 : 1;
    const cls = classAt(text, at);
    if (cls !== MARK) return cls;
  }
  return OTHER;
}

/** True when a name may end, or a longer one go on, before unit `index`: not between two characters of one word. */
export function isStep(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return true;
  const unit = text.charCodeAt(index);
  if (unit >= 0xdc00 && unit <= 0xdfff) return false;
  const next = classAt(text, index);
  if (next === MARK) return false;
  return !(isWordClass(next) && isWordClass(classBefore(text, index)));
}

/** True when a name may begin at `index`. */
export function isStart(text: string, index: number): boolean {
  return isStep(text, index) && classAt(text, index) !== MARK;
}
