/** Hangul while it is typed: a syllable grows letter by letter, and its last consonant may belong to the next one. */

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Syllables of one initial consonant, and of one initial and vowel. */
const PER_INITIAL = 588;
const PER_VOWEL = 28;
const FIRST_INITIAL = 0x1100;
const LAST_INITIAL = 0x1112;

/** First and last of the units that a unit may become. */
export type UnitRange = readonly [first: number, last: number];

/**
 * What remains of each final consonant (by its number from 1) when its last part moves on, and the number of the initial
 * that this part becomes.
 */
const MOVING: readonly UnitRange[] = [
  [0, 0],
  [0, 1],
  [1, 9],
  [0, 2],
  [4, 12],
  [4, 18],
  [0, 3],
  [0, 5],
  [8, 0],
  [8, 6],
  [8, 7],
  [8, 9],
  [8, 16],
  [8, 17],
  [8, 18],
  [0, 6],
  [0, 7],
  [17, 9],
  [0, 9],
  [0, 10],
  [0, 11],
  [0, 12],
  [0, 14],
  [0, 15],
  [0, 16],
  [0, 17],
  [0, 18],
];

const syllablesOf = (initial: number): UnitRange => {
  const first = FIRST_SYLLABLE + initial * PER_INITIAL;
  return [first, first + PER_INITIAL - 1];
};

/** A consonant alone stands for every syllable that begins with it: ㄱ for 김, ㅇㄱㅂ for 안규백. */
export function syllablesFor(unit: number): UnitRange | null {
  return unit >= FIRST_INITIAL && unit <= LAST_INITIAL ? syllablesOf(unit - FIRST_INITIAL) : null;
}

/**
 * What the last syllable of a text may become while it is typed, each as the units in its place: 기 may become 김, 낰 is
 * itself or the beginning of 나카.
 */
export function growing(unit: number): readonly (readonly UnitRange[])[] {
  if (unit < FIRST_SYLLABLE || unit > LAST_SYLLABLE) return [[syllablesFor(unit) ?? [unit, unit]]];
  const final = (unit - FIRST_SYLLABLE) % PER_VOWEL;
  if (final === 0) return [[[unit, unit + PER_VOWEL - 1]]];
  const [kept, initial] = MOVING[final - 1] as UnitRange;
  const before = unit - final + kept;
  return [[[unit, unit]], [[before, before], syllablesOf(initial)]];
}
