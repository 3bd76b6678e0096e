/** Settings as synchronisation sees them, and the browser's own area in which they travel. */

import type { LocalRecords } from '../services/sync/ports';
import type { SharedArea, ShareState } from '../services/sync/share-settings';
import { migrate } from '../settings/migrations';
import { isKept, isSetting } from '../settings/schema';
import { plainValue } from '../sync/canonical';
import { type Content, isSame } from '../sync/entry';
import { browser } from './browser';

const TABLE = 'settings';
const STATE_KEY = 'settings-share';

const keyIn = (id: string): string => id.slice(TABLE.length + 1);

/** `null` is a setting that was put back; nothing at all is nothing. */
function contentOf(value: unknown): Content | null {
  if (value === null) return { deleted: true, value: null };
  const plain = plainValue(value);
  return plain === undefined ? null : { deleted: false, value: plain };
}

export const settingsRecords: LocalRecords = {
  tables: new Set([TABLE]),
  // Whoever reads a setting checks it, and takes the default where it does not fit.
  accepts: (id) => isKept(keyIn(id)),

  async list() {
    const local = new Map<string, Content>();
    for (const [key, value] of Object.entries(await browser.storage.local.get(null))) {
      const content = isKept(key) ? contentOf(value) : null;
      if (content) local.set(`${TABLE}/${key}`, content);
    }
    return local;
  },

  async apply(changes) {
    const present = await browser.storage.local.get(changes.map(({ id }) => keyIn(id)));
    const failed: string[] = [];
    const items: Record<string, unknown> = {};
    for (const { id, expected, version } of changes) {
      const content = contentOf(present[keyIn(id)]);
      const isExpected = expected ? content !== null && isSame(content, expected) : content === null;
      if (isExpected) items[keyIn(id)] = version.deleted ? null : version.value;
      else failed.push(id);
    }
    // All at once: whoever draws a page draws it once.
    if (Object.keys(items).length > 0) await browser.storage.local.set(items);
    return failed;
  },
};

/** Not every call is there everywhere, and each may throw. */
export const sharedArea: SharedArea = {
  get: () => browser.storage.sync.get(null),
  set: (items) => browser.storage.sync.set({ ...items }),
  remove: (keys) => browser.storage.sync.remove([...keys]),
};

/** For the background; register synchronously. Calls back when a setting has changed here, or something in the shared area. */
export function onSettingsChanged(here: () => void, elsewhere: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some(isSetting)) here();
  });
  browser.storage.sync.onChanged.addListener(elsewhere);
}

export const shareState = {
  async read(): Promise<ShareState> {
    const stored = (await browser.storage.local.get(STATE_KEY))[STATE_KEY] as ShareState | undefined;
    return stored ?? { problem: null, notBefore: 0 };
  },
  write: (state: ShareState) => browser.storage.local.set({ [STATE_KEY]: state }),
};

/** Calls back when something else is known of how sharing goes. */
export function watchShareState(changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (STATE_KEY in changes) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true });
}

/** Brings settings of an earlier version into today's form. */
export async function migrateSettings(): Promise<void> {
  const local = await browser.storage.local.get(null);
  const sync = await browser.storage.sync.get(null).catch(() => ({}));
  const written = migrate({ local, sync });
  if (written) await browser.storage.local.set({ ...written });
}
