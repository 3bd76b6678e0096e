/**
 * `npm run zip`: the packages for the stores, and the sources that reviewers build them from. The same sources give the
 * same bytes wherever they are built: names in order, no dates, no owners.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipFiles } from './zip-files';

const ROOT = join(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, '.output');
const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
/** Names of all files below a folder, with `/`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

/** What is under version control; without it, nothing says what belongs to the sources. Throws an `Error` that says so. */
function sources(): string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  } catch (cause) {
    throw new Error('the sources cannot be listed: run this in a clone, with git installed', { cause });
  }
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const write = (name: string, folder: string, names: readonly string[]): void => {
  const file = join(OUTPUT, `sidelight-${version}-${name}.zip`);
  const zip = zipFiles(folder, names);
  writeFileSync(file, zip);
  console.log(`${relative(ROOT, file)}  ${(zip.length / 1024).toFixed(0)} KB`);
};
for (const browser of BROWSERS) {
  const folder = join(OUTPUT, `${browser}-mv3`);
  write(browser, folder, filesBelow(folder));
}
write('sources', ROOT, sources());
