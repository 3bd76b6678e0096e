/**
 * The content script on sites that the manifest does not name: registered where the reader has switched Sidelight on
 * and the browser lets it, and put into tabs that are open already.
 */
import { effectiveSettings, ownSites } from '../settings/schema';
import { EVERYWHERE, LISTED_PATTERNS, patternOf } from '../settings/sites';
import { browser } from './browser';

const ID = 'own-sites';

/** The manifest's content script, relative to the extension: Firefox tells it as an address, and registers none such. */
function scriptFiles(): string[] {
  const files = browser.runtime.getManifest().content_scripts?.flatMap(({ js }) => js ?? []) ?? [];
  return files.map((file) => new URL(file, browser.runtime.getURL('')).pathname.slice(1));
}

const isAllowed = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

/** Where the script is to run besides the list: the reader wants it there, and the browser has been asked. */
async function wantedMatches(stored: Readonly<Record<string, unknown>>): Promise<string[]> {
  if (effectiveSettings(stored).where === 'everywhere' && (await isAllowed(EVERYWHERE))) return [EVERYWHERE];
  const patterns = ownSites(stored).flatMap(({ site, isOn }) => (isOn ? [patternOf(site)] : []));
  const allowed = await Promise.all(patterns.map(isAllowed));
  return patterns.filter((_, i) => allowed[i]);
}

/** One at a time: two that overlap would register the same script twice. */
let running: Promise<unknown> = Promise.resolve();

/**
 * Registers the script where it is wanted now, and nowhere else. To be called at every start: an update of the
 * extension makes Chromium forget what was registered. Resolves to the patterns that are new.
 */
export function registerSites(stored: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const next = running.then(() => register(stored));
  running = next.catch(() => undefined);
  return next;
}

async function register(stored: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const [matches, [known]] = await Promise.all([
    wantedMatches(stored),
    browser.scripting.getRegisteredContentScripts({ ids: [ID] }),
  ]);
  const before = known?.matches ?? [];
  if (before.length === matches.length && matches.every((pattern) => before.includes(pattern))) return [];
  if (known) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length > 0) {
    await browser.scripting.registerContentScripts([
      {
        id: ID,
        js: scriptFiles(),
        matches,
        // The manifest's script runs there.
        excludeMatches: [...LISTED_PATTERNS],
        runAt: 'document_end',
        allFrames: false,
        persistAcrossSessions: true,
      },
    ]);
  }
  return matches.filter((pattern) => !before.includes(pattern));
}

/**
 * Starts Sidelight in one tab; where it runs already nothing happens. False where the browser does not let us: a page of
 * the browser's own, its store, or no permission.
 */
export async function startInTab(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: scriptFiles() });
    return true;
  } catch {
    return false;
  }
}

/** Starts Sidelight in the open tabs of sites that the browser has just let us read. */
export async function startInOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  for (const { id, discarded } of await browser.tabs.query({ url: [...patterns] })) {
    if (id !== undefined && !discarded) await startInTab(id);
  }
}
