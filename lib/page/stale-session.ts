/**
 * Takes away what a session has left in its page that was given no chance to do so: an update of the extension leaves the
 * old content script without its runtime (Chromium, where it ends itself at its first use) or ends it at once (Firefox).
 */
import { isDrawnName } from './painter';

/** What Firefox gives the content scripts of extensions besides. */
interface FirefoxWindow {
  /** The window as the page sees it: of its objects a content script is given no iterators (measured). */
  readonly wrappedJSObject?: Window & typeof globalThis;
}
interface FirefoxElement {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Highlights that are looked at: a page may tell of any number. */
const MAX_HIGHLIGHTS = 1_000;

/** Marks, and the card, whose page has this address. To be called before a session draws anything of its own. */
export function clearStaleSession(document: Document, cardAddress: string): void {
  for (const name of drawnNames()) CSS.highlights.delete(name);
  for (const element of [...document.documentElement.children]) {
    const frame = (element as FirefoxElement).openOrClosedShadowRoot?.querySelector('iframe');
    if (frame?.src.startsWith(cardAddress)) element.remove();
  }
}

/** The registry of highlights is the document's, not that of the world which has filled it. */
function drawnNames(): string[] {
  const drawn: string[] = [];
  if (CSS.highlights.size === 0) return drawn;
  try {
    // The page may have its own ways to list them: it is told nothing, and believed only what is a name of ours.
    const names = ((window as FirefoxWindow).wrappedJSObject ?? window).CSS.highlights.keys();
    for (let i = 0; i < MAX_HIGHLIGHTS; i++) {
      const { value, done } = names.next();
      if (done) break;
      if (typeof value === 'string' && isDrawnName(value)) drawn.push(value);
    }
  } catch {
    // A page that breaks its own list keeps what it shows.
  }
  return drawn;
}
