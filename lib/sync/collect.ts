/**
 * Between what the reader has before them and what is known of it: their changes are found by comparing, whoever made
 * them, so that no writer has to know of synchronisation. A record that is missing is lost, never deleted: who deletes
 * says so.
 */
import { type Content, type Entry, type Hand, isSame, type Version, winner, write, writeBeside } from './entry';
import { type Kept, keep, type RecordId, type Replica } from './replica';

/**
 * An entry as it is stored. While `next` is on its way to the reader, `entry` is what they have (`null`: nothing), unless
 * it has arrived already.
 */
export interface Row {
  readonly entry: Entry | null;
  readonly since: number | null;
  readonly next?: Entry;
}

/** What the reader has, by record. */
export type Local = ReadonlyMap<RecordId, Content>;

export interface Collected {
  /** What this device knows, the reader's changes included. */
  readonly replica: Replica;
  /** Of records that are still on their way: what the reader has. */
  readonly before: ReadonlyMap<RecordId, Entry | null>;
}

/** Takes up what the reader has changed since, and what a run that died left on its way. */
export function collect(rows: ReadonlyMap<RecordId, Row>, local: Local, hand: Hand): Collected {
  const replica = new Map<RecordId, Kept>();
  const before = new Map<RecordId, Entry | null>();
  // What was there before this device knew of others gives way to what they have; both are kept.
  const first = rows.size === 0 ? { ...hand, now: 0 } : hand;
  for (const [id, row] of rows) {
    const content = local.get(id);
    if (row.next) {
      const isThere = content !== undefined && isSame(content, winner(row.next));
      const isOwn = !isThere && isChanged(row.entry, content);
      // Made upon the one or the other: nobody knows, so that neither is replaced.
      const next = isOwn ? writeBeside(row.next, content as Content, hand) : row.next;
      replica.set(id, keep(undefined, next, hand.now));
      if (!isThere && !isOwn) before.set(id, row.entry);
    } else if (row.entry) {
      const isAsKnown = content === undefined || isSame(winner(row.entry), content);
      replica.set(id, isAsKnown ? (row as Kept) : keep(row as Kept, write(row.entry, content, hand), hand.now));
    }
  }
  for (const [id, content] of local) {
    // What was made and deleted before anybody heard of it is nobody's business.
    if (!replica.has(id) && !content.deleted) replica.set(id, keep(undefined, write(null, content, first), hand.now));
  }
  return { replica, before };
}

/** Whether the reader has changed a record meanwhile that was about to be changed for them. */
function isChanged(entry: Entry | null, content: Content | undefined): boolean {
  if (content === undefined) return false;
  return entry ? !isSame(content, winner(entry)) : !content.deleted;
}

/** A record that has to be changed where the reader sees it; `expected` is what is there now, `null` for nothing. */
export interface Difference {
  readonly id: RecordId;
  readonly expected: Content | null;
  readonly version: Version;
}

export const tableOf = (id: RecordId): string => id.slice(0, id.indexOf('/'));

/** What the reader does not have yet; records of tables that this version does not know stay where they are. */
export function differences(replica: Replica, local: Local, tables: ReadonlySet<string>): readonly Difference[] {
  const found: Difference[] = [];
  for (const [id, { entry }] of replica) {
    const version = winner(entry);
    const content = local.get(id);
    if (content ? isSame(content, version) : version.deleted) continue;
    if (tables.has(tableOf(id))) found.push({ id, expected: content ?? null, version });
  }
  return found;
}
