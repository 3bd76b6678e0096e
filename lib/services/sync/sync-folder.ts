/**
 * One run: the list of devices, the others' journals, this device's own. Each journal is taken in and written down by
 * itself, so that a run that ends anywhere has done what it has done.
 */

import type { Device } from '../../sync/journal';
import { type Entries, forgottenByOthers, TOMBSTONE_MS, wasAwayTooLong } from '../../sync/replica';
import { FolderError } from './folder-error';
import type { FolderFiles } from './folder-files';
import type { FolderState, Held } from './folder-state';
import type { DeletionPolicy, ReplicaKeeper } from './keep-replica';
import { joinList, type OpenFolder, openFolder } from './open-folder';
import type { Account, AccountStore, SyncProgress, SyncStore, SyncTools } from './ports';
import { readPeer } from './read-peers';
import { afterFailure } from './schedule';
import { keepJournal } from './write-journal';

export interface SyncFolderPorts {
  readonly store: SyncStore;
  readonly accounts: AccountStore;
  readonly replica: ReplicaKeeper;
  readonly folderOf: (account: Account) => FolderFiles;
  /** Whether the browser lets us ask the folder's host. */
  readonly mayAsk: (url: string) => Promise<boolean>;
  readonly tools: SyncTools;
  /** What the other devices call this one. */
  readonly label: string;
  readonly pause: (ms: number) => Promise<void>;
  readonly progress: (progress: SyncProgress) => void;
  /** What should not happen. */
  readonly report: (error: unknown) => void;
  /** A run that takes longer than so many ms stops after a journal, to go on by an alarm. */
  readonly stepMs: number;
}

/** What the reader has decided about what was held. */
export interface Decisions {
  readonly deletions: DeletionPolicy;
  /** The folder is empty, or its list is torn: begin anew. */
  readonly isRefill: boolean;
}

export const NO_DECISIONS: Decisions = { deletions: 'ask', isRefill: false };

/** `more`: goes on with the next step. */
export type RunEnd = 'off' | 'done' | 'more' | 'held' | 'failed';

/** A run whose next step has not come for so long begins anew. */
const LONGEST_ROUND_MS = 3_600_000;

export async function syncFolder(ports: SyncFolderPorts, decisions: Decisions = NO_DECISIONS): Promise<RunEnd> {
  const { store, accounts, tools } = ports;
  const account = await accounts.read();
  if (!account) return 'off';
  const start = tools.now();
  await store.commit({ folder: { ...(await store.folder()), triedAt: start, held: null } });
  try {
    return await run(ports, account, decisions, start).catch((error: unknown) => {
      // Two began the folder at the same moment: one of them takes up the other's keys.
      if (error instanceof FolderError && error.problem === 'contended') return run(ports, account, decisions, start);
      throw error;
    });
  } catch (error) {
    const known = error instanceof FolderError ? error : new FolderError('unexpected');
    if (known !== error) ports.report(error);
    await store.commit({ folder: afterFailure(await store.folder(), known, tools.now()) });
    return 'failed';
  }
}

async function run(ports: SyncFolderPorts, account: Account, decisions: Decisions, start: number): Promise<RunEnd> {
  const { store, accounts, replica, tools, progress } = ports;
  const folder = ports.folderOf(account);
  const save = (folderState: FolderState) => store.commit({ folder: folderState });
  const hold = async (held: Held): Promise<RunEnd> => {
    await save({ ...(await store.folder()), held, problem: null, status: null, roundAt: null });
    return 'held';
  };

  if (!(await ports.mayAsk(account.url))) throw new FolderError('no_permission');
  progress({ phase: 'list', done: 0, total: 1 });
  const opened = await openFolder(folder, account, tools, decisions.isRefill);
  let state = await store.folder();
  if (opened.isNew && state.syncedAt > 0 && !decisions.isRefill) return hold({ kind: 'empty' });
  if (opened.keys !== account.keys) await accounts.keepKeys(opened.keys);

  let own = await store.device();
  // A list that was lost is made up from memory.
  const listed = opened.devices.length > 0 ? opened.devices : knownDevices(state);
  const others = listed.filter(({ id }) => id !== own);
  const { roundAt } = state;
  const began = roundAt !== null && roundAt <= start && start - roundAt < LONGEST_ROUND_MS ? roundAt : start;
  const heard: Entries[] = [];
  for (const [i, device] of others.entries()) {
    progress({ phase: 'read', done: i, total: others.length });
    // An earlier step of this run has asked it.
    if (began < start && (state.peers[device.id]?.askedAt ?? 0) >= began) continue;
    const { peer, entries } = await readPeer({ folder, files: opened.files, tools }, device, state.peers[device.id]);
    if (entries) {
      heard.push(entries);
      const { held, isCopied } = await replica.take(entries, decisions.deletions);
      if (held) return hold({ kind: 'deletions', count: held.ids.length, live: held.live, label: device.label });
      if (isCopied) {
        own = await store.renewDevice();
        state = { ...state, sequence: 0, written: null, writing: null };
      }
    }
    state = { ...state, peers: { ...state.peers, [device.id]: peer } };
    const isLate = tools.now() - start > ports.stepMs && i < others.length - 1;
    await save({ ...state, roundAt: isLate ? began : null });
    if (isLate) return 'more';
  }

  const dropped = await forgetWithOthers(ports, state, others, heard, decisions);
  if (dropped) return hold(dropped);

  const { replica: known } = await replica.take(new Map());
  progress({ phase: 'write', done: 0, total: 1 });
  const journal = await keepJournal({ folder, files: opened.files, tools, device: own, save }, known, state);
  state = journal.state;
  if (journal.stranger) {
    await replica.take(journal.stranger, 'delete');
    await store.renewDevice();
    await save({ ...state, sequence: 0, written: null, writing: null });
    return 'more';
  }
  progress({ phase: 'check', done: 0, total: 1 });
  const gone = goneDevices(state, tools.now());
  await joinList({
    folder,
    opened,
    own: { id: own, label: ports.label },
    gone,
    known: knownDevices(state),
    pause: ports.pause,
  });
  await save({
    ...state,
    syncedAt: tools.now(),
    roundAt: null,
    failures: 0,
    notBefore: 0,
    problem: null,
    status: null,
    holder: null,
    held: null,
  });
  return 'done';
}

/** What a device that was away too long has missed: deletions that the others have forgotten by now. */
async function forgetWithOthers(
  { replica, tools }: SyncFolderPorts,
  { syncedAt }: FolderState,
  others: OpenFolder['devices'],
  heard: readonly Entries[],
  { deletions }: Decisions,
): Promise<Held | null> {
  const now = tools.now();
  // Only whoever has read all of them anew can tell.
  if (syncedAt === 0 || !wasAwayTooLong(syncedAt, now) || heard.length < others.length) return null;
  const known = (await replica.take(new Map())).replica;
  const ids = forgottenByOthers(known, heard, syncedAt);
  if (ids.length === 0) return null;
  const { held } = await replica.forget(ids, deletions);
  return held
    ? { kind: 'deletions', count: held.ids.length, live: held.live, label: others.map(({ label }) => label).join('; ') }
    : null;
}

/** Whose journal has been the same for so long that everything in it is known. */
const goneDevices = ({ peers }: FolderState, now: number): ReadonlySet<string> =>
  new Set(Object.entries(peers).flatMap(([id, { since }]) => (since < now - TOMBSTONE_MS ? [id] : [])));

const knownDevices = ({ peers }: FolderState): readonly Device[] =>
  Object.entries(peers).map(([id, { label }]) => ({ id, label }));
