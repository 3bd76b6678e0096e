/**
 * The container of a compiled index: one ArrayBuffer, a header of magic, format number and fingerprint, then a table of
 * sections. Opening it makes typed-array views and nothing else, so that loading costs what reading the bytes costs.
 */

const MAGIC = 0x58444c53; // "SLDX"
/** Increase when the layout or the meaning of a section changes: an index of another format is rebuilt, never migrated. */
export const INDEX_FORMAT = 5;
const HEADER_WORDS = 8;
const FINGERPRINT_WORDS = 4;

type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** Why a buffer is not a usable index. */
export type IndexProblem = 'not-an-index' | 'other-format' | 'other-fingerprint' | 'damaged';

const align = (bytes: number): number => (bytes + 3) & ~3;

/** FNV-1a over 32-bit words, to notice a torn or damaged buffer; not a defence against forgery. */
function checksum(words: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) {
    hash ^= words[i] as number;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** 128 bits of a hexadecimal digest as four words. */
function fingerprintWords(fingerprint: string): number[] {
  return Array.from(
    { length: FINGERPRINT_WORDS },
    (_, i) => Number.parseInt(fingerprint.slice(i * 8, i * 8 + 8), 16) >>> 0,
  );
}

/** Writes sections in order. `fingerprint`: at least 32 hexadecimal digits that identify what was compiled. */
export function writeSections(fingerprint: string, sections: readonly Section[]): ArrayBuffer {
  const tableWords = HEADER_WORDS + FINGERPRINT_WORDS + sections.length * 2;
  let offset = align(tableWords * 4);
  const places = sections.map((section) => {
    const place = { offset, bytes: section.byteLength };
    offset += align(section.byteLength);
    return place;
  });
  const buffer = new ArrayBuffer(offset);
  const words = new Uint32Array(buffer);
  const bytes = new Uint8Array(buffer);
  words[0] = MAGIC;
  words[1] = INDEX_FORMAT;
  words[2] = sections.length;
  words[3] = offset;
  words.set(fingerprintWords(fingerprint), HEADER_WORDS);
  sections.forEach((section, i) => {
    const place = places[i] as { offset: number; bytes: number };
    words[HEADER_WORDS + FINGERPRINT_WORDS + i * 2] = place.offset;
    words[HEADER_WORDS + FINGERPRINT_WORDS + i * 2 + 1] = place.bytes;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), place.offset);
  });
  words[4] = checksum(words.subarray(HEADER_WORDS));
  return buffer;
}

/** Reads the sections back in the order they were written; views, no copies. */
export class SectionReader {
  readonly #buffer: ArrayBuffer;
  readonly #words: Uint32Array;
  #next = 0;

  private constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer;
    this.#words = new Uint32Array(buffer);
  }

  /** Opens a buffer, or says what is wrong with it. `fingerprint` is what the caller expects to have been compiled. */
  static open(buffer: ArrayBuffer, fingerprint: string): SectionReader | IndexProblem {
    if (buffer.byteLength < HEADER_WORDS * 4 || buffer.byteLength % 4 !== 0) return 'not-an-index';
    const words = new Uint32Array(buffer);
    if (words[0] !== MAGIC) return 'not-an-index';
    if (words[1] !== INDEX_FORMAT) return 'other-format';
    if (words[3] !== buffer.byteLength) return 'damaged';
    const expected = fingerprintWords(fingerprint);
    if (expected.some((word, i) => words[HEADER_WORDS + i] !== word)) return 'other-fingerprint';
    if (words[4] !== checksum(words.subarray(HEADER_WORDS))) return 'damaged';
    return new SectionReader(buffer);
  }

  #place(): [number, number] {
    const at = HEADER_WORDS + FINGERPRINT_WORDS + this.#next * 2;
    this.#next += 1;
    return [this.#words[at] as number, this.#words[at + 1] as number];
  }

  u8(): Uint8Array {
    const [offset, bytes] = this.#place();
    return new Uint8Array(this.#buffer, offset, bytes);
  }

  u16(): Uint16Array {
    const [offset, bytes] = this.#place();
    return new Uint16Array(this.#buffer, offset, bytes / 2);
  }

  u32(): Uint32Array {
    const [offset, bytes] = this.#place();
    return new Uint32Array(this.#buffer, offset, bytes / 4);
  }

  i32(): Int32Array {
    const [offset, bytes] = this.#place();
    return new Int32Array(this.#buffer, offset, bytes / 4);
  }

  f32(): Float32Array {
    const [offset, bytes] = this.#place();
    return new Float32Array(this.#buffer, offset, bytes / 4);
  }
}

/** Many short strings in one pool of UTF-16 units; string `i` lies between `offsets[i]` and `offsets[i + 1]`. */
export interface StringTable {
  readonly offsets: Uint32Array;
  readonly pool: Uint16Array;
}

/** Packs strings in the given order. */
export function writeStrings(strings: readonly string[]): StringTable {
  const offsets = new Uint32Array(strings.length + 1);
  let total = 0;
  strings.forEach((text, i) => {
    offsets[i] = total;
    total += text.length;
  });
  offsets[strings.length] = total;
  const pool = new Uint16Array(total);
  strings.forEach((text, i) => {
    const at = offsets[i] as number;
    for (let k = 0; k < text.length; k++) pool[at + k] = text.charCodeAt(k);
  });
  return { offsets, pool };
}

/** String `i` of a table. */
export function readString({ offsets, pool }: StringTable, i: number): string {
  const end = offsets[i + 1] as number;
  let text = '';
  for (let k = offsets[i] as number; k < end; k++) text += String.fromCharCode(pool[k] as number);
  return text;
}

/** Compares string `i` with a text, by UTF-16 units. */
export function compareString({ offsets, pool }: StringTable, i: number, text: string): number {
  const from = offsets[i] as number;
  const length = (offsets[i + 1] as number) - from;
  const shared = Math.min(length, text.length);
  for (let k = 0; k < shared; k++) {
    const difference = (pool[from + k] as number) - text.charCodeAt(k);
    if (difference !== 0) return difference;
  }
  return length - text.length;
}

/** First string of a sorted table that is not before `text`. */
export function lowerBound(table: StringTable, text: string): number {
  let low = 0;
  let high = table.offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareString(table, middle, text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
