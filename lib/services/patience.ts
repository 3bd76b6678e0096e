/** Patience with servers: an answer that does not come on is given up, and so is one that never ends. */
import type { RecordedFetch } from './request-ledger';

export interface Patience {
  /** ms without a byte after which the request is ended. */
  readonly stallMs: number;
  /** ms after which it is ended in any case. */
  readonly totalMs: number;
}

/** Calls back once after so many ms; the returned function stops it. */
export type StartTimer = (ms: number, act: () => void) => () => void;

/** The reason with which a request was ended. */
export class OutOfPatienceError extends Error {
  override readonly name = 'OutOfPatienceError';
}

/** A fetch that ends requests which take too long, while they wait for an answer and while it is read. */
export function withPatience(
  fetch: RecordedFetch,
  { stallMs, totalMs }: Patience,
  startTimer: StartTimer,
): RecordedFetch {
  return async (url, options) => {
    const own = new AbortController();
    const giveUp = (what: string) => () => own.abort(new OutOfPatienceError(what));
    const stopTotal = startTimer(totalMs, giveUp(`not at its end after ${totalMs} ms`));
    let stopStall = () => {};
    const goOn = () => {
      stopStall();
      stopStall = startTimer(stallMs, giveUp(`nothing came for ${stallMs} ms`));
    };
    const stop = () => {
      stopTotal();
      stopStall();
    };
    const signal = options.signal ? AbortSignal.any([options.signal, own.signal]) : own.signal;
    // Who has seen enough ends the request by the signal, and does not read the body.
    signal.addEventListener('abort', stop, { once: true });
    goOn();
    try {
      const answer = await fetch(url, { ...options, signal });
      if (!signal.aborted) goOn();
      return { ...answer, body: watched(answer.body, goOn, stop) };
    } catch (error) {
      stop();
      // Whatever browsers make of it, the reason is why it ended.
      throw own.signal.aborted ? own.signal.reason : error;
    }

    async function* watched<T>(pieces: AsyncIterable<T>, came: () => void, ended: () => void): AsyncGenerator<T> {
      try {
        for await (const piece of pieces) {
          came();
          yield piece;
        }
      } catch (error) {
        throw own.signal.aborted ? own.signal.reason : error;
      } finally {
        ended();
      }
    }
  };
}
