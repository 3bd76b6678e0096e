/**
 * The flagship pack alone: reading the world packs too takes five seconds in each file of tests, and what their names do
 * to an article is for tests of their own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackFiles } from '../../lib/cli/files';
import { type BrowserKind, OUTPUT } from './browsers';
import { copyExtension, type ExtensionCopy } from './extension-copy';

export const flagshipPackFiles = (): string[] =>
  bundledPackFiles().filter((file) => !/world(?:-sharealike)?\.jsonl/.test(file));

/** A copy of the extension with that pack alone: what ships besides is installed for a minute. */
export function flagshipOnly(kind: BrowserKind): ExtensionCopy {
  const copy = copyExtension(kind);
  const listed = JSON.parse(readFileSync(join(OUTPUT[kind], 'packs/index.json'), 'utf8')) as { id: string }[];
  copy.write('packs/index.json', JSON.stringify(listed.slice(0, 1)));
  return copy;
}
