/**
 * How much text one tab may have recognised: a page that never comes to rest, or pretends not to, must not keep the
 * background busy for ever. What is beyond waits for its turn; nothing is lost.
 */
import { MAX_PAGE_CHARS } from '../text/limits';

export interface Clock {
  /** ms; only differences count. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const MINUTE_MS = 60_000;
/**
 * Characters of one tab in a minute, and at once: the largest page three times over, an ordinary article of 10,000
 * characters six hundred times. At 2 million characters a second, measured cold, it is some 5 % of one core.
 */
export const CHARS_PER_MINUTE = 3 * MAX_PAGE_CHARS;

/** A tab has had so much text recognised that its next would have to wait for more than a minute. */
export class TooMuchTextError extends Error {
  override readonly name = 'TooMuchTextError';
}

export interface CharBudget {
  /** Resolves when a tab may have so many characters recognised. Rejects with a `TooMuchTextError`. */
  take(tabId: number, chars: number): Promise<void>;
  forget(tabId: number): void;
}

export function createCharBudget(clock: Clock): CharBudget {
  const accounts = new Map<number, { chars: number; at: number }>();
  return {
    async take(tabId, chars) {
      const now = clock.now();
      const account = accounts.get(tabId) ?? { chars: CHARS_PER_MINUTE, at: now };
      const refilled = Math.min(CHARS_PER_MINUTE, account.chars + ((now - account.at) * CHARS_PER_MINUTE) / MINUTE_MS);
      const left = refilled - chars;
      // What waits has been taken already: whoever comes later waits longer, in the order of coming.
      const waitMs = Math.max(0, (-left * MINUTE_MS) / CHARS_PER_MINUTE);
      if (waitMs > MINUTE_MS) throw new TooMuchTextError(`tab ${tabId} sends text faster than it can be read`);
      accounts.set(tabId, { chars: left, at: now });
      if (waitMs > 0) await clock.sleep(waitMs);
    },
    forget(tabId) {
      accounts.delete(tabId);
    },
  };
}
