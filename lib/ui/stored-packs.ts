/** What is stored of the packs, as the options read and change it; `null` where this window sees another database. */
import { liveQuery } from 'dexie';
import { createJobStore } from '../db/job-store';
import { KnowledgeDb } from '../db/knowledge-db';
import { createKnowledgeStore } from '../db/knowledge-store';
import { ReaderDb } from '../db/reader-db';
import { createSubscriptionStore } from '../db/subscription-store';
import { ensureInstallId, readInstallId } from '../platform/install-id';
import type { StoredPacks } from '../services/describe-packs';
import type { JobStore } from '../services/jobs';
import type { KnowledgeStore } from '../services/ports';
import type { SubscriptionStore } from '../services/subscriptions/subscription';

export interface PackStores {
  readonly knowledge: KnowledgeStore;
  readonly jobs: JobStore;
  readonly subscriptions: SubscriptionStore;
  /** Calls back with what is stored, now and after each change. */
  watch(changed: (stored: StoredPacks | null) => void): () => void;
}

export function openPackStores(): PackStores {
  const db = new KnowledgeDb();
  const jobs = createJobStore(db);
  const subscriptions = createSubscriptionStore(new ReaderDb(), ensureInstallId);

  // Dexie alone in here: what is read after another wait is not observed. And not through the knowledge store, which
  // reads by IndexedDB.
  const read = async () => {
    const [install, current, listed, subscribed, checks] = await Promise.all([
      db.meta.get('install'),
      db.meta.get('current'),
      jobs.list(),
      subscriptions.list(),
      subscriptions.checks(),
    ]);
    return {
      install: install?.key === 'install' ? install.value : null,
      packs: {
        current: current?.key === 'current' ? current.value : null,
        jobs: listed,
        subscriptions: subscribed,
        checks,
      },
    };
  };

  return {
    knowledge: createKnowledgeStore(db),
    jobs,
    subscriptions,
    watch(changed) {
      let run = 0;
      const show = async ({ install, packs }: Awaited<ReturnType<typeof read>>) => {
        run += 1;
        const mine = run;
        const [own, used] = await Promise.all([readInstallId(), usedBytes()]);
        if (mine === run) changed(own !== null && own === install ? { ...packs, usedBytes: used } : null);
      };
      const observed = liveQuery(read).subscribe({
        next: (found) => void show(found),
        error: (error: unknown) => console.error('Sidelight: the packs cannot be read', error),
      });
      return () => observed.unsubscribe();
    },
  };
}

/** Bytes that the browser counts for this extension. */
async function usedBytes(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null;
  } catch {
    return null;
  }
}
