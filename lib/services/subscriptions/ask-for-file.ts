/** Asks an address for the file of its pack, and says what came: something new to import, or why there is nothing. */
import type { PackHeader } from '../../model/pack';
import type { ByteTools } from '../../packs/byte-tools';
import { parseRetryAfter } from '../../text/retry-after';
import type { Answer } from '../fetch-port';
import type { PackFile } from '../jobs';
import { OutOfPatienceError } from '../patience';
import type { RecordedFetch, RequestPurpose } from '../request-ledger';
import { judgeAnswer } from './judge-answer';
import { readFile, readHeader, type Spool } from './read-file';
import { wantsWhole } from './schedule';
import type { CheckFailure, CheckOutcome, CheckState } from './subscription';

export interface AskPorts {
  readonly fetch: RecordedFetch;
  readonly tools: ByteTools;
  readonly spool: Spool;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bytes of a file beyond which it is refused. */
  readonly maxBytes: number;
}

interface AskOptions {
  readonly purpose: RequestPurpose;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number, total: number | null) => void;
}

/** How the server calls the file that it sent. */
type Names = Pick<CheckState, 'etag' | 'lastModified' | 'readAt'>;

/** What an address gave. */
export type Asked =
  | {
      readonly kind: 'new';
      readonly file: PackFile;
      readonly sha256: string;
      readonly header: PackHeader;
      readonly names: Names;
    }
  | {
      readonly kind: 'nothing';
      readonly outcome: Exclude<CheckOutcome, { readonly kind: 'fetched' }>;
      readonly names?: Names;
      /** What the server asked for before it is asked again, in ms. */
      readonly retryAfterMs?: number | null;
    };

type NothingNew = Extract<Asked, { readonly kind: 'nothing' }>;

const failed = (error: unknown, otherwise: CheckFailure): NothingNew => {
  const reason = error instanceof OutOfPatienceError ? 'stalled' : otherwise;
  return { kind: 'nothing', outcome: { kind: 'failed', reason } };
};

/** Asks once. Never rejects because of what the server does. */
export async function askForFile(ports: AskPorts, state: CheckState, options: AskOptions): Promise<Asked> {
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  const headers = wantsWhole(state, ports.now()) ? {} : validatorsOf(state);
  try {
    const answer = await ports.fetch(state.url, { purpose: options.purpose, isPrivate: false, headers, signal });
    const verdict = judgeAnswer(answer, ports.maxBytes);
    if (verdict.kind === 'read')
      return await take(ports, state, answer, (bytes) => options.onProgress(bytes, verdict.total));
    const retryAfterMs = parseRetryAfter(answer.header('retry-after'), ports.now());
    return { kind: 'nothing', outcome: verdict, retryAfterMs };
  } catch (error) {
    return failed(error, 'unreachable');
  } finally {
    // What nobody reads is not sent either.
    end.abort();
  }
}

function validatorsOf({ etag, lastModified }: CheckState): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

/** Reads what was sent. */
async function take(
  ports: AskPorts,
  state: CheckState,
  { body, header: headerOf }: Answer,
  onBytes: (bytes: number) => void,
): Promise<Asked> {
  let read: Awaited<ReturnType<typeof readFile>>;
  try {
    read = await readFile(body, ports, { maxBytes: ports.maxBytes, onBytes });
  } catch (error) {
    return failed(error, 'cut-off');
  }
  if (typeof read === 'string') return { kind: 'nothing', outcome: { kind: 'refused', reason: read } };
  const names: Names = { etag: headerOf('etag'), lastModified: headerOf('last-modified'), readAt: ports.now() };
  // The content decides, whatever the server calls it (T44).
  if (read.sha256 === state.file?.sha256) return { kind: 'nothing', outcome: { kind: 'unchanged' }, names };
  const header = await readHeader(read.file, ports.tools);
  if (typeof header === 'string') return { kind: 'nothing', outcome: { kind: 'refused', reason: header } };
  return { kind: 'new', ...read, header, names };
}
