/** Recognition against gold of our own, language by language, with every pack that is there. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readPack } from '../../../lib/cli/files';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import type { NameIndex } from '../../../lib/recognition/name-index';
import { isEdtf } from '../../../lib/text/edtf';
import { flagshipPackFiles } from '../../support/flagship';
import {
  collectIds,
  type GoldEntry,
  type GoldIds,
  goldLanguages,
  goldPackFiles,
  parseEntry,
  readGold,
  scoreGold,
} from '../../support/gold';

const PRECISION = 0.97;
const RECALL = 0.95;
/** Least number of entries of a language. */
const LEAST: Readonly<Record<string, number>> = { en: 150, ja: 150, ko: 150, zh: 60 };
/** Least share of entries that say what is not to be found. */
const NEGATIVE = 0.4;

let index: NameIndex;
let ids: GoldIds;

beforeAll(async () => {
  const packs = await Promise.all([...flagshipPackFiles(), ...goldPackFiles()].map(readPack));
  ids = collectIds(packs);
  ({ index } = await createTerminalKnowledge(packs));
});

describe.each(goldLanguages())('gold in %s', (language) => {
  const entries = readGold(language);

  it('is recognised', () => {
    const { precision, recall, mistakes } = scoreGold(index, ids, entries);
    const isBelow = precision < PRECISION || recall < RECALL;
    const report = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
    expect(isBelow, [report, ...mistakes].join('\n')).toBe(false);
  });

  it('is well labelled', () => {
    expect(entries.length).toBeGreaterThanOrEqual(LEAST[language] ?? 1);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.flatMap(problemsOf)).toEqual([]);
    const negative = entries.filter((entry) => entry.negative || entry.labels.length === 0);
    expect(negative.length / entries.length).toBeGreaterThanOrEqual(NEGATIVE);
  });
});

/** What is wrong with the labels of an entry. */
function problemsOf({ id, published, blocks, labels }: GoldEntry): string[] {
  const problems = labels.flatMap((label) => {
    const where = `${id} “${label.surface}”`;
    return [
      ...label.ids.filter((known) => ids.same(known) === undefined).map((known) => `${where}: no pack holds ${known}`),
      ...(blocks[label.block]?.text.slice(label.start, label.end) === label.surface
        ? []
        : [`${where}: not in the text`]),
      ...(label.surface.trim() === label.surface ? [] : [`${where}: begins or ends with a space`]),
      ...((label.kind === 'open') === label.ids.length > 1 ? [] : [`${where}: several ids, and only then, are open`]),
      ...(label.kind !== 'office' || label.ids.every(ids.isPost) ? [] : [`${where}: is no post`]),
      ...(label.kind !== 'office' || published !== undefined ? [] : [`${where}: an office without a day`]),
    ];
  });
  if (published !== undefined && !(isEdtf(published) && published.length === 10)) problems.push(`${id}: ${published}`);
  return problems;
}

describe('the gold', () => {
  it('has packs whose ids do not clash', () => expect(ids.clashes).toEqual([]));

  it('reads labels of every kind, and where they stand', () => {
    const { blocks, labels } = parseEntry(
      JSON.stringify({
        id: 'x',
        rule: 'r',
        why: 'w',
        headline: true,
        text: 'A [[b|p/b]] c\n[[d|?p/d,p/e]] [[f|~p/f]] [[g|@post/g]] [[h|~@post/h]].',
      }),
    );
    expect(blocks.map(({ text, kind }) => `${kind} ${text}`)).toEqual(['headline A b c', 'text d f g h.']);
    expect(labels.map(({ block, start, end, kind, ids: [id] }) => `${block}:${start}-${end} ${kind} ${id}`)).toEqual([
      '0:2-3 exact p/b',
      '1:0-1 open p/d',
      '1:2-3 optional p/f',
      '1:4-5 office post/g',
      '1:6-7 optional post/h',
    ]);
  });

  it.each(['A [[b|p/b c', 'A [[b]] c', 'A b|p/b]] c'])('refuses the label in “%s”', (text) => {
    expect(() => parseEntry(JSON.stringify({ id: 'x', rule: 'r', why: 'w', text }))).toThrow('not understood');
  });
});
