/** A server in memory behind the port of requests: answers as a test says, and keeps what it was asked. */
import type { Answer, Fetch } from '../../lib/services/fetch-port';

export interface FakeAnswer {
  readonly status?: number;
  readonly isRedirect?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** The body breaks off there. */
  readonly cutAt?: number;
}

export interface FakeServer {
  readonly fetch: Fetch;
  readonly asked: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
  /** Answers from here on; `null`: nobody there. A function is asked each time. */
  answer(answer: FakeAnswer | null | ((headers: Readonly<Record<string, string>>) => FakeAnswer)): void;
}

export function createFakeServer(): FakeServer {
  const asked: FakeServer['asked'] = [];
  let next: Parameters<FakeServer['answer']>[0] = null;
  return {
    asked,
    answer(answer) {
      next = answer;
    },
    async fetch(url, { headers = {}, signal } = {}) {
      asked.push({ url, headers });
      signal?.throwIfAborted();
      const given = typeof next === 'function' ? next(headers) : next;
      if (!given) throw new TypeError('no such host');
      return toAnswer(given);
    },
  };
}

function toAnswer({ status = 200, isRedirect = false, headers = {}, body = '', cutAt }: FakeAnswer): Answer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    status: isRedirect ? 0 : status,
    isRedirect,
    header: (name) => headers[name] ?? null,
    body: (async function* () {
      const end = cutAt ?? bytes.length;
      for (let at = 0; at < end; at += 1_000) yield bytes.slice(at, Math.min(at + 1_000, end));
      if (cutAt !== undefined) throw new TypeError('cut');
    })(),
  };
}
