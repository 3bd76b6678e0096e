/** `npm test`: installs browsers and a WebDAV server where it may, builds, and runs every test of the fast tier. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BrowserKind, findBrowser, installBrowsers } from './browsers';
import { build } from './build';
import { installApache } from './sync/apache';

const ROOT = join(import.meta.dirname, '../..');
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

const missing = KINDS.filter((kind) => findBrowser(kind) === null);
if (missing.length > 0) installBrowsers(missing);
installApache();
build(KINDS);
try {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
} catch {
  process.exit(1);
}
