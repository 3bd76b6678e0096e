/** The commands as a user runs them: what they print and how they end. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aName, anEntity, aPack, writePack } from '../../support/build-pack';
import { runCommand } from '../../support/run-command';

let folder = '';
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const write = (name: string, content: string | Uint8Array) => writeFileSync(path(name), content);
const run = (name: string, ...args: string[]) => runCommand(name, args, folder);

const PACK = aPack([anEntity('person/ada', { names: [aName('Ada Lovelace')] })], { id: 'ladies' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-cli-'));
  const sound = await writePack(PACK);
  write('ladies.jsonl', sound);
  write('ladies.jsonl.gz', gzipSync(sound));
  write('broken.jsonl', sound.replace('"kind":"official"', '"kind":"blog"'));
  write('docs.jsonl', '{"id":"a","text":"Ada Lovelace met Shigeru Ishiba."}\r\n');
  write('bad.jsonl', '{"id":"a","text":"x"}\n{"id":\n{"text":"x"}\n');
  write('empty.jsonl', '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('annotate', () => {
  it('writes a line for every document, with the packs that ship and the given one', () => {
    expect(run('annotate', '--pack', 'ladies.jsonl.gz', '--in', 'docs.jsonl', '--out', 'out.jsonl')).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const { id, mentions } = JSON.parse(read('out.jsonl')) as { id: string; mentions: { entity: string }[] };
    expect([id, mentions.map(({ entity }) => entity)]).toEqual(['a', ['person/ada', 'person/shigeru-ishiba']]);
    expect(read('out.jsonl').split('\n')).toHaveLength(2);
  });

  it('leaves out the packs that ship on request, and writes nothing for nothing', () => {
    expect(run('annotate', '--no-bundled', '--in', 'empty.jsonl', '--out', 'none.jsonl').code).toBe(0);
    expect(read('none.jsonl')).toBe('');
  });

  it('names every bad line, and writes nothing', () => {
    const { code, out, err } = run('annotate', '--no-bundled', '--in', 'bad.jsonl', '--out', 'never.jsonl');
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^bad\.jsonl:2: is not JSON: /),
      'bad.jsonl:3: "id" is missing: a text or a number',
      'never.jsonl was not written: mend or remove these lines',
    ]);
    expect(existsSync(path('never.jsonl'))).toBe(false);
  });

  it('ends with its usage when it was called wrongly', () => {
    expect(run('annotate', '--in', 'docs.jsonl')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^--out is missing\n\nannotate /),
    });
  });
});

describe('pack', () => {
  it('checks every file, and ends with the worst', () => {
    const { code, out, err } = run('pack', 'check', 'lost.jsonl', 'broken.jsonl', 'ladies.jsonl.gz');
    expect(code).toBe(2);
    expect(err).toBe('lost.jsonl: there is no such file\n');
    expect(out).toMatch(/^broken\.jsonl:2: "kind" is "blog".*\nladies\.jsonl\.gz: sound, ladies 1, 2 records\n$/);
  });

  it('seals an edited pack, whatever its editor left behind, packed or not', async () => {
    const edited = `\ufeff${(await writePack(PACK)).replace('Lovelace', 'Byron').replaceAll('\n', '\r\n')}\r\n`;
    write('edited.jsonl', edited);
    write('edited.jsonl.gz', gzipSync(edited));
    expect(run('pack', 'seal', 'edited.jsonl', 'edited.jsonl.gz')).toMatchObject({ code: 0, err: '' });
    expect(read('edited.jsonl')).not.toMatch(/\r|\ufeff/);
    expect(gunzipSync(readFileSync(path('edited.jsonl.gz'))).toString()).toBe(read('edited.jsonl'));
  });

  it('says what a pack holds', () => {
    const { code, out } = run('pack', 'info', 'ladies.jsonl');
    expect([code, out]).toEqual([
      0,
      'ladies 1: A test\n  licence CC0-1.0, by Nobody, covers to 2026-01-01, in en\n  1 source, 1 entity\n',
    ]);
  });

  it('ends with its usage when it was called wrongly', () => {
    expect(run('pack', 'constructor', 'x')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^"constructor" is not known\n\npack check /),
    });
  });
});

describe('brief', () => {
  it('ends with a message when it was called wrongly', () => {
    expect(run('brief', 'docs.jsonl', '--published', 'tomorrow')).toEqual({
      code: 2,
      out: '',
      err: '--published tomorrow: expected a day such as 2025-09-08\n',
    });
  });
});
