/** Recognition of the sample article, as a ratio to one pass over its text that only folds it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { bundledPackFiles, readPack } from '../../lib/cli/files';
import { createTerminalKnowledge } from '../../lib/cli/terminal-knowledge';
import { toTextBlock } from '../../lib/page/extract-blocks';
import { readArticle } from '../../lib/page/read-article';
import { resolve } from '../../lib/recognition/resolve';
import { toDay } from '../../lib/text/edtf';
import { fold } from '../../lib/text/fold';
import { median } from './median';
import type { Measurement } from './run';

const ROUNDS = 9;
const REPEATS = 20;
const PAGE = join(import.meta.dirname, '../sites/www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html');

function time(work: () => void): number {
  const start = performance.now();
  for (let i = 0; i < REPEATS; i++) work();
  return (performance.now() - start) / REPEATS;
}

export async function recogniseArticle(): Promise<Measurement[]> {
  const { document } = parseHTML(readFileSync(PAGE, 'utf8')) as unknown as { document: Document };
  const { found, blocks: extracted } = readArticle(document, '');
  if (!found) throw new Error('the sample page has no article');
  const blocks = extracted.map((block, id) => toTextBlock(block, id));
  const { index } = await createTerminalKnowledge(await Promise.all(bundledPackFiles().map(readPack)));
  const recognising: number[] = [];
  const folding: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    folding.push(
      time(() => {
        for (const { text } of blocks) fold(text);
      }),
    );
    recognising.push(time(() => void resolve(index, blocks, { asOfDay: toDay(2025, 9, 8) })));
  }
  return [
    { name: 'recognise-article', value: median(recognising), unit: 'ms', better: 'lower' },
    {
      name: 'recognise-article ÷ folding its text',
      value: median(recognising) / median(folding),
      unit: '×',
      better: 'lower',
    },
  ];
}
