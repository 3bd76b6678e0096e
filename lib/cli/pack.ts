/** `npm run -s pack -- check|info|diff|seal|build …`: for authors of packs. */
import { CommandError, runCommand } from './command';
import { BUILD_USAGE, buildPack } from './pack-build';
import { checkPacks } from './pack-check';
import { diffPackFiles } from './pack-diff';
import { describePacks } from './pack-info';
import { sealPacks } from './pack-seal';

const USAGE = `pack check FILE…          says whether packs are sound; problems come with file and line
pack info [--json] FILE…  what a pack holds
pack diff [--json] A B    what changed from one version to another
pack seal FILE…           rewrites the end record after editing: number of lines and digest
${BUILD_USAGE}`;

const COMMANDS: Readonly<Record<string, (argv: readonly string[], usage: string) => Promise<number>>> = {
  check: checkPacks,
  info: describePacks,
  diff: diffPackFiles,
  seal: sealPacks,
  build: buildPack,
};

async function pack([name = '', ...argv]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new CommandError(2, `${name === '' ? 'what to do is missing' : `"${name}" is not known`}\n\n${USAGE}`);
  return command(argv, USAGE);
}

await runCommand(() => pack(process.argv.slice(2)));
