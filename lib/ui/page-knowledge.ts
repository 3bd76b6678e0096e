/**
 * What this page knows: from its own view of the database, or by asking the background where that is another one: in
 * private windows and containers, while the packs are being installed, and while something else stands in for them.
 */
import { liveQuery } from 'dexie';
import { KnowledgeDb } from '../db/knowledge-db';
import { createKnowledgeStore, isOwnDatabase } from '../db/knowledge-store';
import { readInstallId } from '../platform/install-id';
import { readTrouble } from '../platform/knowledge-problem';
import { slices } from '../platform/slices';
import { type Knowledge, openKnowledge } from '../services/knowledge';
import { createKnowledgeHolder } from '../services/knowledge-holder';

export interface PageKnowledge {
  /** `null`: the background is to be asked. */
  get(): Promise<Knowledge | null>;
  /** Calls back when other knowledge has become current, and once when this page begins to look. */
  watch(changed: () => void): () => void;
}

/** True when this page sees the install's own database, and it opens. */
async function isUsable(db: KnowledgeDb): Promise<boolean> {
  // What stands in for it is known to the background alone.
  const [id, trouble] = await Promise.all([readInstallId(), readTrouble()]);
  return id !== null && trouble === null && isOwnDatabase(db, id);
}

export function openPageKnowledge(): PageKnowledge {
  const db = new KnowledgeDb();
  const store = createKnowledgeStore(db);
  // An index that does not fit is the background's to compile.
  const knowledge = createKnowledgeHolder({ open: () => openKnowledge(store, async () => false, slices) });
  let own: Promise<boolean> | null = null;
  const watchers = new Set<() => void>();
  let isWatching = false;
  /** One subscription for all, for as long as the page lives: each begins with a call, after which all is opened anew. */
  const begin = () => {
    if (isWatching) return;
    isWatching = true;
    liveQuery(() => db.meta.get('current')).subscribe({
      next: () => {
        knowledge.reset();
        for (const watcher of [...watchers]) watcher();
      },
      // Whoever watches next tries again.
      error: () => {
        isWatching = false;
      },
    });
  };

  return {
    async get() {
      own ??= isUsable(db);
      // Not open here may mean that the background still holds what was, or that it has not installed anything yet.
      if (await own) return knowledge.get();
      // Not ours yet may also mean: the background is only now writing the install's mark.
      own = null;
      return null;
    },
    watch(changed) {
      watchers.add(changed);
      begin();
      return () => void watchers.delete(changed);
    },
  };
}
