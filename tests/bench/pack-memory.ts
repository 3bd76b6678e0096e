/**
 * How much memory it takes to check, write and compile a pack of a million entities (T07), without a browser: the rows
 * lie in a file, as they do in a browser's database. Heap and buffers, looked at every 20 ms and between any two batches.
 */
import { createReadStream, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sha256 } from '../../lib/cli/files';
import { recordsOf, toRow } from '../../lib/db/row-bytes';
import { compileSet } from '../../lib/services/compile-set';
import { fingerprintOf } from '../../lib/services/installed-set';
import type { KnowledgeStore } from '../../lib/services/ports';
import { stagePack } from '../../lib/services/stage-pack';
import { installPorts } from '../support/install-ports';
import { writeLargePack } from '../support/large-pack';
import { createMemoryStore } from '../support/memory-store';
import type { Measurement } from './run';

const MB = 1024 * 1024;
const ENTITIES = 1_000_000;
const LOOK_MS = 20;

let peak = 0;
function look(): void {
  const { heapUsed, external } = process.memoryUsage();
  peak = Math.max(peak, heapUsed + external);
}

function fileStore(folder: string): Pick<KnowledgeStore, 'writeRows' | 'records'> {
  const rows = openSync(join(folder, 'rows'), 'w+');
  const places: { at: number; length: number }[] = [];
  let end = 0;
  return {
    async writeRows(_pack, _generation, first, added) {
      for (const [i, records] of added.entries()) {
        const row = toRow(records);
        writeSync(rows, row, 0, row.length, end);
        places[first + i] = { at: end, length: row.length };
        end += row.length;
      }
    },
    async *records() {
      for (let i = 0; i < places.length; i += 64) {
        yield places.slice(i, i + 64).flatMap(({ at, length }) => {
          const row = new Uint8Array(length);
          readSync(rows, row, 0, length, at);
          return recordsOf(row);
        });
        look();
        // As a transaction does, it lets the event loop have its turn.
        await new Promise((done) => setImmediate(done));
      }
    },
  };
}

/** What a part of the work takes: seconds, and the most MB at any time. */
async function measure<T>(name: string, work: () => Promise<T>): Promise<readonly [result: T, figures: Measurement[]]> {
  peak = 0;
  const watching = setInterval(look, LOOK_MS);
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1_000;
  clearInterval(watching);
  return [
    result,
    [
      { name: `packs/memory/${name}/seconds`, value: seconds, unit: 's', better: 'lower' },
      { name: `packs/memory/${name}/peak`, value: peak / MB, unit: 'MB', better: 'lower' },
    ],
  ];
}

async function packMemory(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-memory-'));
  try {
    const path = join(folder, 'pack.jsonl');
    await writeLargePack(path, { id: 'large', version: '1', entities: ENTITIES });
    const stream = () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    const store = { ...createMemoryStore(), ...fileStore(folder) };
    const ports = installPorts(store, { list: async () => [], read: async () => new Blob([]) });
    const file = { size: statSync(path).size, stream };
    const [result, checking] = await measure('check-1m', () =>
      stagePack(ports, file, { origin: { kind: 'file', name: 'pack.jsonl' } }),
    );
    if ('problems' in result) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
    const packs = [result.staged];
    const fingerprint = await fingerprintOf(packs, sha256);
    const slices = { now: () => performance.now(), pause: () => new Promise<void>((done) => setImmediate(done)) };
    const [, compiling] = await measure('compile-1m', () =>
      compileSet(store, packs, fingerprint, { slices, onProgress: look }),
    );
    return [...checking, ...compiling];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const PACK_MEMORY = { 'packs/memory': packMemory };
