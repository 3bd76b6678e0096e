/** Long work in short slices: between two of them the event loop hears messages, timers and input. */

/** The clock and the pause that pure work does without. */
export interface Slices {
  /** ms; only differences count. */
  readonly now: () => number;
  /** Lets everything that waits in the event loop have its turn. */
  readonly pause: () => Promise<void>;
}

/**
 * A slice takes no longer than this. What woke the background runs in the same task before the first one, and each step
 * is several times slower until the engine has seen it a few times: together they stay below the 50 ms from which a task
 * counts as long.
 */
const SLICE_MS = 12;

/** For whoever has nobody waiting. */
export const IN_ONE_GO: Slices = { now: () => 0, pause: async () => undefined };

export interface SliceOptions<Y> {
  readonly slices: Slices;
  /** ms of work between two pauses; exceeded by what one step of the work takes. */
  readonly budgetMs?: number;
  /** Ends the work at the next pause: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told what the work yields, once a slice. */
  readonly onProgress?: ((progress: Y) => void) | undefined;
}

/** Runs the steps of a work, pausing whenever a slice is used up; resolves to what the work returns. */
export async function runInSlices<Y, T>(work: Generator<Y, T>, options: SliceOptions<Y>): Promise<T> {
  const { slices, budgetMs = SLICE_MS, signal, onProgress } = options;
  for (;;) {
    const end = slices.now() + budgetMs;
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (slices.now() < end) continue;
      onProgress?.(step.value);
      break;
    }
    await slices.pause();
    if (signal?.aborted) {
      work.return(undefined as never);
      throw signal.reason;
    }
  }
}
