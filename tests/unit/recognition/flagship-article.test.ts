/** Recognition on the flagship article against its labels. */
import { describe, expect, it } from 'vitest';
import { bundledPackFiles, readPack } from '../../../lib/cli/files';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import { parseReference } from '../../../lib/model/ids';
import { resolve } from '../../../lib/recognition/resolve';
import { toDay } from '../../../lib/text/edtf';
import { flagshipPackFiles } from '../../support/flagship';
import { hasShared, MISSING, readShared } from '../../support/shared';

interface Label {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

/** Bar of the first release: precision and recall of the labelled mentions, right entity included. */
const BAR = 0.97;

describe('the flagship article', () => {
  it.skipIf(!hasShared).each([
    ['its own pack', flagshipPackFiles()],
    ['all bundled packs', bundledPackFiles()],
  ])(
    `is recognised as labelled with %s (${hasShared ? 'shared labels' : MISSING})`,
    async (_, files) => {
      const text = readShared('article/article.txt');
      const { mentions: labels } = JSON.parse(readShared('article/labels.json')) as { mentions: Label[] };
      const { index } = await createTerminalKnowledge(await Promise.all(files.map(readPack)));
      let at = 0;
      const starts: number[] = [];
      const blocks = text.split('\n').map((line, id) => {
        starts.push(at);
        at += line.length + 1;
        return { id, text: line, kind: 'text' as const, section: 0 };
      });
      const found = resolve(index, blocks, { asOfDay: toDay(2025, 9, 8) }).map(({ block, start, end, entity }) => {
        const offset = starts[block] ?? 0;
        return `${offset + start}-${offset + end} ${entity ? parseReference(entity)?.id : '?'}`;
      });
      const wanted = new Set(labels.map(({ start, end, entity }) => `${start}-${end} ${entity}`));
      const right = found.filter((mention) => wanted.has(mention)).length;
      expect(right / found.length).toBeGreaterThanOrEqual(BAR);
      expect(right / wanted.size).toBeGreaterThanOrEqual(BAR);
    },
    120_000,
  );
});
