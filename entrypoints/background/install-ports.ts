/** What installing needs of a database and of the browser: the same in the background and in its worker. */
import { createJobStore } from '../../lib/db/job-store';
import type { KnowledgeDb } from '../../lib/db/knowledge-db';
import { createKnowledgeStore } from '../../lib/db/knowledge-store';
import { bundledPacks, sha256 } from '../../lib/platform/bundled-packs';
import { webByteTools } from '../../lib/platform/byte-tools';
import { slices } from '../../lib/platform/slices';

export const installPorts = (db: KnowledgeDb) => ({
  store: createKnowledgeStore(db),
  jobs: createJobStore(db),
  bundled: bundledPacks,
  tools: webByteTools,
  sha256,
  newGeneration: () => crypto.randomUUID(),
  now: () => new Date().toISOString(),
  slices,
});
