/** What ends up in the content script, transitively: lint sees direct imports, this sees the rest. */
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

async function inputsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, entry)],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'empty' },
  });
  return Object.keys(metafile.inputs).map((path) => relative(ROOT, join(ROOT, path)));
}

describe('the content script', () => {
  it('holds no database, no services, no recognition and no schemas', async () => {
    const inputs = await inputsOf('entrypoints/article.content/index.ts');
    const forbidden = inputs.filter((path) =>
      /^lib\/(?:db|services|recognition|packs|claims|cli|ui)\/|^components\/|node_modules\/(?:dexie|valibot|preact)\//.test(
        path,
      ),
    );
    expect(forbidden).toEqual([]);
    expect(inputs).toContain('lib/page/page-session.ts');
  });
});

describe('the card', () => {
  it('never opens a database: its frame may see another one', async () => {
    const inputs = await inputsOf('entrypoints/card/main.tsx');
    expect(inputs.filter((path) => /^lib\/(?:db|recognition)\/|node_modules\/dexie\//.test(path))).toEqual([]);
  });
});

describe('the installer', () => {
  it('needs no page and no extension API: a worker has neither', async () => {
    const inputs = await inputsOf('entrypoints/background/installer.ts');
    const forbidden = inputs.filter((path) =>
      /^lib\/(?:page|messaging|ui|cli)\/|^components\/|node_modules\/(?:webextension-polyfill|preact)\//.test(path),
    );
    expect(forbidden).toEqual([]);
    expect(inputs).toContain('lib/recognition/compile-index.ts');
  });
});

describe('every page, worker and script', () => {
  it.each([
    'background/index.ts',
    'article.content/index.ts',
    'offscreen/main.ts',
    'card/main.tsx',
    'popup/main.tsx',
    'sidepanel/main.tsx',
    'options/main.tsx',
    'welcome/main.tsx',
  ])('%s holds nothing that only the terminal needs', async (entry) => {
    const inputs = await inputsOf(`entrypoints/${entry}`);
    expect(inputs.filter((path) => /^lib\/(?:cli|packs\/authors)\/|to-json-schema|oxigraph/.test(path))).toEqual([]);
  });
});

describe('webextension-polyfill', () => {
  it('is imported in one file', async () => {
    const { metafile } = await build({
      entryPoints: [
        'entrypoints/background/index.ts',
        'entrypoints/sidepanel/main.tsx',
        'entrypoints/article.content/index.ts',
      ].map((path) => join(ROOT, path)),
      absWorkingDir: ROOT,
      outdir: 'out',
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.css': 'empty' },
    });
    const importers = Object.entries(metafile.inputs)
      .filter(([, { imports }]) => imports.some(({ path }) => path.includes('webextension-polyfill')))
      .map(([path]) => path);
    expect(importers).toEqual(['lib/platform/browser.ts']);
  });
});
