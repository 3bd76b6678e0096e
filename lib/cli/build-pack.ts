/** `npm run -s pack -- build world`: the world packs from their inputs. */
import { buildShareAlike } from '../packs/build/build-share-alike';
import { buildWorld } from '../packs/build/build-world';
import { parseArguments } from './arguments';
import { CommandError } from './command';
import { sha256, writeText } from './files';
import { readShareAlikeInputs, readWorldInputs } from './world-inputs';

const USAGE = `pack build world --inputs DIR --out FILE [--out-sharealike FILE] [--report FILE]
  DIR holds the inputs, as its README names them; what is share-alike goes into a pack of its own or is left`;

export async function build(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, {
    options: ['inputs', 'out', 'out-sharealike', 'report'],
    flags: [],
    usage: USAGE,
  });
  const [inputs, out, reportFile] = [options.one('inputs'), options.one('out'), options.one('report')];
  if (options.rest.length !== 1 || options.rest[0] !== 'world')
    throw new CommandError(2, `what to build is missing: "world" is all there is\n\n${USAGE}`);
  if (!inputs || !out) throw new CommandError(2, `${inputs ? '--out' : '--inputs'} is missing\n\n${USAGE}`);
  const outShareAlike = options.one('out-sharealike');
  const worldInputs = readWorldInputs(inputs);
  const world = await buildWorld(worldInputs, sha256);
  writeText(out, world.text);
  const report = [...world.report];
  if (outShareAlike) {
    const shareAlike = await buildShareAlike(readShareAlikeInputs(inputs), worldInputs, world, sha256);
    writeText(outShareAlike, shareAlike.text);
    report.push('', 'share-alike', '', ...shareAlike.report);
  }
  const lines = report.map((line) => `${line}\n`).join('');
  if (reportFile) writeText(reportFile, lines);
  else console.log(lines.trimEnd());
  return 0;
}
