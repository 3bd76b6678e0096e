/**
 * `npm run -s bench [-- NAME…] [--json]`: the benchmarks. Each entry gives the median of its runs; ratios are between
 * contenders of one run and travel, times are of this machine, on this day.
 */
import { parseArguments } from '../../lib/cli/arguments';
import { CommandError, runCommand } from '../../lib/cli/command';
import { build } from '../support/build';
import { cardOnRest } from './card-on-rest';
import { recogniseArticle } from './recognise-article';
import { recognition } from './recognition';

export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
}

/** `prefixes`: what was asked for, as it was typed; a benchmark of one part ignores it. */
const ENTRIES: Readonly<Record<string, (prefixes: readonly string[]) => Promise<Measurement[]>>> = {
  'card-on-rest': cardOnRest,
  'recognise-article': recogniseArticle,
  recognition,
};

const USAGE = `bench [NAME…] [--json]; there are: ${Object.keys(ENTRIES).join(', ')}
A part is chosen by the beginning of its entries' names: recognition/en/100k, recognition/build-ms`;

const entryOf = (name: string): string => name.split('/')[0] as string;

async function bench(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, { options: [], flags: ['json'], usage: USAGE });
  const unknown = options.rest.filter(
    (name) => !Object.hasOwn(ENTRIES, entryOf(name)) || (name.includes('/') && entryOf(name) !== 'recognition'),
  );
  if (unknown.length > 0) throw new CommandError(2, `no benchmark is called ${unknown.join(', ')}\n\n${USAGE}`);
  const json = options.has('json');
  const names = options.rest.length > 0 ? options.rest : Object.keys(ENTRIES);
  const entries = new Set(names.map(entryOf));
  if (entries.has('card-on-rest')) build(['chromium', 'firefox'], { quiet: json });
  const results: Measurement[] = [];
  for (const entry of entries) results.push(...((await ENTRIES[entry]?.(names)) ?? []));
  if (names.some((name) => name.includes('/')) && results.length === 0)
    throw new CommandError(2, `nothing fits ${names.join(', ')}\n\n${USAGE}`);
  if (json) console.log(JSON.stringify(results));
  else
    for (const { name, value, unit } of results)
      console.log(`${name.padEnd(44)} ${value.toFixed(2).padStart(10)} ${unit}`);
  return 0;
}

await runCommand(() => bench(process.argv.slice(2)));
