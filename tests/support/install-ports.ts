/** What installing needs, in memory and without waiting; packs are files as text. */
import { sha256 } from '../../lib/cli/files';
import type { PackId } from '../../lib/model/ids';
import { webByteTools } from '../../lib/platform/byte-tools';
import type { InstallPorts } from '../../lib/services/install-packs';
import type { JobStore } from '../../lib/services/jobs';
import type { BundledPacks, InstalledPack, KnowledgeStore } from '../../lib/services/ports';
import { aHeader } from './build-facts';
import { createMemoryJobs } from './memory-jobs';
import { atOnce } from './slices';

let generations = 0;

export const installPorts = (
  store: KnowledgeStore,
  bundled: BundledPacks,
  jobs: JobStore = createMemoryJobs(),
): InstallPorts => ({
  store,
  bundled,
  jobs,
  tools: webByteTools,
  sha256,
  newGeneration: () => {
    generations += 1;
    return `g${generations}`;
  },
  now: () => '2026-10-06T12:00:00.000Z',
  slices: atOnce,
});

/** An installed pack of one record a row. */
export const anInstalledPack = (generation: string, id = 'a', pack: Partial<InstalledPack> = {}): InstalledPack => ({
  header: aHeader({ id: id as PackId }),
  generation,
  sha256: 'f'.repeat(64),
  records: 3,
  rowSize: 1,
  origin: { kind: 'bundled' },
  installedAt: '2026-10-06T12:00:00.000Z',
  bytes: 300,
  isPrivate: false,
  ...pack,
});
