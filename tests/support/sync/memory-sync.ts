/** Synchronisation's ports in memory: where a device keeps what it knows, and what its reader has before them. */

import { type FolderState, NEW_FOLDER } from '../../../lib/services/sync/folder-state';
import type { Account, AccountStore, LocalRecords, SyncStore } from '../../../lib/services/sync/ports';
import type { Row } from '../../../lib/sync/collect';
import { type Content, isSame } from '../../../lib/sync/entry';
import type { PastState } from '../../../lib/sync/history';
import type { RecordId } from '../../../lib/sync/replica';

/** Called before every access: throws where a test lets the device die. */
type Gate = () => void;

export interface MemoryStore extends SyncStore {
  readonly state: { rows: Map<RecordId, Row>; folder: FolderState; history: readonly PastState[]; device: string };
}

/** Nobody ever gets a name that somebody else had. */
let renewals = 0;

export function createMemoryStore(name: string, gate: Gate = () => undefined): MemoryStore {
  const state: MemoryStore['state'] = { rows: new Map(), folder: NEW_FOLDER, history: [], device: `${name}-1` };
  const guarded = <T>(read: () => T) => {
    gate();
    return Promise.resolve(read());
  };
  return {
    state,
    rows: () => guarded(() => new Map(state.rows)),
    history: () => guarded(() => state.history),
    folder: () => guarded(() => state.folder),
    commit: ({ rows, removed, history, folder }) =>
      guarded(() => {
        for (const [id, row] of rows ?? []) state.rows.set(id, row);
        for (const id of removed ?? []) state.rows.delete(id);
        if (history) state.history = history;
        if (folder) state.folder = folder;
      }),
    device: () => guarded(() => state.device),
    renewDevice: () =>
      guarded(() => {
        renewals += 1;
        state.device = `${name}-new-${renewals}`;
        return state.device;
      }),
  };
}

export interface MemoryRecords extends LocalRecords {
  readonly records: Map<RecordId, Content>;
}

/** `gate` also comes between one record and the next: not every place can write several at once. */
export function createMemoryRecords(tables: readonly string[], gate: Gate = () => undefined): MemoryRecords {
  const records = new Map<RecordId, Content>();
  return {
    records,
    tables: new Set(tables),
    async list() {
      gate();
      return new Map(records);
    },
    accepts: () => true,
    async apply(changes) {
      const failed: RecordId[] = [];
      for (const { id, expected, version } of changes) {
        gate();
        const present = records.get(id);
        const isExpected = expected ? present !== undefined && isSame(present, expected) : present === undefined;
        if (isExpected) records.set(id, { deleted: version.deleted, value: version.value });
        else failed.push(id);
      }
      return failed;
    },
  };
}

export function createMemoryAccounts(
  account: Account | null,
  gate: Gate = () => undefined,
): AccountStore & { account: Account | null } {
  const accounts = {
    account,
    async read() {
      gate();
      return accounts.account;
    },
    async keepKeys(keys: Account['keys'] & object) {
      gate();
      if (accounts.account) accounts.account = { ...accounts.account, keys };
    },
  };
  return accounts;
}
