/** Which script a character belongs to, as far as word boundaries need to know. */

export const LATIN = 1;
export const DIGIT = 2;
export const HANGUL = 3;
export const HAN = 4;
export const HIRAGANA = 5;
export const KATAKANA = 6;
/** Letters of scripts that separate words by spaces: Greek, Cyrillic, Arabic, Hebrew, Devanagari … */
export const LETTER = 7;
/** Combining marks: never a boundary before them. */
export const MARK = 8;
export const OTHER = 0;

export type ScriptClass = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const LETTER_PATTERN = /\p{L}/u;
const MARK_PATTERN = /\p{M}/u;

/** Class of a code point. Table-free: the ranges are those of Unicode 17 blocks that news text uses. */
export function scriptClass(code: number): ScriptClass {
  if (code < 0x80) {
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return LATIN;
    return code >= 0x30 && code <= 0x39 ? DIGIT : OTHER;
  }
  if (code < 0xc0) return code === 0xaa || code === 0xba ? LATIN : OTHER;
  if (code < 0x250) return code === 0xd7 || code === 0xf7 ? OTHER : LATIN;
  if (code >= 0x1e00 && code <= 0x1eff) return LATIN;
  // The old vowel that Korean newspapers use for a middle dot.
  if (code === 0x119e || code === 0x318d) return OTHER;
  if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff) || (code >= 0x3130 && code <= 0x318f)) {
    return HANGUL;
  }
  if (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3fffd) ||
    code === 0x3005 ||
    code === 0x3006 ||
    code === 0x3007
  ) {
    return HAN;
  }
  if (code === 0x3099 || code === 0x309a) return MARK;
  if (code >= 0x3041 && code <= 0x309f) return HIRAGANA;
  if ((code >= 0x30a1 && code <= 0x30fa) || (code >= 0x30fc && code <= 0x30ff) || (code >= 0x31f0 && code <= 0x31ff))
    return KATAKANA;
  if (code >= 0xff66 && code <= 0xff9f) return KATAKANA;
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return LATIN;
  if (code >= 0xff10 && code <= 0xff19) return DIGIT;
  const character = String.fromCodePoint(code);
  if (MARK_PATTERN.test(character)) return MARK;
  return LETTER_PATTERN.test(character) ? LETTER : OTHER;
}

/** True for scripts written without spaces between words, where every character may be a word. */
export const isUnspaced = (cls: ScriptClass): boolean =>
  cls === HAN || cls === HIRAGANA || cls === KATAKANA || cls === HANGUL;
