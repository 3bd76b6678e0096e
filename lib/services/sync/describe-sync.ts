/** What is stored of synchronisation, as the options show it. */
import type { ConflictModel, FolderModel, RecordModel, StateModel } from '../../settings/sync-models';
import { type Row, tableOf } from '../../sync/collect';
import { type Content, conflictsOf } from '../../sync/entry';
import type { PastState } from '../../sync/history';
import type { RecordId } from '../../sync/replica';
import type { FolderState, Peer } from './folder-state';
import { nextRun } from './schedule';

/** Shown of a record's text, of a state's changes, and of conflicts in all. */
const MAX_CHARS = 120;
const MAX_CHANGES = 5;
const MAX_CONFLICTS = 50;

const shorten = (text: string): string => (text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text);

/** Fields in which records of the reader's keep what they wrote, or what it is of. */
const TEXT_FIELDS = ['text', 'title', 'label', 'name', 'url'] as const;

function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  for (const field of TEXT_FIELDS) {
    const found = (value as Record<string, unknown>)[field];
    if (typeof found === 'string' && found !== '') return found;
    const inner = (found as { text?: unknown } | null | undefined)?.text;
    if (typeof inner === 'string' && inner !== '') return inner;
  }
  return '';
}

function describeRecord(id: RecordId, { deleted, value }: Content): RecordModel {
  const kind = tableOf(id);
  return { id, kind, name: id.slice(kind.length + 1), isDeleted: deleted, text: deleted ? '' : shorten(textOf(value)) };
}

export function describeStates(states: readonly PastState[], now: number): readonly StateModel[] {
  return states.map(({ at, changes }) => ({
    at,
    ago: Math.max(0, now - at),
    count: changes.length,
    changes: changes
      .slice(0, MAX_CHANGES)
      .map(({ id, before }) => describeRecord(id, before ?? { deleted: true, value: null })),
  }));
}

export function describeConflicts(
  rows: Iterable<readonly [RecordId, Row]>,
  { peers }: FolderState,
): readonly ConflictModel[] {
  const found: ConflictModel[] = [];
  for (const [id, { entry, next }] of rows) {
    const known = next ?? entry;
    if (!known || conflictsOf(known).length === 0) continue;
    found.push({
      id,
      versions: known.versions.map((version) => ({
        ...describeRecord(id, version),
        clock: version.clock,
        device: peers[version.device]?.label ?? null,
      })),
    });
    if (found.length === MAX_CONFLICTS) break;
  }
  return found;
}

const PEER_PROBLEMS: Readonly<Record<NonNullable<Peer['problem']>, string>> = {
  newer: 'newer',
  'put-back': 'put_back',
  damaged: 'unreadable',
  foreign: 'unreadable',
  weak: 'unreadable',
  cut: 'unreadable',
  'other-salt': 'unreadable',
  sealed: 'unreadable',
};

export function describeFolder(
  { url, user }: { readonly url: string; readonly user: string },
  state: FolderState,
  now: number,
): FolderModel {
  const next = nextRun(state);
  return {
    url,
    host: new URL(url).host,
    user,
    syncedAgo: state.syncedAt === 0 ? null : Math.max(0, now - state.syncedAt),
    problem: state.problem,
    status: state.status,
    holder: state.holder ?? null,
    nextIn: next === null ? null : Math.max(0, next - now),
    held: state.held,
    devices: Object.values(state.peers).map(({ label, problem }) => ({
      label,
      problem: problem && PEER_PROBLEMS[problem],
    })),
  };
}
