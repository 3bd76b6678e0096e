/** Recognition on the sample site's pages in Japanese and Korean, the counterparts of the flagship article. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../../lib/cli/files';
import { readSavedPage } from '../../../lib/cli/saved-page';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import { flagshipPackFiles } from '../../support/flagship';
import { collectIds, parseEntry, scoreGold } from '../../support/gold';

const TESTS = join(import.meta.dirname, '../..');
const BAR = 0.97;

describe.each([
  ['www.asahi.com', 'articles/sample-20240728'],
  ['www.yna.co.kr', 'view/AKR20260130'],
])('the sample page of %s', (host, path) => {
  it('is recognised as labelled', async () => {
    const page = readSavedPage(readFileSync(join(TESTS, 'sites', host, `${path}.html`), 'utf8'));
    const text = readFileSync(join(TESTS, 'fixtures/recognition/pages', `${host}.txt`), 'utf8').trimEnd();
    const entry = parseEntry(
      JSON.stringify({ id: host, published: page.asOf?.day, text, rule: 'article', why: 'a whole article' }),
    );
    expect(entry.blocks.map((block) => block.text)).toEqual(page.blocks.map((block) => block.text));
    const packs = await Promise.all(flagshipPackFiles().map(readPack));
    const { index } = await createTerminalKnowledge(packs);
    const { precision, recall, mistakes } = scoreGold(index, collectIds(packs), [{ ...entry, blocks: page.blocks }]);
    expect(mistakes).toEqual([]);
    expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(BAR);
  });
});
