/** Describes a tab for popup and panel from what the page knows, or by asking the background. */
import type { PageStatus } from '../briefing/view-models';
import { ask } from '../messaging/client';
import { readTabFacts } from '../platform/tab-facts';
import { describeTab } from '../services/describe-tab';
import type { PageKnowledge } from './page-knowledge';

export interface TabDescriber {
  describe(tabId: number): Promise<PageStatus>;
  /** Calls back when other knowledge has become current. */
  watch(changed: () => void): () => void;
}

export const createTabDescriber = (knowledge: PageKnowledge): TabDescriber => ({
  async describe(tabId) {
    const [facts, known] = await Promise.all([readTabFacts(tabId), knowledge.get()]);
    return known ? describeTab(facts, known) : ask('briefing.get', { tabId });
  },
  watch: knowledge.watch,
});
