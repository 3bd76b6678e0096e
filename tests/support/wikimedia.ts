/**
 * Answers as Wikidata's and Wikipedia's servers do, with people and offices that do not exist (items from Q900000001 on),
 * and with every fault that those servers are known for. Plays any host: behind the news proxy the real ones, on loopback
 * one folder for each language of Wikipedia.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { answerFor, type WikimediaPart } from './wikimedia-items';

/** What a server may do instead of answering. */
export const FAULTS = [
  '429 seconds',
  '429 date',
  '429 absent',
  '429 absurd',
  '429 negative',
  '429 garbage',
  '503',
  '503 retry',
  'maxlag',
  'json error',
  'html',
  'html as json',
  'redirect',
  'truncated gzip',
  'truncated',
  'not utf-8',
  'huge',
  'wrong language',
  'other shape',
  'markup',
  'endless',
  'slow',
  'silent',
  'hang up',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface WikimediaRequest {
  readonly host: string;
  readonly part: WikimediaPart | 'nothing';
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly at: number;
}

export interface Wikimedia {
  readonly requests: WikimediaRequest[];
  /** Faults by what is asked for; changed at any time. */
  readonly faults: Map<WikimediaPart, Fault>;
  /** Requests that have not been answered in full yet. */
  open(): number;
  /** The most that were open at a time. */
  most(): number;
  handle(request: IncomingMessage, response: ServerResponse): void;
  reset(): void;
}

/** Seconds that "429 seconds" and "429 date" ask for. */
const RETRY_SECONDS = 120;
/** From one byte to the next of a "slow" answer. */
const SLOW_MS = 1_000;

export function createWikimedia({ slowMs = SLOW_MS } = {}): Wikimedia {
  const requests: WikimediaRequest[] = [];
  const faults = new Map<WikimediaPart, Fault>();
  let [open, most] = [0, 0];
  return {
    requests,
    faults,
    open: () => open,
    most: () => most,
    handle(request, response) {
      const url = request.url ?? '/';
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      // Wikimedia's own answer to other origins; an extension that has the permission does not need it.
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      response.setHeader('access-control-expose-headers', '*');
      if (request.method === 'OPTIONS') {
        response.writeHead(204).end();
        return;
      }
      const answer = answerFor(host, url);
      open += 1;
      most = Math.max(most, open);
      response.on('close', () => {
        open -= 1;
      });
      const part = answer?.part ?? 'nothing';
      requests.push({ host, part, url, headers: request.headers, at: Date.now() });
      const fault = answer && faults.get(answer.part);
      if (fault) fail(fault, answer.json, response, slowMs);
      else if (answer?.json) sendJson(response, answer.json);
      else
        sendJson(
          response,
          { type: 'https://mediawiki.org/wiki/HyperSwitch/errors/not_found', title: 'Not found.' },
          404,
        );
    },
    reset() {
      requests.length = 0;
      faults.clear();
      most = open;
    },
  };
}

function sendJson(response: ServerResponse, json: object, status = 200, headers: Record<string, string> = {}): void {
  const body = gzipSync(JSON.stringify(json));
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': String(body.length),
      // Neither is to come back.
      'set-cookie': 'WMF-Uniq=x; Secure; Path=/',
      'cache-control': 'private, max-age=300',
      ...headers,
    })
    .end(body);
}

/** 10 MB, packed once. */
let huge: Buffer | null = null;

const HTML =
  '<!DOCTYPE html><html lang="en"><title>Wikimedia Error</title><h1>Error</h1><p>Too many requests.</p></html>';

/** What `Retry-After` says with a status of 429. */
const RETRY_AFTER: Partial<Record<Fault, () => string>> = {
  '429 seconds': () => String(RETRY_SECONDS),
  '429 date': () => new Date(Date.now() + RETRY_SECONDS * 1_000).toUTCString(),
  '429 absurd': () => '1000000000',
  '429 negative': () => '-5',
  '429 garbage': () => 'soon',
};

function fail(fault: Fault, json: object | null, response: ServerResponse, slowMs: number): void {
  const text = JSON.stringify(json);
  if (fault.startsWith('429')) {
    const retryAfter = RETRY_AFTER[fault]?.();
    response
      .writeHead(429, {
        'content-type': 'text/html',
        ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
      })
      .end(HTML);
    return;
  }
  switch (fault) {
    case '503':
      response.writeHead(503, { 'content-type': 'text/html' }).end(HTML);
      return;
    case '503 retry':
      response.writeHead(503, { 'content-type': 'text/html', 'retry-after': String(RETRY_SECONDS) }).end(HTML);
      return;
    case 'maxlag':
      sendJson(response, { error: { code: 'maxlag', info: 'Waiting for db1: 7 seconds lagged', lag: 7 } }, 200, {
        'retry-after': '5',
        'mediawiki-api-error': 'maxlag',
      });
      return;
    case 'json error':
      sendJson(response, { error: { code: 'param-illegal', info: 'No.' }, servedby: 'mw1' });
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML);
      return;
    case 'html as json':
      response.writeHead(200, { 'content-type': 'application/json' }).end(HTML);
      return;
    case 'redirect':
      response.writeHead(302, { location: '/elsewhere' }).end();
      return;
    case 'truncated gzip': {
      const body = gzipSync(text);
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(body.subarray(0, body.length / 2));
      return;
    }
    case 'truncated':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length + 500) });
      response.write(text.slice(0, text.length / 2));
      setTimeout(() => response.destroy(), 20);
      return;
    case 'not utf-8':
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(Buffer.from([...Buffer.from('{"a":"'), 0xff, 0x22, 0x7d]));
      return;
    case 'huge':
      huge ??= gzipSync(JSON.stringify({ extract: 'So it goes. '.repeat(900_000) }));
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(huge);
      return;
    case 'wrong language':
      sendJson(response, { ...json, lang: 'fr' });
      return;
    case 'other shape':
      sendJson(response, { batchcomplete: true, query: { pages: [] } });
      return;
    case 'markup':
      sendJson(response, {
        ...json,
        extract: 'A <b>politician</b>.<img src="https://tracker.example/pixel.gif"><script>alert(1)</script>',
      });
      return;
    case 'endless': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '.repeat(20)), 5);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'slow': {
      response.writeHead(200, { 'content-type': 'application/json' });
      let at = 0;
      const timer = setInterval(() => response.write(text[at++] ?? ' '), slowMs);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case 'silent':
      return;
    case 'hang up':
      response.destroy();
  }
}
