/** Tells every open page when settings or its site's switch have changed. */
import { command } from '../../lib/messaging/client';
import { allTabs } from '../../lib/platform/tabs';
import { readableHost } from '../../lib/services/describe-tab';
import { pageSettings } from '../../lib/settings/schema';

export async function announceSettings(stored: Record<string, unknown>): Promise<void> {
  for (const { id, url } of await allTabs()) {
    const host = readableHost(url);
    if (host !== null) void command(id, 'page.settings', { settings: pageSettings(stored, host) });
  }
}
