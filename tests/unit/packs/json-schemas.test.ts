/** The published JSON Schemas say what the checker runs, and no more than it asks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSchemaFiles } from '../../../lib/cli/json-schemas';
import { parseRecord } from '../../../lib/packs/schema';
import { writePack } from '../../support/build-pack';
import { SOUND } from './sound-pack';

const ROOT = join(import.meta.dirname, '../../..');
const files = jsonSchemaFiles();
const ajv = new Ajv2020({ allowUnionTypes: true });
const validators = new Map<string, ValidateFunction>(
  [...files].map(([name, text]) => [name.replace('.json', ''), ajv.compile(JSON.parse(text))]),
);

const fits = (line: { record?: unknown }): boolean => validators.get(String(line.record))?.(line) ?? false;
const isTaken = (line: unknown): boolean => 'line' in parseRecord(line);
const soundLines = (await writePack(SOUND)).trimEnd().split('\n');

describe('public/schemas', () => {
  it('is what `npm run schemas` writes', () => {
    const folder = join(ROOT, 'public/schemas');
    const published = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(published.sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('takes every line of the pack that ships, and of a pack with every kind of record', () => {
    const flagship = readFileSync(join(ROOT, 'public/packs/japan-rok-defense.jsonl'), 'utf8').trimEnd().split('\n');
    const refused = [...flagship, ...soundLines].filter((line) => !fits(JSON.parse(line)));
    expect(refused).toEqual([]);
  });

  it.each([
    ['source', { kind: 'blog' }],
    ['source', { url: 'javascript:alert(1)' }],
    ['entity', { id: 'Person/x' }],
    ['entity', { sources: [] }],
    ['entity', { names: Array.from({ length: 257 }, () => ({ text: 'x', lang: 'en', kind: 'full' })) }],
    ['entity', { label: { English: 'x' } }],
    ['event', { date: '20 October 2015' }],
    ['event', { status: undefined }],
    ['series', { coverage: [] }],
    ['header', { format: 'sidelight-pack/2' }],
  ])('refuses a wrong %s: %j', (kind, change) => {
    const line = soundLines.map((text) => JSON.parse(text)).find(({ record }) => record === kind);
    expect(fits(JSON.parse(JSON.stringify({ ...line, ...change })))).toBe(false);
  });

  it('takes whatever the checker takes', () => {
    const changed = fc
      .tuple(fc.nat(soundLines.length - 1), fc.nat(200), fc.jsonValue({ maxDepth: 3 }))
      .map(([line, at, value]) => {
        let left = at;
        return JSON.parse(soundLines[line] as string, (_, old) => (left-- === 0 ? value : old)) as object;
      });
    let taken = 0;
    fc.assert(
      fc.property(changed, (line) => {
        if (typeof line !== 'object' || line === null || !isTaken(line)) return true;
        taken++;
        return fits(line);
      }),
      { seed: 20, numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});
