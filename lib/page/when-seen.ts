/** Waits for a page to be looked at: browsers restore hundreds of tabs at once, of which the reader sees one (T90). */

const isSeen = (document: Document): boolean =>
  document.visibilityState === 'visible' && !(document as { readonly prerendering?: boolean }).prerendering;

/**
 * Resolves to true once the document is in front of the reader: at once where it is already, never rendered ahead of its
 * visit. False: the signal was aborted first.
 */
export function whenSeen(document: Document, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    if (isSeen(document)) return resolve(true);
    const watching = new AbortController();
    const end = (seen: boolean) => {
      watching.abort();
      resolve(seen);
    };
    const look = () => isSeen(document) && end(true);
    document.addEventListener('visibilitychange', look, { signal: watching.signal });
    document.addEventListener('prerenderingchange', look, { signal: watching.signal });
    signal.addEventListener('abort', () => end(false), { signal: watching.signal });
  });
}
