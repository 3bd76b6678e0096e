import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PackRecord } from '../../../lib/model/pack';
import type { PackVerdict } from '../../../lib/packs/pack-checker';
import { type StreamOptions, streamPack } from '../../../lib/packs/stream-pack';
import { webByteTools } from '../../../lib/platform/byte-tools';
import { anEntity, aPack, sealLines, writePack } from '../../support/build-pack';
import { SOUND } from './sound-pack';

const soundText = await writePack(SOUND);
const soundBytes = Buffer.from(soundText);
const body = soundText.trimEnd().split('\n').slice(0, -1);

/** The pieces of a file, each so many bytes long. */
function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, options?: StreamOptions) =>
  streamPack(bytes, webByteTools, {}, options);

function problemsOf(verdict: PackVerdict): string[] {
  return 'problems' in verdict ? verdict.problems.map(({ line, message, code }) => `${line} ${code}: ${message}`) : [];
}

describe('streamPack', () => {
  it.each([
    ['plain', soundBytes],
    ['gzip', gzipSync(soundBytes)],
  ])('reads a %s file in pieces of any size, without its last line feed too', async (_, bytes) => {
    for (const size of [1, 2, 3, 7, 100, 5_000]) {
      const records: PackRecord[] = [];
      const verdict = await streamPack(inPieces(bytes, size), webByteTools, {
        onRecords: (batch) => {
          records.push(...batch);
        },
      });
      expect(verdict).toEqual({
        sound: {
          header: SOUND.header,
          records: SOUND.records.length,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          skipped: [],
        },
      });
      expect(records).toEqual(SOUND.records);
    }
    expect(problemsOf(await read(inPieces(soundBytes.subarray(0, -1), 11)))).toEqual([]);
  });

  it('hands on the header, then batches as they come, and waits for who takes them', async () => {
    const log: string[] = [];
    const pack = aPack(Array.from({ length: 5 }, (_, i) => anEntity(`person/p-${i}`)));
    await streamPack(
      inPieces(Buffer.from(await writePack(pack)), 64),
      webByteTools,
      {
        onHeader: ({ id }) => {
          log.push(`header ${id}`);
        },
        onRecords: async (batch) => {
          log.push(`begin ${batch.length}`);
          await new Promise((resolve) => setTimeout(resolve, 1));
          log.push('end');
        },
      },
      { batch: 4 },
    );
    expect(log).toEqual(['header test', 'begin 4', 'end', 'begin 2', 'end']);
  });

  it('hands on nothing after the first problem', async () => {
    const batches: number[] = [];
    const lines = [...body, '{"record":"source"}', JSON.stringify(anEntity('person/late'))];
    const verdict = await streamPack(
      [Buffer.from(await sealLines(lines))],
      webByteTools,
      {
        onRecords: ({ length }) => {
          batches.push(length);
        },
      },
      { batch: 4 },
    );
    expect(problemsOf(verdict).length).toBeGreaterThan(0);
    expect(batches).toEqual([4, 4]);
  });

  it('ends with what its source or its sink throws, and lets go of the source', async () => {
    let isClosed = false;
    async function* source() {
      try {
        yield soundBytes.subarray(0, 900);
        yield soundBytes.subarray(900);
      } finally {
        isClosed = true;
      }
    }
    const full = new Error('no room');
    const sink = {
      onRecords: () => {
        throw full;
      },
    };
    await expect(streamPack(source(), webByteTools, sink, { batch: 1 })).rejects.toBe(full);
    expect(isClosed).toBe(true);
    async function* broken() {
      yield gzipSync(soundBytes).subarray(0, 200);
      throw new Error('connection lost');
    }
    await expect(read(broken())).rejects.toThrow('connection lost');
  });

  it.each<readonly [name: string, bytes: Uint8Array, problem: string | RegExp]>([
    ['an empty file', Buffer.alloc(0), '0 not-a-pack: the file is empty'],
    [
      'a page of HTML',
      Buffer.from('<!doctype html>\n<title>Log in</title>'),
      /^1 not-a-pack: is not JSON.*\n1 not-a-pack: the first line is not a sound header record/,
    ],
    ['UTF-16', Buffer.from(soundText, 'utf16le'), /^1 (?:damaged|unsafe|not-a-pack): /],
    ['a byte order mark', Buffer.from(`\ufeff${soundText}`), /^1 rule: begins with a byte order mark/],
    [
      'bytes that are not UTF-8',
      Buffer.from(soundText.replace('Twenty', '\u00e9'), 'latin1'),
      '2 damaged: is not UTF-8',
    ],
    ['gzip that is cut short', gzipSync(soundBytes).subarray(0, -12), /^\d+ damaged: is damaged: its gzip packing/],
    ['gzip that is broken', Buffer.from([0x1f, 0x8b, 8, 0, 9, 9, 9, 9, 9, 9, 9]), /^1 damaged: is damaged: its gzip/],
    ['gzip within gzip', gzipSync(gzipSync(soundBytes)), /^1 (?:damaged|unsafe|not-a-pack): /],
    ['something behind the gzip', Buffer.concat([gzipSync(soundBytes), Buffer.from('xx')]), / damaged: /],
    ['one byte of gzip', Buffer.from([0x1f]), /^1 (?:damaged|unsafe|not-a-pack|rule): /],
  ])('refuses %s', async (_, bytes, problem) => {
    const problems = problemsOf(await read(inPieces(bytes, 37)));
    expect(problems.join('\n')).toMatch(typeof problem === 'string' ? new RegExp(`^${problem}`) : problem);
  });

  it('names the line that is not UTF-8, and those before it that are wrong', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${body.slice(0, 3).join('\n')}\n{"record":"source"}\n`),
      Buffer.from([0x7b, 0xe9, 0x7d, 0x0a]),
    ]);
    const lines = problemsOf(await read([bytes])).map((problem) => problem.replace(/:.*/, ''));
    expect(lines.at(-1)).toBe('5 damaged');
    expect(lines[0]).toBe('4 rule');
  });
});

describe('the limits', () => {
  it('end the reading of a file that is too large, within one piece', async () => {
    let pieces = 0;
    function* endless() {
      yield Buffer.from(`${body[0]}\n${body[1]}\n`);
      for (;;) {
        pieces++;
        yield Buffer.from(`${JSON.stringify(anEntity(`person/p-${pieces}`))}\n`.repeat(1));
      }
    }
    const limits = { fileBytes: 1024 * 1024 };
    expect(problemsOf(await read(endless(), { limits })).at(-1)).toMatch(/limit: is larger than 1 MiB$/);
    expect(pieces).toBeLessThan(8_000);
  });

  it('end a bomb by its ratio before its size', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, '\n'));
    const head = Buffer.from(`${body[0]}\n{"record":"x","x-a":"`);
    const line = gzipSync(Buffer.concat([head, Buffer.alloc(64 * 1024 * 1024, 'a')]));
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(problemsOf(await read(inPieces(bomb, 4_096)))).not.toEqual([]);
    const limits = { lineChars: 100_000_000 };
    expect(problemsOf(await read(inPieces(line, 4_096), { limits })).at(-1)).toMatch(
      /limit: unpacks to more than 200 times its size: a bomb, not a pack$/,
    );
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
  });

  it('end a file that unpacks to too much', async () => {
    const limits = { unpackedBytes: 1024 * 1024 };
    const lines = Array.from({ length: 20_000 }, (_, i) => JSON.stringify(anEntity(`person/p-${i * 7919}`)));
    const packed = gzipSync(await sealLines([...body, ...lines]));
    expect(problemsOf(await read([packed], { limits })).at(-1)).toMatch(/limit: unpacks to more than 1 MiB$/);
  });

  it('end a line that never ends, and too many lines', async () => {
    function* line() {
      yield Buffer.from(`${body[0]}\n{"record":"`);
      for (;;) yield Buffer.alloc(64 * 1024, 'x');
    }
    expect(problemsOf(await read(line()))).toEqual(['2 limit: is longer than 1000000 characters: no record is']);
    expect(problemsOf(await read([soundBytes], { limits: { lines: 4 } }))).toEqual([
      '5 limit: is the 5th line: a pack has at most 4',
    ]);
  });
});
