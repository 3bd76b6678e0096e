/**
 * `npm run test:soak [-- NAME…] [--fresh]`: the full counts of the reliability tests. Each suite of `tests/soak` numbers
 * its cases; what is done is written down, so that a run that was stopped goes on where it ended.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Suite {
  readonly total: number;
  /** Runs a case: a word for its outcome, or an error. */
  readonly run: (number: number) => Promise<string>;
  /** Where a case takes long: after how many what is done is written down. */
  readonly casesPerSave?: number;
  /** Ends what the cases have kept running. */
  readonly close?: () => Promise<void>;
}

interface Progress {
  done: number;
  readonly tally: Record<string, number>;
  readonly failures: string[];
}

const ROOT = join(import.meta.dirname, '../..');
const STATE = join(ROOT, '.soak');
const CASES_PER_SAVE = 250;

const args = process.argv.slice(2);
const isFresh = args.includes('--fresh');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const suites = readdirSync(join(ROOT, 'tests/soak')).map((file) => file.replace(/\.ts$/, ''));
for (const name of wanted) {
  if (!suites.includes(name)) {
    console.error(`"${name}" is not a suite: ${suites.join(', ')}`);
    process.exit(2);
  }
}

function readProgress(file: string): Progress {
  try {
    if (!isFresh) return JSON.parse(readFileSync(file, 'utf8')) as Progress;
  } catch {
    // The first run.
  }
  return { done: 0, tally: {}, failures: [] };
}

async function soak(name: string): Promise<boolean> {
  const {
    total,
    run,
    casesPerSave = CASES_PER_SAVE,
    close,
  } = (await import(join(ROOT, 'tests/soak', `${name}.ts`))) as Suite;
  const file = join(STATE, `${name}.json`);
  const progress = readProgress(file);
  mkdirSync(STATE, { recursive: true });
  if (progress.done > 0) console.log(`${name}: goes on after ${progress.done} of ${total}`);
  while (progress.done < total) {
    const stop = Math.min(total, progress.done + casesPerSave);
    for (; progress.done < stop; progress.done++) {
      try {
        const outcome = await run(progress.done);
        progress.tally[outcome] = (progress.tally[outcome] ?? 0) + 1;
      } catch (error) {
        progress.failures.push(error instanceof Error ? error.message : String(error));
      }
    }
    writeFileSync(file, JSON.stringify(progress));
  }
  await close?.();
  const { tally, failures } = progress;
  console.log(`${name}: ${total} cases, ${failures.length} failures`);
  for (const outcome of Object.keys(tally).sort()) console.log(`  ${String(tally[outcome]).padStart(7)} ${outcome}`);
  for (const failure of failures.slice(0, 20)) console.log(`  FAILED ${failure}`);
  return failures.length === 0;
}

let isGreen = true;
for (const name of wanted.length > 0 ? wanted : suites) isGreen = (await soak(name)) && isGreen;
process.exitCode = isGreen ? 0 : 1;
