/**
 * The one file that a device writes: everything it knows, each time as a whole, so that a lost or torn one costs nothing
 * but time. And the list of the devices, which all write: whoever is missing in it puts himself back.
 */
import { canonicalJson, isPlainJson } from './canonical';
import { isClock } from './clock';
import type { Context, Entry, Version } from './entry';
import type { Entries } from './replica';

const FORMAT = 1;

export interface Journal {
  readonly device: string;
  /** Counts the files that the device has written. */
  readonly sequence: number;
  readonly entries: Entries;
}

/** A device in the list; `label` is what the reader sees ("Firefox, Linux"). */
export interface Device {
  readonly id: string;
  readonly label: string;
}

/** `newer`: a later version of Sidelight wrote it. */
export type DocumentProblem = 'newer' | 'damaged';
export type Read<T> = { readonly value: T } | { readonly problem: DocumentProblem };

/** Longest id of a record: the longest key that a table has is an address. */
const MAX_ID_CHARS = 4_096;
const MAX_DEVICE_CHARS = 64;
const MAX_LABEL_CHARS = 100;
const MAX_DEVICES = 100;

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= max;
const isDevice = (value: unknown): value is string => isText(value, MAX_DEVICE_CHARS) && /^[\w-]+$/.test(value);
const isRecordId = (value: unknown): value is string => isText(value, MAX_ID_CHARS) && /^[a-z][a-zA-Z]*\/./.test(value);

/** The entries in the order of their ids: equal knowledge is equal text, whichever device writes it. */
export function entriesText(entries: Entries): string {
  const rows = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, entry]) => [id, ...packEntry(entry)]);
  return canonicalJson(rows);
}

/** `[context, version…]`; a version that deletes has no value. */
export function packEntry({ context, versions }: Entry): readonly [Context, ...unknown[]] {
  return [
    context,
    ...versions.map(({ clock, device, deleted, value }) => (deleted ? [clock, device] : [clock, device, value])),
  ];
}

/** `null` where it is none. */
export function unpackEntry(packed: unknown): Entry | null {
  if (!Array.isArray(packed)) return null;
  const [context, ...rows] = packed as unknown[];
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return null;
  const seen = Object.entries(context);
  if (!seen.every(([device, clock]) => isDevice(device) && isClock(clock))) return null;
  const versions: Version[] = [];
  for (const row of rows) {
    if (!Array.isArray(row) || row.length < 2) return null;
    const [clock, device, value = null] = row as unknown[];
    if (!isClock(clock) || !isDevice(device) || !isPlainJson(value)) return null;
    if (((context as Record<string, number>)[device] ?? 0) < clock) return null;
    versions.push({ clock, device, deleted: row.length === 2, value });
  }
  const [first, ...others] = versions;
  return first ? { context: context as Context, versions: [first, ...others] } : null;
}

/** `entries` as `entriesText` gives them. */
export const journalText = ({ device, sequence }: Omit<Journal, 'entries'>, entries: string): string =>
  `{"format":${FORMAT},"device":${JSON.stringify(device)},"sequence":${sequence},"entries":${entries}}`;

function parse(text: string): Record<string, unknown> | DocumentProblem {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'damaged';
    const { format } = value as { format?: unknown };
    if (typeof format !== 'number') return 'damaged';
    return format > FORMAT ? 'newer' : (value as Record<string, unknown>);
  } catch {
    return 'damaged';
  }
}

/** Reads a journal. One entry that is none makes all of it damaged: half a journal must not pass for a whole. */
export function readJournal(text: string): Read<Journal> {
  const parsed = parse(text);
  if (typeof parsed === 'string') return { problem: parsed };
  const { device, sequence, entries: rows } = parsed;
  if (!isDevice(device) || !Number.isSafeInteger(sequence) || !Array.isArray(rows)) return { problem: 'damaged' };
  const entries = new Map<string, Entry>();
  for (const row of rows as unknown[]) {
    const [id, ...packed] = Array.isArray(row) ? (row as unknown[]) : [];
    const entry = unpackEntry(packed);
    if (!isRecordId(id) || !entry) return { problem: 'damaged' };
    entries.set(id, entry);
  }
  return { value: { device, sequence: sequence as number, entries } };
}

export const devicesText = (devices: readonly Device[]): string => canonicalJson({ format: FORMAT, devices });

export function readDevices(text: string): Read<readonly Device[]> {
  const parsed = parse(text);
  if (typeof parsed === 'string') return { problem: parsed };
  const { devices } = parsed;
  if (!Array.isArray(devices) || devices.length > MAX_DEVICES) return { problem: 'damaged' };
  const found = devices.map((device: unknown) => (device ?? {}) as Partial<Record<keyof Device, unknown>>);
  if (!found.every(({ id, label }) => isDevice(id) && isText(label, MAX_LABEL_CHARS))) return { problem: 'damaged' };
  return { value: found.map(({ id, label }) => ({ id: id as string, label: label as string })) };
}
