/** Texts of packs and pages in Markdown and HTML: read as they were written, and never as markup. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../../lib/briefing/export/document';
import { htmlText } from '../../../../lib/briefing/export/html-text';
import {
  markdownInline,
  markdownLine,
  markdownLink,
  markdownText,
} from '../../../../lib/briefing/export/markdown-text';
import { plainText } from '../../../../lib/briefing/export/plain-text';
import { citedAddress, webAddress } from '../../../../lib/briefing/export/web-address';
import { writeHtml } from '../../../../lib/briefing/export/write-html';
import { writeMarkdown } from '../../../../lib/briefing/export/write-markdown';
import { readWords } from '../../../support/read-words';

const words = readWords('en');

/** Text that is made of what makes trouble, and of anything at all. */
const PIECES = [
  ...'\\`*_{}[]()<>#+-=.!|~&:;/"\'$^@%?0123456789 \t\n\r'.split(''),
  ...[
    '**',
    '__',
    '~~',
    '```',
    '---',
    '===',
    '<!--',
    '-->',
    '<script>',
    '</p>',
    '<a href=x>',
    '![x](y)',
    '[a]: http://x',
  ],
  ...[
    '[^1]',
    '[^1]: note',
    '&lt;',
    '&#60;',
    '&amp',
    '1.',
    '2)',
    '- ',
    '+ ',
    '> ',
    '# ',
    'http://a.example',
    'a@b.example',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u200e',
    '\u00ad',
    '\u200b',
    '\ufeff',
    '\u0000',
    '\u001b',
    '\u0085',
    '\u2028',
    '\u{e0041}',
    '\ud800',
  ],
  ...['a', 'Ab', '中谷', '안규백', 'é', 'e\u0301', '日本。', '「', '・'],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const render = (markdown: string) =>
  parseHTML(`<html><body>${micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })}</body></html>`)
    .document.body;
/** As a reader sees it. */
const seen = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Without blanks: two texts that meet may have one between them or not. */
const solid = (text: string): string => text.replace(/\s+/g, '');
const tags = (element: Element): string[] => [...element.querySelectorAll('*')].map(({ localName }) => localName);

describe('plain text', () => {
  it.each([
    ['a\nb\r\n\tc', 'a b c'],
    ['Nakatani\u202emoc.elgoog\u202c', 'Nakatanimoc.elgoog'],
    ['a\u0000b\u001b[31mc\u0085d\u2028e', 'a b [31mc d e'],
    ['soft\u00adhyphen \u200bzero \ufeff\u2060width', 'softhyphen zero width'],
    ['tags\u{e0068}\u{e0069}', 'tags'],
    ['half \ud83d pair', 'half \ufffd pair'],
    // Persian spells with them, and a family name keeps its form of the ideograph.
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['葛\u{e0100}飾', '葛\u{e0100}飾'],
  ])('%j is %j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('is one line of characters that are seen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
        expect(plain.isWellFormed()).toBe(true);
        expect(plainText(plain)).toBe(plain);
      }),
      { numRuns: 150 },
    );
  });
});

describe('text in Markdown', () => {
  it.each([
    ['Nakatani meets Ahn (again) - "talks"', 'Nakatani meets Ahn (again) - "talks"'],
    ['AT&T, R&D & co', 'AT&T, R&D & co'],
    ['a < b &lt; c', 'a &lt; b &amp;lt; c'],
    ['# 1. *x* _y_ [z](w)', '\\# 1. \\*x\\* \\_y\\_ \\[z\\](w)'],
    ['2015. A year', '2015\\. A year'],
    ['8일~9일', '8일~9일'],
    ['8일~9일, 20일~22일', '8일\\~9일, 20일\\~22일'],
    ['Korea wins!', 'Korea wins\\!'],
    ['https://a.example, www.b.example, c@d.example', 'https\\://a.example, www\\.b.example, c\\@d.example'],
  ])('%j is written %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('says what the text says, and nothing in it is markup, wherever a line holds it', () => {
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const strong = `**${markdownInline(first).trim() || 'x'}** · ${markdownInline(second)}`;
        for (const [line, expected] of [
          [markdownText(first), plainText(first)],
          [`- ${markdownText(first)}[^1]`, `${plainText(first)}1`],
          [`## ${markdownText(first)}`, plainText(first)],
          [`- ${markdownLine(`${markdownInline(first)}${markdownInline(second)}`)}`, plainText(first + second)],
          [`- ${markdownLine(strong)}`, plainText(`${plainText(first) || 'x'} · ${second}`)],
        ] as const) {
          const body = render(`${line}\n\n[^1]: x y\n`);
          for (const note of body.querySelectorAll('section, sup a'))
            note.replaceWith(note.localName === 'a' ? (note.textContent ?? '') : '');
          expect({ line, text: solid(seen(body)) }).toEqual({ line, text: solid(expected) });
          expect(tags(body).filter((tag) => !['p', 'ul', 'li', 'h2', 'strong', 'sup'].includes(tag))).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('links to what was given, and to nothing else', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, path) => {
        const url = webAddress(`https://news.example/${path}`);
        const links = [...render(`- ${markdownLink(title || 'x', url)}\n`).querySelectorAll('a')];
        expect(links.map((link) => link.getAttribute('href'))).toEqual([url]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('addresses', () => {
  it.each([
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    [' https://a.example/x ', 'https://a.example/x'],
    ['https://a.example/b(c)?d="<e>"&f=1', 'https://a.example/b%28c%29?d=%22%3Ce%3E%22&f=1'],
    ['https://a.example/日本', 'https://a.example/%E6%97%A5%E6%9C%AC'],
    ['https://a.example/\u202ex\n', 'https://a.example/%E2%80%AEx'],
    [null, null],
  ])('%j is %j', (address, expected) => {
    expect(webAddress(address)).toBe(expected);
  });

  it.each([
    ['https://a.example/x#part', 'https://a.example/x'],
    ['https://reader:secret@a.example/x', 'https://a.example/x'],
    ['https://a.example/x?utm_source=mail&id=7&fbclid=abc', 'https://a.example/x?id=7'],
    ['https://a.example/x?utm_source=mail', 'https://a.example/x'],
    ['https://a.example/x?q=a?b', 'https://a.example/x?q=a?b'],
    ['moz-extension://x/y', null],
  ])('an article at %s is cited as %s', (address, expected) => {
    expect(citedAddress(address)).toBe(expected);
  });
});

/** A document all of whose foreign texts are the same. */
const documentOf = (text: string): ExportDocument => {
  const line = {
    spans: [
      { text, lang: `x${text}` },
      { text, style: 'strong' as const },
    ],
    notes: [1],
  };
  return {
    lang: 'en',
    title: { text },
    lines: [line],
    sections: [{ level: 2, heading: line.spans, lines: [line], rows: [{ ...line, under: [line] }] }],
    leftOut: text,
    notes: [
      {
        publisher: { text },
        title: { text, lang: 'ja' },
        url: webAddress(`https://news.example/${text}`),
        detail: text,
        archived: null,
      },
    ],
  };
};

describe('a whole document', () => {
  const shape = (element: Element): string[] => [...element.querySelectorAll('*')].map(({ localName }) => localName);
  const plain = parseHTML(writeHtml(documentOf('x'), words)).document;

  it('as HTML is built alike whatever its texts say, and has no script, handler or address but links', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { document } = parseHTML(writeHtml(documentOf(text), words));
        expect(shape(document.documentElement)).toEqual(shape(plain.documentElement));
        expect(document.querySelector('script, img, link, iframe, [src], [style], [onclick], base, form')).toBeNull();
        for (const link of document.querySelectorAll('a'))
          expect(link.getAttribute('href')).toMatch(/^(?:#source-1$|https:\/\/news\.example\/)/);
        expect(document.querySelector('h1')?.textContent).toBe(plainText(text));
      }),
      { numRuns: 150 },
    );
  });

  it('as Markdown has the same lines whatever its texts say', () => {
    const beginnings = (text: string) =>
      writeMarkdown(documentOf(text), words)
        .split('\n')
        .map((line) => /^(?:#+ |\s*- |\[\^1\]: |)/.exec(line)?.[0]);
    fc.assert(
      fc.property(hostile, (text) => {
        expect(beginnings(text)).toEqual(beginnings('x'));
      }),
      { numRuns: 150 },
    );
  });

  it('escapes for attributes as well', () => {
    expect(htmlText(`"><script>alert('1')&amp;`)).toBe('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&amp;amp;');
  });
});
