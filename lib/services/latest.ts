/** Of several requests for one thing only the last is wanted: the signal of each ends the one before. */
export interface Latest {
  /** The signal of a new request; aborts when the next for the same key begins. */
  begin(key: number): AbortSignal;
  forget(key: number): void;
}

export function createLatest(): Latest {
  const running = new Map<number, AbortController>();
  const forget = (key: number) => {
    running.get(key)?.abort();
    running.delete(key);
  };
  return {
    begin(key) {
      forget(key);
      const next = new AbortController();
      running.set(key, next);
      return next.signal;
    },
    forget,
  };
}
