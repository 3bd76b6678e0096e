/** Work on a page's nodes in slices: the page draws, scrolls and answers its reader in between. */

/** A slice of ours in a frame of the page: half of one at 60 a second. */
const SLICE_MS = 8;
/** Items between two looks at the clock. */
const ITEMS_PER_LOOK = 8;

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

/**
 * Maps items, in one go as long as a slice lasts. `null`: the signal was aborted in a pause; what was found by then is
 * out of date.
 */
export async function mapInSlices<T, R>(
  items: readonly T[],
  map: (item: T) => R,
  signal: AbortSignal,
): Promise<R[] | null> {
  const mapped: R[] = [];
  let end = performance.now() + SLICE_MS;
  for (const [i, item] of items.entries()) {
    if (i % ITEMS_PER_LOOK === 0 && performance.now() >= end) {
      await pause();
      if (signal.aborted) return null;
      end = performance.now() + SLICE_MS;
    }
    mapped.push(map(item));
  }
  return mapped;
}
