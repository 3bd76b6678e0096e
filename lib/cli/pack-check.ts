/** `pack check FILE…` */
import { filesOf } from './arguments';
import { CommandError } from './command';
import { checkPackFile, problemLines } from './files';

/** Checks every file, also after one that cannot be read; the worst of them decides the exit code. */
export async function checkPacks(argv: readonly string[], usage: string): Promise<number> {
  let worst = 0;
  for (const file of filesOf(argv, usage)) {
    try {
      worst = Math.max(worst, await checkFile(file));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      worst = Math.max(worst, error.exitCode);
    }
  }
  return worst;
}

async function checkFile(file: string): Promise<0 | 1> {
  const verdict = await checkPackFile(file);
  if ('problems' in verdict) {
    for (const line of problemLines(file, verdict)) console.log(line);
    return 1;
  }
  const { header, records, skipped } = verdict.sound;
  console.log(`${file}: sound, ${header.id} ${header.version}, ${records} records`);
  for (const { line, kind } of skipped)
    console.log(`${file}:${line}: record kind "${kind}" is not known and was skipped`);
  return 0;
}
