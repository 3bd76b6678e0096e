/**
 * A proxy on loopback that plays the news sites: real hosts and addresses, local pages. Everything that is asked for is
 * logged, so that a test can tell what the extension asked for from what the page and the browser did.
 */
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join, normalize } from 'node:path';
import { generate } from 'selfsigned';

export interface LoggedRequest {
  readonly host: string;
  readonly path: string;
}

export interface NewsProxy {
  /** `127.0.0.1:port`, for the browser's proxy setting. */
  readonly address: string;
  readonly port: number;
  readonly log: readonly LoggedRequest[];
  /** Serves a page under an address besides the sample sites. */
  serve(url: string, html: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Plays a host that is no news site. */
export type OtherHost = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a proxy that serves `sites/<host>/<path>[.html]` and plays other hosts; any further ones do not exist. */
export async function startNewsProxy(
  sites: string,
  others: Readonly<Record<string, OtherHost>> = {},
): Promise<NewsProxy> {
  const log: LoggedRequest[] = [];
  const extra = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  const sockets = new Set<Socket>();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = (request.url ?? '/').replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]+/, '');
    log.push({ host, path: request.url ?? '/' });
    const other = others[host];
    if (other) {
      other(request, response);
      return;
    }
    const served = extra.get(`${host}${path}`);
    if (served !== undefined) {
      response.writeHead(200, { 'content-type': TYPES.html, ...served.headers }).end(served.html);
      return;
    }
    const file = path.endsWith('/') ? `${path}index.html` : /\.[a-z]+$/.test(path) ? path : `${path}.html`;
    const full = normalize(join(sites, host, file));
    try {
      if (!full.startsWith(normalize(sites))) throw new Error('outside');
      const body = await readFile(full);
      response
        .writeHead(200, { 'content-type': TYPES[full.split('.').at(-1) ?? ''] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
    }
  };

  const { private: key, cert } = await generate([{ name: 'commonName', value: 'news.test' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  const tls = createTlsServer({ key, cert }, (request, response) => void answer(request, response));
  await listen(tls);
  const tlsPort = (tls.address() as AddressInfo).port;

  const proxy = createHttpServer((request, response) => void answer(request, response));
  proxy.on('connect', (request, client: Socket, head) => {
    // Browsers are killed here, also while they are being refused something.
    client.on('error', () => client.destroy());
    const [host = ''] = (request.url ?? '').split(':');
    // Only the sample hosts are there; whatever else a browser calls home for is logged and refused.
    if (![...extra.keys()].some((key) => key.startsWith(`${host}/`)) && !knownHosts.has(host)) {
      log.push({ host, path: 'CONNECT' });
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => upstream.destroy());
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
  });
  const knownHosts = new Set([...(await hostsIn(sites)), ...Object.keys(others)]);
  await listen(proxy);
  const { port } = proxy.address() as AddressInfo;

  return {
    address: `127.0.0.1:${port}`,
    port,
    log,
    serve(url, html, headers = {}) {
      const { host, pathname } = new URL(url);
      extra.set(`${host}${pathname}`, { html, headers });
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([tls, proxy].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function hostsIn(sites: string): Promise<string[]> {
  const { readdir } = await import('node:fs/promises');
  const entries = await readdir(sites, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function listen(server: { listen(port: number, host: string, done: () => void): unknown }): Promise<void> {
  return new Promise((resolve) => void server.listen(0, '127.0.0.1', resolve));
}
