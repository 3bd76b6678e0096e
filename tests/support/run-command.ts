/** Runs a command of the terminal as a user does: in a process of its own, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const LOADER = join(ROOT, 'node_modules/tsx/dist/loader.mjs');

export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `name`: annotate, brief or pack. */
export function runCommand(name: string, args: readonly string[], cwd: string): CommandResult {
  const file = join(ROOT, `lib/cli/${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', LOADER, file, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
