/**
 * What a pack may hold at most. A limit is met while a file is read, before its cost is paid; the numbers are ours, made
 * for packs of a million entities on a laptop (T07, T08, T09, T37 and T39 of the reliability tests).
 */

/** Bounds of a whole file; tests make them smaller. */
export interface PackLimits {
  /** Bytes of the file as it lies on disk or comes over the network: a gigabyte is refused (T08). */
  readonly fileBytes: number;
  /** Bytes once unpacked: twice a million entities with two names and a role. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for each byte of a packed file: JSON Lines of names pack 5 to 20 times, bombs a thousand (T09). */
  readonly inflation: number;
  /** UTF-16 units of one line; the longest record that the other limits allow is shorter. */
  readonly lineChars: number;
  /** Lines of a file, header and end included. */
  readonly lines: number;
}

/** The bounds of packs that readers install. */
export const PACK_LIMITS: PackLimits = {
  fileBytes: 768 * 1024 * 1024,
  unpackedBytes: 768 * 1024 * 1024,
  inflation: 200,
  lineChars: 1_000_000,
  lines: 2_000_000,
};

/** Unpacked bytes below which the ratio says nothing: a small file of blanks is no bomb. */
export const INFLATION_FROM_BYTES = 4 * 1024 * 1024;

/** Records need six levels; what is deeper is no record of ours and overflows whoever copies it recursively. */
export const MAX_DEPTH = 32;
/** Characters of one number as written: a double needs 24. */
export const MAX_NUMBER_CHARS = 40;

/** UTF-16 units of a text that is shown. */
export const MAX_TEXT_CHARS = 2_000;
/** UTF-16 units of a name (T37). */
export const MAX_NAME_CHARS = 200;
/** UTF-16 units of a web address. */
export const MAX_LINK_CHARS = 2_000;
/** Words of a quotation: short enough to be quoted anywhere. */
export const MAX_QUOTE_WORDS = 25;
/** Weights are compared as shares; a number of readers or links, never an astronomical one. */
export const MAX_WEIGHT = 1_000_000_000_000;

/** Entries of a list, by the name of its field; met before any entry is looked at. */
export const MAX_ENTRIES = {
  names: 256,
  sources: 200,
  roles: 200,
  relations: 500,
  accounts: 6,
  participants: 500,
  places: 100,
  sameAs: 50,
  replaces: 200,
  coverage: 200,
  languages: 400,
  uses: 100,
  needs: 100,
  kinds: 100,
} as const;
/** Entries of every other list, and of `events`. */
export const MAX_LIST = 5_000;
/** Fields of one object: a label in every language of Wikipedia has some 350. */
export const MAX_FIELDS = 500;
/** Records that may share one name: what so many share names none of them (T37). */
export const MAX_HOLDERS = 50_000;
