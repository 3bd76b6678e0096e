/** What synchronisation needs of its surroundings. */
import type { Difference, Local, Row } from '../../sync/collect';
import type { CryptoTools, KeyHandle, Octets } from '../../sync/crypto-port';
import type { Content } from '../../sync/entry';
import type { FolderKeys } from '../../sync/envelope';
import type { PastState } from '../../sync/history';
import type { RecordId } from '../../sync/replica';
import type { FolderState } from './folder-state';

/** The records where the reader sees and changes them. */
export interface LocalRecords {
  /** Tables that are synchronised; a record's id begins with its table's name. */
  readonly tables: ReadonlySet<string>;
  list(): Promise<Local>;
  /** Whether this version can make sense of a record as another device has it. */
  accepts(id: RecordId, content: Content): boolean;
  /** Changes what is as it is expected to be, and answers with the ids of what is not. */
  apply(changes: readonly Difference[]): Promise<readonly RecordId[]>;
}

/** What one transaction writes. */
export interface Commit {
  readonly rows?: ReadonlyMap<RecordId, Row>;
  readonly removed?: readonly RecordId[];
  readonly history?: readonly PastState[];
  readonly folder?: FolderState;
}

/** Where this device's knowledge lies. */
export interface SyncStore {
  rows(): Promise<ReadonlyMap<RecordId, Row>>;
  history(): Promise<readonly PastState[]>;
  folder(): Promise<FolderState>;
  /** All of it or nothing. */
  commit(commit: Commit): Promise<void>;
  /** This device's name among the others, drawn at random on first use. */
  device(): Promise<string>;
  /** A new one: the old is used by somebody else, too. */
  renewDevice(): Promise<string>;
}

/** The folder that the reader owns, and how to get there. Kept apart from everything that is ever exported. */
export interface Account {
  /** Of the folder, with a slash at its end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly passphrase: KeyHandle;
  /** Derived last, so that it has not to be done again. */
  readonly keys: FolderKeys | null;
  /** Draws the line between one set of credentials and the next. */
  readonly changedAt: number;
}

export interface AccountStore {
  read(): Promise<Account | null>;
  keepKeys(keys: FolderKeys): Promise<void>;
}

/** Gzip, whole files at a time. */
export interface Packer {
  pack(bytes: Octets): Promise<Octets>;
  /** Throws on what is no gzip, or more than `maxBytes` unpacked. */
  unpack(bytes: Octets, maxBytes: number): Promise<Octets>;
  /** Throws on what is no UTF-8. */
  decode(bytes: Octets): string;
  /** SHA-256 in hexadecimal. */
  hash(bytes: Octets): Promise<string>;
}

export interface SyncTools {
  readonly crypto: CryptoTools;
  readonly packer: Packer;
  /** ms since 1970. */
  readonly now: () => number;
}

/** How far a run is. */
export interface SyncProgress {
  readonly phase: 'list' | 'read' | 'write' | 'check';
  readonly done: number;
  readonly total: number;
}
