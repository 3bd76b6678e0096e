/** Recognition over a file of documents, one JSON object a line: from the lines in to the lines out, or to problems. */
import type { Mention, TextBlock } from '../model/article';
import { parseReference } from '../model/ids';
import type { NameIndex } from '../recognition/name-index';
import { resolve } from '../recognition/resolve';
import { parseEdtf } from '../text/edtf';
import { readSavedPage } from './saved-page';

interface InputDocument {
  readonly id: string | number;
  readonly text?: string;
  readonly html?: string;
  readonly published?: string;
}

/** A document as its blocks of text, each with the offset at which it begins in `text`. */
interface Readable {
  readonly text: string;
  readonly blocks: readonly (TextBlock & { readonly at: number })[];
  readonly published: string | undefined;
}

interface LineProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** Annotates all documents of a file's text, or none: a line that is no document is a problem. Empty lines are skipped. */
export function annotateDocuments(index: NameIndex, source: string): { lines: string[] } | { problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  const lines = source
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const document = readDocument(line);
      if (typeof document !== 'string') return [annotate(index, document)];
      problems.push({ line: i + 1, message: document });
      return [];
    });
  return problems.length > 0 ? { problems } : { lines };
}

/** The document of a line, or why it is none. */
function readDocument(line: string): InputDocument | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not a JSON object';
  const { id, text, html, published } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" is missing: a text or a number';
  for (const [field, content] of Object.entries({ text, html, published })) {
    if (content !== undefined && content !== null && typeof content !== 'string') return `"${field}" is not a text`;
  }
  if (typeof text !== 'string' && typeof html !== 'string') return 'has neither "text" nor "html"';
  if (published && dayOf(published as string) === null)
    return `"published" is ${JSON.stringify(published)}: expected a day such as 2025-09-08`;
  return {
    id,
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof html === 'string' ? { html } : {}),
    ...(published ? { published: published as string } : {}),
  };
}

/** The calendar day of a date with or without a time, as written: no time zone is applied. */
function dayOf(published: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(published)) return null;
  return parseEdtf(published.slice(0, 10))?.first ?? null;
}

function annotate(index: NameIndex, { id, text, html, published }: InputDocument): string {
  const readable = html === undefined ? readPlain(text ?? '', published) : readHtml(html, published);
  const asOfDay = readable.published ? dayOf(readable.published) : null;
  const starts = new Map(readable.blocks.map((block) => [block.id, block.at]));
  const found = resolve(index, readable.blocks, { asOfDay });
  const outputs = (isOffice: boolean) =>
    found
      .filter((mention) => isOfficeMention(mention) === isOffice)
      .map((mention) => toOutput(mention, starts.get(mention.block) ?? 0));
  const offices = outputs(true);
  return JSON.stringify({
    id,
    mentions: outputs(false),
    ...(offices.length > 0 ? { offices } : {}),
    ...(html === undefined ? {} : { text: readable.text }),
    ...(readable.published ? { published: readable.published } : {}),
  });
}

/** Offices named by a title alone stand apart: they are no names. */
const isOfficeMention = ({ evidence }: Mention): boolean => evidence.some(({ kind }) => kind === 'office-on-day');

const shortId = (reference: string): string => parseReference(reference)?.id ?? reference;

/** A mention with offsets of the whole text; `entity` is null when there are candidates instead. */
function toOutput(mention: Mention, at: number) {
  return {
    start: at + mention.start,
    end: at + mention.end,
    surface: mention.surface,
    entity: mention.entity ? shortId(mention.entity) : null,
    score: Math.round(mention.score * 1000) / 1000,
    ...(mention.candidates ? { candidates: mention.candidates.map(shortId) } : {}),
  };
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
  const { blocks, asOf } = readSavedPage(html);
  let at = 0;
  const placed = blocks.map((block) => {
    const here = { ...block, at };
    at += block.text.length + 1;
    return here;
  });
  return {
    text: placed.map(({ text }) => text).join('\n'),
    blocks: placed,
    published: published ?? asOf?.day,
  };
}
