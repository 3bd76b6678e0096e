/** The ends of a pack's file: which pack it is, and what its last line states, however it is cut into pieces. */
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnds } from '../../../lib/packs/read-ends';
import { webByteTools } from '../../../lib/platform/byte-tools';
import { toPackFile, versionedRecords } from '../../support/bundles';

const TEXT = await toPackFile('a', '1', versionedRecords('a1', 40));
const DIGEST = (JSON.parse(TEXT.trimEnd().split('\n').at(-1) as string) as { sha256: string }).sha256;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file in pieces that end at these places. */
function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => bytes.slice(places[i], end));
}

const read = (source: readonly Uint8Array[], wantsEnd = true) => readEnds(source, webByteTools, () => wantsEnd);

describe('readEnds', () => {
  it('finds both ends wherever the file is cut, packed or not, with a last line feed or without', async () => {
    const files = [TEXT, TEXT.trimEnd()].flatMap((text) => [bytesOf(text), new Uint8Array(gzipSync(text))]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.nat({ max: 100_000 }), { maxLength: 12 }),
        async (file, cuts) => {
          expect(await read(pieces(file, cuts))).toEqual({ id: 'a', sha256: DIGEST });
        },
      ),
      { seed: 8, numRuns: 120 },
    );
  });

  it('reads no further than the header where the end is not wanted', async () => {
    async function* source() {
      yield bytesOf(TEXT.slice(0, TEXT.indexOf('\n') + 1));
      throw new Error('read on');
    }
    expect(await readEnds(source(), webByteTools, () => false)).toEqual({ id: 'a', sha256: null });
  });

  it.each<[what: string, text: string]>([
    ['nothing', ''],
    ['no JSON', 'a page of some server\nand more'],
    ['a header without an id', '{"record":"header"}\n{"sha256":"x"}\n'],
    ['one endless line', 'x'.repeat(1_100_000)],
  ])('finds nothing in %s', async (_, text) => {
    expect(await read([bytesOf(text)])).toBeNull();
  });

  it('finds nothing in gzip that is cut short', async () => {
    expect(await read([new Uint8Array(gzipSync(TEXT)).slice(0, -20)])).toBeNull();
  });

  it('says so when the last line states no digest', async () => {
    expect(await read([bytesOf('{"id":"a"}\n{"record":"source"}\n')])).toEqual({ id: 'a', sha256: null });
  });
});
