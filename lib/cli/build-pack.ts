/** `npm run -s pack -- build world`: the world packs from their inputs. */
import { buildWorld } from '../packs/build/build-world';
import { parseArguments } from './arguments';
import { CommandError } from './command';
import { sha256, writeText } from './files';
import { readWorldInputs } from './world-inputs';

const USAGE = `pack build world --inputs DIR --out FILE [--report FILE]
  DIR holds the inputs, as its README names them; the packs say where each comes from`;

export async function build(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, { options: ['inputs', 'out', 'report'], flags: [], usage: USAGE });
  const [inputs, out, report] = [options.one('inputs'), options.one('out'), options.one('report')];
  if (options.rest.length !== 1 || options.rest[0] !== 'world')
    throw new CommandError(2, `what to build is missing: "world" is all there is\n\n${USAGE}`);
  if (!inputs || !out) throw new CommandError(2, `${inputs ? '--out' : '--inputs'} is missing\n\n${USAGE}`);
  const world = await buildWorld(readWorldInputs(inputs), sha256);
  writeText(out, world.text);
  const lines = world.report.map((line) => `${line}\n`).join('');
  if (report) writeText(report, lines);
  else console.log(lines.trimEnd());
  return 0;
}
