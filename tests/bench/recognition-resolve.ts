/**
 * The whole of recognition over 100,000 characters: `recognition/resolve/<language>/<names>` is its time over three times
 * the scan's plus 10 ms, which it is not to exceed; `…/longest-step` is the longest piece of it that cannot be
 * interrupted. `recognition/pathological/<case>` is the scan's time for a character of a
 * text made to be slow over that for one of news, `…/whole` that of the whole, in which every name found is weighed.
 */
import type { TextBlock } from '../../lib/model/article';
import type { Name, PackRecord } from '../../lib/model/pack';
import type { NameIndex } from '../../lib/recognition/name-index';
import { resolve, resolveInSteps } from '../../lib/recognition/resolve';
import { aName, anEntity, aPack, openIndex } from '../support/build-pack';
import { generateNames, generateNews, type NewsLanguage } from '../support/generated-news';
import { median } from './percentile';
import type { Measurement } from './run';

const LANGUAGES: readonly NewsLanguage[] = ['en', 'ja', 'ko'];
const SIZES = { '100k': 100_000, '1m': 1_000_000 } as const;
const PAGE_UNITS = 100_000;
/** Measured after twice as many that only warm up: what a first run costs is what `recognition/cold` measures. */
const ROUNDS = 15;
/** Names of one entity, types in turn. */
const NAMES_EACH = 3;
const TYPES = ['person', 'organisation', 'place'] as const;
/** What the whole may take beside the scan: three times its time and so many ms. */
const [TIMES, MORE_MS] = [3, 10];

const languageOf = (text: string): string =>
  /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 'ja' : /[\uac00-\ud7a3]/.test(text) ? 'ko' : 'en';

function openNames(names: readonly string[]): NameIndex {
  const records: PackRecord[] = [];
  for (let i = 0; i < names.length; i += NAMES_EACH) {
    const own: Name[] = names.slice(i, i + NAMES_EACH).map((text) => aName(text, 'full', { lang: languageOf(text) }));
    records.push(anEntity(`${TYPES[(i / NAMES_EACH) % TYPES.length]}/e${i}`, { names: own }));
  }
  return openIndex(aPack(records));
}

const toBlocks = (texts: readonly string[]): TextBlock[] =>
  texts.map((text, id) => ({ id, text, kind: 'text', section: 0 }));

/** ms of each of some rounds; twice as many before them only warm up. */
function times(work: () => void): number[] {
  const measured: number[] = [];
  for (let round = -2 * ROUNDS; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    if (round >= 0) measured.push(performance.now() - start);
  }
  return measured;
}

function longestStep(index: NameIndex, blocks: readonly TextBlock[]): number {
  const steps = resolveInSteps(index, blocks, { asOfDay: 0 });
  for (let longest = 0; ; ) {
    const start = performance.now();
    const { done } = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (done) return longest;
  }
}

/** ms for a character, the median of three after one that warms up. */
function perUnit(work: (blocks: readonly TextBlock[]) => void, blocks: readonly TextBlock[]): number {
  const units = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const runs = Array.from({ length: 4 }, () => {
    const start = performance.now();
    work(blocks);
    return (performance.now() - start) / units;
  });
  return median(runs.slice(1));
}

/** Texts that look for the slow way, of about a million units each. */
function pathological(names: readonly string[]): Readonly<Record<string, string>> {
  const latin = names.filter((name) => languageOf(name) === 'en');
  return {
    'one-letter': 'a'.repeat(1_000_000),
    'one-kanji': '日'.repeat(1_000_000),
    'one-syllable': '한'.repeat(1_000_000),
    spaces: `x${' '.repeat(1_000_000)}x`,
    'every-word-a-name': Array.from({ length: 40_000 }, (_, i) => latin[i % latin.length]).join(' '),
    'near-misses': Array.from({ length: 10_000 }, (_, i) => `${latin[i % latin.length]}x`).join(' '),
    capitals: 'Ab Cd Ef Gh '.repeat(80_000),
    'no-space': latin.join('').slice(0, 1_000_000),
  };
}

/** A text as the page sends it: in blocks of at most 20,000 units. */
const inBlocks = (text: string): TextBlock[] =>
  toBlocks(Array.from({ length: Math.ceil(text.length / 20_000) }, (_, i) => text.slice(i * 20_000, (i + 1) * 20_000)));

export function recognitionResolve(isWanted: (name: string) => boolean): Measurement[] {
  const results: Measurement[] = [];
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
    const wanted = LANGUAGES.filter((language) => isWanted(`recognition/resolve/${language}/${size}`));
    const wantsSlow = size === '100k' && isWanted('recognition/pathological');
    if (wanted.length === 0 && !wantsSlow) continue;
    const names = generateNames(SIZES[size]);
    const index = openNames(names);
    for (const language of wanted) {
      const blocks = toBlocks(generateNews(language, names, PAGE_UNITS));
      const scan = times(() => {
        for (const { text } of blocks) index.find(text);
      });
      const whole = times(() => resolve(index, blocks, { asOfDay: 0 }));
      const name = `recognition/resolve/${language}/${size}`;
      const bound = TIMES * median(scan) + MORE_MS;
      results.push(
        { name, value: median(whole) / bound, unit: '×', better: 'lower' },
        { name: `${name}/ms`, value: median(whole), unit: 'ms', better: 'lower' },
        { name: `${name}/longest-step`, value: longestStep(index, blocks), unit: 'ms', better: 'lower' },
      );
    }
    if (!wantsSlow) continue;
    const scan = (blocks: readonly TextBlock[]) => {
      for (const { text } of blocks) index.find(text);
    };
    const whole = (blocks: readonly TextBlock[]) => resolve(index, blocks, { asOfDay: 0 });
    const usual = toBlocks(generateNews('en', names, 1_000_000));
    const [usualScan, usualWhole] = [perUnit(scan, usual), perUnit(whole, usual)];
    for (const [slow, text] of Object.entries(pathological(names))) {
      const blocks = inBlocks(text);
      const name = `recognition/pathological/${slow}`;
      results.push(
        { name, value: perUnit(scan, blocks) / usualScan, unit: '×', better: 'lower' },
        { name: `${name}/whole`, value: perUnit(whole, blocks) / usualWhole, unit: '×', better: 'lower' },
      );
    }
  }
  return results;
}
