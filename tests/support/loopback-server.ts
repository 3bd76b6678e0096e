/** A web server on loopback that answers as a test says, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface LoopbackServer {
  readonly origin: string;
  readonly requests: LoopbackRequest[];
  /** Answers by path, query included; what has no answer is 404. May be changed at any time. */
  readonly answers: Map<string, (response: ServerResponse, request: IncomingMessage) => void>;
  close(): Promise<void>;
}

export async function startLoopbackServer(): Promise<LoopbackServer> {
  const requests: LoopbackRequest[] = [];
  const answers: LoopbackServer['answers'] = new Map();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    // An extension with the permission for a host needs none of this; a page of a test does.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-expose-headers', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    requests.push({ method: request.method ?? '', path, headers: request.headers });
    const answer = answers.get(path);
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
