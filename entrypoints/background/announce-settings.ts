/** Tells every open page when settings or its site's switch have changed. */
import { command } from '../../lib/messaging/client';
import { readStoredFor } from '../../lib/platform/settings-area';
import { allTabs } from '../../lib/platform/tabs';
import { pageSettings } from '../../lib/settings/schema';
import { readableHost } from '../../lib/text/address';

export async function announceSettings(): Promise<void> {
  const usual = await readStoredFor({ private: false });
  const inPrivate = await readStoredFor({ private: true });
  for (const tab of await allTabs()) {
    const host = readableHost(tab.url);
    if (host === null) continue;
    void command(tab.id, 'page.settings', { settings: pageSettings(tab.private ? inPrivate : usual, host) });
  }
}
