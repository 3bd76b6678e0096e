/** `pack build csv|sparql|world …` */
import { type BuildProblem, buildFromTables, type PackHeaderFields } from '../packs/authors/build-from-tables';
import { buildFromWikibase } from '../packs/authors/wikibase/build-from-wikibase';
import { parseRecipe } from '../packs/authors/wikibase/recipe';
import { type Arguments, parseArguments } from './arguments';
import { CommandError } from './command';
import { readText, writeText } from './files';
import { buildWorldPacks } from './pack-build-world';
import { checkPacks } from './pack-check';
import { sealedText } from './pack-seal';
import { createSparqlClient } from './sparql-client';

/** The part of the usage that is about building. */
export const BUILD_USAGE = `pack build csv --header HEADER.json [--people TABLE.csv] [--events TABLE.csv] --out PACK.jsonl
                          a pack from spreadsheets
pack build sparql --endpoint URL --recipe RECIPE.json [--pause SECONDS] --out PACK.jsonl
                          a pack from Wikidata or another Wikibase
                          columns and recipes: public/schemas/README.md
pack build world --inputs DIR --out FILE [--out-sharealike FILE] [--report FILE]
                          the world packs from the files that DIR/README.md names`;

type Build = (argv: readonly string[], usage: string) => Promise<number>;
const KINDS: Readonly<Record<string, Build>> = { csv: buildCsv, sparql: buildSparql, world: buildWorldPacks };

/** Builds a pack of the given kind and checks what it wrote; writes nothing when anything is wrong. */
export async function buildPack([kind = '', ...argv]: readonly string[], usage: string): Promise<number> {
  const build = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!build)
    throw new CommandError(
      2,
      `pack build: ${kind === '' ? 'csv, sparql or world?' : `"${kind}" is not known`}\n\n${usage}`,
    );
  return build(argv, usage);
}

async function buildCsv(argv: readonly string[], usage: string): Promise<number> {
  const options = parseArguments(argv, { options: ['header', 'people', 'events', 'out'], flags: [], usage });
  const files = {
    header: need(options, 'header', usage),
    people: options.one('people'),
    events: options.one('events'),
  };
  const out = need(options, 'out', usage);
  if (!files.people && !files.events) throw new CommandError(2, `--people or --events is missing\n\n${usage}`);
  const built = buildFromTables(readJson(files.header) as PackHeaderFields, {
    ...(files.people ? { people: readText(files.people) } : {}),
    ...(files.events ? { events: readText(files.events) } : {}),
  });
  if ('lines' in built) return write(out, built.lines, usage);
  return refuse(
    out,
    built.problems.map((problem) => problemText(problem, files[problem.table] ?? problem.table)),
  );
}

const DEFAULT_PAUSE_SECONDS = 1;

async function buildSparql(argv: readonly string[], usage: string): Promise<number> {
  const options = parseArguments(argv, { options: ['endpoint', 'recipe', 'pause', 'out'], flags: [], usage });
  const [endpoint, file, out] = [
    need(options, 'endpoint', usage),
    need(options, 'recipe', usage),
    need(options, 'out', usage),
  ];
  const pause = Number(options.one('pause') ?? DEFAULT_PAUSE_SECONDS);
  if (!(pause >= 0)) throw new CommandError(2, `--pause ${options.one('pause')}: expected a number of seconds`);
  const parsed = parseRecipe(readJson(file));
  if ('problems' in parsed)
    throw new CommandError(2, parsed.problems.map((problem) => `${file}: ${problem}`).join('\n'));
  const ask = createSparqlClient({ endpoint, pauseMs: pause * 1_000, log: console.error });
  const built = await buildFromWikibase(parsed.recipe, ask);
  if ('problems' in built) return refuse(out, built.problems);
  for (const note of built.notes) console.error(note);
  return write(out, built.lines, usage);
}

function write(out: string, lines: readonly string[], usage: string): Promise<number> {
  writeText(out, sealedText(lines));
  return checkPacks([out], usage);
}

function refuse(out: string, problems: readonly string[]): number {
  for (const problem of problems) console.log(problem);
  console.error(`${out} was not written`);
  return 1;
}

function need(options: Arguments, name: string, usage: string): string {
  const value = options.one(name);
  if (value === undefined) throw new CommandError(2, `--${name} is missing\n\n${usage}`);
  return value;
}

function readJson(path: string): object {
  const text = readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CommandError(2, `${path}: is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(2, `${path}: is not a JSON object`);
  return value;
}

function problemText({ row, column, message }: BuildProblem, file: string): string {
  const where = row === 0 ? '' : ` row ${row}${column === undefined ? '' : `, column "${column}"`}:`;
  return `${file}:${where} ${message}`;
}
