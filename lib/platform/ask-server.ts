/** The browser's fetch as services know it: nothing of the reader's goes along, and nothing is followed. */

import type { Fetch } from '../services/fetch-port';
import { piecesOf } from '../services/pieces-of';

/** Of answers without a body. */
const EMPTY = new Blob();

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
    body: piecesOf(response.body ?? EMPTY.stream()),
  };
};
