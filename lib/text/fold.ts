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

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u0060\u00b4]/g;
const DASHES = /[\u2010-\u2015\u2212\u2043]/g;
/**
 * Middle dots between the parts of a foreign name in Japanese and Chinese: one of them for all. Korean newspapers type
 * the old vowel ㆍ (U+318D, folded to U+119E) for one.
 */
const MIDDLE_DOTS = /[\u00b7\u119e\u2022\u2027]/g;
/** The double hyphen of Japanese, written as an equals sign as often as not. */
const DOUBLE_HYPHEN = /\u30a0/g;
/** The small ke and ka that stand for が, か and こ, written large as often as not: 市ヶ谷, 市ケ谷. */
const SMALL_KE = /\u30f6/g;
const SMALL_KA = /\u30f5/g;
/** Soft hyphen, zero-width characters, directional marks, variation selectors: nothing a reader sees. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const IGNORABLES = /\p{Default_Ignorable_Code_Point}/gu;
const SPACE = /\s/;
const COMBINING = /\p{M}/u;
/** Kana voicing marks are letters of their own, not accents. */
const KANA_VOICING = /[\u3099\u309a]/;
/** The voicing marks that stand alone or are half as wide; NFKC would put a space before the former. */
const VOICED = /[\u309b\uff9e]/g;
const SEMI_VOICED = /[\u309c\uff9f]/g;
const LATIN_GREEK_CYRILLIC = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff]/;
/** Letters that decomposition leaves whole, and the Greek sigma of word ends. */
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
  ς: 'σ',
};

/**
 * Longest part of one cluster that is normalised, in UTF-16 units: no spelling stacks more than a few marks, Unicode's
 * stream-safe format (UAX #15) allows 30, and reordering them takes time that grows with the square of their number.
 */
const MAX_CLUSTER_UNITS = 32;

/** What clusters were folded to: a few hundred letters with accents make up the names of the world. */
const foldedClusters = new Map<string, string>();
const MAX_KNOWN = 2_000;
/** A letter, an accent or two; stacks of marks would only fill the memory. */
const MAX_KNOWN_UNITS = 4;

function foldKnownCluster(cluster: string): string {
  if (cluster.length > MAX_KNOWN_UNITS) return foldCluster(cluster);
  let folded = foldedClusters.get(cluster);
  if (folded === undefined) {
    folded = foldCluster(cluster);
    // Full of what does not come again, it begins anew.
    if (foldedClusters.size >= MAX_KNOWN) foldedClusters.clear();
    foldedClusters.set(cluster, folded);
  }
  return folded;
}

/** Folds one character with its combining marks; may return several units or none. */
export function foldCluster(cluster: string): string {
  const kept = cluster.codePointAt(MAX_CLUSTER_UNITS - 1) ?? 0;
  const visible = cluster
    .slice(0, MAX_CLUSTER_UNITS + (kept > 0xffff ? 1 : 0))
    .replace(IGNORABLES, '')
    .toWellFormed()
    .replace(VOICED, '\u3099')
    .replace(SEMI_VOICED, '\u309a')
    .replace(SMALL_KE, 'ケ')
    .replace(SMALL_KA, 'カ');
  const compatible = visible.replace(APOSTROPHES, "'").normalize('NFKC');
  // Spacing accents and a few ligatures of whole phrases decompose into several words: they are left as they are.
  const lower = (SPACE.test(compatible) ? visible : compatible)
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(MIDDLE_DOTS, '・')
    .replace(DOUBLE_HYPHEN, '=');
  if (!LATIN_GREEK_CYRILLIC.test(lower)) return lower;
  let out = '';
  for (const character of lower.normalize('NFD')) {
    if (COMBINING.test(character) && !KANA_VOICING.test(character)) continue;
    out += EXPANSIONS[character] ?? character;
  }
  return out.normalize('NFC');
}

/** Han, kana and Hangul syllables that fold to themselves unless a mark follows. */
export const isSolid = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0xac00 && unit <= 0xd7a3) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x30a1 && unit <= 0x30f4) ||
  (unit >= 0x30f7 && unit <= 0x30fa) ||
  unit === 0x30fc;
const ASCII_SPACES = ' \t\n\v\f\r';

/** The folded form of a unit that folds alone, whatever follows of what is not a mark; null for all others. */
function foldPlain(original: string, index: number): string | null {
  const unit = original.charCodeAt(index);
  // NaN at the end of the text: neither joins nor is solid.
  const next = original.charCodeAt(index + 1);
  if (next >= FIRST_JOINING && !isSolid(next)) return null;
  const character = original[index] as string;
  if (unit < 0x80) {
    if (unit >= 0x41 && unit <= 0x5a) return String.fromCharCode(unit + 0x20);
    return unit === 0x60 ? "'" : ASCII_SPACES.includes(character) ? null : character;
  }
  return isSolid(unit) ? character : null;
}

/** Folds a text and keeps the way back. Linear in the length of the text. */
export function fold(original: string): Folded {
  const length = original.length;
  // Letters that become several ("ß", "㎢") are rare: the arrays grow when they are met.
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
    const plain = foldPlain(original, i);
    if (plain !== null) {
      push(plain, i, i + 1);
      lastWasSpace = false;
      i++;
      continue;
    }
    const from = i;
    i += sizeAt(original, i);
    const character = original.slice(from, i);
    if (IGNORABLE.test(character)) continue;
    if (SPACE.test(character)) {
      if (!lastWasSpace) push(' ', from, i);
      else if (count > 0) ends[count - 1] = i;
      lastWasSpace = true;
      continue;
    }
    // Half-width voiced kana, decomposed accents and Hangul written letter by letter are several characters for one.
    i = endOfCluster(original, i);
    push(foldKnownCluster(original.slice(from, i)), from, i);
    lastWasSpace = false;
  }
  return { text: units.join(''), starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

export const isWhiteSpace = (character: string): boolean => SPACE.test(character);
/** True for what a reader does not see: it is not part of the folded text. */
export const isIgnorable = (character: string): boolean => IGNORABLE.test(character);

const sizeAt = (text: string, index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

/** Nothing below joins the character before it, the soft hyphen apart. */
const FIRST_JOINING = 0xad;

/**
 * Where the cluster whose first character ends at `index` ends. Invisible characters belong to it when a mark follows
 * them; variation selectors are marks.
 */
export function endOfCluster(text: string, index: number): number {
  let end = index;
  for (let i = index; i < text.length && text.charCodeAt(i) >= FIRST_JOINING; ) {
    const code = text.codePointAt(i) as number;
    const character = String.fromCodePoint(code);
    i += character.length;
    if (isJoining(code, character)) end = i;
    else if (!IGNORABLE.test(character)) break;
  }
  return end;
}

/** True for a character that belongs to the one before it; `character` is that of the code point `code`. */
export function isJoining(code: number, character: string): boolean {
  if (code < 0x300) return false;
  // Half-width and spacing voicing marks; medial and final Hangul letters, which NFKC joins to the letter before.
  if (code === 0xff9e || code === 0xff9f || code === 0x309b || code === 0x309c) return true;
  if ((code >= 0x1160 && code <= 0x11ff && code !== 0x119e) || (code >= 0xd7b0 && code <= 0xd7ff)) return true;
  if ((code >= 0x314f && code <= 0x3163) || (code >= 0xffc2 && code <= 0xffdc)) return true;
  return COMBINING.test(character);
}

function grow(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
}

/** What folds to its small letters: ASCII but the grave accent, solid characters, middle dots, single spaces inside. */
const PLAIN_NAME =
  /^[!-_a-~\u3041-\u3096\u30a1-\u30f4\u30f7-\u30fc\u4e00-\u9fff\uac00-\ud7a3]+(?: [!-_a-~\u3041-\u3096\u30a1-\u30f4\u30f7-\u30fc\u4e00-\u9fff\uac00-\ud7a3]+)*$/;

/** The folded form of a name, trimmed: what the index stores and what equality of names means. */
export function foldName(name: string): string {
  return PLAIN_NAME.test(name) ? name.toLowerCase() : fold(name).text.trim();
}

/**
 * True when two forms are the same to a reader: folded, and whatever the hyphens and the order of the parts
 * ("Lee Jae Myung", "Lee Jae-myung", "Jae-myung Lee", "Lee Jaemyung").
 */
export function sameForm(a: string, b: string): boolean {
  return looseKey(a, '') === looseKey(b, '') || looseKey(a, ' ') === looseKey(b, ' ');
}

function looseKey(form: string, hyphen: '' | ' '): string {
  return foldName(form)
    .replace(/-/g, hyphen)
    .replace(/['・=.]/g, '')
    .split(' ')
    .sort()
    .join('');
}
