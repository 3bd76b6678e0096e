/**
 * What synchronisation knows: how far this device is with each record, the last states, the folder, and how to get into
 * it. A database of its own: nothing here is the reader's work, nothing of it is ever exported, and no content script can
 * open it, as they can `storage` in Firefox.
 */
import { Dexie, type EntityTable } from 'dexie';
import type { FolderState } from '../services/sync/folder-state';
import type { Account } from '../services/sync/ports';
import type { Row } from '../sync/collect';
import type { PastState } from '../sync/history';
import { letOneWrite } from './one-writer';
import { refuseNewer } from './refuse-newer';
import { settleAll } from './settle-operations';

const SYNC_VERSION = 1;

export type SyncRow = Row & { readonly id: string };

/** Single things, each under its name. */
export type SyncThing =
  | { readonly key: 'device'; readonly value: string }
  | { readonly key: 'history'; readonly value: readonly PastState[] }
  | { readonly key: 'folder'; readonly value: FolderState }
  | { readonly key: 'account'; readonly value: Account };

export class SyncDb extends Dexie {
  declare readonly rows: EntityTable<SyncRow, 'id'>;
  declare readonly things: EntityTable<SyncThing, 'key'>;

  constructor(name = 'sync') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SYNC_VERSION).stores({ rows: 'id', things: 'key' });
    refuseNewer(this, SYNC_VERSION);
    settleAll(this);
    letOneWrite(this, 'things');
  }
}
