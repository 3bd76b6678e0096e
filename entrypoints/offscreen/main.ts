/** Chromium: the page without a window in which large sets of packs are installed; it closes itself when that is done. */
import { ask, tell } from '../../lib/messaging/client';
import { runInstaller } from '../../lib/platform/installer';

runInstaller((progress) => tell('install.progress', progress))
  .then(
    () => false,
    (error: unknown) => {
      console.error('Sidelight: the packs could not be installed', error);
      return true;
    },
  )
  .then((failed) => ask('install.done', { failed }))
  // A background that does not hear it finds the new packs, or none, when it starts next.
  .catch(() => undefined)
  .finally(() => window.close());
