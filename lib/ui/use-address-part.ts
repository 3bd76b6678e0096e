/** The part of this page that its address names, behind the `#`: a link to it may come from elsewhere. */
import { useEffect, useState } from 'preact/hooks';

const partOf = (): string => location.hash.slice(1);

/** What a reader does who wants to be elsewhere than where the address has put them. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'hashchange'] as const;

/** Its id, live. The page draws itself after it has loaded, part by part, so the one that is wanted is scrolled to here. */
export function useAddressPart(): string {
  const [part, setPart] = useState(partOf);
  useEffect(() => {
    const read = () => setPart(partOf());
    addEventListener('hashchange', read);
    const settle = new AbortController();
    if (partOf() !== '') holdInSight(partOf(), settle);
    return () => {
      removeEventListener('hashchange', read);
      settle.abort();
    };
  }, []);
  return part;
}

/** What is drawn later than this is no part of the page's beginning. */
const DRAWN_MS = 3_000;

/** Keeps a part where the address has put it while others are drawn above it, until the reader moves. */
function holdInSight(id: string, settle: AbortController): void {
  const observer = new ResizeObserver(() => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }));
  observer.observe(document.body);
  for (const move of MOVES) addEventListener(move, () => settle.abort(), { signal: settle.signal, passive: true });
  setTimeout(() => settle.abort(), DRAWN_MS);
  settle.signal.addEventListener('abort', () => observer.disconnect());
}
