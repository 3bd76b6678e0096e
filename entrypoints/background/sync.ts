/** The background's synchronisation: settings by the browser's own means, everything through the reader's folder. */
import { createLedgerStore } from '../../lib/db/ledger-store';
import { ReaderDb } from '../../lib/db/reader-db';
import { SyncDb } from '../../lib/db/sync-db';
import { createAccounts, createSyncStore } from '../../lib/db/sync-store';
import { syncAlarm } from '../../lib/platform/alarms';
import { askServer } from '../../lib/platform/ask-server';
import { deviceLabel } from '../../lib/platform/device-label';
import { keepAwake } from '../../lib/platform/keep-awake';
import { migrateSettings, onSettingsChanged } from '../../lib/platform/settings-records';
import { clock } from '../../lib/platform/slices';
import { tellSyncProgress } from '../../lib/platform/sync-progress';
import { base64, webCrypto, webPacker } from '../../lib/platform/sync-tools';
import { hasAccess } from '../../lib/platform/tabs';
import { startTimer } from '../../lib/platform/timer';
import { withPatience } from '../../lib/services/patience';
import { createRecordedFetch, type RecordedFetch } from '../../lib/services/request-ledger';
import type { ReplicaKeeper } from '../../lib/services/sync/keep-replica';
import { mayRunNow, NEXT_STEP_MS, nextRun, SOON_MS } from '../../lib/services/sync/schedule';
import { type Decisions, NO_DECISIONS, type RunEnd, syncFolder } from '../../lib/services/sync/sync-folder';
import { createWebDav } from '../../lib/services/sync/webdav';
import { alone, createBackgroundReplica, createBackgroundShare } from './share-settings';

const PATIENCE = { stallMs: 15_000, totalMs: 120_000 };
/** A step of a run in the background. */
const STEP_MS = 15_000;
const inFolder = <T>(task: () => Promise<T>): Promise<T> =>
  navigator.locks.request('sidelight folder', task) as Promise<T>;
const newDevice = () => crypto.randomUUID().replaceAll('-', '').slice(0, 12);

export interface BackgroundSync {
  /** Synchronises now, as the reader asks. */
  run(decisions: Decisions): Promise<RunEnd>;
  readonly replica: ReplicaKeeper;
  /** The reader has changed a record: other devices hear of it soon. */
  changed(): void;
  /** The browser or the extension has just started. */
  started(): Promise<void>;
  /** Runs something while nothing is synchronised; what is under way is given up. */
  apart(task: () => Promise<void>): Promise<void>;
}

/**
 * Call synchronously at start: what has changed may be what woke the background. `merged`: told after each run, by which
 * other devices' records may have come.
 */
export function createBackgroundSync(report: (error: unknown) => void, merged: () => void): BackgroundSync {
  const db = new SyncDb();
  const reader = new ReaderDb();
  const store = createSyncStore(db, newDevice);
  const accounts = createAccounts(db);
  const replica = createBackgroundReplica(store, reader);
  const share = createBackgroundShare(replica, report);
  const recorded = createRecordedFetch({ fetch: askServer, ledger: createLedgerStore(reader), now: Date.now });
  const patient = withPatience(recorded, PATIENCE, startTimer);
  let giveUp = new AbortController();
  const fetch: RecordedFetch = (url, options) => {
    const signals = [giveUp.signal, ...(options.signal ? [options.signal] : [])];
    return patient(url, { ...options, signal: AbortSignal.any(signals) });
  };

  const step = (decisions: Decisions): Promise<RunEnd> =>
    syncFolder(
      {
        store,
        accounts,
        replica,
        folderOf: (account) => createWebDav(account, { fetch, now: Date.now, base64, decode: webPacker.decode }),
        mayAsk: hasAccess,
        tools: { crypto: webCrypto, packer: webPacker, now: Date.now },
        label: deviceLabel(navigator.userAgent),
        pause: clock.sleep,
        progress: (progress) => void tellSyncProgress(progress).catch(report),
        report,
        stepMs: STEP_MS,
      },
      decisions,
    );

  async function run(decisions: Decisions, isAsked: boolean): Promise<RunEnd> {
    const end = await inFolder(() =>
      keepAwake(async () => {
        const account = await accounts.read();
        if (!account) return 'off' as const;
        if (!isAsked || mayRunNow(await store.folder(), account.changedAt, Date.now())) return step(decisions);
        return 'failed' as const;
      }),
    );
    await tellSyncProgress(null);
    if (end === 'more') await syncAlarm.set(Date.now() + NEXT_STEP_MS);
    else await plan();
    // What came by the folder may be news to the browser's own synchronisation, too.
    share.changed();
    merged();
    return end;
  }

  async function plan(): Promise<void> {
    await syncAlarm.set((await accounts.read()) ? nextRun(await store.folder()) : null);
  }

  /** Something has changed here: others hear of it soon, unless they cannot. */
  async function soon(): Promise<void> {
    const at = (await accounts.read()) ? nextRun(await store.folder()) : null;
    const { notBefore } = await store.folder();
    if (at !== null) await syncAlarm.set(Math.max(notBefore, Math.min(at, Date.now() + SOON_MS)));
  }

  const changed = (): void => void soon().catch(report);
  onSettingsChanged(
    () => {
      share.changed();
      changed();
    },
    () => share.changed(),
  );
  syncAlarm.on(() => void run(NO_DECISIONS, false).catch(report));

  return {
    run: (decisions) => run(decisions, true),
    replica: {
      ...replica,
      async undo(index) {
        await replica.undo(index);
        await soon();
      },
      async decide(id, version) {
        await replica.decide(id, version);
        await soon();
      },
    },
    changed,
    async started() {
      await migrateSettings();
      share.changed();
      await plan();
    },
    async apart(task) {
      giveUp.abort();
      try {
        await inFolder(() => alone(task));
      } finally {
        giveUp = new AbortController();
      }
    },
  };
}
