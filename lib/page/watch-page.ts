/** Notices that the article's text has changed, and waits until the page is quiet before saying so. */

/** The page must be quiet for this long … */
const QUIET_MS = 400;
/** … but a page that never is gets looked at after this. */
const MAX_WAIT_MS = 3_000;

/** A look at the page may take one part in so many of its time: a page that is slow to read is read less often. */
const MIN_IDLE_SHARE = 20;

/** A page that changes more often in a second is not watched: each change costs it something (T58). */
const STORM = 2_000;
const SECOND_MS = 1_000;
/** A storm is left alone for so long before it is listened to again, then for twice as long, up to the most. */
const [FIRST_REST_MS, MOST_REST_MS] = [1_000, 16_000];

/**
 * Calls back after changes below the root, and not while the page is hidden, nor in a storm of them. `ignore`: nodes
 * whose changes are our own; `cost`: ms that the last look took.
 */
export function watchPage(
  root: Node,
  changed: () => void,
  { ignore, cost }: { readonly ignore: (node: Node) => boolean; readonly cost: () => number },
  signal: AbortSignal,
): void {
  let missed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let rest = FIRST_REST_MS;
  let counted = { from: 0, changes: 0 };

  /** True when there are too many; those of one storm are not told of, what it leaves is. */
  const isStorm = (changes: number, now: number): boolean => {
    if (now - counted.from > SECOND_MS) counted = { from: now, changes: 0 };
    counted.changes += changes;
    return counted.changes > STORM;
  };
  const observe = () => observer.observe(root, { childList: true, subtree: true, characterData: true });
  const soon = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      since = null;
      rest = FIRST_REST_MS;
      missed = document.visibilityState === 'hidden';
      if (!missed) changed();
    }, ms);
  };
  const listenAgain = () => {
    counted = { from: performance.now(), changes: 0 };
    observe();
    // What has changed meanwhile was not seen: without another storm it is looked at.
    soon(QUIET_MS);
  };
  const observer = new MutationObserver((records) => {
    const now = performance.now();
    if (isStorm(records.length, now)) {
      observer.disconnect();
      since = null;
      clearTimeout(timer);
      timer = setTimeout(listenAgain, rest);
      rest = Math.min(rest * 2, MOST_REST_MS);
      return;
    }
    if (
      records.every(
        ({ target, addedNodes, removedNodes }) =>
          ignore(target) ||
          ([...addedNodes, ...removedNodes].length > 0 && [...addedNodes, ...removedNodes].every(ignore)),
      )
    )
      return;
    since ??= now;
    soon(Math.max(0, Math.min(QUIET_MS, MAX_WAIT_MS - (now - since)), cost() * MIN_IDLE_SHARE));
  });
  observe();
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!missed || document.visibilityState === 'hidden') return;
      missed = false;
      changed();
    },
    { signal },
  );
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

/** Attributes by which pages switch their own light and dark. */
const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-color-mode', 'data-mode', 'theme'];
/** The switch runs through a transition: looked at when it has settled. */
const COLOUR_SETTLE_MS = 300;

/** Calls back when the page's own colours may have changed: its theme's switch, or the system's. */
export function watchColours(document: Document, changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, COLOUR_SETTLE_MS);
  };
  const observer = new MutationObserver(soon);
  for (const element of [document.documentElement, document.body]) {
    if (element) observer.observe(element, { attributes: true, attributeFilter: THEME_ATTRIBUTES });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
