import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from '../../../lib/cli/command';
import { bundledPackFiles, readPacks, readText, writeText } from '../../../lib/cli/files';
import { anEntity, aPack, writePack } from '../../support/build-pack';

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-files-'));
  const sound = await writePack(aPack([anEntity('person/ada')], { id: 'ladies' }));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'ladies.jsonl': sound,
    'ladies.jsonl.gz': gzipSync(sound),
    'others.jsonl': await writePack(aPack([anEntity('person/eve')], { id: 'others' })),
    'flagship.jsonl': await writePack(aPack([anEntity('person/eve')], { id: 'japan-rok-defense' })),
    'broken.jsonl': sound.replace('"kind":"official"', '"kind":"blog"'),
    'latin1.jsonl': Uint8Array.of(0x7b, 0xe9, 0x7d),
    'utf16.jsonl': Buffer.from(`\ufeff${sound}`, 'utf16le'),
    'plain.gz': sound,
    'cut.gz': gzipSync(sound).subarray(0, 40),
    'bomb.gz': gzipSync(Buffer.alloc(257 * 1024 * 1024)),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Exit code and message of what a piece of work ends with, without the folder. */
async function failure(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CommandError) return `${error.exitCode} ${error.message.replaceAll(`${folder}/`, '')}`;
    throw error;
  }
  return 'none';
}

describe('readText', () => {
  it.each([
    ['lost.jsonl', 'there is no such file'],
    ['latin1.jsonl', 'is not UTF-8'],
    ['utf16.jsonl', 'is not UTF-8'],
    ['plain.gz', 'is not gzip, or is damaged'],
    ['cut.gz', 'is cut short'],
    ['bomb.gz', 'unpacks to more than 256 MiB'],
  ])('says of "%s" that it %s', async (name, message) => {
    expect(await failure(() => readText(path(name)))).toBe(`2 ${name}: ${message}`);
  });

  it('says of a folder that it is one', async () => {
    expect(await failure(() => readText(path('.')))).toMatch(/^2 .*: is a folder, not a file$/);
  });
});

describe('writeText', () => {
  it.each(['x.jsonl', 'x.jsonl.gz'])('writes to %s what readText reads, a byte order mark included', (name) => {
    writeText(path(name), '\ufeff中谷\r\n');
    expect(readText(path(name))).toBe('\ufeff中谷\r\n');
  });

  it('says that the folder is not there', async () => {
    expect(await failure(() => writeText(path('lost/x'), ''))).toBe('2 lost/x: there is no such file');
  });
});

describe('readPacks', () => {
  const idsOf = async (given: readonly string[], bundled: boolean) =>
    (await readPacks(given.map(path), { bundled })).map(({ header, records }) => `${header.id} ${records.length}`);

  // In one reading: all that ships takes its time.
  it('puts the packs that ship before the given ones, and one that is given in the place of its own', async () => {
    const ids = await idsOf(['others.jsonl', 'flagship.jsonl', 'ladies.jsonl.gz'], true);
    expect(ids).toHaveLength(bundledPackFiles().length + 2);
    expect(ids[0]).toBe('japan-rok-defense 2');
    expect(ids.slice(-2)).toEqual(['others 2', 'ladies 2']);
  });

  it('takes the given ones alone on request', async () => {
    expect(await idsOf(['ladies.jsonl'], false)).toEqual(['ladies 2']);
    expect(await idsOf([], false)).toEqual([]);
  });

  it.each([
    [['lost.jsonl'], '2 lost.jsonl: there is no such file'],
    [
      ['broken.jsonl'],
      '1 broken.jsonl:2: "kind" is "blog", expected "official", "agency", "news", "reference", "dataset"',
    ],
    [
      ['ladies.jsonl', 'ladies.jsonl.gz'],
      '2 ladies.jsonl.gz: pack "ladies" was given already, in ladies.jsonl: give it once',
    ],
  ])('refuses %j', async (given, message) => {
    expect(await failure(() => readPacks(given.map(path), { bundled: false }))).toMatch(message);
  });
});
