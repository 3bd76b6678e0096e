/**
 * Opens a database with Dexie, which makes or upgrades it. Whatever holds an upgrade up is said after 5 s: IndexedDB
 * itself tells only the first of those who wait, or nobody.
 */
import { DatabaseBlockedError, DatabaseUnreachableError } from './database-problems';

/** What is used of Dexie: its own type makes the compiler compare every table. */
interface Openable {
  readonly name: string;
  isOpen(): boolean;
  open(): PromiseLike<unknown>;
  /** Set as soon as an upgrade is under way. */
  backendDB(): IDBDatabase | null;
}

const PATIENCE_MS = { blocked: 5_000, upgrading: 30_000 };

/** Openings that somebody waits for already: Dexie has one at a time. */
const openings = new WeakMap<Openable, Promise<void>>();

/**
 * Resolves when the database is open. Rejects as Dexie's opening does, or when nothing has come of it in time:
 * with a `DatabaseBlockedError` while others hold it, with a `DatabaseUnreachableError` while it is being upgraded.
 */
export async function openDatabase(db: Openable, patience = PATIENCE_MS): Promise<void> {
  if (db.isOpen()) return;
  const opening = openings.get(db) ?? begin(db);
  const timers: ReturnType<typeof setTimeout>[] = [];
  const late = new Promise<never>((_, reject) => {
    const isUpgrading = () => db.backendDB() !== null;
    const giveUp = () => {
      opening.catch(() => undefined);
      if (!isUpgrading()) reject(new DatabaseBlockedError(db.name, opening));
      else reject(new DatabaseUnreachableError(db.name, `no end in ${patience.upgrading} ms`, opening));
    };
    timers.push(
      setTimeout(() => !isUpgrading() && giveUp(), patience.blocked),
      setTimeout(giveUp, patience.upgrading),
    );
  });
  try {
    await Promise.race([opening, late]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function begin(db: Openable): Promise<void> {
  const opening = Promise.resolve(db.open())
    .then(() => undefined)
    .finally(() => openings.delete(db));
  openings.set(db, opening);
  return opening;
}
