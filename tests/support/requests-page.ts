/** What the tests of requests do inside a page: the extension's own way to servers, with the ledger in IndexedDB. */
import { createLedgerStore } from '../../lib/db/ledger-store';
import { ReaderDb } from '../../lib/db/reader-db';
import { askServer } from '../../lib/platform/ask-server';
import { createRecordedFetch, type LedgerEntry } from '../../lib/services/request-ledger';

const db = new ReaderDb();
const store = createLedgerStore(db);
const recorded = createRecordedFetch({ fetch: askServer, ledger: store, now: Date.now });

interface Asked {
  readonly status: number;
  readonly isRedirect: boolean;
  readonly etag: string | null;
  readonly bytes: number;
}

/** Asks a server and reads its answer, up to `limit` bytes; what went wrong is told by name. */
export async function ask(url: string, limit = Number.POSITIVE_INFINITY, isPrivate = false): Promise<Asked | string> {
  // biome-ignore lint/suspicious/noDocumentCookie: a cookie of the page's own, which is to stay at home.
  document.cookie = 'secret=1; SameSite=Lax';
  try {
    const headers = { 'if-none-match': '"x"' };
    const { status, isRedirect, header, body } = await recorded(url, { purpose: 'pack-update', isPrivate, headers });
    let bytes = 0;
    for await (const piece of body) {
      bytes += piece.length;
      if (bytes >= limit) break;
    }
    return { status, isRedirect, etag: header('etag'), bytes };
  } catch (error) {
    return (error as Error).name;
  }
}

/** Asks, and gives up after so many ms. */
export async function askFor(url: string, ms: number): Promise<string> {
  const signal = AbortSignal.timeout(ms);
  try {
    const { body } = await recorded(url, { purpose: 'look-up', isPrivate: false, signal });
    for await (const _ of body);
    return 'read';
  } catch (error) {
    return (error as Error).name;
  }
}

export const list = (): Promise<readonly LedgerEntry[]> => store.list();
export const clear = (): Promise<void> => store.clear();

/** Adds entries of given times, and counts what is kept. */
export async function addMany(times: readonly number[]): Promise<number> {
  for (const at of times) {
    await store.add({
      at,
      host: 'a.example',
      path: '/',
      purpose: 'look-up',
      outcome: 'answered',
      status: 200,
      bytes: 0,
    });
  }
  return db.requests.count();
}
