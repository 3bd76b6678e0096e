/** The Sync section, live: what is stored, and what the reader can do with it. */
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { SyncDb } from '../db/sync-db';
import { createAccounts, createSyncStore } from '../db/sync-store';
import { ask, tell } from '../messaging/client';
import { requestHost } from '../platform/host-access';
import { readStored, watchStored, writeStored } from '../platform/settings-area';
import { shareState, watchShareState } from '../platform/settings-records';
import { watchSyncProgress } from '../platform/sync-progress';
import { webCrypto } from '../platform/sync-tools';
import { describeConflicts, describeFolder, describeStates } from '../services/sync/describe-sync';
import { folderAddress } from '../services/sync/folder-address';
import type { SyncProgress } from '../services/sync/ports';
import type { ShareState } from '../services/sync/share-settings';
import { effectiveDeviceSettings, storedDeviceSetting } from '../settings/schema';
import type { ConnectProblem, FolderForm, SyncModel } from '../settings/sync-models';
import { importPassphrase } from '../sync/envelope';

/** Ages are told in minutes at the finest. */
const TICK_MS = 30_000;
/** Fewer letters are guessed by whoever has the files. */
const MIN_PASSPHRASE = 10;

export interface SyncControl {
  /** `undefined` until it is read. */
  readonly model: SyncModel | undefined;
  readonly connectProblem: ConnectProblem | null;
  readonly actions: ReturnType<typeof createActions>;
}

type Stored = Omit<SyncModel, 'progress' | 'browser'>;

export function useSync(): SyncControl {
  const db = useMemo(() => new SyncDb(), []);
  const [stored, setStored] = useState<Stored>();
  const [progress, setProgress] = useState<SyncProgress | null>(null);
  const [isOn, setOn] = useState(true);
  const [share, setShare] = useState<ShareState | null>(null);
  const [connectProblem, setConnectProblem] = useState<ConnectProblem | null>(null);
  const actions = useMemo(() => createActions(db, setConnectProblem), [db]);

  useEffect(() => {
    const stop = new AbortController();
    const store = createSyncStore(db, () => '');
    const accounts = createAccounts(db);
    // Dexie alone in here: what is read after another wait is not observed.
    const read = async (): Promise<Stored> => {
      const [account, folder, history, rows] = await Promise.all([
        accounts.read(),
        store.folder(),
        store.history(),
        db.rows.filter(({ entry, next }) => (next ?? entry)?.versions.length !== 1).toArray(),
      ]);
      const now = Date.now();
      return {
        folder: account && describeFolder(account, folder, now),
        states: describeStates(history, now),
        conflicts: describeConflicts(
          rows.map((row) => [row.id, row]),
          folder,
        ),
      };
    };
    const observed = liveQuery(read).subscribe({ next: setStored, error: () => undefined });
    const tick = setInterval(() => void read().then((next) => stop.signal.aborted || setStored(next)), TICK_MS);
    const look = () =>
      void Promise.all([readStored(), shareState.read()]).then(([settings, state]) => {
        if (stop.signal.aborted) return;
        setOn(effectiveDeviceSettings(settings).browserSync);
        setShare(state);
      });
    look();
    watchStored(look, stop.signal);
    watchShareState(look, stop.signal);
    watchSyncProgress(setProgress, stop.signal);
    return () => {
      stop.abort();
      observed.unsubscribe();
      clearInterval(tick);
    };
  }, [db]);

  const problem = isOn ? (share?.problem?.replace('-', '_') ?? null) : null;
  return { model: stored && { ...stored, progress, browser: { isOn, problem } }, connectProblem, actions };
}

function createActions(db: SyncDb, setProblem: (problem: ConnectProblem | null) => void) {
  const accounts = createAccounts(db);
  const run = (deletions: 'ask' | 'delete' | 'keep' = 'ask', refill = false) => tell('sync.run', { deletions, refill });
  return {
    /** In the submit itself: any `await` before would lose the gesture. The passphrase is read here, and kept nowhere. */
    async onConnect({ url, user, password, passphrase }: FolderForm): Promise<void> {
      const address = folderAddress(url);
      if (!address) return setProblem('address');
      if (passphrase.length < MIN_PASSPHRASE) return setProblem('passphrase');
      const isAllowed = await requestHost(address);
      if (!isAllowed) return setProblem('declined');
      setProblem(null);
      await accounts.save({
        url: address,
        user,
        password,
        passphrase: await importPassphrase(webCrypto, passphrase),
        keys: null,
        changedAt: Date.now(),
      });
      run();
    },
    onSync: () => run(),
    /** The browser's permission is asked for again, in the click. */
    async onAllow(url: string): Promise<void> {
      if (await requestHost(url)) run();
    },
    onRefill: () => run('ask', true),
    onDeletions: (policy: 'delete' | 'keep') => run(policy),
    async onDisconnect(): Promise<void> {
      await accounts.forget();
      run();
    },
    onUndo: (index: number) => void ask('sync.undo', { index }).catch(() => undefined),
    onDecide: (id: string, version: number) => void ask('sync.decide', { id, version }).catch(() => undefined),
    onBrowserSync: (isOn: boolean) => void writeStored(storedDeviceSetting('browserSync', isOn)),
  };
}
