/** `npm run -s pack -- check|info|seal FILE…`: for authors of packs. */
import { writeFileSync } from 'node:fs';
import { pickText } from '../model/localized';
import { checkPackFile, readPack, readText, sha256 } from './files';

const USAGE = `pack check FILE…   says whether packs are sound; problems come with file and line
pack info FILE…    what a pack holds
pack seal FILE…    rewrites the end record after editing: number of lines and digest`;

async function check(files: readonly string[]): Promise<number> {
  let failed = 0;
  for (const file of files) {
    const checked = await checkPackFile(file);
    if ('pack' in checked) {
      const { header, records, skipped } = checked.pack;
      console.log(`${file}: sound, ${header.id} ${header.version}, ${records.length} records`);
      for (const { line, kind } of skipped)
        console.log(`${file}:${line}: record kind "${kind}" is not known and was skipped`);
    } else {
      failed += 1;
      for (const { line, message } of checked.problems) console.log(`${file}:${line}: ${message}`);
    }
  }
  return failed === 0 ? 0 : 1;
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

async function seal(files: readonly string[]): Promise<number> {
  for (const file of files) {
    const lines = readText(file)
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('{"record":"end"'));
    const body = `${lines.join('\n')}\n`;
    writeFileSync(
      file,
      `${body}${JSON.stringify({ record: 'end', records: lines.length, sha256: await sha256(body) })}\n`,
    );
  }
  return check(files);
}

const COMMANDS: Readonly<Record<string, (files: readonly string[]) => Promise<number>>> = { check, info, seal };

const [name = '', ...files] = process.argv.slice(2);
const run = COMMANDS[name];
if (!run || files.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
process.exit(await run(files));
