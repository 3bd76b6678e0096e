/** A document as one page of HTML for print: complete by itself, without script, picture or anything that is fetched. */
import type { Words } from '../words';
import type { ExportDocument, Line, Note, Row, Span } from './document';
import { htmlText } from './html-text';
import { PRINT_STYLE } from './print-style';

export function writeHtml(document: ExportDocument, words: Words): string {
  const { lang, title, lines, sections, leftOut, notes } = document;
  const body = [
    `<h1><bdi>${htmlText(title.text)}</bdi></h1>`,
    ...lines.map((line) => `<p>${toLine(line)}</p>`),
    ...sections.flatMap(({ level, heading, lines: said, rows }) => [
      `<h${level}>${inline(heading)}</h${level}>`,
      ...said.map((line) => `<p>${toLine(line)}</p>`),
      ...(rows.length > 0 ? [`<ul>${rows.map(toRow).join('\n')}</ul>`] : []),
    ]),
    ...(leftOut === null ? [] : [`<p class="left-out">${htmlText(leftOut)}</p>`]),
    `<h2>${htmlText(words.t('sources'))}</h2>`,
    `<ol class="sources">${notes.map((note, i) => `<li id="source-${i + 1}">${toNote(note, words)}</li>`).join('\n')}</ol>`,
  ];
  return [
    '<!doctype html>',
    `<html lang="${htmlText(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    // What this page is and holds is decided here: whatever a text were to smuggle in would not run and not be fetched.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${htmlText(title.text)}</title>`,
    `<style>${PRINT_STYLE}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const toLine = ({ spans, notes }: Line): string =>
  inline(spans) +
  (notes.length === 0
    ? ''
    : `<sup>${notes.map((number) => `<a href="#source-${number}">${number}</a>`).join(' ')}</sup>`);

function toRow({ under = [], ...row }: Row): string {
  const below = under.length === 0 ? '' : `<ul>${under.map((line) => `<li>${toLine(line)}</li>`).join('')}</ul>`;
  return `<li>${toLine(row)}${below}</li>`;
}

/** Foreign text is set apart, so that its direction turns nothing round beside it. */
const inline = (spans: readonly Span[]): string => spans.map(toSpan).join('');

function toSpan({ text, lang, fallback, style }: Span): string {
  const written = (/^\s/.test(text) ? ' ' : '') + htmlText(text) + (/\s$/.test(text) ? ' ' : '');
  const set = lang ? `<bdi lang="${htmlText(lang)}">${written}</bdi>` : written;
  const styled = style === 'strong' ? `<strong>${set}</strong>` : style ? `<span class="as-of">${set}</span>` : set;
  return fallback ? `${styled} <small>${htmlText(lang?.split('-')[0]?.toUpperCase() ?? '')}</small>` : styled;
}

function toNote({ publisher, title, url, detail, archived }: Note, words: Words): string {
  const named = title ?? publisher;
  const text = toSpan(named);
  const parts = [
    url === null ? text : `<a href="${htmlText(url)}" rel="noreferrer noopener">${text}</a>`,
    detail === null ? '' : htmlText(detail),
    archived === null
      ? ''
      : `<a href="${htmlText(archived)}" rel="noreferrer noopener">${htmlText(words.t('archivedCopy'))}</a>`,
  ].filter((part) => part !== '');
  return (title ? `${toSpan(publisher)}: ` : '') + parts.join(', ');
}
