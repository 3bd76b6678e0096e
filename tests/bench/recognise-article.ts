/**
 * Recognition of the sample article, warm: finding the names in it against a naive matcher over a Map that finds the
 * same, and the whole of it (evidence weighed, mentions resolved) against that and against folding the text alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPacks } from '../../lib/cli/files';
import { readSavedPage } from '../../lib/cli/saved-page';
import type { NameIndex } from '../../lib/recognition/name-index';
import { resolve } from '../../lib/recognition/resolve';
import { toDay } from '../../lib/text/edtf';
import { fold } from '../../lib/text/fold';
import { formsOf, openAll } from '../support/build-pack';
import { createNaiveMatcher, type NaiveMatch } from './naive-matcher';
import { median } from './percentile';
import type { Measurement } from './run';

/** Measured after as many rounds that only warm up; each round runs every contender in turn. */
const ROUNDS = 15;
const REPEATS = 20;
const PAGE = join(import.meta.dirname, '../sites/www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html');

function time(work: () => void): number {
  const start = performance.now();
  for (let i = 0; i < REPEATS; i++) work();
  return (performance.now() - start) / REPEATS;
}

/** What `scan` finds, reduced to what the naive matcher looks for: the leftmost, and of these the longest. */
function leftmostLongest(index: NameIndex, text: string): NaiveMatch[] {
  const taken: NaiveMatch[] = [];
  for (const hit of index.find(text)) if (hit.start >= (taken.at(-1)?.end ?? 0)) taken.push(hit);
  return taken;
}

export async function recogniseArticle(): Promise<Measurement[]> {
  const { found, blocks } = readSavedPage(readFileSync(PAGE, 'utf8'));
  if (!found) throw new Error('the sample page has no article');
  const whole = openAll(...(await readPacks([], { bundled: true })));
  const { index } = whole;
  const matchNaively = createNaiveMatcher(formsOf(whole));
  for (const { text } of blocks) {
    if (JSON.stringify(matchNaively(text)) !== JSON.stringify(leftmostLongest(index, text)))
      throw new Error(`the two matchers do not find the same in "${text.slice(0, 60)}"`);
  }

  const contenders = {
    folding: () => {
      for (const { text } of blocks) fold(text);
    },
    naive: () => {
      for (const { text } of blocks) matchNaively(text);
    },
    scanning: () => {
      for (const { text } of blocks) index.find(text);
    },
    recognising: () => {
      resolve(index, blocks, { asOfDay: toDay(2025, 9, 8) });
    },
  };
  const times = { folding: [], naive: [], scanning: [], recognising: [] } as Record<keyof typeof contenders, number[]>;
  for (let round = -ROUNDS; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const measured = time(work);
      if (round >= 0) times[name as keyof typeof contenders].push(measured);
    }
  }
  // Round by round, so that what else the machine does falls on both.
  const ratio = (a: keyof typeof contenders, b: keyof typeof contenders) =>
    median(times[a].map((measured, round) => measured / (times[b][round] ?? Number.NaN)));
  return [
    { name: 'recognise-article', value: median(times.recognising), unit: 'ms', better: 'lower' },
    { name: 'recognise-article naive Map ÷ scan', value: ratio('naive', 'scanning'), unit: '×', better: 'higher' },
    { name: 'recognise-article naive Map ÷ all', value: ratio('naive', 'recognising'), unit: '×', better: 'higher' },
    { name: 'recognise-article all ÷ folding', value: ratio('recognising', 'folding'), unit: '×', better: 'lower' },
  ];
}
