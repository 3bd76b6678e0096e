/** What the background says of a page of our own that holds an article: it asks, and opens no database for it. */
import { ask } from '../messaging/client';
import type { TabDescriber } from './tab-describer';

export const askedDescriber: Pick<TabDescriber, 'describe' | 'watch'> = {
  describe: (tabId) => ask('briefing.get', { tabId, heldBy: -1, day: null }),
  // What changes is told through what the tab and the settings store.
  watch: () => () => undefined,
};
