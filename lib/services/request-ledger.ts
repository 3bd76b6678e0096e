/**
 * Every request that the extension makes is written down before it is made: when, where to, why, how much came back and
 * what became of it. The reader finds the list under Options → Privacy. A request that cannot be written down is not
 * made; one made for a private window is not kept.
 */
import type { Answer, Fetch, FetchOptions } from './fetch-port';

/** Why the extension asked a server. */
export const REQUEST_PURPOSES = ['pack-added', 'pack-update', 'look-up', 'sync'] as const;
export type RequestPurpose = (typeof REQUEST_PURPOSES)[number];

/**
 * What became of a request. `asked`: no answer yet, or the browser ended before there was one. `partly`: its body was
 * not read to the end, because it was too large, not wanted, or cut off.
 */
export type RequestOutcome = 'asked' | 'answered' | 'partly' | 'redirected' | 'failed' | 'aborted';

/** One request, as it is shown to the reader. */
export interface LedgerEntry {
  /** Milliseconds since 1970 by the clock of this machine. */
  readonly at: number;
  readonly host: string;
  /** The path, without query and fragment: these may hold what is nobody's business but the server's. */
  readonly path: string;
  readonly purpose: RequestPurpose;
  readonly outcome: RequestOutcome;
  /** HTTP status, `null` before or without an answer. */
  readonly status: number | null;
  /** Bytes of the body that were read, unpacked. */
  readonly bytes: number;
}

/** Entries that are kept, and for how long. */
export const MAX_LEDGER_ENTRIES = 500;
export const MAX_LEDGER_AGE_MS = 90 * 24 * 60 * 60 * 1000;

/** Where the entries lie. */
export interface RequestLedger {
  /** Adds an entry, and drops those beyond the bounds; resolves to its number. */
  add(entry: LedgerEntry): Promise<number>;
  /** Completes an entry; nothing when it has been erased meanwhile. */
  complete(id: number, result: Pick<LedgerEntry, 'outcome' | 'status' | 'bytes'>): Promise<void>;
  /** All entries, the latest first. */
  list(): Promise<readonly LedgerEntry[]>;
  /** Erases the list, as the reader asks. */
  clear(): Promise<void>;
}

export interface RecordedOptions extends FetchOptions {
  readonly purpose: RequestPurpose;
  /** Made for a private window: nothing is kept of it. */
  readonly isPrivate: boolean;
}

/** A `Fetch` of which every call is written down. */
export type RecordedFetch = (url: string, options: RecordedOptions) => Promise<Answer>;

interface RecordedFetchPorts {
  readonly fetch: Fetch;
  readonly ledger: RequestLedger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The only way to a server: asks through the given port, and keeps the ledger. */
export function createRecordedFetch({ fetch, ledger, now }: RecordedFetchPorts): RecordedFetch {
  return async (url, { purpose, isPrivate, ...options }) => {
    if (isPrivate) return fetch(url, options);
    const { host, pathname: path } = new URL(url);
    const id = await ledger.add({ at: now(), host, path, purpose, outcome: 'asked', status: null, bytes: 0 });
    const complete = (outcome: RequestOutcome, status: number | null, bytes: number) =>
      // The answer counts more than its note: the request itself stands in the list already.
      ledger.complete(id, { outcome, status, bytes }).catch(() => undefined);
    let answer: Answer;
    try {
      answer = await fetch(url, options);
    } catch (error) {
      await complete(options.signal?.aborted ? 'aborted' : 'failed', null, 0);
      throw error;
    }
    const { status, isRedirect } = answer;
    await complete(isRedirect ? 'redirected' : 'answered', isRedirect ? null : status, 0);
    if (isRedirect) return answer;
    const body = counted(answer.body, (bytes, isWhole) =>
      complete(isWhole ? 'answered' : options.signal?.aborted ? 'aborted' : 'partly', status, bytes),
    );
    return { ...answer, body };
  };
}

/** Passes pieces on; at the end, or when the reading ends early, tells how many bytes there were. */
async function* counted(
  body: Answer['body'],
  done: (bytes: number, isWhole: boolean) => Promise<void>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  let isWhole = false;
  try {
    for await (const piece of body) {
      bytes += piece.length;
      yield piece;
    }
    isWhole = true;
  } finally {
    await done(bytes, isWhole);
  }
}
