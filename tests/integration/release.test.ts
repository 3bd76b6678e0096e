/** What ships: no larger than agreed, nothing in it that could run code of others, and the same bytes every time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipFiles } from '../../lib/cli/zip-files';
import { OUTPUT } from '../support/browsers';

const ROOT = join(import.meta.dirname, '../..');
const MAX_CONTENT_SCRIPT = 40_000;
/** Of everything but the packs. */
const MAX_EXTENSION = 600_000;
const MAX_DEPENDENCIES = 10;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));

const zippedSize = (folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);

describe.each(Object.entries(OUTPUT))('the build for %s', (_, folder) => {
  const names = filesOf(folder);
  const scripts = names.filter((name) => /\.(?:js|html)$/.test(name));
  const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('keeps to its sizes', () => {
    const own = names.filter((name) => name.startsWith('content-scripts/'));
    expect(zippedSize(folder, own)).toBeLessThanOrEqual(MAX_CONTENT_SCRIPT);
    const others = names.filter((name) => !name.startsWith('packs/'));
    expect(zippedSize(folder, others)).toBeLessThanOrEqual(MAX_EXTENSION);
  });

  // Preact's own assignment, for a property that no view of ours sets, is the one that the stores' linters know.
  it.each([
    ['runs text as code', /\beval\(|new Function\b|\bsetTimeout\(["'`]/, []],
    ['writes markup into a page', /\.innerHTML\s*=|document\.write\(|insertAdjacentHTML/, ['innerHTML']],
    ['loads code from elsewhere', /importScripts\(|import\(["'`]https?:|<script[^>]+src="https?:/, []],
  ])('has nothing that %s', (_, pattern, known) => {
    const found = scripts.filter((name) => pattern.test(textOf(name)));
    expect(found.length, found.join()).toBeLessThanOrEqual(known.length);
  });

  it('names no servers but those of look-ups and of licenses', () => {
    const hosts = scripts.flatMap((name) => textOf(name).match(/https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? []);
    expect([...new Set(hosts)].sort()).toEqual([
      // Links in messages of Dexie, and the names of formats.
      'http://bit.ly',
      'http://www.w3.org',
      'http://www.wikidata.org',
      'https://creativecommons.org',
      'https://tinyurl.com',
      'https://www.wikidata.org',
    ]);
  });
});

describe('the packages', () => {
  it('are the same bytes for the same files, in whatever order and zone', () => {
    const folder = join(ROOT, 'public/icons');
    const names = filesOf(folder);
    const zone = process.env.TZ;
    const first = zipFiles(folder, names);
    process.env.TZ = 'Pacific/Auckland';
    const second = zipFiles(folder, names.toReversed());
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(names.length).toBeGreaterThan(1);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });
});

describe('runtime dependencies', () => {
  it('are few, and each is justified', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const names = Object.keys(dependencies);
    expect(names.length).toBeLessThanOrEqual(MAX_DEPENDENCIES);
    const [, runtime = ''] =
      /^Runtime: (.*?)^Development:/ms.exec(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')) ?? [];
    expect(names.filter((name) => !runtime.includes(`\`${name}\``))).toEqual([]);
  });
});
