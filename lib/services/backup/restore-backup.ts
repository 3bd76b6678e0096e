/** What a backup would change, and changing it. */
import { isKept } from '../../settings/schema';
import type { JobStore } from '../jobs';
import type { KnowledgeStore } from '../ports';
import { queueImport } from '../queue-jobs';
import type { Backup, RestoredPack } from './read-backup';
import type { ReaderRecords } from './reader-records';

/** Characters of a setting as JSON: what `storage.sync` takes in one item (8,192 bytes, key included). */
const MAX_SETTING_CHARS = 2_000;

export interface RestorePorts {
  readonly records: ReaderRecords;
  readonly settings: {
    read(): Promise<Readonly<Record<string, unknown>>>;
    write(values: Record<string, unknown>): Promise<void>;
  };
  readonly jobs: JobStore;
  readonly knowledge: Pick<KnowledgeStore, 'current'>;
}

/** How much a backup would change: nothing where all is 0 or empty. */
export interface RestorePreview {
  readonly made: string | null;
  readonly settings: number;
  /** By table; only those with records that are newer than what is here. */
  readonly records: ReadonlyMap<string, number>;
  readonly packs: readonly RestoredPack[];
  readonly unknown: number;
}

export async function previewRestore(backup: Backup, ports: RestorePorts): Promise<RestorePreview> {
  const [settings, compared, packs] = await Promise.all([
    settingsToWrite(backup, ports),
    ports.records.compare(backup.records),
    packsToAdd(backup, ports),
  ]);
  return {
    made: backup.made,
    settings: Object.keys(settings).length,
    records: new Map([...compared].filter(([, count]) => count > 0)),
    packs,
    unknown: backup.unknown,
  };
}

/**
 * Takes a backup back: the reader's records first, of which the newer stay, then settings, then packs as jobs. Each of
 * these is whole or not at all; done twice, it changes nothing more. Resolves to how many packs were queued.
 */
export async function restoreBackup(backup: Backup, ports: RestorePorts): Promise<number> {
  await ports.records.merge(backup.records);
  const settings = await settingsToWrite(backup, ports);
  if (Object.keys(settings).length > 0) await ports.settings.write(settings);
  const packs = await packsToAdd(backup, ports);
  for (const { file, name, isPrivate } of packs)
    await queueImport(ports.jobs, file, { origin: { kind: 'file', name }, isPrivate });
  return packs.length;
}

/** Settings that differ, those of a newer version too: it will know them again. */
async function settingsToWrite({ settings }: Backup, ports: RestorePorts): Promise<Record<string, unknown>> {
  const stored = await ports.settings.read();
  return Object.fromEntries(
    [...settings].filter(([key, value]) => {
      const text = JSON.stringify(value);
      return (
        isKept(key) && text !== undefined && text.length <= MAX_SETTING_CHARS && text !== JSON.stringify(stored[key])
      );
    }),
  );
}

/** Packs that are not installed, or in another version. */
async function packsToAdd({ packs }: Backup, { knowledge }: RestorePorts): Promise<readonly RestoredPack[]> {
  const current = await knowledge.current();
  return packs.filter(
    ({ header }) =>
      !current?.packs.some((pack) => pack.header.id === header.id && pack.header.version === header.version),
  );
}
