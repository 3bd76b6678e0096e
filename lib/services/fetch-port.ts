/**
 * How services ask servers. What stands here cannot leak by omission: no cookies, no referrer, no address of a page, no
 * cache of the browser's, and no redirect followed. Browsers tell a script that a server redirects, but not where to
 * before the request there has been made; so a redirect is an answer like any other, and whoever asked refuses it.
 */

export interface FetchOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'MKCOL' | 'MOVE' | 'PROPFIND';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Ends the request, and the reading of its body. */
  readonly signal?: AbortSignal | undefined;
}

/** What a server answered. */
export interface Answer {
  /** HTTP status; 0 for a redirect, of which browsers say no more. */
  readonly status: number;
  /** The server sends elsewhere. Nobody has gone there. */
  readonly isRedirect: boolean;
  /** A header by its name, `null` where there is none. */
  readonly header: (name: string) => string | null;
  /**
   * The body, piece by piece, to be read once; as the browser unpacks it where the server says `Content-Encoding`. Who
   * stops before its end ends the request.
   */
  readonly body: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Asks a server. Rejects when there is no answer: offline, refused, no such host, no permission for it, aborted. */
export type Fetch = (url: string, options?: FetchOptions) => Promise<Answer>;
