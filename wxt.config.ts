import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { defineConfig } from 'wxt';
import { PRINT_STYLE } from './lib/briefing/export/print-style';
import { bundledOrder } from './lib/packs/bundled-order';
import type { BundledPack } from './lib/services/ports';
import { LISTED_PATTERNS } from './lib/settings/sites';

/** The one style that stands in a document instead of a file: that of a printed briefing, let pass by what it says. */
const printStyle = `'sha256-${createHash('sha256').update(PRINT_STYLE).digest('base64')}'`;

const GECKO_ID = 'sidelight@sidelight.example';

/** Names the bundled packs, in order, with what their end records state: what `lib/services/install-packs` compares with. */
function packIndex(directory: string): string {
  const packs = bundledOrder(readdirSync(directory)).map((file) => {
    const bytes = readFileSync(join(directory, file));
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
    const [{ id }, { sha256 }] = [lines[0], lines.at(-1)].map((line) => JSON.parse(line ?? ''));
    const records = lines.slice(1, -1);
    const names = records.reduce((sum, line) => sum + (JSON.parse(line).names?.length ?? 0), 0);
    return { path: `packs/${file}`, id, sha256, records: records.length, names } satisfies Record<
      keyof BundledPack,
      unknown
    >;
  });
  return JSON.stringify(packs);
}

/**
 * The background may ask servers, where the reader wants it to; the pages never do. The manifest's policy is one for all,
 * so each page says so itself.
 */
const askNobody = {
  name: 'pages ask nobody',
  apply: 'build' as const,
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'self'" },
      injectTo: 'head-prepend' as const,
    },
  ],
};

/** In a worker of the extension there is no extension API, and the polyfill would end the script (`isWorker`). */
const polyfillInWorker = {
  name: 'no polyfill in a worker',
  transform: (code: string, id: string) =>
    id.endsWith('/browser-polyfill.js')
      ? `if ('DedicatedWorkerGlobalScope' in globalThis) module.exports = {}; else {${code}\n}`
      : null,
};

export default defineConfig({
  manifestVersion: 3,
  // Imports are written out: a reader sees where every name comes from.
  imports: false,
  srcDir: '.',
  outDir: '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    host_permissions: [...LISTED_PATTERNS],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_actionTitle__', default_popup: 'popup.html' },
    web_accessible_resources: [
      {
        resources: ['card.html'],
        matches: ['*://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    commands: {
      next: { suggested_key: { default: 'Alt+Period', mac: 'MacCtrl+Period' }, description: '__MSG_commandNext__' },
      previous: {
        suggested_key: { default: 'Alt+Comma', mac: 'MacCtrl+Comma' },
        description: '__MSG_commandPrevious__',
      },
      panel: {
        suggested_key: { default: 'Alt+Shift+Period', mac: 'MacCtrl+Shift+Period' },
        description: '__MSG_commandPanel__',
      },
      marks: {
        suggested_key: { default: 'Alt+Shift+Comma', mac: 'MacCtrl+Shift+Comma' },
        description: '__MSG_commandMarks__',
      },
    },
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self' ${printStyle}; img-src 'self'; frame-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; object-src 'none'`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '153.0',
              // Asked for when look-ups are switched on: what is looked up is typed, or selected in a page.
              data_collection_permissions: { required: ['none'], optional: ['searchTerms', 'websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '148' }),
  }),
  hooks: {
    'entrypoints:resolved': (_, entrypoints) => {
      // Named here, and not in the script, the list is in the manifest alone and every page is spared of it.
      for (const entry of entrypoints)
        if (entry.type === 'content-script') entry.options.matches = [...LISTED_PATTERNS];
    },
    'build:publicAssets': (wxt, assets) => {
      assets.push({ relativeDest: 'packs/index.json', contents: packIndex(join(wxt.config.publicDir, 'packs')) });
    },
  },
  vite: () => ({
    plugins: [askNobody, polyfillInWorker],
    resolve: {
      alias: {
        // The build for the browsers that we name; the other one is written for those of 2015.
        dexie: resolve('node_modules/dexie/dist/modern/dexie.mjs'),
        // WXT's own context announces the content script to the page and obeys forged events; see the module.
        'wxt/utils/content-script-context': resolve('lib/page/lifecycle.ts'),
      },
    },
  }),
});
