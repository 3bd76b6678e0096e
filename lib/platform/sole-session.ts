/**
 * One living session a document. At install the background injects into open tabs while the browser may be doing the
 * same; both find each other here: the global object of the extension's isolated world, which no page sees. An update
 * gives the new content script a world of its own (Chromium, measured): the old one ends itself, at its first use.
 */
import { browser } from './browser';

const KEY = Symbol.for('sidelight.session');

/** Claims the document for this session. False when a living session has it: the caller must not start. */
export function claimDocument(session: AbortController): boolean {
  const world = globalThis as { [KEY]?: AbortController };
  const other = world[KEY];
  if (other && !other.signal.aborted) return false;
  world[KEY] = session;
  return true;
}

/**
 * Passes a request through; when it fails because the extension has been updated, switched off or removed, the session
 * ends: its marks and its card go at the reader's first use of them.
 */
export async function endIfOrphaned<T>(session: AbortController, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (!isConnected()) session.abort();
    throw error;
  }
}

/** An orphaned content script has lost its runtime: the id is gone, or asking for it throws. */
function isConnected(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
