/**
 * What is to be done to the installed packs, in order: a journal in the knowledge database that outlives every process.
 * Pages add jobs and watch them; the installer (`run-jobs.ts`) takes them one by one.
 */
import type { PackId } from '../model/ids';
import type { PackProblem } from '../packs/report';
import type { InstalledPack, PackOrigin } from './ports';

/** The file of a pack as it was given: a `Blob` in browsers, whose bytes lie on disk. */
export interface PackFile {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** How far a job is; `done` of `total` counts bytes while checking, and names afterwards. */
export interface JobProgress {
  readonly phase: 'checking' | 'comparing' | 'compiling' | 'deleting';
  readonly done: number;
  readonly total: number;
}

/** Why an update waits for the reader (`lib/packs/judge-update.ts`). */
export interface HeldJudgement {
  readonly verdict: 'held';
  /** Records that it would take away, of how many. */
  readonly removed: number;
  readonly before: number;
  /** Links that it would turn elsewhere. */
  readonly changedLinks: number;
}

/** What an import made of the records that were there; ids of the first of each kind. */
export interface JobChanges {
  readonly changed: number;
  readonly added: number;
  readonly withdrawn: number;
  /** Gone without a word. */
  readonly removed: number;
  readonly ids: Readonly<Record<'changed' | 'added' | 'withdrawn' | 'removed', readonly string[]>>;
}

/** Why a sound file is not taken: the reader has a newer version, or it is a pack that ships with Sidelight. */
export type RefusalReason = 'problems' | 'older' | 'bundled';

/** Why a job could not be done, as a code: texts are the interface's. `detail`: for the console and for reports. */
export type FailureReason = 'no-space' | 'file-gone' | 'unreadable' | 'damaged-records' | 'unknown';

export type JobState =
  | { readonly kind: 'waiting' }
  | ({ readonly kind: 'running' } & JobProgress)
  /** Waits for the reader: `acceptHeld` or `cancelJob`. */
  | { readonly kind: 'held'; readonly judgement: HeldJudgement; readonly changes: JobChanges }
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      /** The first of them, with line and message; none unless `reason` is `problems`. */
      readonly problems: readonly PackProblem[];
      /** How many there were (the checker counts to 100). */
      readonly count: number;
    }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly detail: string }
  /** `changes`: only where the pack was there before. `same`: what was offered is what is installed; nothing was written. */
  | { readonly kind: 'done'; readonly same?: boolean; readonly changes?: JobChanges };

interface AnyJob {
  readonly id: string;
  /** Jobs are done in this order; given by the store. */
  readonly order: number;
  readonly state: JobState;
  /** When it was queued; an ISO instant, for display only. */
  readonly queuedAt: string;
}

export interface ImportJob extends AnyJob {
  readonly kind: 'import';
  readonly origin: PackOrigin;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** The reader wants it never painted, whatever its header says. */
  readonly isPrivate?: boolean;
  /** The reader has seen what it takes away. */
  readonly accepted?: boolean;
  /** Known once its header was read: which pack it is, and its title. */
  readonly pack?: InstalledPack['header'];
  /** Its rows are written and sound: whoever goes on need not read the file again. */
  readonly staged?: InstalledPack;
}

export interface RemovalJob extends AnyJob {
  readonly kind: 'remove';
  readonly pack: PackId;
}

export type Job = ImportJob | RemovalJob;

type Unqueued<J extends Job> = Omit<J, 'id' | 'order' | 'state' | 'queuedAt' | 'staged'>;
/** A job as it is handed in. */
export type NewJob = Unqueued<ImportJob> | Unqueued<RemovalJob>;
/** What may change of a job. */
export type JobChange = Partial<Pick<ImportJob, 'state' | 'accepted' | 'pack' | 'staged'>>;

/** The journal. Every call is whole or nothing, and lasts once it has resolved. */
export interface JobStore {
  /** Adds a job that waits, behind all others, with the file of an import. */
  add(job: NewJob, file?: PackFile): Promise<Job>;
  /** All jobs in their order. */
  list(): Promise<readonly Job[]>;
  get(id: string): Promise<Job | null>;
  /** The file of an import that has not ended; `null` when there is none, or the browser has lost it. */
  file(id: string): Promise<PackFile | null>;
  /**
   * Changes a job if it is as `when` expects; a state that ends the job drops its file with it. False when the job is
   * gone (it was cancelled) or is otherwise.
   */
  change(id: string, change: JobChange, when?: (job: Job) => boolean): Promise<boolean>;
  /** Takes a job and its file away if it is as `when` expects. */
  remove(id: string, when?: (job: Job) => boolean): Promise<boolean>;
}

/** True for a job that will not be worked on any more. */
export const isOver = ({ state }: Pick<Job, 'state'>): boolean =>
  state.kind === 'done' || state.kind === 'refused' || state.kind === 'failed';

/** True for a job that the installer should take: `running` ones were left by an installer that died. */
export const isDue = ({ state }: Pick<Job, 'state'>): boolean => state.kind === 'waiting' || state.kind === 'running';
