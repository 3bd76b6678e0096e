/**
 * `npm run -s bench [-- NAME…] [--json]`: the benchmarks. Each entry gives the median of its runs; ratios are between
 * contenders of one run and travel, times are of this machine, on this day.
 */
import { parseArguments } from '../../lib/cli/arguments';
import { CommandError, runCommand } from '../../lib/cli/command';
import { build } from '../support/build';
import { cardOnRest } from './card-on-rest';
import { COLD_RECOGNITION } from './cold-recognition';
import { FIRST_RUN } from './first-run';
import { LONGEST_TASK } from './longest-task';
import { PACK_IMPORT } from './pack-import';
import { PACK_MEMORY } from './pack-memory';
import { PAGE_COST } from './page-cost';
import { PANEL_TIMELINE } from './panel-timeline';
import { recogniseArticle } from './recognise-article';
import { recognition } from './recognition';
import { SEARCH } from './search';
import { SETTINGS_IN_ARTICLE } from './settings-in-article';

export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
}

/** Benchmarks by their names; those of the matcher and the resolver have many, below one beginning. */
const ENTRIES: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  'card-on-rest': cardOnRest,
  'recognise-article': recogniseArticle,
  ...COLD_RECOGNITION,
  ...LONGEST_TASK,
  ...PAGE_COST,
  ...PANEL_TIMELINE,
  ...PACK_MEMORY,
  ...PACK_IMPORT,
  ...FIRST_RUN,
  ...SEARCH,
  ...SETTINGS_IN_ARTICLE,
};
const WARM = 'recognition';

/** Benchmarks that measure the built extension. */
const IN_BROWSER = [
  'card-on-rest',
  ...Object.keys({
    ...COLD_RECOGNITION,
    ...LONGEST_TASK,
    ...PAGE_COST,
    ...PANEL_TIMELINE,
    ...PACK_IMPORT,
    ...FIRST_RUN,
    ...SETTINGS_IN_ARTICLE,
    ...SEARCH,
  }),
];

const USAGE = `bench [NAME…] [--json]; a name or its beginning, of: ${Object.keys(ENTRIES).join(', ')},
  ${WARM}/<en|ja|ko>/<10k|100k|1m>/<peer>, ${WARM}/resolve/<en|ja|ko>/<100k|1m>, ${WARM}/pathological`;

const isBelow = (name: string, beginning: string): boolean => name === beginning || name.startsWith(`${beginning}/`);

async function bench(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, { options: [], flags: ['json'], usage: USAGE });
  const isWanted = (name: string): boolean =>
    options.rest.length === 0 || options.rest.some((beginning) => isBelow(name, beginning));
  const names = Object.keys(ENTRIES).filter(isWanted);
  if (names.some((name) => IN_BROWSER.includes(name))) build(['chromium', 'firefox'], { quiet: options.has('json') });
  const results: Measurement[] = [];
  for (const name of names) results.push(...((await ENTRIES[name]?.()) ?? []));
  if (options.rest.length === 0 || options.rest.some((beginning) => isBelow(beginning, WARM)))
    results.push(...(await recognition(isWanted)));
  const unknown = options.rest.filter(
    (beginning) =>
      !names.some((name) => isBelow(name, beginning)) && !results.some(({ name }) => isBelow(name, beginning)),
  );
  if (unknown.length > 0) throw new CommandError(2, `no benchmark is called ${unknown.join(', ')}\n\n${USAGE}`);
  if (options.has('json')) console.log(JSON.stringify(results));
  else
    for (const { name, value, unit } of results)
      console.log(`${name.padEnd(44)} ${value.toFixed(2).padStart(10)} ${unit}`);
  return 0;
}

await runCommand(() => bench(process.argv.slice(2)));
