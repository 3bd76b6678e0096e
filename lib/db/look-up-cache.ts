/**
 * What look-ups keep, on Dexie. In the `knowledge` database, which may be dropped at any time: every answer can be had
 * again, none is the reader's own work, and none is ever synchronised or backed up.
 */
import type { LookUpCache } from '../services/look-ups/ports';
import type { KnowledgeDb } from './knowledge-db';

/** Bounds of what is kept; beyond them goes what was not wanted for longest. */
export interface CacheBounds {
  readonly entries: number;
  /** UTF-16 units of all values as JSON. */
  readonly size: number;
}

/** Some 10 KB a person: a few hundred of them. */
const BOUNDS: CacheBounds = { entries: 500, size: 4 * 1024 * 1024 };

export function createLookUpCache(db: KnowledgeDb, bounds: CacheBounds = BOUNDS): LookUpCache {
  /** Keys of what is beyond the bounds. */
  const surplus = async (): Promise<string[]> => {
    const keys: string[] = [];
    let [entries, total] = [0, 0];
    await db.lookUps
      .orderBy('[used+size]')
      .reverse()
      .eachKey((key, { primaryKey }) => {
        const [, size] = key as unknown as [number, number];
        entries += 1;
        total += size;
        if (entries > bounds.entries || total > bounds.size) keys.push(primaryKey as string);
      });
    return keys;
  };

  return {
    get: (key, now) =>
      db.transaction('rw', db.lookUps, async () => {
        const row = await db.lookUps.get(key);
        if (!row) return null;
        if (row.expires <= now) {
          await db.lookUps.delete(key);
          return null;
        }
        await db.lookUps.update(key, { used: now });
        return row.value;
      }),

    async put(key, value, now, expires) {
      const { length: size } = JSON.stringify(value);
      if (size > bounds.size) return;
      await db.transaction('rw', db.lookUps, async () => {
        await db.lookUps.put({ key, value, size, used: now, expires });
        await db.lookUps.bulkDelete(await surplus());
      });
    },

    async clear() {
      await db.lookUps.clear();
    },
  };
}
