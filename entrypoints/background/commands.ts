/** Keyboard commands of the extension: pages are never listened to for them. */
import { command } from '../../lib/messaging/client';
import { onCommand, openSidebar, openSidePanel } from '../../lib/platform/panel';
import { readStored, writeStored } from '../../lib/platform/settings-area';
import { readableHost } from '../../lib/services/describe-tab';
import { isSiteOn, storedSite } from '../../lib/settings/schema';

export function listenForCommands(): void {
  onCommand((name, tab) => {
    // Opening must be the first call in the gesture.
    if (name === 'panel') {
      void openSidePanel(tab?.id ?? -1, tab?.windowId ?? -1).then((opened) => opened || openSidebar());
      return;
    }
    if (!tab) return;
    if (name === 'next' || name === 'previous') void command(tab.id, 'page.step', { by: name === 'next' ? 1 : -1 });
    if (name === 'marks') void toggleSite(tab.url);
  });
}

async function toggleSite(url: string | null): Promise<void> {
  const host = readableHost(url);
  const entry = host && storedSite(host, !isSiteOn(await readStored(), host));
  if (entry) await writeStored(entry);
}
