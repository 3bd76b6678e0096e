/** `npm run -s annotate`: recognition without a browser, by the extension's own code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { TextBlock } from '../model/article';
import { parseReference } from '../model/ids';
import { toTextBlock } from '../page/extract-blocks';
import { readArticle } from '../page/read-article';
import { resolve } from '../recognition/resolve';
import { parseEdtf } from '../text/edtf';
import { parseArguments } from './arguments';
import { bundledPackFiles, readPack } from './files';
import { createTerminalKnowledge } from './terminal-knowledge';

const USAGE = `annotate [--pack FILE]… [--no-bundled] --in DOCS.jsonl --out OUT.jsonl
  a line in:  {"id", "text" or "html", "lang"?, "published"?}
  a line out: {"id", "mentions": [{"start", "end", "surface", "entity", "score", "candidates"?}], "text"?, "published"?}`;

interface InputDocument {
  readonly id: string;
  readonly text?: string;
  readonly html?: string;
  readonly published?: string;
}

interface Readable {
  readonly text: string;
  readonly blocks: readonly (TextBlock & { readonly at: number })[];
  readonly published: string | undefined;
}

/** A plain text's paragraphs are its lines. */
function readPlain(text: string, published: string | undefined): Readable {
  let at = 0;
  const blocks = text.split('\n').flatMap((line, id) => {
    const block = { id, text: line, kind: 'text' as const, section: 0, at };
    at += line.length + 1;
    return line.trim() === '' ? [] : [block];
  });
  return { text, blocks, published };
}

/** A page's article, as the content script would read it. */
function readHtml(html: string, published: string | undefined): Readable {
  const { document } = parseHTML(html) as unknown as { document: Document };
  const { blocks, asOf } = readArticle(document, '');
  let at = 0;
  const placed = blocks.map((block, id) => {
    const here = { ...toTextBlock(block, id), at };
    at += block.text.length + 1;
    return here;
  });
  return {
    text: placed.map(({ text }) => text).join('\n'),
    blocks: placed,
    published: published ?? asOf?.day,
  };
}

const options = parseArguments(process.argv.slice(2), ['pack', 'in', 'out'], ['no-bundled'], USAGE);
const input = options.one('in');
const output = options.one('out');
if (!input || !output) {
  console.error(USAGE);
  process.exit(2);
}
const files = [...(options.has('no-bundled') ? [] : bundledPackFiles()), ...options.all('pack')];
const { index } = await createTerminalKnowledge(await Promise.all(files.map(readPack)));
const shortId = (reference: string) => parseReference(reference)?.id ?? reference;

const lines = readFileSync(input, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const document = JSON.parse(line) as InputDocument;
    const readable =
      document.html === undefined
        ? readPlain(document.text ?? '', document.published)
        : readHtml(document.html, document.published);
    const asOfDay = (readable.published ? parseEdtf(readable.published.slice(0, 10)) : null)?.first ?? null;
    const starts = new Map(readable.blocks.map(({ id, at }) => [id, at]));
    const mentions = resolve(index, readable.blocks, { asOfDay }).map((mention) => {
      const at = starts.get(mention.block) ?? 0;
      return {
        start: at + mention.start,
        end: at + mention.end,
        surface: mention.surface,
        entity: mention.entity ? shortId(mention.entity) : null,
        score: Math.round(mention.score * 1000) / 1000,
        ...(mention.candidates ? { candidates: mention.candidates.map(shortId) } : {}),
      };
    });
    return JSON.stringify({
      id: document.id,
      mentions,
      ...(document.html === undefined ? {} : { text: readable.text }),
      ...(readable.published ? { published: readable.published } : {}),
    });
  });
writeFileSync(output, `${lines.join('\n')}\n`);
