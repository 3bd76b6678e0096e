/** The pages open in a tab's panel, one on the other; going back finds what is below as it was left. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Reference } from '../model/ids';
import { forgetOpened, readOpened, setOpened, watchOpened } from '../platform/opened-pages';

export interface OpenedPages {
  /** The topmost last; none: the briefing is in sight. */
  readonly pages: readonly Reference[];
  open(reference: Reference): void;
  back(): void;
}

/** Where the reader was on what lies below. */
interface Left {
  readonly top: number;
  readonly focused: Element | null;
}

interface Kept {
  readonly tabId: number;
  readonly pages: readonly Reference[];
}

/** Nobody goes back through more. */
const MAX_OPENED = 30;

const isSame = (a: readonly Reference[], b: readonly Reference[]): boolean =>
  a.length === b.length && a.every((reference, i) => reference === b[i]);

/** `address`: of the tab's page; what was opened beside one article is closed with it. */
export function useOpenedPages(tabId: number | null, address: string): OpenedPages {
  const [kept, setKept] = useState<Kept | null>(null);
  const pages = kept !== null && kept.tabId === tabId ? kept.pages : [];
  const left = useRef<Left[]>([]);

  useEffect(() => {
    if (tabId === null) return;
    const stop = new AbortController();
    const look = async () => {
      const next = await readOpened(tabId);
      if (stop.signal.aborted) return;
      setKept((before) => (before?.tabId === tabId && isSame(before.pages, next) ? before : { tabId, pages: next }));
    };
    void look();
    watchOpened(tabId, () => void look(), stop.signal);
    left.current = [];
    return () => stop.abort();
  }, [tabId]);

  const place = useRef({ tabId, address });
  useEffect(() => {
    const before = place.current;
    place.current = { tabId, address };
    if (tabId !== null && before.tabId === tabId && before.address !== '' && before.address !== address)
      void forgetOpened(tabId);
  }, [tabId, address]);

  const depth = useRef(0);
  useLayoutEffect(() => {
    const before = depth.current;
    depth.current = pages.length;
    if (pages.length === before) return;
    const found = pages.length < before ? left.current[pages.length] : undefined;
    left.current.length = Math.min(left.current.length, pages.length);
    scrollTo({ top: found?.top ?? 0, behavior: 'instant' });
    if (found?.focused instanceof HTMLElement) found.focused.focus({ preventScroll: true });
  }, [pages.length]);

  const change = (next: readonly Reference[]) => {
    if (tabId === null) return;
    // At once: what is stored comes back as the same.
    setKept({ tabId, pages: next });
    void setOpened(tabId, next);
  };
  return {
    pages,
    open(reference) {
      if (pages.length >= MAX_OPENED) return;
      left.current[pages.length] = { top: scrollY, focused: document.activeElement };
      change([...pages, reference]);
    },
    back: () => change(pages.slice(0, -1)),
  };
}
