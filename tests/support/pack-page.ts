/** The streaming reader in a page and in a worker of it, for `in-browser.ts`. */
import type { PackVerdict } from '../../lib/packs/pack-checker';
import { streamPack } from '../../lib/packs/stream-pack';
import { webByteTools } from '../../lib/platform/byte-tools';

/** What a reading came to. */
interface Reading {
  readonly records: number;
  /** Of the verdict, or the first problem. */
  readonly outcome: string;
  readonly ms: number;
}

async function read(body: ReadableStream<Uint8Array>, isPacked: boolean): Promise<Reading> {
  const packed = isPacked ? body.pipeThrough(new CompressionStream('gzip') as ReadableWritablePair) : body;
  const start = performance.now();
  let records = 0;
  const verdict = await streamPack(packed as unknown as AsyncIterable<Uint8Array>, webByteTools, {
    onRecords: (batch) => {
      records += batch.length;
    },
  });
  return { records, outcome: outcomeOf(verdict), ms: performance.now() - start };
}

const outcomeOf = (verdict: PackVerdict): string =>
  'sound' in verdict ? verdict.sound.sha256 : `${verdict.problems[0]?.line}: ${verdict.problems[0]?.message}`;

/** Reads a file that is served beside the page, packed on the way or not. */
export async function readFile(name: string, isPacked: boolean): Promise<Reading> {
  const { body } = await fetch(`/${name}`);
  return read(body as ReadableStream<Uint8Array>, isPacked);
}

/** Reads blanks without end, packed: a bomb. */
export function readBomb(): Promise<Reading> {
  const header = new TextEncoder().encode('{"record":"header"');
  const blanks = new Uint8Array(1024 * 1024).fill(0x20);
  let pieces = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(pieces === 0 ? header : blanks);
      if (++pieces > 10_000) controller.close();
    },
  });
  return read(endless, true);
}

/** The same in a worker, which has neither page nor extension. */
export function readInWorker(name: string, isPacked: boolean): Promise<Reading> {
  const worker = new Worker('/bench.js');
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data as Reading);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ name, isPacked });
  });
}

if (typeof document === 'undefined') {
  addEventListener('message', ({ data }: MessageEvent<{ name: string; isPacked: boolean }>) => {
    readFile(data.name, data.isPacked).then((reading) => postMessage(reading));
  });
}
