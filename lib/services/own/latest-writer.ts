/**
 * Writes something that changes with every key: the first change at once, what comes while that is being written
 * afterwards, the latest only. Whoever leaves has what is not yet on its way sent at once.
 */
export interface LatestWriter<T> {
  write(value: T): void;
  /** Sends what waits, without waiting for what is on its way. */
  flush(): void;
}

/** `done` is told what came of each writing that was the last one asked for. */
export function createLatestWriter<T>(
  put: (value: T) => Promise<void>,
  done: (outcome: 'saved' | 'failed') => void,
): LatestWriter<T> {
  let waiting: { readonly value: T } | null = null;
  let running = 0;

  const next = async (): Promise<void> => {
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    running += 1;
    const outcome = await put(value).then(
      () => 'saved' as const,
      () => 'failed' as const,
    );
    running -= 1;
    if (waiting) void next();
    else if (running === 0) done(outcome);
  };

  return {
    write(value) {
      waiting = { value };
      if (running === 0) void next();
    },
    flush: () => void next(),
  };
}
