/** `npm run -s pack -- check|info|seal FILE…`: for authors of packs. */
import { pickText } from '../model/localized';
import { CommandError, runCommand } from './command';
import { checkPackFile, readPack, readText, sha256, writeText } from './files';

const USAGE = `pack check FILE…   says whether packs are sound; problems come with file and line
pack info FILE…    what a pack holds
pack seal FILE…    rewrites the end record after editing: number of lines and digest`;

/** Checks every file, also after one that cannot be read; the worst of them decides the exit code. */
async function check(files: readonly string[]): Promise<number> {
  let worst = 0;
  for (const file of files) {
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
  const checked = await checkPackFile(file);
  if ('problems' in checked) {
    for (const { line, message } of checked.problems) console.log(`${file}:${line}: ${message}`);
    return 1;
  }
  const { header, records, skipped } = checked.pack;
  console.log(`${file}: sound, ${header.id} ${header.version}, ${records.length} records`);
  for (const { line, kind } of skipped)
    console.log(`${file}:${line}: record kind "${kind}" is not known and was skipped`);
  return 0;
}

async function info(files: readonly string[]): Promise<number> {
  for (const file of files) {
    const { header, records } = await readPack(file);
    const counts = new Map<string, number>();
    for (const { record } of records) counts.set(record, (counts.get(record) ?? 0) + 1);
    console.log(`${header.id} ${header.version}: ${pickText(header.title, 'en')?.text ?? ''}`);
    console.log(
      `  licence ${header.license}, by ${header.publisher}, covers to ${header.coverageTo}, in ${header.languages.join(', ')}`,
    );
    console.log(`  ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
  }
  return 0;
}

/** Also mends what editors leave behind: a byte order mark, carriage returns and empty lines. */
async function seal(files: readonly string[]): Promise<number> {
  for (const file of files) {
    const lines = readText(file)
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '' && !END_RECORD.test(line));
    const body = lines.map((line) => `${line}\n`).join('');
    const end = { record: 'end', records: lines.length, sha256: await sha256(body) };
    writeText(file, `${body}${JSON.stringify(end)}\n`);
  }
  return check(files);
}

const END_RECORD = /^\s*\{\s*"record"\s*:\s*"end"/;

const COMMANDS: Readonly<Record<string, (files: readonly string[]) => Promise<number>>> = { check, info, seal };

async function pack([name = '', ...files]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new CommandError(2, `${name === '' ? 'what to do is missing' : `"${name}" is not known`}\n\n${USAGE}`);
  if (files.length === 0) throw new CommandError(2, `FILE is missing\n\n${USAGE}`);
  return command(files);
}

await runCommand(() => pack(process.argv.slice(2)));
