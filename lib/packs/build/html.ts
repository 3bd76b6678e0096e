/** Text of the Factbook: tags, character references and notes taken out. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  ordm: 'º',
};
/** `eacute`: a letter and its mark. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
};

function reference(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 31 && code < 0x110000 ? String.fromCodePoint(code) : '';
  }
  const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (known !== undefined) return known;
  const mark = MARKS[name.slice(1)];
  return mark === undefined ? whole : `${name[0]}${mark}`.normalize('NFC');
}

const withoutReferences = (text: string): string => text.replace(/&(#?\w+);/g, reference);

/** Plain text in one line. */
export const plainText = (html: string): string =>
  withoutReferences(html.replace(/<br\s*\/?>/gi, ' ').replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** The lines of a text that breaks them with tags; empty ones and notes are left out. */
export function plainLines(html: string): string[] {
  return html
    .split(/<br\s*\/?>|<\/?p>/i)
    .map(plainText)
    .filter((line) => line !== '' && !/^note(?: \d+)?:/i.test(line));
}
