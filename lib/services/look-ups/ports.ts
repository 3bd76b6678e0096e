/** What look-ups need from the outside. */

/** What is remembered of a host, so that a restarted background keeps its manners. */
export interface HostState {
  /** When it was asked within the last hour, ms since 1970, the earliest first. */
  readonly recent: readonly number[];
  /** It is left alone until then, ms since 1970. */
  readonly notBefore: number;
}

export interface HostStates {
  get(host: string): Promise<HostState>;
  /** `keep`: over the end of the browser's session as well; never what a private window did. */
  set(host: string, state: HostState, keep: boolean): Promise<void>;
}

/** Answers that are kept. A cache: it may lose anything at any time. */
export interface LookUpCache {
  /** The value of a key; `null` when there is none, or when it has expired. `now` in ms since 1970. */
  get(key: string, now: number): Promise<unknown>;
  /** Keeps a value until `expires`, in place of what has not been wanted for longest. */
  put(key: string, value: unknown, now: number, expires: number): Promise<void>;
  /** Erases everything. */
  clear(): Promise<void>;
}

/** Time as look-ups need it. */
export interface LookUpClock {
  /** ms since 1970. */
  readonly now: () => number;
  /** Resolves after so many ms, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** How patient and how modest look-ups are; tests scale these down. */
export interface LookUpLimits {
  /** Without a byte arriving (T107). */
  readonly stallMs: number;
  /** For one request in all (T107). */
  readonly totalMs: number;
  /** From one request to a host to the next (T103). */
  readonly pauseMs: number;
  /** Requests to a host within an hour (T103). */
  readonly perHour: number;
}

export const LOOK_UP_LIMITS: LookUpLimits = { stallMs: 30_000, totalMs: 120_000, pauseMs: 1_000, perHour: 60 };
