/**
 * A WebDAV folder (RFC 4918) by as few of its methods as will do: GET, PUT, MOVE, DELETE and MKCOL. Folders are never
 * listed, nothing is locked, dates are not looked at; an ETag only ever saves reading, and what was written is read back.
 * Only where somebody else has locked something does a PROPFIND ask who, of that one place.
 */

import type { Octets } from '../../sync/crypto-port';
import { lockOwnerIn } from '../../text/lock-owner';
import { parseRetryAfter } from '../../text/retry-after';
import type { Answer, FetchOptions } from '../fetch-port';
import { OutOfPatienceError } from '../patience';
import type { RecordedFetch } from '../request-ledger';
import { FolderError, type FolderProblem } from './folder-error';
import type { Condition, FolderFiles } from './folder-files';

/** `RELIABILITY.md` T127. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** What is read of the answer about a lock. */
const MAX_LOCK_BYTES = 64 * 1024;
const LOCKED_PART = /HTTP\/\d(?:\.\d)? 423\b/;
const WHO_LOCKS = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><lockdiscovery/></prop></propfind>';

interface WebDavPorts {
  readonly fetch: RecordedFetch;
  readonly now: () => number;
  /** Text to Base64 of its UTF-8 bytes. */
  readonly base64: (text: string) => string;
  /** UTF-8. */
  readonly decode: (bytes: Octets) => string;
}

export interface Credentials {
  /** With a slash at its end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** A folder on a server. Every request carries the password: only what is at `url` is ever asked, and no redirect followed. */
export function createWebDav(
  { url, user, password }: Credentials,
  { fetch, now, base64, decode }: WebDavPorts,
): FolderFiles {
  const authorization = `Basic ${base64(`${user}:${password}`)}`;
  const addressOf = (name: string) => new URL(encodeURIComponent(name), url).href;

  async function send(address: string, { headers, ...options }: FetchOptions): Promise<Answer> {
    try {
      return await fetch(address, {
        ...options,
        headers: { ...headers, authorization },
        purpose: 'sync',
        isPrivate: false,
      });
    } catch (error) {
      throw new FolderError(error instanceof OutOfPatienceError ? 'timeout' : 'unreachable');
    }
  }

  /** Throws where somebody has locked what is asked for. */
  async function ask(address: string, options: FetchOptions): Promise<Answer> {
    const answer = await send(address, options);
    if (answer.status !== 423 && answer.status !== 207) return answer;
    // Apache says 207 where it is the folder that is locked, and which part of it how in a document (measured, 2.4).
    if (answer.status === 423) await drop(answer);
    else if (!LOCKED_PART.test(decode(await readAll(answer, MAX_LOCK_BYTES)))) refuse(answer);
    throw new FolderError('locked', 423, parseRetryAfter(answer.header('retry-after'), now()), await holderOf(address));
  }

  /** Who holds the lock on a file, or on the folder where the file is not there yet; `null` where the server does not tell. */
  async function holderOf(address: string): Promise<string | null> {
    for (const place of [address, url]) {
      try {
        const answer = await send(place, {
          method: 'PROPFIND',
          headers: { depth: '0', 'content-type': 'application/xml' },
          body: WHO_LOCKS,
        });
        if (answer.status === 207) return lockOwnerIn(decode(await readAll(answer, MAX_LOCK_BYTES)));
        await drop(answer);
      } catch {
        // That it is locked is known: this only adds a name.
      }
    }
    return null;
  }

  /** Whatever is no success of this method. */
  function refuse({ status, isRedirect, header }: Answer): never {
    if (isRedirect) throw new FolderError('redirect');
    const retryAfter = parseRetryAfter(header('retry-after'), now());
    throw new FolderError(problemOf(status), status, retryAfter);
  }

  async function makeFolder(): Promise<void> {
    const answer = await ask(url, { method: 'MKCOL' });
    await drop(answer);
    // 405: there is one by now.
    if (answer.status === 201 || answer.status === 405) return;
    if (answer.status === 409 || answer.status === 404) throw new FolderError('no_folder', answer.status);
    refuse(answer);
  }

  async function put(name: string, body: Octets, condition: Condition): Promise<Answer> {
    const answer = await ask(addressOf(name), {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/octet-stream', ...conditionHeaders(condition) },
    });
    await drop(answer);
    return answer;
  }

  return {
    async read(name, etag) {
      const answer = await ask(addressOf(name), { headers: etag === null ? {} : { 'if-none-match': etag } });
      const { status, header } = answer;
      if (status === 200) return { kind: 'file', bytes: await readAll(answer), etag: strongEtag(header('etag')) };
      await drop(answer);
      if (status === 304 && etag !== null) return { kind: 'same' };
      if (status === 404 || status === 410) return { kind: 'absent' };
      refuse(answer);
    },

    async write(name, bytes, condition) {
      let answer = await put(name, bytes, condition);
      // Apache says 409 where the folder is missing, others 404.
      if (answer.status === 409 || answer.status === 404) {
        await makeFolder();
        answer = await put(name, bytes, condition);
      }
      if (answer.status === 412) return false;
      if (answer.status === 200 || answer.status === 201 || answer.status === 204) return true;
      refuse(answer);
    },

    async move(from, to) {
      const target = new URL(addressOf(to));
      // Apache wants the whole address (measured); a server behind another may know itself by another one.
      for (const destination of [target.href, target.pathname]) {
        const answer = await ask(addressOf(from), { method: 'MOVE', headers: { destination, overwrite: 'T' } });
        await drop(answer);
        if (answer.status === 201 || answer.status === 204) return true;
        if (answer.isRedirect || STOPS.has(answer.status)) refuse(answer);
      }
      return false;
    },

    async remove(name) {
      const answer = await ask(addressOf(name), { method: 'DELETE' });
      await drop(answer);
      if (answer.status >= 400 && answer.status !== 404 && answer.status !== 410) refuse(answer);
    },
  };
}

/** Of these the server means what it says, however it is asked to move. */
const STOPS = new Set([401, 423, 429, 500, 503, 507]);

function problemOf(status: number): FolderProblem {
  const known: Readonly<Record<number, FolderProblem>> = {
    401: 'password',
    403: 'forbidden',
    404: 'no_folder',
    409: 'no_folder',
    413: 'too_large',
    423: 'locked',
    429: 'busy',
    503: 'busy',
    507: 'full',
  };
  return known[status] ?? (status >= 500 ? 'server' : 'unexpected');
}

function conditionHeaders(condition: Condition): Readonly<Record<string, string>> {
  if (condition === 'any') return {};
  if (condition === 'absent') return { 'if-none-match': '*' };
  return condition.etag === null ? {} : { 'if-match': condition.etag };
}

/** A weak one says nothing about bytes. */
const strongEtag = (etag: string | null): string | null => (etag?.startsWith('"') ? etag : null);

/** Ends the request: nobody reads what came with it. */
async function drop({ body }: Answer): Promise<void> {
  try {
    for await (const _ of body) return;
  } catch {
    // The status is known: that is what counts.
  }
}

async function readAll({ body, header }: Answer, most = MAX_FILE_BYTES): Promise<Octets> {
  const said = Number(header('content-length') ?? 0);
  if (said > most) throw new FolderError('too_large');
  const pieces: Octets[] = [];
  let length = 0;
  try {
    for await (const piece of body) {
      length += piece.length;
      if (length > most) throw new FolderError('too_large');
      pieces.push(piece.slice());
    }
  } catch (error) {
    if (error instanceof FolderError) throw error;
    throw new FolderError(error instanceof OutOfPatienceError ? 'timeout' : 'unreachable');
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
