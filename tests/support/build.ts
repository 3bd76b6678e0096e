/** Builds the extension for the browsers that are tested. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserKind } from './browsers';

const ROOT = join(import.meta.dirname, '../..');
const TARGETS: Readonly<Record<BrowserKind, string>> = { chromium: 'chrome', firefox: 'firefox' };

/** `quiet`: says nothing on standard output. */
export function build(kinds: readonly BrowserKind[], { quiet = false } = {}): void {
  for (const kind of kinds) {
    if (!quiet) console.log(`Building for ${kind} …`);
    execFileSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', TARGETS[kind]], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}
