/** `pack build csv|sparql …` */
import { type BuildProblem, buildFromTables, type PackHeaderFields } from '../packs/authors/build-from-tables';
import { parseArguments } from './arguments';
import { CommandError } from './command';
import { readText, writeText } from './files';
import { checkPacks } from './pack-check';
import { sealedText } from './pack-seal';

export const BUILD_USAGE = `pack build csv --header HEADER.json [--people TABLE.csv] [--events TABLE.csv] --out PACK.jsonl
                          a pack from spreadsheets; their columns: public/schemas/README.md`;

const KINDS: Readonly<Record<string, (argv: readonly string[], usage: string) => Promise<number>>> = { csv: buildCsv };

export async function buildPack([kind = '', ...argv]: readonly string[], usage: string): Promise<number> {
  const build = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!build)
    throw new CommandError(2, `pack build: ${kind === '' ? 'csv or sparql?' : `"${kind}" is not known`}\n\n${usage}`);
  return build(argv, usage);
}

async function buildCsv(argv: readonly string[], usage: string): Promise<number> {
  const options = parseArguments(argv, { options: ['header', 'people', 'events', 'out'], flags: [], usage });
  const files = { header: options.one('header'), people: options.one('people'), events: options.one('events') };
  const out = options.one('out');
  if (!files.header || !out) throw new CommandError(2, `${files.header ? '--out' : '--header'} is missing\n\n${usage}`);
  if (!files.people && !files.events) throw new CommandError(2, `--people or --events is missing\n\n${usage}`);
  const built = buildFromTables(readJson<PackHeaderFields>(files.header), {
    ...(files.people ? { people: readText(files.people) } : {}),
    ...(files.events ? { events: readText(files.events) } : {}),
  });
  if ('problems' in built) {
    for (const problem of built.problems) console.log(problemText(problem, files[problem.table] ?? problem.table));
    console.error(`${out} was not written`);
    return 1;
  }
  writeText(out, sealedText(built.lines));
  return checkPacks([out], usage);
}

/** An object from a file of JSON; ends the command when it is none. */
export function readJson<T extends object>(path: string): T {
  let value: unknown;
  try {
    value = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(2, `${path}: is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(2, `${path}: is not a JSON object`);
  return value as T;
}

function problemText({ row, column, message }: BuildProblem, file: string): string {
  const where = row === 0 ? '' : ` row ${row}${column === undefined ? '' : `, column "${column}"`}:`;
  return `${file}:${where} ${message}`;
}
