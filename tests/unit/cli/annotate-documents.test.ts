import { describe, expect, it } from 'vitest';
import { annotateDocuments } from '../../../lib/cli/annotate-documents';
import { aName, anEntity, aPack, aRole, openIndex } from '../../support/build-pack';

const INDEX = openIndex(
  aPack([
    anEntity('person/gen-nakatani', {
      names: [aName('Gen Nakatani'), aName('Nakatani', 'family')],
      roles: [aRole({ from: '2024-10-01', to: '2025-10-21' })],
    }),
    anEntity('place/gwangju-city', { names: [aName('Gwangju')] }),
    anEntity('place/gwangju-county', { names: [aName('Gwangju')] }),
  ]),
);

interface Output {
  readonly id: string;
  readonly mentions: readonly {
    start: number;
    end: number;
    surface: string;
    entity: string | null;
    candidates?: string[];
    score: number;
  }[];
  readonly text?: string;
  readonly published?: string;
}

function annotate(...documents: readonly object[]): Output[] {
  const annotated = annotateDocuments(INDEX, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  if ('problems' in annotated) throw new Error(JSON.stringify(annotated.problems));
  return annotated.lines.map((line) => JSON.parse(line) as Output);
}

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>News</title>${head}</head><body><article><h1>Talks in Seoul</h1>${body}</article></body></html>`;
const PARAGRAPH =
  'The two ministers agreed to meet again before the end of the year, officials of both countries said. '.repeat(5);

describe('annotateDocuments', () => {
  it('gives the mentions of a text with entity, surface and score', () => {
    expect(annotate({ id: 'a', text: 'It was Gen Nakatani.', published: '2025-09-08' })).toEqual([
      {
        id: 'a',
        mentions: [
          { start: 7, end: 19, surface: 'Gen Nakatani', entity: 'person/gen-nakatani', score: expect.any(Number) },
        ],
        published: '2025-09-08',
      },
    ]);
  });

  it('gives candidates in place of an entity where two are close', () => {
    const [output] = annotate({ id: 'a', text: 'in Gwangju' });
    expect(output?.mentions[0]).toMatchObject({
      entity: null,
      candidates: ['place/gwangju-city', 'place/gwangju-county'],
    });
  });

  it.each([
    ['lines', 'First.\n\n  \nGen Nakatani\nand Nakatani'],
    ['carriage returns', 'First.\r\nGen Nakatani\r\nand Nakatani'],
    ['surrogate pairs and combining marks', '𠮷\u0301\nGen Nakatani 𠮷\nand Nakatani'],
    ['one line', 'Gen Nakatani and Nakatani'],
  ])('counts offsets in UTF-16 units of the whole text: %s', (_, text) => {
    const [output] = annotate({ id: 'a', text });
    expect(output?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['Gen Nakatani', 'Nakatani']);
    expect(output).not.toHaveProperty('text');
  });

  it('returns the text of a page, and counts offsets in it', () => {
    const html = page(`<p>It was <b>Gen</b> Nakatani. ${PARAGRAPH}</p><p>Then Nakatani left. ${PARAGRAPH}</p>`);
    const [output] = annotate({ id: 'a', html });
    expect(output?.mentions.map(({ start, end }) => output.text?.slice(start, end))).toEqual([
      'Gen Nakatani',
      'Nakatani',
    ]);
    expect(output?.mentions.map(({ surface }) => surface)).toEqual(['Gen Nakatani', 'Nakatani']);
  });

  it("takes a page's own date when none is given", () => {
    const html = page(
      `<p>Minister Nakatani spoke. ${PARAGRAPH}</p><p>${PARAGRAPH}</p>`,
      '<meta property="article:published_time" content="2025-09-08T23:30:00+09:00">',
    );
    expect(annotate({ id: 'a', html }, { id: 'b', html, published: '2026-01-01' })).toMatchObject([
      { id: 'a', published: '2025-09-08', mentions: [{ surface: 'Nakatani' }] },
      { id: 'b', published: '2026-01-01', mentions: [] },
    ]);
  });

  it.each(['2025-09-08', '2025-09-08T23:30:00+09:00', '2025-09-08 23:30'])(
    'takes %s for a day, as written',
    (published) => {
      expect(annotate({ id: 'a', text: 'Minister Nakatani', published })).toMatchObject([
        { published, mentions: [{ surface: 'Nakatani' }] },
      ]);
    },
  );

  it.each([
    ['an empty text', { id: 'a', text: '' }, { id: 'a', mentions: [] }],
    ['an empty page', { id: 'a', html: '' }, { id: 'a', mentions: [], text: '' }],
    ['a page that is no HTML', { id: 'a', html: '\u0000{"x":1}' }, { id: 'a', mentions: [] }],
    ['a number for an id', { id: 7, text: '' }, { id: 7, mentions: [] }],
    ['fields that are null', { id: 'a', text: '', html: null, published: null, lang: null }, { id: 'a', mentions: [] }],
    ['fields that it does not know', { id: 'a', text: '', source: 'x' }, { id: 'a', mentions: [] }],
  ])('takes %s', (_, document, output) => {
    expect(annotate(document)).toMatchObject([output]);
  });

  it('answers in the order of the documents, and skips empty lines', () => {
    const source = '\ufeff{"id":"a","text":""}\r\n\n  \n{"id":"b","text":""}';
    expect(annotateDocuments(INDEX, source)).toEqual({
      lines: ['{"id":"a","mentions":[]}', '{"id":"b","mentions":[]}'],
    });
    expect(annotateDocuments(INDEX, '')).toEqual({ lines: [] });
  });

  it.each([
    ['nonsense', /^is not JSON: /],
    ['{"id":"a","text":"cut', /^is not JSON: /],
    ['[]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['"a"', 'is not a JSON object'],
    ['{"text":"x"}', '"id" is missing: a text or a number'],
    ['{"id":"a"}', 'has neither "text" nor "html"'],
    ['{"id":"a","text":7}', '"text" is not a text'],
    ['{"id":"a","html":["x"]}', '"html" is not a text'],
    [
      '{"id":"a","text":"","published":"8 September"}',
      '"published" is "8 September": expected a day such as 2025-09-08',
    ],
    ['{"id":"a","text":"","published":"2025-02-30"}', '"published" is "2025-02-30": expected a day such as 2025-09-08'],
  ])('refuses the line %s', (line, message) => {
    expect(annotateDocuments(INDEX, `{"id":"a","text":""}\n\n${line}\n`)).toEqual({
      problems: [{ line: 3, message: typeof message === 'string' ? message : expect.stringMatching(message) }],
    });
  });
});
