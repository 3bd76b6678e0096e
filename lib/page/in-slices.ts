/** Work on a page's nodes in slices: the page draws, scrolls and answers its reader in between. */

/** A slice of ours in a frame of the page: half of one at 60 a second. */
const SLICE_MS = 8;
/** Items between two looks at the clock. */
const ITEMS_PER_LOOK = 8;

/** Work that may be interrupted wherever it yields; by then the page may have changed. */
export type Sliced<T> = Generator<void, T>;

/** A task of its own, behind what waits; timers would be held up by 4 ms each. */
function pause(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Does the work to its end, where nobody waits meanwhile. */
export function inOneGo<T>(work: Sliced<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/**
 * Does the work in slices; resolves to what comes of it and to the ms that it has taken, pauses apart. `null`: the signal
 * was aborted in a pause, and what was found by then is out of date.
 */
export async function inSlices<T>(
  work: Sliced<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T; readonly ms: number } | null> {
  let ms = 0;
  for (;;) {
    const start = performance.now();
    let step = work.next();
    while (!step.done && performance.now() < start + SLICE_MS) step = work.next();
    ms += performance.now() - start;
    if (step.done) return { value: step.value, ms };
    await pause();
    if (signal.aborted) return null;
  }
}

/** Maps items, in one go as long as a slice lasts. `null`: the signal was aborted in a pause. */
export async function mapInSlices<T, R>(
  items: readonly T[],
  map: (item: T) => R,
  signal: AbortSignal,
): Promise<R[] | null> {
  return (await inSlices(mapped(items, map), signal))?.value ?? null;
}

function* mapped<T, R>(items: readonly T[], map: (item: T) => R): Sliced<R[]> {
  const results: R[] = [];
  for (const [i, item] of items.entries()) {
    if (i % ITEMS_PER_LOOK === ITEMS_PER_LOOK - 1) yield;
    results.push(map(item));
  }
  return results;
}
