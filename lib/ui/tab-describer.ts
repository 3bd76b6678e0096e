/** Describes a tab for popup and panel from what the page knows, or by asking the background. */
import type { PageStatus } from '../briefing/view-models';
import { ask } from '../messaging/client';
import { readTabFacts } from '../platform/tab-facts';
import { describeTab } from '../services/describe-tab';
import type { HeldArticle } from '../services/hold-article';
import type { PageKnowledge } from './page-knowledge';

export interface TabDescriber {
  /** `held`: the article of the tab that the panel is held on; `null` where it is whatever the tab shows. */
  describe(tabId: number, held?: HeldArticle | null): Promise<PageStatus>;
  /** Calls back when other knowledge has become current. */
  watch(changed: () => void): () => void;
}

export const createTabDescriber = (knowledge: PageKnowledge): TabDescriber => ({
  async describe(tabId, held = null) {
    const [facts, known] = await Promise.all([readTabFacts(tabId, held), knowledge.get()]);
    if (known) return describeTab(facts, known);
    // The background knows a held article by the window whose panel is held on it.
    return ask('briefing.get', { tabId, heldBy: held?.state ? held.windowId : -1 });
  },
  watch: knowledge.watch,
});
