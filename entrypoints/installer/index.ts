/** The worker that installs large sets of packs: no page, no extension API, only the database and the packaged files. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore } from '../../lib/db/knowledge-store';
import { bundledPacks, sha256 } from '../../lib/platform/bundled-packs';
import type { InstallerNews } from '../../lib/platform/installer';
import { slices } from '../../lib/platform/slices';
import type { InstallProgress } from '../../lib/services/install-packs';
import { putInOrder } from '../../lib/services/keep-knowledge';

/** Progress is told no more often. */
const TELL_EVERY_MS = 1_000;

const tell = (news: InstallerNews): void => self.postMessage(news);

function tellNowAndThen(): (progress: InstallProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    if (slices.now() - last < TELL_EVERY_MS) return;
    last = slices.now();
    tell({ kind: 'progress', ...progress });
  };
}

export default defineUnlistedScript(() => {
  putInOrder(
    {
      store: createKnowledgeStore(new KnowledgeDb()),
      bundled: bundledPacks,
      sha256,
      newGeneration: () => crypto.randomUUID(),
      slices,
    },
    { onProgress: tellNowAndThen() },
  ).then(
    (changed) => tell({ kind: 'done', changed }),
    (error: unknown) => tell({ kind: 'failed', reason: String(error) }),
  );
});
