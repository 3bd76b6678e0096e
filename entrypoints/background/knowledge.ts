/** The background's knowledge: opened at once, kept in order when nobody waits, and who hears of changes. */
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore, markInstall } from '../../lib/db/knowledge-store';
import { command } from '../../lib/messaging/client';
import { bundledPacks, sha256 } from '../../lib/platform/bundled-packs';
import { ensureInstallId } from '../../lib/platform/install-id';
import { tellKnowledgeProblem } from '../../lib/platform/knowledge-problem';
import { slices } from '../../lib/platform/slices';
import { allTabs } from '../../lib/platform/tabs';
import { setVerified, wasVerified } from '../../lib/platform/verified-index';
import { installBundledPacks } from '../../lib/services/install-packs';
import { openKnowledge } from '../../lib/services/knowledge';
import { createKnowledgeHolder, type KnowledgeHolder } from '../../lib/services/knowledge-holder';
import { rebuildIndex } from '../../lib/services/rebuild-index';

/** What woke the background has been answered by then; in Firefox and Chromium it lives for 30 s. */
const MAINTAIN_AFTER_MS = 3_000;

/** Nobody waits for these: what failed is said in the extension's own console. */
const report = (error: unknown): void => console.error('Sidelight:', error);

async function renewPages(): Promise<void> {
  for (const tab of await allTabs()) void command(tab.id, 'page.again', { asOf: null });
}

export function createBackgroundKnowledge(): KnowledgeHolder {
  const db = new KnowledgeDb();
  const store = createKnowledgeStore(db);
  const ports = { store, bundled: bundledPacks, sha256, newGeneration: () => crypto.randomUUID(), slices };
  const changed = () => void renewPages().catch(report);
  return createKnowledgeHolder({
    open: () => openKnowledge(store, (current) => rebuildIndex(store, current, { slices }).then(() => true)),
    keeper: {
      update: async () => {
        await markInstall(db, await ensureInstallId());
        return (await installBundledPacks(ports)) ? 'changed' : 'same';
      },
      discard: store.discardIndex,
      wasVerified,
      setVerified,
      later: (task) => void setTimeout(task, MAINTAIN_AFTER_MS),
      tell: (failed) => void tellKnowledgeProblem(failed).catch(report),
      changed,
      slices,
    },
  });
}
