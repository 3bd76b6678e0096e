/** What the reader opened belongs to the article and returns with it: when the panel, the tab or the background has gone. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Keepable, Keeper } from '../../components/base/kept';
import { readViews, writeView } from '../platform/article-views';

type Opened = Readonly<Record<string, Keepable>>;

/** The name of what changes many times a second. */
const SCROLL = 'scroll';
/** Scrolling is written down once it has paused for so long. */
const WRITE_AFTER_MS = 200;
/** Longer than the panel takes to draw another article. */
const SETTLES_IN_MS = 300;
/** Shared by all that this page shows; what was opened in a private window is never written. */
const known = new Map<string, Opened>();
const unwritten = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is here is newer than what is stored. */
const readAll = async (): Promise<void> => {
  for (const [address, opened] of await readViews<Opened>()) if (!known.has(address)) known.set(address, opened);
};

function writeAll(): void {
  clearTimeout(timer);
  for (const address of unwritten) void writeView(address, known.get(address) ?? {});
  unwritten.clear();
}

function keeperOf(address: string, isPrivate: boolean): Keeper {
  return {
    read: (name) => known.get(address)?.[name],
    keep(name, value) {
      known.set(address, { ...known.get(address), [name]: value });
      if (isPrivate) return;
      unwritten.add(address);
      // At once: of a panel that is closed next, nothing is written any more (measured in Firefox).
      if (name !== SCROLL) return writeAll();
      clearTimeout(timer);
      timer = setTimeout(writeAll, WRITE_AFTER_MS);
    },
  };
}

/** `null` until what was opened is known: some ms, once a page. */
export function useArticleMemory(address: string, isPrivate: boolean): Keeper | null {
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    let isOver = false;
    // A browser that does not tell what it keeps has kept nothing.
    readAll()
      .catch(() => undefined)
      .then(() => {
        if (!isOver) setRead(true);
      });
    addEventListener('pagehide', writeAll);
    return () => {
      isOver = true;
      removeEventListener('pagehide', writeAll);
    };
  }, []);
  const keeper = useMemo(() => keeperOf(address, isPrivate), [address, isPrivate]);
  return isRead ? keeper : null;
}

/** A value that belongs to the article; the initial one until something is kept. */
export function useArticleValue<T extends Keepable>(
  keeper: Keeper | null,
  name: string,
  initial: T,
): [T, (value: T) => void] {
  const [own, setOwn] = useState<{ readonly keeper: Keeper; readonly value: T } | null>(null);
  const value = own && own.keeper === keeper ? own.value : ((keeper?.read(name) as T | undefined) ?? initial);
  return [
    value,
    (next) => {
      if (!keeper) return;
      keeper.keep(name, next);
      setOwn({ keeper, value: next });
    },
  ];
}

/**
 * Where the page was scrolled to is found again once there is something to scroll. `shown`: what is drawn, `null` for
 * nothing; for a moment it may be the article before, too short to be scrolled as far, and that is not kept.
 */
export function useArticleScroll(keeper: Keeper | null, shown: string | null): void {
  const settled = useMemo(() => (keeper ? performance.now() + SETTLES_IN_MS : 0), [keeper]);
  useLayoutEffect(() => {
    if (!keeper || shown === null) return;
    const top = Number(keeper.read(SCROLL) ?? 0);
    scrollTo({ top, behavior: 'instant' });
    // What is drawn in turns is long enough only later.
    const growth = new ResizeObserver(() => {
      if (performance.now() <= settled && scrollY < top) scrollTo({ top, behavior: 'instant' });
    });
    growth.observe(document.body);
    const keep = () => {
      if (performance.now() > settled) keeper.keep(SCROLL, Math.round(scrollY));
    };
    addEventListener('scroll', keep, { passive: true });
    return () => {
      growth.disconnect();
      removeEventListener('scroll', keep);
    };
  }, [keeper, shown, settled]);
}
