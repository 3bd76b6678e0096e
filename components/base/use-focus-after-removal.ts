import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in a list whose row has been removed by a button in it: it goes to the row that has taken its place, to
 * the last one, or, where none is left, to the list's own element (`tabIndex={-1}`).
 */
export function useFocusAfterRemoval(list: RefObject<HTMLElement | null>, rows: string): void {
  const row = useRef(-1);
  const rowsOf = (of: HTMLElement) => [...of.querySelectorAll<HTMLElement>(rows)];
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const stop = new AbortController();
    const focused = ({ target }: FocusEvent) => {
      row.current = rowsOf(element).findIndex((one) => one.contains(target as Node));
    };
    // Of an element that goes there is a last word only where the reader has moved on.
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) row.current = -1;
    };
    element.addEventListener('focusin', focused, { signal: stop.signal });
    element.addEventListener('focusout', left, { signal: stop.signal });
    return () => stop.abort();
  }, [list]);
  const count = useRef(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const left = rowsOf(element);
    const isFewer = left.length < count.current;
    count.current = left.length;
    if (!isFewer || row.current < 0 || document.activeElement !== document.body) return;
    const next = left[Math.min(row.current, left.length - 1)];
    (next?.querySelector<HTMLElement>('button') ?? element).focus();
  });
}
