/** The worker that installs large sets of packs: no page, no extension API, only the database and the packaged files. */
import { KnowledgeDb } from '../../lib/db/knowledge-db';
import type { InstallerNews } from '../../lib/platform/installer';
import { watchProblems } from '../../lib/platform/problems';
import { clock, slices } from '../../lib/platform/slices';
import type { InstallProgress } from '../../lib/services/install-packs';
import { runHost } from '../../lib/services/keep-knowledge';
import { installPorts } from './install-ports';

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

/** Does what there is to do, and tells how far it is. */
export function install(): void {
  watchProblems(self.location.origin, (problem) => tell({ kind: 'problem', problem }));
  runHost(installPorts(new KnowledgeDb()), {
    onProgress: tellNowAndThen(),
    onChanged: () => tell({ kind: 'changed' }),
    sleep: clock.sleep,
  }).then(
    () => tell({ kind: 'done' }),
    (error: unknown) => tell({ kind: 'failed', reason: String(error) }),
  );
}
