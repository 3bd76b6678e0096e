/**
 * Folding: two spellings that a reader takes for the same name fold to the same text. Compatibility forms and widths
 * (NFKC), case, diacritics, apostrophes, dashes, runs of white space, soft hyphens and other ignorable characters.
 * The map leads from every unit of the folded text back to the original, so that a match can be reported in the
 * original's own offsets.
 */

export interface Folded {
  readonly text: string;
  /** For each unit of `text`: where the original character begins … */
  readonly starts: Uint32Array;
  /** … and where it ends (exclusive). */
  readonly ends: Uint32Array;
}

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u0060\u00b4\uff07]/;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2043]/;
/** Soft hyphen, zero-width characters, directional marks, variation selectors: nothing a reader sees. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const SPACE = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const COMBINING = /\p{M}/u;
/** Combining marks that are letters of their own, not accents: kana voicing, Hangul jamo, Indic vowel signs. */
const KANA_VOICING = /[\u3099\u309a]/;
const LATIN_GREEK_CYRILLIC = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff]/;
/** Letters that NFKD leaves whole. */
const EXPANSIONS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ĳ: 'ij',
};

/** Folds one character with its combining marks; may return several units or none. */
function foldCharacter(cluster: string): string {
  if (APOSTROPHES.test(cluster)) return "'";
  const lower = cluster.normalize('NFKC').toLowerCase();
  if (!LATIN_GREEK_CYRILLIC.test(lower)) return lower;
  let out = '';
  for (const character of lower.normalize('NFKD')) {
    if (COMBINING.test(character) && !KANA_VOICING.test(character)) continue;
    out += EXPANSIONS[character] ?? character;
  }
  return out.normalize('NFC');
}

/** Characters that fold to themselves: the common case, without any table. */
const isPlain = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

/** Folds a text and keeps the way back. Linear in the length of the text. */
export function fold(original: string): Folded {
  const length = original.length;
  // Expansions are rare; double length covers "ß" and ligatures such as "㎢" are cut by the guard below.
  let starts = new Uint32Array(length + 16);
  let ends = new Uint32Array(length + 16);
  const units: string[] = [];
  let count = 0;
  const push = (text: string, from: number, to: number) => {
    for (let i = 0; i < text.length; i++) {
      if (count === starts.length) {
        starts = grow(starts);
        ends = grow(ends);
      }
      starts[count] = from;
      ends[count] = to;
      count++;
    }
    units.push(text);
  };
  let i = 0;
  let lastWasSpace = true;
  while (i < length) {
    const unit = original.charCodeAt(i);
    if (isPlain(unit)) {
      push(original[i] as string, i, i + 1);
      lastWasSpace = false;
      i++;
      continue;
    }
    const from = i;
    const code = original.codePointAt(i) as number;
    i += code > 0xffff ? 2 : 1;
    const character = original.slice(from, i);
    if (IGNORABLE.test(character)) continue;
    if (SPACE.test(character)) {
      if (!lastWasSpace) push(' ', from, i);
      else if (count > 0) ends[count - 1] = i;
      lastWasSpace = true;
      continue;
    }
    // Half-width voiced kana and decomposed accents are two characters for one.
    while (i < length && isCombiningAt(original, i)) i += (original.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
    const cluster = original.slice(from, i);
    push(DASHES.test(character) ? '-' : foldCharacter(cluster), from, i);
    lastWasSpace = false;
  }
  return { text: units.join(''), starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

function isCombiningAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x300) return false;
  if (unit === 0xff9e || unit === 0xff9f) return true;
  return COMBINING.test(String.fromCodePoint(text.codePointAt(index) as number));
}

function grow(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
}

/** The folded form of a name, trimmed: what the index stores and what equality of names means. */
export function foldName(name: string): string {
  return fold(name).text.trim();
}

/**
 * True when two forms are the same to a reader: folded, and also without hyphens, spaces and order of the parts
 * ("Lee Jae Myung", "Lee Jae-myung", "Jae-myung Lee").
 */
export function sameForm(a: string, b: string): boolean {
  return looseKey(a) === looseKey(b);
}

function looseKey(form: string): string {
  return foldName(form)
    .replace(/[-'・=.]/g, '')
    .split(' ')
    .sort()
    .join('');
}
