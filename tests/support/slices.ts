/** Work in slices without waiting: each step is a slice of its own. */
import type { Clock } from '../../lib/services/char-budget';
import type { Slices } from '../../lib/services/slices';

let ms = 0;

export const atOnce: Slices = {
  now: () => {
    ms += 1_000;
    return ms;
  },
  pause: async () => undefined,
};

/** A clock that stands, on which nobody waits. */
export const still: Clock = { now: () => 0, sleep: async () => undefined };
