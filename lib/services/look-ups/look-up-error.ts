/** Why a look-up gave nothing: what the reader is told, and what a log says besides. */

/**
 * `off`: not consented to. `offline`: no connection, or nobody answers. `rate-limited`: the host asks to be left alone,
 * or we have asked it often enough for now. `busy`: the host has trouble. `timeout`: it took too long. `unexpected`: the
 * answer is none that can be used. `aborted`: nobody wants it any more.
 */
export type LookUpProblem = 'off' | 'offline' | 'rate-limited' | 'busy' | 'timeout' | 'unexpected' | 'aborted';

export class LookUpError extends Error {
  override readonly name = 'LookUpError';
  constructor(
    readonly problem: LookUpProblem,
    /** For the log and for tests: never shown. */
    readonly detail: string,
    /** For `rate-limited` and `busy`: when the host may be asked again, ms since 1970. */
    readonly until: number | null = null,
  ) {
    super(`${problem}: ${detail}`);
  }
}
