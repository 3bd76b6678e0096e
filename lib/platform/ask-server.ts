/** The browser's fetch as services know it: nothing of the reader's goes along, and nothing is followed. */
import type { Fetch } from '../services/fetch-port';

export const askServer: Fetch = async (url, { method = 'GET', headers = {}, body, signal } = {}) => {
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    cache: 'no-store',
  });
  return {
    status: response.status,
    isRedirect: response.type === 'opaqueredirect',
    header: (name) => response.headers.get(name),
    body: piecesOf(response.body),
  };
};

async function* piecesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Ends the request where somebody has stopped reading.
    await reader.cancel().catch(() => undefined);
  }
}
