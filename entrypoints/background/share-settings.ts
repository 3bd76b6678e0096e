/** What the background knows of the reader's records, and the settings that it shares by the browser's own synchronisation. */
import type { ReaderDb } from '../../lib/db/reader-db';
import { createSyncedRecords } from '../../lib/db/synced-records';
import { hasSidebarAction } from '../../lib/platform/browser';
import { readStored } from '../../lib/platform/settings-area';
import { settingsRecords, sharedArea, shareState } from '../../lib/platform/settings-records';
import { startTimer } from '../../lib/platform/timer';
import { acceptsRecord } from '../../lib/services/sync/accept-record';
import { joinRecords } from '../../lib/services/sync/joined-records';
import { createReplicaKeeper, type ReplicaKeeper } from '../../lib/services/sync/keep-replica';
import type { SyncStore } from '../../lib/services/sync/ports';
import { createSettingsShare, type SettingsShare } from '../../lib/services/sync/share-settings';
import { effectiveDeviceSettings, isKept } from '../../lib/settings/schema';

/** Whoever changes what is known does so alone; the browser gives the lock back when its holder dies. */
export const alone = <T>(task: () => Promise<T>): Promise<T> =>
  navigator.locks.request('sidelight known', task) as Promise<T>;

export function createBackgroundReplica(store: SyncStore, reader: ReaderDb): ReplicaKeeper {
  const keeper = createReplicaKeeper({
    store,
    local: joinRecords([settingsRecords, createSyncedRecords(reader, acceptsRecord)]),
    now: Date.now,
  });
  return {
    take: (...all) => alone(() => keeper.take(...all)),
    forget: (...all) => alone(() => keeper.forget(...all)),
    undo: (index) => alone(() => keeper.undo(index)),
    decide: (id, version) => alone(() => keeper.decide(id, version)),
  };
}

export function createBackgroundShare(replica: ReplicaKeeper, report: (error: unknown) => void): SettingsShare {
  return createSettingsShare({
    area: sharedArea,
    replica,
    state: shareState,
    isOn: async () => effectiveDeviceSettings(await readStored()).browserSync,
    isShared: isKept,
    counting: hasSidebarAction() ? 'firefox' : 'chromium',
    now: Date.now,
    startTimer,
    report,
  });
}
