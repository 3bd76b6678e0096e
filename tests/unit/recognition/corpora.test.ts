/**
 * Recognition against published labelled text, with the dictionary that goes with it as the only pack: a list of
 * things without types, roles or relations, so that names and the words around them are all there is.
 */
import { describe, expect, it } from 'vitest';
import { annotateDocuments } from '../../../lib/cli/annotate-documents';
import { sha256 } from '../../../lib/cli/files';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import { checkPack } from '../../../lib/packs/check-pack';
import { hasShared, MISSING, readShared } from '../../support/shared';

interface Label {
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  readonly kind: string;
}

interface Labelled {
  readonly doc_id: string;
  readonly text: string;
  readonly eval_spans?: readonly (readonly [number, number])[];
  readonly mentions: readonly Label[];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly entity: string | null;
}

const readLines = <T>(path: string): T[] =>
  readShared(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Precision and F1 of linking, span and entity both right; labels that count neither way are left out. */
function score(documents: readonly Labelled[], found: ReadonlyMap<string, readonly Found[]>) {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { doc_id, text, eval_spans = [[0, text.length]], mentions } of documents) {
    const isInside = ({ start, end }: { start: number; end: number }) =>
      eval_spans.some(([from, to]) => from <= start && end <= to);
    const named = mentions.filter((label) => label.kind === 'named' && isInside(label));
    const hit = new Set<Label>();
    for (const mention of (found.get(doc_id) ?? []).filter(isInside)) {
      const here = mentions.filter(({ start, end }) => start === mention.start && end === mention.end);
      const label = here.find(({ kind, uri }) => kind === 'named' && uri === toUri(mention.entity));
      if (label) hit.add(label);
      else if (here.some(({ kind, uri }) => kind === 'named' || uri === 'NIL') || here.length === 0) wrong++;
    }
    right += hit.size;
    missed += named.filter((label) => label.uri !== 'NIL' && !hit.has(label)).length;
  }
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  return { precision, f1: (2 * precision * recall) / (precision + recall) };
}

/** The dictionary's ids are Wikidata's. */
const toUri = (entity: string | null): string => (entity ?? '').replace('thing/q', 'wd:Q');

describe('published corpora', () => {
  it.skipIf(!hasShared)(
    `are linked at least as well as asked (${hasShared ? 'shared corpora' : MISSING})`,
    { timeout: 120_000 },
    async () => {
      const checked = await checkPack(readShared('corpora/dictionary.jsonl'), sha256);
      if ('problems' in checked) throw new Error(JSON.stringify(checked.problems.slice(0, 3)));
      const { index } = await createTerminalKnowledge([checked.pack]);
      const scores = ['msnbc-updated', 'reuters-128'].map((corpus) => {
        const documents = readLines<Labelled>(`corpora/${corpus}.jsonl`);
        const source = documents.map(({ doc_id: id, text }) => JSON.stringify({ id, text })).join('\n');
        const annotated = annotateDocuments(index, source);
        if ('problems' in annotated) throw new Error(JSON.stringify(annotated.problems));
        const lines = annotated.lines.map((line) => JSON.parse(line) as { id: string; mentions: Found[] });
        return score(documents, new Map(lines.map(({ id, mentions }) => [id, mentions])));
      });
      const [msnbc, reuters] = scores as [ReturnType<typeof score>, ReturnType<typeof score>];
      expect(msnbc.f1).toBeGreaterThanOrEqual(0.7);
      expect(msnbc.precision).toBeGreaterThanOrEqual(0.75);
      expect(reuters.f1).toBeGreaterThanOrEqual(0.48);
      expect(reuters.precision).toBeGreaterThanOrEqual(0.5);
    },
  );
});
