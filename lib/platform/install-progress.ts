/** How far an installation is: told to popup and panel, in memory, gone with the browser. */
import type { InstallProgress } from '../services/install-packs';
import { browser } from './browser';

/** Session key; popup and panel look again when it changes. */
export const PROGRESS_KEY = 'install-progress';

/** `null`: nothing is being installed any more. */
export async function tellInstallProgress(progress: InstallProgress | null): Promise<void> {
  if (progress) await browser.storage.session.set({ [PROGRESS_KEY]: progress });
  else await browser.storage.session.remove(PROGRESS_KEY);
}

export async function readInstallProgress(): Promise<InstallProgress | null> {
  return ((await browser.storage.session.get(PROGRESS_KEY))[PROGRESS_KEY] as InstallProgress | undefined) ?? null;
}
