/**
 * Describes a tab for popup and panel from the database of this page, or by asking the background where this page sees
 * another database: in private windows and containers.
 */
import { liveQuery } from 'dexie';
import type { PageStatus } from '../briefing/view-models';
import { KnowledgeDb } from '../db/knowledge-db';
import { createKnowledgeStore, isOwnDatabase } from '../db/knowledge-store';
import { ask } from '../messaging/client';
import { readInstallId } from '../platform/install-id';
import { readTrouble } from '../platform/knowledge-problem';
import { slices } from '../platform/slices';
import { readTabFacts } from '../platform/tab-facts';
import { describeTab } from '../services/describe-tab';
import { openKnowledge } from '../services/knowledge';
import { createKnowledgeHolder } from '../services/knowledge-holder';

export interface TabDescriber {
  describe(tabId: number): Promise<PageStatus>;
  /** Calls back when other knowledge has become current. */
  watch(changed: () => void): () => void;
}

/** True when this page sees the install's own database, and it opens. */
async function isUsable(db: KnowledgeDb): Promise<boolean> {
  // What stands in for it is known to the background alone.
  const [id, trouble] = await Promise.all([readInstallId(), readTrouble()]);
  return id !== null && trouble === null && isOwnDatabase(db, id);
}

export function createTabDescriber(): TabDescriber {
  const db = new KnowledgeDb();
  const store = createKnowledgeStore(db);
  // An index that does not fit is the background's to compile.
  const knowledge = createKnowledgeHolder({ open: () => openKnowledge(store, async () => false, slices) });
  let own: Promise<boolean> | null = null;

  return {
    async describe(tabId) {
      own ??= isUsable(db);
      if (!(await own)) {
        // Not ours yet may also mean: the background is only now writing the install's mark.
        own = null;
        return ask('briefing.get', { tabId });
      }
      const [facts, known] = await Promise.all([readTabFacts(tabId), knowledge.get()]);
      // Not open here may mean that the background still holds what was, or that it has not installed anything yet.
      return known ? describeTab(facts, known) : ask('briefing.get', { tabId });
    },
    watch(changed) {
      const subscription = liveQuery(() => db.meta.get('current')).subscribe({
        next: () => {
          knowledge.reset();
          changed();
        },
        error: () => undefined,
      });
      return () => subscription.unsubscribe();
    },
  };
}
