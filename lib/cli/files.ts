/** Files for the commands of the terminal. What cannot be read or used ends the command with a `CommandError`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type CheckedPack, checkPack, type PackCheck } from '../packs/check-pack';
import { CommandError } from './command';

export const sha256 = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');

/** Unpacked size beyond which a file is taken for a bomb, not for a pack. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** What the system says about a file, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read or written by you',
  ENOTDIR: 'there is no such folder',
  Z_DATA_ERROR: 'is not gzip, or is damaged',
  Z_BUF_ERROR: 'is cut short',
  ERR_BUFFER_TOO_LARGE: `unpacks to more than ${MAX_FILE_BYTES / 1024 / 1024} MiB`,
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8',
};

function orFail<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(2, `${path}: ${REASONS[code ?? ''] ?? message}`);
  }
}

const isPacked = (path: string): boolean => path.endsWith('.gz');

/** Text of a UTF-8 file, a byte order mark included; `.gz` is unpacked. */
export function readText(path: string): string {
  return orFail(path, () => {
    const bytes = readFileSync(path);
    const unpacked = isPacked(path) ? gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES }) : bytes;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
  });
}

/** Writes a UTF-8 file; `.gz` is packed. */
export function writeText(path: string, text: string): void {
  orFail(path, () => writeFileSync(path, isPacked(path) ? gzipSync(text) : text));
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

/** Reads a pack that must be sound. */
export async function readPack(path: string): Promise<CheckedPack> {
  const checked = await checkPackFile(path);
  if ('pack' in checked) return checked.pack;
  throw new CommandError(1, checked.problems.map(({ line, message }) => `${path}:${line}: ${message}`).join('\n'));
}

/**
 * The packs of a command: those that ship with the extension unless left out, then the given ones. A given pack takes
 * the place of a bundled one with its id; two given ones may not share an id.
 */
export async function readPacks(given: readonly string[], { bundled }: { bundled: boolean }): Promise<CheckedPack[]> {
  const packs = new Map<string, CheckedPack>();
  for (const pack of await Promise.all((bundled ? bundledPackFiles() : []).map(readPack)))
    packs.set(pack.header.id, pack);
  const files = new Map<string, string>();
  for (const file of given) {
    const pack = await readPack(file);
    const other = files.get(pack.header.id);
    if (other !== undefined)
      throw new CommandError(2, `${file}: pack "${pack.header.id}" was given already, in ${other}: give it once`);
    files.set(pack.header.id, file);
    packs.set(pack.header.id, pack);
  }
  return [...packs.values()];
}
