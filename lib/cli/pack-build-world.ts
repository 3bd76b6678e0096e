/** `pack build world`: the world packs from their inputs. */
import { buildShareAlike } from '../packs/build/build-share-alike';
import { buildWorld } from '../packs/build/build-world';
import { parseArguments } from './arguments';
import { CommandError } from './command';
import { sha256, writeText } from './files';
import { checkPacks } from './pack-check';
import { readShareAlikeInputs, readWorldInputs } from './world-inputs';

export async function buildWorldPacks(argv: readonly string[], usage: string): Promise<number> {
  const options = parseArguments(argv, { options: ['inputs', 'out', 'out-sharealike', 'report'], flags: [], usage });
  const [inputs, out, reportFile] = [options.one('inputs'), options.one('out'), options.one('report')];
  if (!inputs || !out) throw new CommandError(2, `${inputs ? '--out' : '--inputs'} is missing\n\n${usage}`);
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
  return checkPacks(outShareAlike ? [out, outShareAlike] : [out], usage);
}
