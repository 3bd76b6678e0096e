/**
 * `npm run -s bench [-- NAME…] [--json]`: the benchmarks. Each entry prints the median of its runs; times are of this
 * machine, on this day.
 */
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

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = asked.filter((name) => !(name in ENTRIES));
if (unknown.length > 0) {
  console.error(`no benchmark is called ${unknown.join(', ')}; there are: ${Object.keys(ENTRIES).join(', ')}`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : Object.keys(ENTRIES);
if (names.includes('card-on-rest')) build(['chromium', 'firefox'], { quiet: json });
const results: Measurement[] = [];
for (const name of names) results.push(...((await ENTRIES[name]?.()) ?? []));
if (json) console.log(JSON.stringify(results));
else
  for (const { name, value, unit } of results)
    console.log(`${name.padEnd(44)} ${value.toFixed(2).padStart(10)} ${unit}`);
