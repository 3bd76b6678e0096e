/** One request with its answer: as JSON, within bounds of time and size, or a typed error. */
import { apiError } from '../../packs/wikimedia/answers';
import type { Answer } from '../fetch-port';
import type { RecordedFetch } from '../request-ledger';
import { LookUpError } from './look-up-error';
import type { LookUpLimits } from './ports';

export interface JsonRequest {
  readonly url: string;
  /** Unpacked. */
  readonly maxBytes: number;
  /** Made for a private window. */
  readonly isPrivate: boolean;
  readonly signal: AbortSignal;
}

/** JSON of an answer with status 200; `null` for 404, there is no such page. */
export type JsonAnswer = { readonly json: unknown } | null;

/** A host that wants to be left alone for a while, with its header. */
export class LeaveAloneError extends Error {
  constructor(
    readonly problem: 'rate-limited' | 'busy',
    readonly detail: string,
    readonly retryAfter: string | null,
  ) {
    super(detail);
  }
}

/** Codes of the Action API that mean: later. */
const BUSY_CODES = new Set(['maxlag', 'readonly', 'internal_api_error_DBQueryTimeoutError']);
const JSON_TYPE = /^application\/(?:[a-z.+-]+\+)?json\b/i;

/** Rejects with a `LookUpError` or a `LeaveAloneError`. */
export async function readJson(
  ask: RecordedFetch,
  { url, maxBytes, isPrivate, signal }: JsonRequest,
  userAgent: string,
  { stallMs, totalMs }: Pick<LookUpLimits, 'stallMs' | 'totalMs'>,
): Promise<JsonAnswer> {
  const stop = new AbortController();
  let isLate = false;
  const expire = () => {
    isLate = true;
    stop.abort();
  };
  const total = setTimeout(expire, totalMs);
  let stall = setTimeout(expire, stallMs);
  const progress = () => {
    clearTimeout(stall);
    stall = setTimeout(expire, stallMs);
  };
  const given = AbortSignal.any([signal, stop.signal]);
  try {
    const answer = await orAborted(
      ask(url, {
        purpose: 'look-up',
        isPrivate,
        signal: given,
        headers: { accept: 'application/json', 'api-user-agent': userAgent },
      }),
      given,
    );
    progress();
    return await judge(answer, () => orAborted(readText(answer, maxBytes, progress), given));
  } catch (error) {
    if (signal.aborted) throw new LookUpError('aborted', 'not wanted any more');
    if (error instanceof LookUpError || error instanceof LeaveAloneError) throw error;
    if (isLate) throw new LookUpError('timeout', `nothing for ${stallMs} ms, or ${totalMs} ms in all`);
    throw new LookUpError('offline', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(total);
    clearTimeout(stall);
    // Whatever is still to come is not wanted.
    stop.abort();
  }
}

/** A promise, given up at once when the signal aborts: not every browser notices that in the middle of a body. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject);
  });
}

async function judge(answer: Answer, read: () => Promise<string>): Promise<JsonAnswer> {
  const { status, isRedirect } = answer;
  const retryAfter = answer.header('retry-after');
  if (isRedirect) throw new LookUpError('unexpected', 'the server sends elsewhere');
  if (status === 404) return null;
  if (status === 429) throw new LeaveAloneError('rate-limited', 'status 429', retryAfter);
  if (status >= 500) throw new LeaveAloneError('busy', `status ${status}`, retryAfter);
  if (status !== 200) throw new LookUpError('unexpected', `status ${status}`);
  const type = answer.header('content-type');
  if (!JSON_TYPE.test(type ?? '')) throw new LookUpError('unexpected', `not JSON but ${type}`);
  const json = parse(await read());
  const code = apiError(json);
  if (code === 'ratelimited') throw new LeaveAloneError('rate-limited', code, retryAfter);
  if (code !== null && BUSY_CODES.has(code)) throw new LeaveAloneError('busy', code, retryAfter);
  if (code !== null) throw new LookUpError('unexpected', `the server answers ${code}`);
  return { json };
}

async function readText({ body }: Answer, maxBytes: number, progress: () => void): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  try {
    for await (const piece of body) {
      progress();
      bytes += piece.length;
      if (bytes > maxBytes) throw new LookUpError('unexpected', `longer than ${maxBytes} bytes`);
      text += decoder.decode(piece, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof LookUpError) throw error;
    // Cut short, not unpackable, not UTF-8: an answer has begun, so the host is there.
    throw new LookUpError('unexpected', `damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LookUpError('unexpected', 'not JSON');
  }
}
