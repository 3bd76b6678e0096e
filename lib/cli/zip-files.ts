/** Zips that are the same bytes for the same files: names in order, no dates, no owners. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** A zip of files of a folder, the same for the same files. */
export function zipFiles(folder: string, names: readonly string[]): Uint8Array {
  const files: Zippable = {};
  // By code units: a locale would order them differently elsewhere.
  for (const name of names.toSorted()) files[name] = readFileSync(join(folder, name));
  // A zip holds a local time: the same everywhere, and nothing can be older.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}
