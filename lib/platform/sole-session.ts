/**
 * One session a document. At install the background injects into open tabs while the browser may be doing the same, and
 * after an update Chromium runs the new content script beside the old one, whose extension no longer answers. Both find
 * each other here: the global object of the extension's isolated world, which no page sees and which outlives an update.
 */
import { browser } from './browser';

const KEY = Symbol.for('sidelight.session');

interface Claim {
  /** False once the extension that started the session has been replaced or removed. */
  isAlive(): boolean;
  end(): void;
}

/**
 * Claims the document for this session. False when a living session has it: the caller must not start. A dead one is
 * ended, so that its marks and its card go before ours come.
 */
export function claimDocument(session: AbortController): boolean {
  const world = globalThis as { [KEY]?: Claim };
  const other = world[KEY];
  if (other?.isAlive()) return false;
  other?.end();
  world[KEY] = { isAlive: () => !session.signal.aborted && isConnected(), end: () => session.abort() };
  return true;
}

/** An orphaned content script has lost its runtime: the id is gone, or asking for it throws. */
function isConnected(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
