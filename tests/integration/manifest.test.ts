/** What the built manifests ask for: every change here is one that readers are asked about, or a door that opens. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LISTED_PATTERNS } from '../../lib/settings/sites';
import { type BrowserKind, OUTPUT } from '../support/browsers';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly all_frames?: boolean }[];
  readonly web_accessible_resources: readonly object[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly browser_specific_settings?: { readonly gecko: { readonly data_collection_permissions: object } };
  readonly icons: Readonly<Record<string, string>>;
}

const COMMON = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus'];

describe.each<BrowserKind>(['chromium', 'firefox'])('the manifest for %s', (kind) => {
  const manifest = JSON.parse(readFileSync(join(OUTPUT[kind], 'manifest.json'), 'utf8')) as Manifest;

  it('asks for exactly what was agreed', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions].sort()).toEqual(
      [...COMMON, ...(kind === 'chromium' ? ['offscreen', 'sidePanel'] : [])].sort(),
    );
    expect(manifest.host_permissions).toEqual(LISTED_PATTERNS);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  it('runs one content script, on the listed sites, in top frames', () => {
    expect(manifest.content_scripts).toHaveLength(1);
    expect([...(manifest.content_scripts[0]?.matches ?? [])].sort()).toEqual([...LISTED_PATTERNS].sort());
    expect(manifest.content_scripts[0]?.all_frames ?? false).toBe(false);
  });

  it('lets pages reach the card’s page alone, and in Chromium only under an address drawn for the session', () => {
    expect(manifest.web_accessible_resources).toEqual([
      {
        resources: ['card.html'],
        matches: ['*://*/*'],
        ...(kind === 'chromium' ? { use_dynamic_url: true } : {}),
      },
    ]);
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('lets nothing be loaded from elsewhere; only the background may ask, by https or on this machine', () => {
    const { extension_pages: policy } = manifest.content_security_policy;
    expect(policy).toMatch(/^default-src 'none';/);
    // Whoever runs a folder of their own has it on loopback.
    const asking = "connect-src 'self' https: http://127.0.0.1:* http://localhost:*;";
    expect(policy).toContain(asking);
    expect(policy.replace(asking, '')).not.toMatch(/unsafe|https?:|\*/);
    const pages = readdirSync(OUTPUT[kind]).filter((file) => file.endsWith('.html'));
    expect(pages).toContain('options.html');
    for (const page of pages) {
      const html = readFileSync(join(OUTPUT[kind], page), 'utf8').replaceAll('&#39;', "'");
      // A policy counts for what comes after it.
      const [before] = html.split(/<meta http-equiv="Content-Security-Policy" content="connect-src 'self'"/);
      expect({ page, before }).not.toEqual({ page, before: html });
      expect(before).not.toMatch(/<script|<link/);
    }
  });

  it.runIf(kind === 'firefox')('has Firefox name what look-ups send, when they are switched on', () => {
    expect(manifest.browser_specific_settings?.gecko.data_collection_permissions).toEqual({
      required: ['none'],
      optional: ['searchTerms', 'websiteContent'],
    });
  });

  it('has its icons', () => {
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '96', '128']);
    for (const path of Object.values(manifest.icons)) expect(existsSync(join(OUTPUT[kind], path))).toBe(true);
  });
});
