/** What the Sync section of the options shows: plain values, made by `lib/services/sync/describe-sync`. */

/** What a record says, as the reader knows it. `kind`: the name of its table. */
export interface RecordModel {
  readonly id: string;
  readonly kind: string;
  /** Of a setting its key; otherwise what the record is of. */
  readonly name: string;
  readonly isDeleted: boolean;
  /** Its text, shortened; of a setting its value. Empty where there is none to show. */
  readonly text: string;
}

/** A record that was changed on two devices apart; the first version is the one that is shown. */
export interface ConflictModel {
  readonly id: string;
  readonly versions: readonly (RecordModel & { readonly clock: number; readonly device: string | null })[];
}

/** A state of the past that things can be put back to. */
export interface StateModel {
  /** When it was left, in ms since 1970, and ms since then. */
  readonly at: number;
  readonly ago: number;
  readonly count: number;
  /** The first of what was changed then, as it was before. */
  readonly changes: readonly RecordModel[];
}

export interface FolderModel {
  readonly host: string;
  readonly url: string;
  readonly user: string;
  /** ms since the last run that came to its end; `null` before the first. */
  readonly syncedAgo: number | null;
  /** The end of a key `syncProblem_…`. */
  readonly problem: string | null;
  readonly status: number | null;
  /** Who has locked the folder, as its server tells it. */
  readonly holder: string | null;
  /** ms until it is tried again by itself; `null` where the reader has to do something. */
  readonly nextIn: number | null;
  readonly held:
    | { readonly kind: 'empty' }
    | { readonly kind: 'deletions'; readonly count: number; readonly live: number; readonly label: string }
    | null;
  /** The other devices, and why the last file of one was not taken: the end of a key `syncPeer_…`. */
  readonly devices: readonly { readonly label: string; readonly problem: string | null }[];
}

export interface SyncModel {
  /** `null`: no folder. */
  readonly folder: FolderModel | null;
  readonly states: readonly StateModel[];
  readonly conflicts: readonly ConflictModel[];
  readonly progress: { readonly phase: string; readonly done: number; readonly total: number } | null;
  /** Settings by the browser's own synchronisation. `problem`: the end of a key `browserSync_…`. */
  readonly browser: { readonly isOn: boolean; readonly problem: string | null };
}

/** What became of the reader's wish to use a folder: the end of a key `syncConnect_…`. */
export type ConnectProblem = 'address' | 'passphrase' | 'declined';

export interface FolderForm {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly passphrase: string;
}
