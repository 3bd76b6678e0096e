/**
 * The container of a compiled index: one file of sections in groups. A header says where everything lies; the first
 * group, which recognition needs at once, follows it, so that one read from the beginning (the head) is enough to
 * start. The other groups are read when first wanted.
 *
 * Opening looks at the header alone: the cost is the same for ten names and for a million. Each group has a checksum
 * of its own, which is compared later, when nobody waits (`isSound`).
 */

const MAGIC = 0x58444c53; // "SLDX"
/** Increase when the layout or the meaning of a section changes: an index of another format is rebuilt, never migrated. */
export const INDEX_FORMAT = 11;
const HEADER_WORDS = 8;
const FINGERPRINT_WORDS = 4;
/** A section: where it begins and how many bytes it has. */
const SECTION_WORDS = 2;
/** A group: the number of its sections, where it ends, and the checksum of its bytes. */
const GROUP_WORDS = 3;
const TABLES = HEADER_WORDS + FINGERPRINT_WORDS;
/** Words of the header. */
const [AT_FORMAT, AT_SECTIONS, AT_BYTES, AT_CHECKSUM, AT_GROUPS, AT_HEAD] = [1, 2, 3, 4, 5, 6];
/** More sections than any format has: bounds what a damaged header makes us look at. */
const MAX_SECTIONS = 256;

export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Why bytes are not a usable index. */
export type IndexProblem = 'not-an-index' | 'other-format' | 'other-fingerprint' | 'damaged';

/** Where a compiled index lies. Offsets and sizes are bytes. */
export interface IndexSource {
  readonly size: number;
  /** How much from the beginning is read first; what `headBytes` said when it was written. */
  readonly head: number;
  /** Reads `[from, to)`; fewer bytes when the file ends before `to`. Rejects when the browser cannot read it. */
  read(from: number, to: number): Promise<ArrayBuffer>;
}

/** A compiled index that is in memory as a whole. */
export const sourceOf = (buffer: ArrayBuffer): IndexSource => ({
  size: buffer.byteLength,
  head: headBytes(buffer),
  read: async (from, to) => buffer.slice(from, to),
});

/** A freshly compiled index, in pieces that lie one behind the other. The first holds the header. */
export type IndexBytes = readonly Uint8Array<ArrayBuffer>[];

/** How many bytes of a freshly compiled index are its header and its first group. */
export function headBytes(index: ArrayBuffer | IndexBytes): number {
  const header = index instanceof ArrayBuffer ? new Uint8Array(index) : (index[0] ?? new Uint8Array(0));
  if (header.length < HEADER_WORDS * 4) return header.length;
  return new DataView(header.buffer, header.byteOffset).getUint32(AT_HEAD * 4, true);
}

/** The pieces as one. */
export function joinBytes(pieces: IndexBytes): ArrayBuffer {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

const align = (bytes: number): number => (bytes + 3) & ~3;

const CHECKSUM_SEED = 0x811c9dc5;

/** FNV-1a over 32-bit words, to notice a torn or damaged file; not a defence against forgery. */
function checksum(words: Uint32Array, seed = CHECKSUM_SEED): number {
  let hash = seed;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] as number), 0x01000193);
  return hash >>> 0;
}

/** Of the header and its tables, leaving out the word that holds the result. */
const headerChecksum = (words: Uint32Array, length: number): number =>
  checksum(words.subarray(AT_CHECKSUM + 1, length), checksum(words.subarray(0, AT_CHECKSUM)));

/** 128 bits of a hexadecimal digest as four words. */
function fingerprintWords(fingerprint: string): number[] {
  return Array.from(
    { length: FINGERPRINT_WORDS },
    (_, i) => Number.parseInt(fingerprint.slice(i * 8, i * 8 + 8), 16) >>> 0,
  );
}

/** FNV-1a goes on over the bytes of a section, which ends in zeros up to a whole word. */
function checksumSection(section: Uint8Array, seed: number): number {
  const whole = section.length >> 2;
  const words =
    section.byteOffset % 4 === 0
      ? new Uint32Array(section.buffer, section.byteOffset, whole)
      : new Uint32Array(section.slice(0, whole * 4).buffer);
  const hash = checksum(words, seed);
  if (whole * 4 === section.length) return hash;
  const last = new Uint8Array(4);
  last.set(section.subarray(whole * 4));
  return checksum(new Uint32Array(last.buffer), hash);
}

/**
 * Writes groups of sections in order, as pieces: the header, and the sections themselves, which are not copied.
 * `fingerprint`: at least 32 hexadecimal digits that identify what was compiled. Throws a `RangeError` when the file
 * would be larger than 32 bits can address.
 */
export function layOutGroups(fingerprint: string, groups: readonly (readonly Section[])[]): IndexBytes {
  const sections = groups.flat();
  const headerWords = TABLES + sections.length * SECTION_WORDS + groups.length * GROUP_WORDS;
  const size = sections.reduce((sum, { byteLength }) => sum + align(byteLength), headerWords * 4);
  if (size > 0xffffffff) throw new RangeError(`an index of ${size} bytes is too large`);
  const words = new Uint32Array(headerWords);
  const pieces: Uint8Array<ArrayBuffer>[] = [new Uint8Array(words.buffer)];
  words[0] = MAGIC;
  words[AT_FORMAT] = INDEX_FORMAT;
  words[AT_SECTIONS] = sections.length;
  words[AT_BYTES] = size;
  words[AT_GROUPS] = groups.length;
  words.set(fingerprintWords(fingerprint), HEADER_WORDS);
  let offset = headerWords * 4;
  let entry = TABLES;
  let group = TABLES + sections.length * SECTION_WORDS;
  for (const own of groups) {
    let hash = CHECKSUM_SEED;
    for (const section of own) {
      const bytes = new Uint8Array(section.buffer as ArrayBuffer, section.byteOffset, section.byteLength);
      words[entry] = offset;
      words[entry + 1] = bytes.length;
      entry += SECTION_WORDS;
      hash = checksumSection(bytes, hash);
      pieces.push(bytes, new Uint8Array(align(bytes.length) - bytes.length));
      offset += align(bytes.length);
    }
    words.set([own.length, offset, hash], group);
    group += GROUP_WORDS;
    // The first group ends the head.
    words[AT_HEAD] ||= offset;
  }
  words[AT_CHECKSUM] = headerChecksum(words, headerWords);
  return pieces.filter(({ length }) => length > 0);
}

/** As `layOutGroups`, in one piece. */
export const writeGroups = (fingerprint: string, groups: readonly (readonly Section[])[]): ArrayBuffer =>
  joinBytes(layOutGroups(fingerprint, groups));

/** A group of sections in the file: `[from, to)` in bytes. */
export interface Group {
  readonly from: number;
  readonly to: number;
  readonly checksum: number;
  readonly sections: readonly { readonly offset: number; readonly bytes: number }[];
}

/** Reads the header: the groups of a file, or what is wrong with it. Looks at no byte of any section. */
export function readGroups(head: ArrayBuffer, size: number, fingerprint: string): readonly Group[] | IndexProblem {
  if (head.byteLength < HEADER_WORDS * 4) return 'not-an-index';
  const words = new Uint32Array(head, 0, head.byteLength >> 2);
  if (words[0] !== MAGIC) return 'not-an-index';
  if (words[AT_FORMAT] !== INDEX_FORMAT) return 'other-format';
  const [sections, groups] = [words[AT_SECTIONS] as number, words[AT_GROUPS] as number];
  const headerWords = TABLES + sections * SECTION_WORDS + groups * GROUP_WORDS;
  if (words[AT_BYTES] !== size || sections > MAX_SECTIONS || groups > sections || headerWords > words.length)
    return 'damaged';
  const expected = fingerprintWords(fingerprint);
  if (expected.some((word, i) => words[HEADER_WORDS + i] !== word)) return 'other-fingerprint';
  if (words[AT_CHECKSUM] !== headerChecksum(words, headerWords)) return 'damaged';
  return toGroups(words, sections, groups, headerWords * 4);
}

/** From here on the header is what was written: its checksum has said so. */
function toGroups(words: Uint32Array, sections: number, groups: number, firstByte: number): Group[] {
  let from = firstByte;
  let section = 0;
  return Array.from({ length: groups }, (_, i) => {
    const at = TABLES + sections * SECTION_WORDS + i * GROUP_WORDS;
    const [count, to, sum] = words.subarray(at, at + GROUP_WORDS) as unknown as [number, number, number];
    const own = Array.from({ length: count }, (_, k) => {
      const entry = TABLES + (section + k) * SECTION_WORDS;
      return { offset: words[entry] as number, bytes: words[entry + 1] as number };
    });
    const group = { from, to, checksum: sum, sections: own };
    section += count;
    from = to;
    return group;
  });
}

/** Bytes that a checksum takes in one step: some 2 ms. */
const CHECKED_BYTES = 2 * 1024 * 1024;

/** Compares a group's bytes with its checksum, step by step; `buffer` holds the file's bytes from `base` on. */
export function* isSound(group: Group, buffer: ArrayBuffer, base: number): Generator<void, boolean> {
  if (buffer.byteLength < group.to - base) return false;
  let hash = CHECKSUM_SEED;
  for (let from = group.from - base; from < group.to - base; from += CHECKED_BYTES) {
    const bytes = Math.min(CHECKED_BYTES, group.to - base - from);
    hash = checksum(new Uint32Array(buffer, from, bytes >> 2), hash);
    yield;
  }
  return hash === group.checksum;
}

/** Reads the sections of a group back in the order they were written; views, no copies. */
export class SectionReader {
  readonly #sections: Group['sections'];
  readonly #buffer: ArrayBuffer;
  readonly #base: number;
  #next = 0;

  /** `buffer` holds the file's bytes from `base` on, the whole group among them. */
  constructor(group: Group, buffer: ArrayBuffer, base: number) {
    this.#sections = group.sections;
    this.#buffer = buffer;
    this.#base = base;
  }

  #place(): { offset: number; bytes: number } {
    const place = this.#sections[this.#next];
    if (!place) throw new RangeError(`there is no section ${this.#next} in this group`);
    this.#next += 1;
    return { offset: place.offset - this.#base, bytes: place.bytes };
  }

  u8(): Uint8Array {
    const { offset, bytes } = this.#place();
    return new Uint8Array(this.#buffer, offset, bytes);
  }

  u16(): Uint16Array {
    const { offset, bytes } = this.#place();
    return new Uint16Array(this.#buffer, offset, bytes / 2);
  }

  u32(): Uint32Array {
    const { offset, bytes } = this.#place();
    return new Uint32Array(this.#buffer, offset, bytes / 4);
  }

  i32(): Int32Array {
    const { offset, bytes } = this.#place();
    return new Int32Array(this.#buffer, offset, bytes / 4);
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

/** String `i` of a table. Offsets beyond the pool, which only damage makes, give what there is. */
export function readString({ offsets, pool }: StringTable, i: number): string {
  const end = Math.min(offsets[i + 1] ?? 0, pool.length);
  let text = '';
  for (let k = offsets[i] ?? end; k < end; k++) text += String.fromCharCode(pool[k] as number);
  return text;
}
