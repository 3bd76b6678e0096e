/** The clock and the pauses that pure work does without. */
import type { Clock } from '../services/char-budget';
import type { LookUpClock } from '../services/look-ups/ports';
import type { Slices } from '../services/slices';

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/**
 * A message to ourselves queues behind everything that waits, and is not held up as nested timers are (4 ms each);
 * `scheduler.yield` would come back before other messages.
 */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

const now = (): number => performance.now();

export const slices: Slices = { now, pause };
export const clock: Clock = { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/** The day's time, and sleep that an abort ends. */
export const lookUpClock: LookUpClock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, signal.aborted ? 0 : ms);
      signal.addEventListener('abort', end);
    }),
};
