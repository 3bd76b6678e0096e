/**
 * Asks a SPARQL endpoint over HTTP, politely: one question at a time, a pause between two, and as long a wait as the
 * server asks for (https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual: a user agent that says who asks,
 * `Retry-After` obeyed, 60 s a query).
 */
import type { Answer, Ask } from '../packs/authors/wikibase/queries';
import { CommandError } from './command';

/** Whom to ask, and how fast. */
export interface SparqlOptions {
  readonly endpoint: string;
  /** Milliseconds from one question to the next. */
  readonly pauseMs: number;
  readonly log: (message: string) => void;
  readonly sleep?: (ms: number) => Promise<void>;
}

const USER_AGENT = 'Sidelight-pack-builder/1 (run by hand by the author of a pack)';
const TIMEOUT_MS = 70_000;
const MAX_TRIES = 5;
/** First wait after a failure without `Retry-After`; each further one is twice as long. */
const FIRST_WAIT_MS = 2_000;
/** A server that asks for more is closed for today. */
const MAX_WAIT_MS = 10 * 60_000;
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);

/** Refuses endpoints that are neither https nor on this machine. */
export function createSparqlClient({ endpoint, pauseMs, log, sleep = wait }: SparqlOptions): Ask {
  const url = URL.parse(endpoint);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
    throw new CommandError(
      2,
      `--endpoint ${endpoint}: expected an https address, such as https://query.wikidata.org/sparql`,
    );
  let next = 0;

  async function post(query: string): Promise<Response> {
    await sleep(Math.max(0, next - performance.now()));
    next = performance.now() + pauseMs;
    return fetch(url as URL, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/sparql-results+json',
        'user-agent': USER_AGENT,
      },
      body: new URLSearchParams({ query }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  return async (query) => {
    for (let tries = 1; ; tries++) {
      let waitMs = FIRST_WAIT_MS * 2 ** (tries - 1);
      let reason: string;
      try {
        const response = await post(query);
        if (response.ok) return readAnswers(await readText(response));
        reason = `${response.status} ${response.statusText}`.trim();
        const isPassing = response.status === 429 || response.status >= 500;
        const detail = (await response.text()).slice(0, 300);
        if (!isPassing) throw new CommandError(1, `${endpoint} refuses the query (${reason}): ${detail}\n\n${query}`);
        waitMs = retryAfterMs(response.headers.get('retry-after')) ?? waitMs;
      } catch (error) {
        if (error instanceof CommandError) throw error;
        reason = error instanceof Error ? error.message : String(error);
      }
      if (tries === MAX_TRIES || waitMs > MAX_WAIT_MS)
        throw new CommandError(1, `${endpoint} does not answer (${reason}), after ${tries} tries`);
      log(`${reason}: waiting ${Math.ceil(waitMs / 1000)} s`);
      await sleep(waitMs);
    }
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Seconds, or the day and time to wait for. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}

async function readText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > MAX_ANSWER_BYTES)
      throw new CommandError(1, 'the answer is too large: ask for smaller pages ("pageSize")');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Rows of SPARQL's JSON results; what is none of them is a failure of the server. */
function readAnswers(text: string): Answer[] {
  const { results } = JSON.parse(text) as { results?: { bindings?: unknown } };
  if (!Array.isArray(results?.bindings)) throw new Error('the answer is no list of results');
  return (results.bindings as Record<string, { value: string; 'xml:lang'?: string }>[]).map((binding) =>
    Object.fromEntries(
      Object.entries(binding).map(([variable, { value, 'xml:lang': lang }]) => [
        variable,
        { value: String(value), ...(lang === undefined ? {} : { lang }) },
      ]),
    ),
  );
}
