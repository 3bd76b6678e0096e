/**
 * Waits for a page's style sheets. Its text is there before them; what they hide would be read as if it could be seen,
 * and Firefox has no boxes for anything yet (measured).
 */

const PAINTED = 'first-contentful-paint';

/** Resolves to true once the browser has painted the page, or has loaded all of it. False: the signal was aborted first. */
export function whenRendered({ readyState, defaultView }: Document, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    // The page can give a mark of its own this name, not this type.
    const isPainted = performance.getEntriesByName(PAINTED, 'paint').length > 0;
    if (readyState === 'complete' || !defaultView || isPainted) return resolve(true);
    const waiting = new AbortController();
    const end = (isRendered: boolean) => {
      waiting.abort();
      observer.disconnect();
      resolve(isRendered);
    };
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(PAINTED).length > 0) end(true);
    });
    observer.observe({ type: 'paint', buffered: true });
    defaultView.addEventListener('load', () => end(true), { signal: waiting.signal });
    signal.addEventListener('abort', () => end(false), { signal: waiting.signal });
  });
}
