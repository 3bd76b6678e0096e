/**
 * Settings in the browser's own synchronisation (`storage.sync`): an item a setting, with what the devices need to merge
 * it, under the very key that it has at home. Small and bounded, as browsers want it.
 */
import { canonicalJson } from './canonical';
import { conflictsOf, type Entry, winner } from './entry';
import { packEntry, unpackEntry } from './journal';
import type { Entries, Replica } from './replica';

const TABLE = 'settings/';

/** Chrome and Firefox: 102,400 bytes in all, 8,192 an item, 512 items (measured, `RELIABILITY.md` L1-L3). */
const MARGIN = 0.75;
export const AREA_LIMITS = { bytes: 102_400 * MARGIN, itemBytes: 8_192 * MARGIN, items: 512 * MARGIN };

/** Chromium counts `<` as the six bytes of its escape, Firefox as one (measured, L5). */
export type Counting = 'chromium' | 'firefox';

/** Bytes that a browser counts for an item. */
export function itemBytes(key: string, value: unknown, counting: Counting): number {
  const json = canonicalJson(value);
  return utf8Length(key) + utf8Length(counting === 'chromium' ? json.replaceAll('<', '\\u003C') : json);
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** What other devices have put there. What is no entry of ours is nobody's: it is neither read nor touched. */
export function readArea(stored: Readonly<Record<string, unknown>>, isOurs: (key: string) => boolean): Entries {
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(stored)) {
    const entry = isOurs(key) ? unpackEntry(value) : null;
    if (entry) entries.set(TABLE + key, entry);
  }
  return entries;
}

export interface AreaPlan {
  /** Items to be written, in one go. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Items whose time is over. */
  readonly remove: readonly string[];
  /** It would not fit: nothing of it is written. */
  readonly isTooMuch: boolean;
}

/** What has to be written so that the area says what this device knows. */
export function planArea(
  replica: Replica,
  stored: Readonly<Record<string, unknown>>,
  isOurs: (key: string) => boolean,
  counting: Counting,
): AreaPlan {
  const set: Record<string, unknown> = {};
  const there = readArea(stored, isOurs);
  for (const [id, { entry }] of replica) {
    if (!id.startsWith(TABLE)) continue;
    const known = there.get(id);
    // Nobody has to hear that something is as it is by default.
    if (!known && winner(entry).deleted && conflictsOf(entry).length === 0) continue;
    if (!known || canonicalJson(packEntry(known)) !== canonicalJson(packEntry(entry)))
      set[id.slice(TABLE.length)] = packEntry(entry);
  }
  const remove = [...there.keys()].filter((id) => !replica.has(id)).map((id) => id.slice(TABLE.length));
  const after = Object.entries({ ...stored, ...set }).filter(([key]) => !remove.includes(key));
  const sizes = after.map(([key, value]) => itemBytes(key, value, counting));
  const isTooMuch =
    Object.keys(set).length > 0 &&
    (after.length > AREA_LIMITS.items ||
      sizes.reduce((sum, size) => sum + size, 0) > AREA_LIMITS.bytes ||
      Object.entries(set).some(([key, value]) => itemBytes(key, value, counting) > AREA_LIMITS.itemBytes));
  return { set, remove, isTooMuch };
}
