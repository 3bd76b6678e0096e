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
    // All that ships is read and compiled for it.
  }, 120_000);

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

  it('says what a pack holds, for people and for programs', () => {
    const { code, out } = run('pack', 'info', 'ladies.jsonl');
    expect([code, out.split('\n').map((line) => line.trimEnd())]).toEqual([
      0,
      [
        'ladies 1: A test',
        '  licence CC0-1.0, by Nobody, covers to 2026-01-01, in en',
        expect.stringMatching(/^ {2}\d\.\d KiB$/),
        '  records    1 source, 1 entity',
        '  entities   1 person',
        '  names      1, roles 0, relations 0',
        '  languages  1 en',
        '  sources    1 official',
        '  publishers 1 Government',
        '',
      ],
    ]);
    const { file, header, records, languages } = JSON.parse(run('pack', 'info', '--json', 'ladies.jsonl').out);
    expect([file, header.id, records, languages]).toEqual([
      'ladies.jsonl',
      'ladies',
      { source: 1, entity: 1 },
      { en: 1 },
    ]);
    expect(run('pack', 'info', 'broken.jsonl')).toMatchObject({ code: 1, out: '' });
  });

  it('says what changed, for people and for programs', async () => {
    const { header } = PACK;
    const next = { header: { ...header, version: '2' }, records: [...PACK.records, anEntity('person/eve')] };
    write('next.jsonl', (await writePack(next)).replace('Government', 'Parliament'));
    expect(run('pack', 'seal', 'next.jsonl').code).toBe(0);
    expect(run('pack', 'diff', 'ladies.jsonl.gz', 'next.jsonl').out.trimEnd().split('\n')).toEqual([
      'ladies 1 -> ladies 2: 1 changed, 1 added, 0 withdrawn, 0 removed, 1 the same',
      '~ header version: "1" -> "2"',
      '~ source/gazette publisher: "Government" -> "Parliament"',
      '+ person/eve',
    ]);
    const diff = JSON.parse(run('pack', 'diff', '--json', 'ladies.jsonl', 'next.jsonl').out);
    expect([diff.to, diff.added, diff.changed]).toEqual([
      { id: 'ladies', version: '2' },
      ['person/eve'],
      [{ id: 'source/gazette', fields: [{ field: 'publisher', before: 'Government', after: 'Parliament' }] }],
    ]);
    expect(run('pack', 'diff', 'ladies.jsonl').err).toMatch(/^two files are compared: A and B\n/);
  });

  it('builds a pack from a spreadsheet, or names row and column', () => {
    const { record: _record, format: _format, ...header } = PACK.header;
    write('header.json', JSON.stringify(header));
    write('people.csv', 'label,born,source,source_title\r\nAda Lovelace,1815-12-10,https://a.example/1,Register\r\n');
    const args = ['build', 'csv', '--header', 'header.json', '--people', 'people.csv', '--out', 'built.jsonl'];
    expect(run('pack', ...args)).toEqual({ code: 0, out: 'built.jsonl: sound, ladies 1, 2 records\n', err: '' });
    write('people.csv', 'label,born,source,source_title\nAda Lovelace,10/12/1815,https://a.example/1,Register\n');
    expect(run('pack', ...args.with(-1, 'never.jsonl'))).toEqual({
      code: 1,
      out: expect.stringMatching(/^people\.csv: row 2, column "born": "born" is not a date: expected EDTF/),
      err: 'never.jsonl was not written\n',
    });
    expect(existsSync(path('never.jsonl'))).toBe(false);
    expect(run('pack', 'build', 'xml').err).toMatch(/^pack build: "xml" is not known\n/);
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
