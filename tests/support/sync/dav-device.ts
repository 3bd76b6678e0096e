/** A device over a real server, or over a wall of requests that a test changes: everything real but the browser's storage. */
import { askServer } from '../../../lib/platform/ask-server';
import { base64 } from '../../../lib/platform/sync-tools';
import type { RecordedFetch } from '../../../lib/services/request-ledger';
import { createReplicaKeeper } from '../../../lib/services/sync/keep-replica';
import type { LocalRecords, SyncStore, SyncTools } from '../../../lib/services/sync/ports';
import { type Decisions, type SyncFolderPorts, syncFolder } from '../../../lib/services/sync/sync-folder';
import { type Credentials, createWebDav } from '../../../lib/services/sync/webdav';
import { conflictsOf } from '../../../lib/sync/entry';
import { importPassphrase } from '../../../lib/sync/envelope';
import { createMemoryAccounts, createMemoryRecords, createMemoryStore } from './memory-sync';
import { nodeTools } from './node-tools';

const TABLES = ['settings', 'notes', 'pins'];

/** Asks as the background does, but for the ledger. */
const plainFetch: RecordedFetch = (url, { purpose: _purpose, isPrivate: _private, ...options }) =>
  askServer(url, options);

interface DeviceOptions {
  readonly fetch?: RecordedFetch;
  readonly passphrase?: string;
  readonly now?: () => number;
  readonly stepMs?: number;
  readonly tools?: SyncTools;
  readonly mayAsk?: boolean;
}

/** What a run needs, over where a device keeps what it knows and has. */
export async function createDavPorts(
  name: string,
  credentials: Credentials,
  places: { readonly store: SyncStore; readonly records: LocalRecords },
  options: DeviceOptions = {},
) {
  const tools = options.tools ?? nodeTools(options.now);
  const passphrase = await importPassphrase(tools.crypto, options.passphrase ?? 'correct horse battery');
  const accounts = createMemoryAccounts({ ...credentials, passphrase, keys: null, changedAt: 0 });
  const replica = createReplicaKeeper({ store: places.store, local: places.records, now: tools.now });
  return {
    store: places.store,
    accounts,
    replica,
    folderOf: (account) => {
      const fetch = options.fetch ?? plainFetch;
      return createWebDav(account, { fetch, now: tools.now, base64, decode: tools.packer.decode });
    },
    mayAsk: async () => options.mayAsk ?? true,
    tools,
    label: name,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 20)),
    progress: () => undefined,
    report: (error) => {
      throw error;
    },
    stepMs: options.stepMs ?? 20_000,
  } satisfies SyncFolderPorts;
}

export async function createDavDevice(name: string, credentials: Credentials, options: DeviceOptions = {}) {
  const memory = createMemoryStore(name);
  const records = createMemoryRecords(TABLES);
  const ports = await createDavPorts(name, credentials, { store: memory, records }, options);
  return {
    memory,
    records,
    replica: ports.replica,
    sync: (decisions?: Decisions) => syncFolder(ports, decisions),
    put: (id: string, value: unknown) => void records.records.set(id, { deleted: false, value }),
    remove: (id: string) => void records.records.set(id, { deleted: true, value: null }),
    get(id: string): unknown {
      const found = records.records.get(id);
      return found && !found.deleted ? found.value : undefined;
    },
    conflicts(id: string): readonly unknown[] {
      const entry = memory.state.rows.get(id)?.entry;
      return entry ? conflictsOf(entry).map(({ value }) => value) : [];
    },
    state: () => memory.state.folder,
  };
}

export type DavDevice = Awaited<ReturnType<typeof createDavDevice>>;
