/** A WebDAV server in memory behind the port of requests, of which a test decides what goes wrong. */
import type { Answer, FetchOptions } from '../../../lib/services/fetch-port';
import type { RecordedFetch } from '../../../lib/services/request-ledger';
import type { Octets } from '../../../lib/sync/crypto-port';

export interface DavRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface DavAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Octets> | Octets;
  readonly isRedirect?: boolean;
  /** The server has done what it was asked all the same. */
  readonly isDone?: boolean;
}

export interface MemoryDav {
  readonly fetch: RecordedFetch;
  readonly files: Map<string, { bytes: Octets; version: number }>;
  readonly requests: DavRequest[];
  etags: 'strong' | 'weak' | 'none';
  ignoresConditions: boolean;
  /** Another answer than the server's own; `null` for its own, `'offline'` for none. `number`: of the request, from 1. */
  intervene: (request: DavRequest, number: number) => DavAnswer | 'offline' | null;
}

async function* once(bytes: Octets): AsyncGenerator<Octets> {
  if (bytes.length > 0) yield bytes;
}

const toAnswer = ({ status, headers = {}, body = new Uint8Array(), isRedirect = false }: DavAnswer): Answer => ({
  status: isRedirect ? 0 : status,
  isRedirect,
  header: (name) => headers[name] ?? null,
  body: body instanceof Uint8Array ? once(body) : body,
});

export function createMemoryDav(): MemoryDav {
  const files: MemoryDav['files'] = new Map();
  let version = 0;
  let isFolder = false;

  function serve({ method, url, headers }: DavRequest, body: FetchOptions['body']): DavAnswer {
    const { pathname } = new URL(url);
    const file = files.get(pathname);
    const etag = file && (dav.etags === 'none' ? null : `${dav.etags === 'weak' ? 'W/' : ''}"${file.version}"`);
    const put = (path: string, bytes: Octets) => {
      version += 1;
      files.set(path, { bytes, version });
    };
    switch (method) {
      case 'GET':
        if (!file) return { status: 404 };
        if (etag && headers['if-none-match'] === etag) return { status: 304 };
        return { status: 200, body: file.bytes, headers: etag ? { etag } : {} };
      case 'MKCOL':
        isFolder = true;
        return { status: 201 };
      case 'PUT': {
        if (!isFolder) return { status: 409 };
        const isRefused =
          (headers['if-none-match'] === '*' && file) || (headers['if-match'] && headers['if-match'] !== etag);
        if (isRefused && !dav.ignoresConditions) return { status: 412 };
        put(pathname, body as Octets);
        return { status: file ? 204 : 201 };
      }
      case 'MOVE': {
        const { destination = '' } = headers;
        if (!file) return { status: 404 };
        files.delete(pathname);
        put(new URL(destination, url).pathname, file.bytes);
        return { status: 201 };
      }
      case 'DELETE':
        return { status: files.delete(pathname) ? 204 : 404 };
      default:
        return { status: 405 };
    }
  }

  const dav: MemoryDav = {
    files,
    requests: [],
    etags: 'strong',
    ignoresConditions: false,
    intervene: () => null,
    async fetch(url, { method = 'GET', headers = {}, body }) {
      const request = { method, url, headers };
      dav.requests.push(request);
      const other = dav.intervene(request, dav.requests.length);
      if (other === 'offline') throw new TypeError('nobody there');
      if (!other || other.isDone) {
        const own = serve(request, body);
        return toAnswer(other ?? own);
      }
      return toAnswer(other);
    },
  };
  return dav;
}
