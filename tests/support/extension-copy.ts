/** A copy of the built extension that ships other packs, and files of a test beside its own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BundledPack } from '../../lib/services/ports';
import { type BrowserKind, OUTPUT } from './browsers';

export interface ExtensionCopy {
  readonly path: string;
  /** Writes a file into the copy. */
  write(name: string, content: string | Uint8Array): void;
  /** Names the packs that the copy ships; their files are written apart. */
  list(packs: readonly BundledPack[]): void;
  /** Changes the copy's manifest. */
  manifest(change: (manifest: Record<string, unknown>) => void): void;
  remove(): void;
}

/** Copies the extension as it was built last. */
export function copyExtension(kind: BrowserKind): ExtensionCopy {
  const path = mkdtempSync(join(tmpdir(), 'sidelight-'));
  cpSync(OUTPUT[kind], path, { recursive: true });
  const write: ExtensionCopy['write'] = (name, content) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  return {
    path,
    write,
    list: (packs) => write('packs/index.json', JSON.stringify(packs)),
    manifest(change) {
      const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Record<string, unknown>;
      change(manifest);
      write('manifest.json', JSON.stringify(manifest));
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
