/**
 * How settings were stored before, and what becomes of them: one numbered step from each version to the next, each with a
 * frozen example in `tests/fixtures/settings`. A step adds and changes what it knows; everything else stays.
 */
import { isKept } from './schema';

/** The version that this code writes. */
export const SETTINGS_VERSION = 2;
export const VERSION_KEY = 'settings-version';

/** Both areas as they are stored. */
export interface StoredAreas {
  readonly local: Readonly<Record<string, unknown>>;
  readonly sync: Readonly<Record<string, unknown>>;
}

/** What is to be written into `storage.local` for the next version. */
type Step = (stored: StoredAreas) => Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** By the version they lead to. */
const STEPS: Readonly<Record<number, Step>> = {
  // 1 kept plain values in `storage.sync`; since 2 they lie in `storage.local`, and the other area is for sharing only.
  2: ({ local, sync }) =>
    Object.fromEntries(Object.entries(sync).filter(([key, value]) => isKept(key) && isPlain(value) && !(key in local))),
};

/**
 * What has to be written so that this version can read what is stored; `null` where nothing has. A version later than
 * this one's is left alone.
 */
export function migrate(stored: StoredAreas): Readonly<Record<string, unknown>> | null {
  const from = stored.local[VERSION_KEY] ?? 1;
  if (typeof from !== 'number' || from >= SETTINGS_VERSION) return null;
  let local = stored.local;
  let written: Readonly<Record<string, unknown>> = {};
  for (let version = from + 1; version <= SETTINGS_VERSION; version++) {
    const step = STEPS[version]?.({ ...stored, local }) ?? {};
    local = { ...local, ...step };
    written = { ...written, ...step };
  }
  return { ...written, [VERSION_KEY]: SETTINGS_VERSION };
}
