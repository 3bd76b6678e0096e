/**
 * A document as Markdown that reads well raw and rendered. Sources are footnotes as GitHub, GitLab, Obsidian and Pandoc
 * know them; where footnotes are not known, "[^3]" still leads an eye to the line that begins with it.
 */
import type { Words } from '../words';
import type { ExportDocument, Line, Note, Span } from './document';
import { markdownInline, markdownLine, markdownLink, markdownText } from './markdown-text';

export function writeMarkdown(document: ExportDocument, words: Words): string {
  const { title, lines, sections, leftOut, notes } = document;
  const blocks = [
    `# ${markdownText(title.text)}`,
    ...lines.map(toLine),
    ...sections.flatMap(({ level, heading, lines: said, rows }) => [
      `${'#'.repeat(level)} ${inline(heading.map(({ style: _, ...span }) => span))}`,
      ...said.map(toLine),
      ...(rows.length > 0
        ? [
            rows
              .flatMap(({ under = [], ...row }) => [`- ${toLine(row)}`, ...under.map((line) => `  - ${toLine(line)}`)])
              .join('\n'),
          ]
        : []),
    ]),
    ...(leftOut === null ? [] : [markdownText(leftOut)]),
    `## ${markdownText(words.t('sources'))}`,
    // Apart from one another: a program without footnotes would run them together.
    ...notes.map((note, i) => `[^${i + 1}]: ${markdownLine(toNote(note, words))}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const toLine = ({ spans, notes }: Line): string => inline(spans) + notes.map((number) => `[^${number}]`).join('');

function inline(spans: readonly Span[]): string {
  const written = spans.map(({ text, style, fallback, lang }) => {
    const mark = fallback ? ` (${lang?.split('-')[0]?.toUpperCase()})` : '';
    return (style ? `**${markdownInline(text).trim()}**` : markdownInline(text)) + mark;
  });
  return markdownLine(written.join(''));
}

function toNote({ publisher, title, url, detail, archived }: Note, words: Words): string {
  const name = title
    ? `${markdownInline(publisher.text).trim()}: ${markdownLink(title.text, url)}`
    : markdownLink(publisher.text, url);
  return [name, detail && markdownInline(detail), archived && markdownLink(words.t('archivedCopy'), archived)]
    .filter(Boolean)
    .join(', ');
}
