/** What the compiler of a matcher writes and the matcher reads: one list for both. */
import type { SectionReader } from './binary';

export interface MatcherSections {
  /** Numbers, see `HEADER`. */
  readonly header: Uint32Array;
  /** The fold table (`fold-table.ts`). */
  readonly pages: Uint8Array;
  readonly entries: Int32Array;
  /** Two bits a unit that is none of a word: `BEGINS_ALONE` and `BEGINS_MORE`. */
  readonly begins: Uint32Array;
  /** Filters, one bit a slot: names that begin with a word, those of them that may begin with a small letter … */
  readonly words: Uint32Array;
  readonly smallWords: Uint32Array;
  /** … and names that begin with anything else, by their first two units. */
  readonly pairs: Uint32Array;
  /** Two bits a slot, of the hash of a beginning up to a step: `STEP_ENDS` and `STEP_GOES_ON`. */
  readonly steps: Uint32Array;
  /** Where in `records` each bucket begins, and where the last one ends. */
  readonly buckets: Uint32Array;
  /** Names by the bucket of their hash: `RECORD_BYTES`, then the text, one byte a unit or two. */
  readonly records: Uint8Array;
}

/** Places in the header section; parts and shift of each filter are those of `slotOf`. */
export const HEADER = {
  seed: 0,
  factor: 1,
  wordParts: 2,
  wordShift: 3,
  smallWordParts: 4,
  smallWordShift: 5,
  pairParts: 6,
  pairShift: 7,
  stepParts: 8,
  stepShift: 9,
  /** Units of the longest name: no walk goes further. */
  longest: 10,
  length: 11,
} as const;

/** The unit is a whole name. */
export const BEGINS_ALONE = 1;
/** Names of several units begin with it. Most kana begin none: they are passed without a hash. */
export const BEGINS_MORE = 2;

export const STEP_ENDS = 1;
export const STEP_GOES_ON = 2;

/** A record's head: length in units, 24 bits of form number, and a byte of hash and flags. */
export const RECORD_BYTES = 5;
/** What of the hash a record keeps, to be told from its neighbours without reading their text. */
export const RECORD_PRINT = 0x3f;
/** The text has two bytes a unit. */
export const RECORD_WIDE = 0x40;
/** A small first letter is not this name. */
export const RECORD_CAPITAL = 0x80;
/** Forms that a record can number. */
export const MAX_FORMS = 1 << 24;

/** The sections in their order in an index. */
export const listSections = (sections: MatcherSections) =>
  [
    sections.header,
    sections.pages,
    sections.entries,
    sections.begins,
    sections.words,
    sections.smallWords,
    sections.pairs,
    sections.steps,
    sections.buckets,
    sections.records,
  ] as const;

/** Views of the sections of an index, in that order. */
export const readMatcherSections = (reader: SectionReader): MatcherSections => ({
  header: reader.u32(),
  pages: reader.u8(),
  entries: reader.i32(),
  begins: reader.u32(),
  words: reader.u32(),
  smallWords: reader.u32(),
  pairs: reader.u32(),
  steps: reader.u32(),
  buckets: reader.u32(),
  records: reader.u8(),
});
