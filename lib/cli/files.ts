/** Files for the commands of the terminal. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CheckedPack, checkPack, type PackCheck } from '../packs/check-pack';

export const sha256 = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');

/** Text of a file; `.gz` is unpacked. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export const checkPackFile = (path: string): Promise<PackCheck> => checkPack(readText(path), sha256);

const BUNDLED = join(import.meta.dirname, '../../public/packs');

/** Paths of the packs that ship with the extension, in their order. */
export function bundledPackFiles(): string[] {
  return readdirSync(BUNDLED)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => join(BUNDLED, file));
}

/** Reads a pack that must be sound; prints its problems and ends the command when it is not. */
export async function readPack(path: string): Promise<CheckedPack> {
  const checked = await checkPackFile(path);
  if ('pack' in checked) return checked.pack;
  for (const { line, message } of checked.problems) console.error(`${path}:${line}: ${message}`);
  process.exit(1);
}
