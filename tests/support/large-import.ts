/**
 * A copy of the extension that ships the flagship pack alone, with a page by which a test adds and removes large packs:
 * for killing browsers in the middle of it, and for measuring it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { BundledPack } from '../../lib/services/ports';
import { type BrowserKind, killBrowser, OUTPUT } from './browsers';
import { copyExtension, type ExtensionCopy } from './extension-copy';
import type { driver, Sight } from './import-driver';
import { writeLargePack } from './large-pack';
import { Reader, until } from './reader';

export const PACK = 'large';
/** On nobody's list of sites, and nobody listens there: nothing of these tests goes through a proxy. */
const NO_PROXY = '127.0.0.1:9';

type Driver = typeof driver;

export interface LargeImport {
  readonly copy: ExtensionCopy;
  /** Writes the file of a version, unless it is there. */
  prepare(version: string): Promise<void>;
  /** Starts the browser with what it knew before. */
  start(): Promise<Session>;
  remove(): void;
}

export interface Session {
  readonly reader: Reader;
  readonly page: Page;
  call<K extends keyof Driver>(name: K, ...args: Parameters<Driver[K]>): Promise<Awaited<ReturnType<Driver[K]>>>;
  /** Ends all of the browser at once, as a crash does. */
  kill(): Promise<void>;
}

export const fileOf = (version: string): string => `bench/large-${version}.jsonl`;

/** `entities`: how many a version of the pack has. `more`: options for the browser. */
export async function prepareLargeImport(
  kind: BrowserKind,
  entities: number,
  more: { readonly proxy?: string } = {},
): Promise<LargeImport> {
  const copy = copyExtension(kind);
  const list = JSON.parse(await readFile(join(OUTPUT[kind], 'packs/index.json'), 'utf8')) as BundledPack[];
  // The world packs are not what is tested, and would be installed first.
  copy.list(list.slice(0, 1));
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'import-driver.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  copy.write('bench/driver.js', outputFiles[0]?.text ?? '');
  copy.write(
    'bench/driver.html',
    '<!doctype html><meta charset="utf-8"><title>Driver</title><div id="root"><p></p></div><script src="driver.js"></script>',
  );
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-profile-'));
  const written = new Set<string>();
  return {
    copy,
    async prepare(version) {
      if (written.has(version)) return;
      written.add(version);
      await writeLargePack(join(copy.path, fileOf(version)), { id: PACK, version, entities });
    },
    async start() {
      const reader = await Reader.start(kind, {
        proxy: more.proxy ?? NO_PROXY,
        extension: copy.path,
        profile,
        leaveBackgroundAlone: true,
        prefs: {
          // A temporary add-on's data is else deleted with it, and its id drawn anew.
          'extensions.webextensions.keepStorageOnUninstall': true,
          'extensions.webextensions.keepUuidOnUninstall': true,
          'browser.sessionstore.resume_from_crash': false,
          'toolkit.startup.max_resumed_crashes': -1,
        },
      });
      const page = await reader.extensionPage('bench/driver.html');
      page.setDefaultTimeout(0);
      // The page has drawn before its script has run: a slow machine shows it.
      await until('the driver', () => page.evaluate(() => 'driver' in globalThis));
      return {
        reader,
        page,
        call: (name, ...args) =>
          page.evaluate(
            (fn, given) => {
              const { driver: own } = globalThis as unknown as {
                driver: Record<string, (...all: unknown[]) => unknown>;
              };
              return own[fn]?.(...given);
            },
            name as string,
            args as unknown[],
          ) as never,
        kill: () => killBrowser(reader.browser),
      };
    },
    remove() {
      copy.remove();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits for a job to end; resolves to its state, as JSON. */
export const ended = (session: Session, job: string, timeoutMs: number): Promise<string> =>
  until(
    'the job to end',
    async () => {
      const state = await session.call('stateOf', job);
      return /"kind":"(?:done|refused|failed|held)"|^gone$/.test(state) && state;
    },
    timeoutMs,
  );

/** What is wrong with what a reader finds, when it should be one of these versions. */
export function faultOf(
  { version, versions, isWhole, rows, orphans, packs, jobs }: Sight,
  allowed: readonly (string | null)[],
): string | null {
  if (!allowed.includes(version))
    return `version ${version}, not one of ${allowed.join(', ')}; there are ${packs.join(', ')}, ${rows} rows of it, ${orphans} orphans, jobs: ${jobs.join(', ')}`;
  if (!isWhole) return `version ${version} is not whole`;
  if (version !== null && (versions.length !== 1 || versions[0] !== version))
    return `version ${version} with records of ${versions.join(', ')}`;
  return null;
}
