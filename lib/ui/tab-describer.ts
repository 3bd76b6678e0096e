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
import { readerLanguage } from '../platform/language';
import { sessionPages } from '../platform/session-pages';
import { readStored } from '../platform/settings-area';
import { hasAccess, tabById } from '../platform/tabs';
import { describeTab, readableHost } from '../services/describe-tab';
import { openKnowledge } from '../services/knowledge';
import { createKnowledgeHolder } from '../services/knowledge-holder';
import { effectiveSettings, isSiteOn } from '../settings/schema';

export interface TabDescriber {
  describe(tabId: number): Promise<PageStatus>;
  /** Calls back when other knowledge has become current. */
  watch(changed: () => void): () => void;
}

export function createTabDescriber(): TabDescriber {
  const db = new KnowledgeDb();
  const store = createKnowledgeStore(db);
  const knowledge = createKnowledgeHolder(
    async () => undefined,
    () => openKnowledge(store),
  );
  let own: Promise<boolean> | null = null;

  return {
    async describe(tabId) {
      own ??= readInstallId().then((id) => id !== null && isOwnDatabase(db, id));
      if (!(await own)) {
        // Not ours yet may also mean: the background is only now writing the install's mark.
        own = null;
        return ask('briefing.get', { tabId });
      }
      const [tab, state, stored, known] = await Promise.all([
        tabById(tabId),
        sessionPages.get(tabId),
        readStored(),
        knowledge.get(),
      ]);
      const url = tab?.url ?? null;
      return describeTab(
        {
          url,
          state,
          siteOn: isSiteOn(stored, readableHost(url) ?? ''),
          hasAccess: state !== null || (await hasAccess(url)),
        },
        known,
        readerLanguage(effectiveSettings(stored).language),
      );
    },
    watch(changed) {
      const subscription = liveQuery(() => store.current()).subscribe({
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
