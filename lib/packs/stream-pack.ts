/**
 * A pack from the bytes of its file, in constant memory: unpacked, cut into lines, checked, and handed on in batches
 * while it is read. Whether the pack is sound is known at its end, and not before: whoever takes the batches writes
 * them beside what is there, and drops them when the verdict is no.
 */
import type { PackHeader, PackRecord } from '../model/pack';
import type { ByteSource, ByteTools } from './byte-tools';
import { PACK_LIMITS, type PackLimits } from './limits';
import { createPackChecker, type PackChecker, type PackVerdict } from './pack-checker';
import { createLineReader } from './read-lines';
import { UnreadableError, unpack } from './unpack';

/** Who takes what is read. What its functions throw ends the reading and passes through; what they await slows it. */
export interface PackSink {
  /** The header, before any record. */
  readonly onHeader?: (header: PackHeader) => void | Promise<void>;
  /** Records that are sound in themselves, in the order of the file; none after the first problem. */
  readonly onRecords?: (records: readonly PackRecord[]) => void | Promise<void>;
}

/** What tests and importers may choose. */
export interface StreamOptions {
  readonly limits?: Partial<PackLimits>;
  /** Records in a batch; the last one may be smaller. */
  readonly batch?: number;
}

const BATCH = 2_048;

/**
 * Reads and checks the file of a pack, plain or gzip. What is wrong with it is in the verdict; it throws only what the
 * source and the sink throw, which is how reading is given up from outside.
 */
export async function streamPack(
  source: ByteSource,
  tools: ByteTools,
  sink: PackSink = {},
  { limits: given, batch: size = BATCH }: StreamOptions = {},
): Promise<PackVerdict> {
  const limits = { ...PACK_LIMITS, ...given };
  const checker = createPackChecker(limits);
  const lines = createLineReader(tools, limits);
  let batch: PackRecord[] = [];
  let isGreeted = false;

  async function flush(): Promise<void> {
    const full = batch;
    batch = [];
    if (full.length > 0 && checker.isSound()) await sink.onRecords?.(full);
  }
  async function take(taken: readonly string[]): Promise<void> {
    for (const line of taken) {
      const record = checker.take(line);
      if (!isGreeted && checker.isSound()) {
        isGreeted = true;
        await sink.onHeader?.(checker.header() as PackHeader);
      }
      if (record && batch.push(record) >= size) await flush();
      if (checker.isOver()) return;
    }
  }

  const isRead = await readAll(checker, async () => {
    for await (const piece of unpack(source, tools, limits)) {
      await take(lines.push(piece));
      if (checker.isOver()) return;
    }
    await take(lines.end());
  });
  await flush();
  return checker.finish(isRead && checker.isSound() ? lines.digest() : null);
}

/** Reads to the end; false when the file cannot be read so far. */
async function readAll(checker: PackChecker, read: () => Promise<void>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    checker.refuse(error.message, error.code);
    return false;
  }
}
