/** The browser's permission to read sites. Asking must be the first call in a click: any `await` before loses the gesture. */
import { EVERYWHERE, LISTED_PATTERNS, patternOf } from '../settings/sites';
import { browser, hasSidebarAction } from './browser';

/** Asks for one site of the reader's own. */
export const askForSite = (site: string): Promise<boolean> => ask([patternOf(site)]);

/** Asks for every site. */
export const askForEverywhere = (): Promise<boolean> => ask([EVERYWHERE]);

/** Asks again for the sites on our list, where the reader or the browser has taken them away. */
export const askForListed = (): Promise<boolean> => ask([...LISTED_PATTERNS]);

async function ask(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // Where the browser sees no gesture.
    return false;
  }
}

const mayRead = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

/** Whether the browser lets us read a site of the reader's own. */
export const mayReadSite = (site: string): Promise<boolean> => mayRead(patternOf(site));

export const mayReadEverywhere = (): Promise<boolean> => mayRead(EVERYWHERE);

/** The sites on our list that the browser withholds, by pattern: a reader can take away one or all. */
export async function withheldSites(): Promise<ReadonlySet<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  const named = new Set(origins);
  // What is not named may be part of a wider permission: that takes a question for each, and there are hundreds.
  const unnamed = LISTED_PATTERNS.filter((pattern) => !named.has(pattern));
  const allowed = await Promise.all(unnamed.map(mayRead));
  return new Set(unnamed.filter((_, i) => !allowed[i]));
}

/** Gives a permission back; what other uses still need stays theirs to ask for. */
export async function giveBackSite(site: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(site)] }).catch(() => false);
}

/**
 * Chromium would take away the sites on our list with it, which the manifest names (measured, 156): there the permission
 * stays until the reader takes it back, and Sidelight reads no more than it should.
 */
export async function giveBackEverywhere(): Promise<void> {
  if (!hasSidebarAction()) return;
  await browser.permissions.remove({ origins: [EVERYWHERE] }).catch(() => false);
}

/** Calls back with the patterns that were granted or taken away. In the background: register synchronously. */
export function watchSiteAccess(
  changed: (change: 'granted' | 'revoked', origins: readonly string[]) => void,
  signal?: AbortSignal,
): void {
  const onAdded = ({ origins }: { origins?: string[] }) => origins?.length && changed('granted', origins);
  const onRemoved = ({ origins }: { origins?: string[] }) => origins?.length && changed('revoked', origins);
  browser.permissions.onAdded.addListener(onAdded);
  browser.permissions.onRemoved.addListener(onRemoved);
  signal?.addEventListener(
    'abort',
    () => {
      browser.permissions.onAdded.removeListener(onAdded);
      browser.permissions.onRemoved.removeListener(onRemoved);
    },
    { once: true },
  );
}
