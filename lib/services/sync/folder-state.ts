/** What this device remembers of the folder: small, stored with every step. */
import type { EnvelopeProblem } from '../../sync/envelope';
import type { DocumentProblem } from '../../sync/journal';
import type { FolderProblem } from './folder-error';

/** Another device's journal as it was read last. */
export interface Peer {
  readonly label: string;
  /** Counted by its writer: an earlier one means that the server was put back, or plays tricks. */
  readonly sequence: number;
  /** Of the file. */
  readonly hash: string | null;
  /** A strong one of the server's, or none; believed for a day. */
  readonly etag: string | null;
  /** When the file was last read as a whole, and since when it is the same; ms since 1970. */
  readonly readAt: number;
  readonly since: number;
  /** When it was last asked for. */
  readonly askedAt: number;
  /** Why its last file was not taken. */
  readonly problem: EnvelopeProblem | DocumentProblem | 'put-back' | null;
}

/** A file of ours on the server. */
export interface Written {
  /** Of the entries: equal knowledge, equal hash. */
  readonly entries: string;
  /** Of the file. */
  readonly file: string;
  /** ms since 1970. */
  readonly at: number;
}

/** What the reader has to decide before anything goes on. */
export type Held =
  /** There was a folder of ours, and now there is none. */
  | { readonly kind: 'empty' }
  /** So many of so many records would be deleted here. */
  | { readonly kind: 'deletions'; readonly count: number; readonly live: number; readonly label: string };

export interface FolderState {
  readonly sequence: number;
  readonly written: Written | null;
  /** Written down before it is sent: who dies in between knows the file as his own. */
  readonly writing: Written | null;
  /** The server has no MOVE that works. */
  readonly isWithoutMove: boolean;
  /** Of the last run that came to its end, and of the last that began; ms since 1970, 0 for never. */
  readonly syncedAt: number;
  readonly triedAt: number;
  /** When the run began of which steps are still to come; `null` where none is under way. */
  readonly roundAt: number | null;
  /** Runs that have failed since. */
  readonly failures: number;
  /** Nothing is asked by itself before. */
  readonly notBefore: number;
  readonly problem: FolderProblem | null;
  /** HTTP status behind the problem. */
  readonly status: number | null;
  /** Who holds the lock behind the problem, where the server tells; states of before have none. */
  readonly holder?: string | null;
  readonly held: Held | null;
  readonly peers: Readonly<Record<string, Peer>>;
}

export const NEW_FOLDER: FolderState = {
  sequence: 0,
  written: null,
  writing: null,
  isWithoutMove: false,
  syncedAt: 0,
  triedAt: 0,
  roundAt: null,
  failures: 0,
  notBefore: 0,
  problem: null,
  status: null,
  held: null,
  peers: {},
};
