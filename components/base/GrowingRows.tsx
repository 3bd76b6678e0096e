import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';

interface Props<T> {
  readonly items: readonly T[];
  readonly words: Words;
  /** Gives the rows of one item, with keys. */
  readonly children: (item: T) => ComponentChildren;
}

/** Rows that are added at a time: few enough for a task of 20 ms (an event's row takes up to one on a slow machine). */
const ROWS = 20;
/** A list of no more is there at once. */
const FEW = 50;
/** Px below what is in sight at which the next are added. */
const AHEAD = '600px';

/**
 * Rows of a list, of a long one the first; more come when the reader comes near to the end, or presses. So thousands
 * open as fast as twenty, and nothing above moves.
 */
export function GrowingRows<T>({ items, words, children }: Props<T>) {
  const [grown, setCount] = useState(ROWS);
  const count = items.length <= FEW ? items.length : grown;
  const end = useRef<HTMLLIElement>(null);
  const rest = items.length - count;
  // Anew after each step: an observer tells of changes only, and the end may still be in sight.
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setCount(count + ROWS);
      },
      { rootMargin: `0px 0px ${AHEAD}` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [count, rest > 0]);
  return (
    <>
      {(rest > 0 ? items.slice(0, count) : items).map(children)}
      {rest > 0 && (
        <li ref={end} class="more-rows">
          <button type="button" class="link small figures" onClick={() => setCount(count + ROWS)}>
            {words.t('showMoreRows', { n: rest })}
          </button>
        </li>
      )}
    </>
  );
}
