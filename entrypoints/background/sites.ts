/** Where Sidelight runs besides the sites on our list: follows the reader's switches and the browser's permissions at once. */
import { forgetOnce, wantOnce } from '../../lib/platform/once';
import { readStored } from '../../lib/platform/settings-area';
import { watchSiteAccess } from '../../lib/platform/site-access';
import { registerSites, startInOpenTabs, startInTab } from '../../lib/platform/site-scripts';
import { tabById } from '../../lib/platform/tabs';
import { effectiveSettings, ownSites } from '../../lib/settings/schema';
import { LISTED_PATTERNS } from '../../lib/settings/sites';
import { announceSettings, endUnreadable } from './announce-settings';

interface SiteEvents {
  /** Popup and panel are not to tell of this tab any more. */
  readonly forget: (tabId: number) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

export interface BackgroundSites {
  /** Settings have changed, or the extension has started: registers what is wanted, and begins in tabs that are open. */
  follow(): Promise<void>;
  /** Starts in a tab for this page alone; false where the browser does not let us. */
  once(tabId: number): Promise<boolean>;
  forget(tabId: number): Promise<void>;
}

/** Registers its listeners: call synchronously at start. */
export function createBackgroundSites({ forget, failed }: SiteEvents): BackgroundSites {
  /** What was followed last in this life: settings change for many other reasons, as when packs are installed. */
  let followed = '';
  const follow = async ({ isForced = false } = {}) => {
    const stored = await readStored();
    const wanted = JSON.stringify([effectiveSettings(stored).where, ownSites(stored)]);
    if (wanted === followed && !isForced) return;
    followed = wanted;
    await startInOpenTabs(await registerSites(stored));
  };
  watchSiteAccess((change, origins) => {
    const settle = async () => {
      await follow({ isForced: true });
      if (change === 'revoked') return endUnreadable(forget);
      // Of the list's sites the manifest's script runs in new pages only.
      await startInOpenTabs(origins.filter((pattern) => LISTED_PATTERNS.includes(pattern)));
      await announceSettings();
    };
    settle().catch(failed);
  });
  return {
    follow,
    async once(tabId) {
      const tab = await tabById(tabId);
      if (!tab) return false;
      await wantOnce(tab);
      const started = await startInTab(tabId);
      // Where it runs already it is told; a script that has just begun asks by itself.
      if (started) await announceSettings();
      else await forgetOnce(tabId);
      return started;
    },
    forget: forgetOnce,
  };
}
