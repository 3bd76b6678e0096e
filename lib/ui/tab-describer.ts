/** Describes a tab for popup and panel from what the page knows, or by asking the background. */
import type { PairModel, PairNames } from '../briefing/pair-models';
import type { PageStatus } from '../briefing/view-models';
import { createOwnRecords } from '../db/own-records';
import { ReaderDb } from '../db/reader-db';
import { ask } from '../messaging/client';
import { ensureInstallId } from '../platform/install-id';
import { slices } from '../platform/slices';
import { readTabFacts } from '../platform/tab-facts';
import { describePair, describeTab } from '../services/describe-tab';
import type { HeldArticle } from '../services/hold-article';
import { toOwnEntities, withOwnRecords } from '../services/own/own-entities';
import type { PageKnowledge } from './page-knowledge';

export interface TabDescriber {
  /**
   * `held`: the article of the tab that the panel is held on; `null` where it is whatever the tab shows. `day`: an ISO
   * date as of which the reader reads; `null`: the article's own.
   */
  describe(tabId: number, held?: HeldArticle | null, day?: string | null): Promise<PageStatus>;
  /** What lies between two names of the article. */
  pair(tabId: number, names: PairNames, held: HeldArticle | null, day: string | null): Promise<PairModel | null>;
  /** Calls back when other knowledge has become current. */
  watch(changed: () => void): () => void;
}

/** The background knows a held article by the window whose panel is held on it. */
const heldBy = (held: HeldArticle | null): number => (held?.state ? held.windowId : -1);

export function createTabDescriber(knowledge: PageKnowledge): TabDescriber {
  const reader = createOwnRecords(new ReaderDb(), ensureInstallId);
  /** The reader's own names, which articles are shown without where they cannot be read. */
  const ownEntities = async () => {
    const names = await reader.list('names').catch(() => []);
    return toOwnEntities(names.map(({ value }) => value));
  };
  return {
    async describe(tabId, held = null, day = null) {
      const [facts, known, names] = await Promise.all([readTabFacts(tabId, held), knowledge.get(), ownEntities()]);
      // What was changed in private windows is known to the background alone.
      const isHere = known !== null && facts.state?.private !== true;
      if (isHere) return describeTab(facts, withOwnRecords(known, names), { day, slices });
      return ask('briefing.get', { tabId, heldBy: heldBy(held), day });
    },
    async pair(tabId, names, held, day) {
      const [facts, known] = await Promise.all([readTabFacts(tabId, held), knowledge.get()]);
      if (known) return describePair(facts, known, names, day);
      return ask('pair.get', { tabId, heldBy: heldBy(held), names, day });
    },
    watch: knowledge.watch,
  };
}
