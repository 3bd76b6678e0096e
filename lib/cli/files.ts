/** Files for the commands of the terminal. What cannot be read or used ends the command with a `CommandError`. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PackRecord } from '../model/pack';
import { bundledOrder } from '../packs/bundled-order';
import type { ByteTools } from '../packs/byte-tools';
import type { CheckedPack } from '../packs/check-pack';
import type { PackVerdict } from '../packs/pack-checker';
import { type PackSink, streamPack } from '../packs/stream-pack';
import { webByteTools } from '../platform/byte-tools';
import { CommandError } from './command';

/** Digest of a text in UTF-8, in lower-case hexadecimal. */
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
    throw toFailure(path, error);
  }
}

function toFailure(path: string, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new CommandError(2, `${path}: ${REASONS[code ?? ''] ?? message}`);
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
  orFail(path, () => writeFileSync(path, isPacked(path) ? gzipSync(text, { level: 9 }) : text));
}

/** Node's own digest is several times as fast as one in JavaScript. */
const byteTools: ByteTools = {
  ...webByteTools,
  createDigest: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
};

/** Bytes of a file in pieces; `counted` is told the size of each. */
async function* readBytes(path: string, counted?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      counted?.(piece.length);
      yield piece as Buffer;
    }
  } catch (error) {
    throw toFailure(path, error);
  }
}

/** Reads and checks the file of a pack, plain or gzip, in constant memory. */
export const checkPackFile = (
  path: string,
  sink: PackSink = {},
  counted?: (bytes: number) => void,
): Promise<PackVerdict> => streamPack(readBytes(path, counted), byteTools, sink);

const BUNDLED = join(import.meta.dirname, '../../public/packs');

/** Paths of the packs that ship with the extension, in their order. */
export function bundledPackFiles(): string[] {
  return bundledOrder(readdirSync(BUNDLED)).map((file) => join(BUNDLED, file));
}

/** What is wrong with a pack's file, a line each. */
export const problemLines = (path: string, verdict: Extract<PackVerdict, { problems: unknown }>): string[] =>
  verdict.problems.map(({ line, message }) => `${path}:${line}: ${message}`);

/** Reads a pack that must be sound. */
export async function readPack(path: string): Promise<CheckedPack> {
  const records: PackRecord[] = [];
  const verdict = await checkPackFile(path, {
    onRecords: (batch) => {
      for (const record of batch) records.push(record);
    },
  });
  if ('problems' in verdict) throw new CommandError(1, problemLines(path, verdict).join('\n'));
  return { ...verdict.sound, records };
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
