/** Notices that the article's text has changed, and waits until the page is quiet before saying so. */

/** The page must be quiet for this long … */
const QUIET_MS = 400;
/** … but a page that never is gets looked at after this. */
const MAX_WAIT_MS = 3_000;

/** Calls back after changes below the root; `ignore`: nodes whose changes are our own. */
export function watchPage(root: Node, changed: () => void, ignore: (node: Node) => boolean, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  const observer = new MutationObserver((records) => {
    if (
      records.every(
        ({ target, addedNodes, removedNodes }) =>
          ignore(target) ||
          ([...addedNodes, ...removedNodes].length > 0 && [...addedNodes, ...removedNodes].every(ignore)),
      )
    )
      return;
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        since = null;
        changed();
      },
      Math.max(0, Math.min(QUIET_MS, MAX_WAIT_MS - (now - since))),
    );
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });
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
