/**
 * Consent to look-ups: given in a click, together with the browser's permission for the hosts, and gone when either is
 * taken away. It lies in `storage.local`: a device that synchronises settings must not switch it on (T135).
 */
import { browser, hasSidebarAction } from './browser';

const KEY = 'consent:look-ups';
/** Where look-ups ask; the manifest's `connect-src` names the same hosts. */
const HOSTS = ['https://*.wikipedia.org/*', 'https://www.wikidata.org/*'];
/** What Firefox names in its own words: what is typed, and what is selected in a page. */
const DATA = ['searchTerms', 'websiteContent'];

type Permissions = Parameters<typeof browser.permissions.request>[0];

/** Chromium refuses what it does not know. */
const WANTED = { origins: HOSTS, ...(hasSidebarAction() ? { data_collection: DATA } : {}) } as Permissions;

const isGiven = async (): Promise<boolean> => (await browser.storage.local.get(KEY))[KEY] === true;

const isAllowed = (): Promise<boolean> => browser.permissions.contains({ origins: HOSTS });

/** Whether the reader has agreed, and the browser still lets us. */
export async function mayLookUp(): Promise<boolean> {
  const [given, allowed] = await Promise.all([isGiven(), isAllowed()]);
  return given && allowed;
}

/** Asks the browser, in the click itself: any `await` before loses the gesture. False when the reader declines there. */
export async function giveLookUpConsent(): Promise<boolean> {
  const allowed = await browser.permissions.request(WANTED);
  if (allowed) await browser.storage.local.set({ [KEY]: true });
  return allowed;
}

/** Takes consent back, and gives the permission back to the browser. */
export async function withdrawLookUpConsent(): Promise<void> {
  await browser.storage.local.remove(KEY);
  // Where the reader has granted more than these hosts, the browser may not take back a part of it.
  await browser.permissions.remove(WANTED).catch(() => false);
}

/** Calls back whenever consent or permission have changed. */
export function watchLookUpConsent(changed: () => void, signal?: AbortSignal): void {
  const onStored = (changes: Record<string, unknown>) => {
    if (KEY in changes) changed();
  };
  browser.storage.local.onChanged.addListener(onStored);
  browser.permissions.onRemoved.addListener(changed);
  browser.permissions.onAdded.addListener(changed);
  signal?.addEventListener(
    'abort',
    () => {
      browser.storage.local.onChanged.removeListener(onStored);
      browser.permissions.onRemoved.removeListener(changed);
      browser.permissions.onAdded.removeListener(changed);
    },
    { once: true },
  );
}

/**
 * For the background; register synchronously. Calls back when look-ups may no longer be made. A permission that was taken
 * away in the browser's own settings takes the consent with it: whoever grants it again is asked again.
 */
export function onLookUpConsentGone(gone: () => void): void {
  watchLookUpConsent(() => {
    void Promise.all([isGiven(), isAllowed()]).then(([given, allowed]) => {
      if (given && allowed) return;
      gone();
      // Never while it is being given: the permission comes first.
      if (given) void browser.storage.local.remove(KEY);
    });
  });
}
