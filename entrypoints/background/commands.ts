/** Keyboard commands of the extension: pages are never listened to for them. */
import { command } from '../../lib/messaging/client';
import { onCommand, openPanel } from '../../lib/platform/panel';
import { toggleSite } from './site-switch';

export function listenForCommands(): void {
  onCommand((name, tab) => {
    // Opening must be the first call in the gesture.
    if (name === 'panel') {
      void openPanel(tab ?? { id: -1, windowId: -1 });
      return;
    }
    if (!tab) return;
    if (name === 'next' || name === 'previous') void command(tab.id, 'page.step', { by: name === 'next' ? 1 : -1 });
    if (name === 'marks') void toggleSite(tab);
  });
}
