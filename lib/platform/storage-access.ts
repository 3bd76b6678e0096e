/** Storage is for the extension's own pages: Chromium lets content scripts, and so a page's process, read it otherwise. */
import { browser } from './browser';

interface Lockable {
  setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

export async function lockStorage(): Promise<void> {
  for (const area of [browser.storage.sync, browser.storage.local] as Lockable[]) {
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
