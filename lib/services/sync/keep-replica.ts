/**
 * The one way by which this device's knowledge changes: what the reader did is taken up, what others did is merged in,
 * and what is new is taken to where the reader sees it. Every step is written down before and after, so that it can die
 * anywhere: nothing is lost, and nothing of another device is taken for the reader's.
 */
import { type Deletions, judgeDeletions } from '../../sync/brake';
import { collect, differences, type Row } from '../../sync/collect';
import { type Content, decide, type Entry, type Hand, winner, write } from '../../sync/entry';
import { contentsBefore, type PastState, visibleChanges, withState } from '../../sync/history';
import {
  type Entries,
  hasForeignChanges,
  type Kept,
  keep,
  mergeInto,
  type RecordId,
  type Replica,
  withoutOld,
} from '../../sync/replica';
import type { LocalRecords, SyncStore } from './ports';

interface ReplicaPorts {
  readonly store: SyncStore;
  readonly local: LocalRecords;
  /** ms since 1970. */
  readonly now: () => number;
}

/** What is done about a merge that deletes much: held by default; the reader may want it, or want the records back. */
export type DeletionPolicy = 'ask' | 'delete' | 'keep';

export interface Taken {
  readonly replica: Replica;
  /** Changes that the reader sees. */
  readonly visible: number;
  /** What was offered has not been taken: it would delete so much. */
  readonly held: Deletions | null;
  /** Somebody else makes changes in this device's name. */
  readonly isCopied: boolean;
}

export interface ReplicaKeeper {
  /** Takes up the reader's changes, and merges what is offered. */
  take(offered: Entries, policy?: DeletionPolicy): Promise<Taken>;
  /** Deletes what the others have forgotten, unless the reader wants to keep it. */
  forget(ids: readonly RecordId[], policy: DeletionPolicy): Promise<Taken>;
  /** Things as they were before a past state (0: the latest); itself a state that can be taken back. */
  undo(index: number): Promise<void>;
  /** Ends a conflict: the content of one of its versions, by its place; 0 is the one that is shown. */
  decide(id: RecordId, version: number): Promise<void>;
}

/** The reader may change a record while it is being changed; after so many times it waits for the next run. */
const MAX_ATTEMPTS = 5;

export function createReplicaKeeper({ store, local, now }: ReplicaPorts): ReplicaKeeper {
  /** Takes up, changes, writes down, shows. `change` says what is to be known then. */
  async function pass(change: (base: Replica, hand: Hand) => Replica): Promise<{ replica: Replica; visible: number }> {
    const rows = new Map(await store.rows());
    const hand = { device: await store.device(), now: now() };
    let visible = 0;
    for (let attempt = 1; ; attempt++) {
      const present = await local.list();
      const { replica: base, before } = collect(rows, present, hand);
      const wanted = withoutOld(change(base, hand), hand.now);
      const different = differences(wanted, present, local.tables);
      const open = different.filter(({ id, version }) => local.accepts(id, version));
      // What this version cannot make sense of stays on its way: neither shown, nor taken for what the reader wants.
      const waiting = different.filter((difference) => !open.includes(difference)).map(({ id }) => id);
      const ids = open.map(({ id }) => id);
      const changes = visibleChanges(base, wanted, ids);
      visible += changes.length;
      const has = (id: RecordId) => (before.has(id) ? (before.get(id) ?? null) : (base.get(id)?.entry ?? null));
      await commitTo(
        rows,
        onTheirWay(wanted, [...ids, ...waiting], has),
        changes.length > 0 ? { at: hand.now, changes } : null,
      );
      const failed = new Set(open.length > 0 ? await local.apply(open) : []);
      await commitTo(rows, onTheirWay(wanted, [...ids.filter((id) => failed.has(id)), ...waiting], has), null);
      if (failed.size === 0 || attempt === MAX_ATTEMPTS) return { replica: wanted, visible };
    }
  }

  async function commitTo(
    rows: Map<RecordId, Row>,
    next: ReadonlyMap<RecordId, Row>,
    state: PastState | null,
  ): Promise<void> {
    const written = new Map([...next].filter(([id, row]) => rows.get(id) !== row));
    const removed = [...rows.keys()].filter((id) => !next.has(id));
    if (written.size === 0 && removed.length === 0 && !state) return;
    const history = state ? { history: withState(await store.history(), state) } : {};
    await store.commit({ rows: written, removed, ...history });
    for (const id of removed) rows.delete(id);
    for (const [id, row] of written) rows.set(id, row);
  }

  /** A change that comes from others: what it deletes is judged, and the reader may want it back. */
  async function judged(
    policy: DeletionPolicy,
    change: (base: Replica, hand: Hand) => Replica,
    offered: Entries,
  ): Promise<Taken> {
    let held: Deletions | null = null;
    let isCopied = false;
    const passed = await pass((base, hand) => {
      const next = change(base, hand);
      const deletions = judgeDeletions(base, next);
      isCopied ||= hasForeignChanges(base, offered, hand.device, hand.now);
      if (!deletions.isHeld || policy === 'delete') return next;
      if (policy === 'keep')
        return changed(
          next,
          deletions.ids.map((id) => [id, contentIn(base, id)]),
          hand,
          decide,
        );
      held = deletions;
      return base;
    });
    return { ...passed, held, isCopied };
  }

  return {
    take: (offered, policy = 'ask') =>
      judged(policy, (base, hand) => mergeInto(base, offered, hand.now).replica, offered),

    forget: (ids, policy) =>
      judged(
        policy,
        (base, hand) =>
          changed(
            base,
            ids.map((id) => [id, DELETED]),
            hand,
            write,
          ),
        new Map(),
      ),

    async undo(index) {
      const contents = contentsBefore(await store.history(), index);
      await pass((base, hand) => changed(base, contents, hand, write));
    },

    async decide(id, version) {
      await pass((base, hand) => {
        const chosen = base.get(id)?.entry.versions[version];
        return chosen ? changed(base, [[id, chosen]], hand, decide) : base;
      });
    },
  };
}

const DELETED: Content = { deleted: true, value: null };

const contentIn = (replica: Replica, id: RecordId): Content => winner((replica.get(id) as Kept).entry);

function changed(
  replica: Replica,
  contents: Iterable<readonly [RecordId, Content]>,
  hand: Hand,
  how: typeof decide,
): Replica {
  const next = new Map(replica);
  for (const [id, { deleted, value }] of contents) {
    const known = next.get(id);
    if (known) next.set(id, keep(known, how(known.entry, { deleted, value }, hand), hand.now));
  }
  return next;
}

/** Rows as they are stored: those on their way keep what the reader has. */
function onTheirWay(
  replica: Replica,
  ids: readonly RecordId[],
  has: (id: RecordId) => Entry | null,
): ReadonlyMap<RecordId, Row> {
  const rows = new Map<RecordId, Row>(replica);
  for (const id of ids) rows.set(id, { entry: has(id), since: null, next: (replica.get(id) as Kept).entry });
  return rows;
}
