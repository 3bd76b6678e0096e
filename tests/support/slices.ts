/** Work in slices without a clock: each step is a slice of its own, and nothing waits. */
import type { Slices } from '../../lib/services/slices';

export const atOnce: Slices = { now: () => 0, pause: async () => undefined };
