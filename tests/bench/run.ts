/**
 * `npm run -s bench [-- NAME…] [--json]`: the benchmarks. Each entry gives the median of its runs; ratios are between
 * contenders of one run and travel, times are of this machine, on this day.
 */
import { parseArguments } from '../../lib/cli/arguments';
import { CommandError, runCommand } from '../../lib/cli/command';
import { build } from '../support/build';
import { cardOnRest } from './card-on-rest';
import { recogniseArticle } from './recognise-article';

export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
}

const ENTRIES: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  'card-on-rest': cardOnRest,
  'recognise-article': recogniseArticle,
};

const USAGE = `bench [NAME…] [--json]; there are: ${Object.keys(ENTRIES).join(', ')}`;

async function bench(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, { options: [], flags: ['json'], usage: USAGE });
  const unknown = options.rest.filter((name) => !Object.hasOwn(ENTRIES, name));
  if (unknown.length > 0) throw new CommandError(2, `no benchmark is called ${unknown.join(', ')}\n\n${USAGE}`);
  const json = options.has('json');
  const names = options.rest.length > 0 ? options.rest : Object.keys(ENTRIES);
  if (names.includes('card-on-rest')) build(['chromium', 'firefox'], { quiet: json });
  const results: Measurement[] = [];
  for (const name of names) results.push(...((await ENTRIES[name]?.()) ?? []));
  if (json) console.log(JSON.stringify(results));
  else
    for (const { name, value, unit } of results)
      console.log(`${name.padEnd(44)} ${value.toFixed(2).padStart(10)} ${unit}`);
  return 0;
}

await runCommand(() => bench(process.argv.slice(2)));
