/** Where the reader was below a page that is put on top: once it is closed, focus and scroll position are there again. */
import { useLayoutEffect, useRef } from 'preact/hooks';

export function useLastFocus(isCovered: boolean): void {
  const left = useRef<{ readonly focused: Element | null; readonly top: number } | null>(null);
  // While it is drawn: what is hidden or gone has lost the focus by the time of an effect.
  if (isCovered && !left.current) left.current = { focused: document.activeElement, top: scrollY };
  useLayoutEffect(() => {
    if (isCovered) {
      scrollTo({ top: 0, behavior: 'instant' });
      return;
    }
    const before = left.current;
    left.current = null;
    if (!before) return;
    scrollTo({ top: before.top, behavior: 'instant' });
    if (before.focused instanceof HTMLElement) before.focused.focus({ preventScroll: true });
  }, [isCovered]);
}
