/** Work in slices without waiting: each step is a slice of its own. */
import type { Slices } from '../../lib/services/slices';

let ms = 0;

export const atOnce: Slices = {
  now: () => {
    ms += 1_000;
    return ms;
  },
  pause: async () => undefined,
};
