/**
 * Foreign text in Markdown: it reads as it was written, and nothing in it is markup, in CommonMark, in GitHub's dialect
 * and in the older ones that know fewer escapes. No more is escaped than has to be: the text is read raw as well.
 */
import { plainText } from './plain-text';

/** Punctuation that may begin or end markup anywhere in a line. `$` is mathematics on GitHub. */
const ANYWHERE = /[\\`*_[\]$|]/g;
/** Where programs make a link or a mention of plain text, and take the escapes in it for part of that. */
const LINKED = /:(?=\/\/)|(?<=www)\.|@/gi;
/** Would be read as a character's name, alone or with what follows; other ampersands stay as they are. */
const ENTITY = /&(?=#?\w+;|$)/g;
/** What begins a list, a heading, a quotation or a rule where a line or a list's item begins. */
const FIRST = /^(?:[#+=:-]|\d{1,9}(?=[.)]))/;
/** Would end a heading, or make an image of the footnote behind it. */
const LAST = /[#!]+$/;

/** Text that stands within a line, between others; its outer blanks are kept. */
export function markdownInline(text: string): string {
  const escaped = plainText(text)
    .replace(ANYWHERE, '\\$&')
    .replace(LINKED, '\\$&')
    .replace(ENTITY, '&amp;')
    // Not every dialect takes a backslash here; an entity is one in all.
    .replaceAll('<', '&lt;');
  if (escaped === '') return text === '' ? '' : ' ';
  return (/^\s/.test(text) ? ' ' : '') + escaped + (/\s$/.test(text) ? ' ' : '');
}

/** Two of them strike out what is between; one, as in Korean dates, is read as it stands. */
const STRIKE = /~/g;

/** A line made of such texts and of marks of ours: nothing begins or ends it as markup would. */
export const markdownLine = (line: string): string =>
  line
    .trim()
    .replace(LAST, (marks) => marks.replace(/./g, '\\$&'))
    .replace(/^>/, '&gt;')
    .replace(FIRST, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
    .replace(STRIKE, (line.match(STRIKE)?.length ?? 0) > 1 ? '\\~' : '~');

/** One foreign text as a line of its own. */
export const markdownText = (text: string): string => markdownLine(markdownInline(text));

/** A link, or the text alone where there is no address. `url`: as `webAddress` gives it. */
export function markdownLink(text: string, url: string | null): string {
  const name = markdownInline(text).trim();
  return url === null ? name : `[${name}](${url.replace(ENTITY, '&amp;')})`;
}
