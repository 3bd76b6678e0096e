/** What an erasure takes out of the browser's own storage, and the note that one has begun. */
import { storedDeviceSetting } from '../settings/schema';
import { browser } from './browser';
import { withdrawLookUpConsent } from './look-up-consent';

const KEY = 'erasing';

/** Written down first: an erasure that is cut off goes on at the next start. */
export const beginErasing = (): Promise<void> => browser.storage.local.set({ [KEY]: true });

export const isErasing = async (): Promise<boolean> => (await browser.storage.local.get(KEY))[KEY] === true;

export const endErasing = (): Promise<void> => browser.storage.local.remove(KEY);

/**
 * Settings, consent, sites that were granted, alarms, what lies in memory: all but the note. Other devices keep what they
 * have, and would tell it to this one at once: the browser's synchronisation is off here from now on.
 */
export async function eraseStorage(): Promise<void> {
  const apart = storedDeviceSetting('browserSync', false);
  await browser.storage.local.set(apart);
  await withdrawLookUpConsent();
  const { origins = [] } = await browser.permissions.getAll();
  // Firefox would give back what the manifest asks for as well, and Chromium with "every site" (see `site-access`).
  const needed: unknown[] = ['*://*/*', '<all_urls>', ...(browser.runtime.getManifest().host_permissions ?? [])];
  for (const origin of origins)
    if (!needed.includes(origin)) await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  await browser.alarms.clearAll();
  await browser.storage.sync.clear();
  await browser.storage.session.clear();
  const kept = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(kept.filter((key) => key !== KEY && !Object.hasOwn(apart, key)));
}
