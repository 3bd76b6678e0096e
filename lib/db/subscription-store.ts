/** Subscriptions on Dexie: the reader's own as records that can be merged, this browser's checks beside them. */
import type { Subscription, SubscriptionStore } from '../services/subscriptions/subscription';
import type { ReaderDb, ReaderRecord } from './reader-db';

/** `device`: the id under which this browser's changes are known. */
export function createSubscriptionStore(db: ReaderDb, device: () => Promise<string>): SubscriptionStore {
  const alive = (row: ReaderRecord<Subscription | null> | undefined): Subscription | null =>
    row && !row.deleted ? row.value : null;

  /** Writes the next state of a record: its clock goes on from the last one, whoever's that was. */
  async function write(url: string, value: Subscription | null): Promise<void> {
    const own = await device();
    await db.transaction('rw', db.subscriptions, db.checks, async () => {
      const before = await db.subscriptions.get(url);
      if (value === null && !alive(before)) return;
      const clock = (before?.clock ?? 0) + 1;
      await db.subscriptions.put({ id: url, value, clock, device: own, deleted: value === null });
      if (value === null) await db.checks.delete(url);
    });
  }

  return {
    async list() {
      const rows = await db.subscriptions.toArray();
      const found = rows.flatMap((row) => alive(row) ?? []);
      return found.sort((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0));
    },
    get: async (url) => alive(await db.subscriptions.get(url)),
    put: (subscription) => write(subscription.url, subscription),
    remove: (url) => write(url, null),
    checks: () => db.checks.toArray(),
    check: async (url) => (await db.checks.get(url)) ?? null,
    saveCheck: (state) =>
      db.transaction('rw', db.subscriptions, db.checks, async () => {
        if (alive(await db.subscriptions.get(state.url))) await db.checks.put(state);
      }),
  };
}
