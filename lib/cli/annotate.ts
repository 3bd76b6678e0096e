/** `npm run -s annotate`: recognition without a browser, by the extension's own code. */
import { annotateDocuments } from './annotate-documents';
import { parseArguments } from './arguments';
import { CommandError, runCommand } from './command';
import { readPacks, readText, writeText } from './files';
import { createTerminalKnowledge } from './terminal-knowledge';

const USAGE = `annotate [--pack FILE]… [--no-bundled] --in DOCS.jsonl --out OUT.jsonl
  a line in:  {"id", "text" or "html", "lang"?, "published"?}
  a line out: {"id", "mentions": [{"start", "end", "surface", "entity", "score", "candidates"?}], "text"?, "published"?}`;

/** Problems that are printed; the number of the others is. */
const MAX_SHOWN = 20;

async function annotate(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, { options: ['pack', 'in', 'out'], flags: ['no-bundled'], usage: USAGE });
  const input = options.one('in');
  const output = options.one('out');
  if (!input || !output) throw new CommandError(2, `${input ? '--out' : '--in'} is missing\n\n${USAGE}`);
  if (options.rest.length > 0)
    throw new CommandError(2, `${options.rest[0]}: documents are given with --in, packs with --pack\n\n${USAGE}`);
  const packs = await readPacks(options.all('pack'), { bundled: !options.has('no-bundled') });
  const { index } = await createTerminalKnowledge(packs);
  const annotated = annotateDocuments(index, readText(input));
  if ('problems' in annotated) {
    const { problems } = annotated;
    for (const { line, message } of problems.slice(0, MAX_SHOWN)) console.error(`${input}:${line}: ${message}`);
    if (problems.length > MAX_SHOWN) console.error(`… and ${problems.length - MAX_SHOWN} more lines`);
    console.error(`${output} was not written: mend or remove these lines`);
    return 1;
  }
  writeText(output, annotated.lines.map((line) => `${line}\n`).join(''));
  return 0;
}

await runCommand(() => annotate(process.argv.slice(2)));
