/**
 * Hybrid logical clocks in one number: milliseconds since 1970 times a thousand, counted on by one where the wall clock
 * has not gone on. What was made with knowledge of something else always has the later clock, whatever the wall clocks
 * of the devices say; of what was made apart, the later by the wall clock. Numbers of other origin (1, 2, 3 …) fit in:
 * they are early.
 */

/** Fits a safe integer until the year 2255. */
const PER_MS = 1_000;

/** Later clocks than this are damage: nothing could come after them. */
const MAX_CLOCK = Number.MAX_SAFE_INTEGER - 1_000_000;

/** The clock of something made now (`now`: ms since 1970) by someone who knows of clocks up to `seen`. */
export const nextClock = (seen: number, now: number): number => Math.max(seen + 1, Math.floor(now) * PER_MS, 1);

/** What the wall clock said, in ms since 1970, if it was not behind what it knew. */
export const wallTimeOf = (clock: number): number => Math.floor(clock / PER_MS);

export const isClock = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= MAX_CLOCK;
