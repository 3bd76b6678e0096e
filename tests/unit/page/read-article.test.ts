import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../../../lib/page/in-slices';
import { readArticle } from '../../../lib/page/read-article';

const SENTENCE =
  'The two ministers spoke about the exercises of the coming year, about the sea between their countries and about what their staffs should settle before they meet again. ';
const paragraphs = (count: number): string => `<p>${SENTENCE}</p>`.repeat(count);

function read(body: string, head = '', url = 'https://news.example/story') {
  const { document } = parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
  return inOneGo(readArticle(document as unknown as Document, url));
}
const textOf = (body: string): string =>
  read(body)
    .blocks.map(({ text }) => text.trim())
    .join('\n');

describe('finding the article', () => {
  it.each([
    ['an article element', `<article><h1>Title</h1>${paragraphs(4)}</article>`],
    ['a main element', `<main><h1>Title</h1>${paragraphs(4)}</main>`],
    ['nothing but paragraphs', `<div><h1>Title</h1>${paragraphs(4)}</div>`],
    ['a body whose class speaks of its sidebar', `<div class="no-sidebar"><article>${paragraphs(4)}</article></div>`],
    ['a page around which advertisements stand', `<div class="gutter ads"><main>${paragraphs(4)}</main></div>`],
    ['an article behind a paywall class', `<article class="paywall">${paragraphs(4)}</article>`],
    ['a page that is one form', `<form><main>${paragraphs(4)}</main></form>`],
    ['an article in an aside', `<aside class="left-column"><article>${paragraphs(4)}</article></aside>`],
    ['bare text with line breaks', `<div id="story">${SENTENCE.repeat(2)}<br><br>${SENTENCE.repeat(2)}</div>`],
    ['a table cell of the old web', `<table><tr><td>${SENTENCE.repeat(3)}<br>${SENTENCE}</td></tr></table>`],
  ])('finds it in %s', (_, body) => {
    const { found, blocks } = read(body);
    expect(found).toBe(true);
    expect(blocks.some(({ text }) => text.includes('The two ministers spoke'))).toBe(true);
  });

  it.each([
    ['a front page', `<main>${`<h2><a href="/x">A headline</a></h2><p>${SENTENCE}</p>`.repeat(6)}</main>`],
    ['a short notice', '<main><h1>Moved</h1><p>This page has moved to another place.</p></main>'],
    ['a list of links', `<main>${`<p><a href="/x">${SENTENCE}</a></p>`.repeat(8)}</main>`],
    ['an empty page', ''],
  ])('finds none in %s', (_, body) => {
    expect(read(body).found).toBe(false);
    expect(read(body).blocks).toEqual([]);
  });

  it('takes a front page that calls itself an article for one', () => {
    const body = `<main>${`<h2><a href="/x">A headline</a></h2><p>${SENTENCE}</p>`.repeat(6)}</main>`;
    expect(read(body, '<meta property="og:type" content="article">').found).toBe(true);
  });

  it.each([
    ['an aside', '<aside>Lee’s restaurant guide</aside>'],
    ['related links', '<div class="story-related">Lee’s restaurant guide</div>'],
    ['comments', '<section id="comments">Lee’s restaurant guide</section>'],
    ['a newsletter box', '<div class="newsletter-signup">Lee’s restaurant guide</div>'],
    ['navigation', '<nav>Lee’s restaurant guide</nav>'],
    ['an advertisement', '<div class="ad">Lee’s restaurant guide</div>'],
    ['a related article', '<h3><a href="/x">Lee’s restaurant guide</a></h3>'],
    ['a link around a heading', '<a href="/x"><h3>Lee’s restaurant guide</h3></a>'],
    ['a list of tags', '<ul><li> <a href="/x">Lee’s restaurant guide</a> </li></ul>'],
    ['a related article and its day', '<h4><a href="/x">Lee’s restaurant guide</a> <span>(2018/6/16)</span></h4>'],
    ['a heading of links', '<h2>More on Lee</h2><ul><li><a href="/x">The other story</a></li></ul>'],
    ['a region with its link', '<p>→ <a href="/x">Lee’s restaurant guide</a></p>'],
    ['hidden text', '<p hidden>Lee’s restaurant guide</p>'],
    ['text hidden from assistive technology', '<p aria-hidden="true">Lee’s restaurant guide</p>'],
    ['a form', '<form><p>Lee’s restaurant guide</p></form>'],
    ['an editor', '<div contenteditable="true">Lee’s restaurant guide</div>'],
    ['a script', '<script>Lee’s restaurant guide</script>'],
  ])('leaves out %s inside the article', (_, beside) => {
    expect(textOf(`<article><h1>T</h1>${paragraphs(3)}${beside}${paragraphs(2)}</article>`)).not.toContain('Lee');
  });

  it('leaves out a heading at the end over what was left out', () => {
    const more = '<h3>More on Lee</h3><ul><li><a href="/x">The other story</a></li></ul>';
    expect(textOf(`<article><h1>T</h1>${paragraphs(3)}${more}</article>`)).not.toContain('Lee');
  });

  it.each([
    ['a headline that leads to its own page', '<h1><a href="/x">Lee in Seoul</a></h1>'],
    ['a paragraph with a long link', '<p>Lee said <a href="/x">that there was nothing to add to it</a>, and left.</p>'],
    ['a heading with a link in it', '<h3>Lee in <a href="/x">Seoul</a></h3>'],
    ['a heading over text', '<h3>Lee in Seoul</h3><p>He came on Monday.</p>'],
  ])('keeps %s', (_, part) => expect(textOf(`<article>${part}${paragraphs(4)}</article>`)).toContain('Lee'));

  it('does not take a word within a word for a name of something beside the article', () => {
    const body = `<article>${paragraphs(3)}<div class="shadow-loaded">The road to Masan</div></article>`;
    expect(textOf(body)).toContain('The road to Masan');
  });
});

describe('blocks of text', () => {
  it('keeps text over inline elements together and says what each block is', () => {
    const { blocks } = read(
      `<article><h1>Head</h1><p class="byline">By A. Writer</p><figure><img><figcaption>Gen Nakatani <span class="credit">Photo desk</span></figcaption></figure>
       <p>Defense Minister <b>Gen</b> <a href="/n">Nakatani</a> arrived.</p>${paragraphs(3)}<h2>Later</h2><p>He left again.</p><blockquote class="pull-quote">Big words</blockquote></article>`,
    );
    expect(blocks.map(({ kind, text }) => [kind, text.replace(/\s+/g, ' ').trim().slice(0, 40)])).toEqual([
      ['headline', 'Head'],
      ['byline', 'By A. Writer'],
      ['caption', 'Gen Nakatani Photo desk'],
      ['text', 'Defense Minister Gen Nakatani arrived.'],
      ['text', SENTENCE.slice(0, 40)],
      ['text', SENTENCE.slice(0, 40)],
      ['text', SENTENCE.slice(0, 40)],
      ['subhead', 'Later'],
      ['text', 'He left again.'],
      ['quote', 'Big words'],
    ]);
    expect(blocks.map(({ section }) => section)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });

  it('reads no furigana into a name', () => {
    const { blocks } = read(
      `<article><p><ruby>中谷<rt>なかたに</rt></ruby><ruby>元<rt>げん</rt></ruby>防衛相は会談した。</p>${paragraphs(4)}</article>`,
    );
    expect(blocks[0]?.text).toBe('中谷元防衛相は会談した。');
  });

  it('maps every block back to the page: the segments are the nodes’ own text', () => {
    const { blocks } = read(`<article><p>One <i>two</i> three<br>four</p>${paragraphs(4)}</article>`);
    for (const { text, segments } of blocks) {
      for (const { node, start, length } of segments) {
        expect(text.slice(start, start + length)).toBe(node.data.slice(0, length));
      }
    }
    expect(blocks[0]?.text).toBe('One two three\nfour');
  });

  it('takes a headline that stands outside the article’s element', () => {
    expect(read(`<header><h1>Outside</h1></header><article>${paragraphs(4)}</article>`).blocks[0]).toMatchObject({
      kind: 'headline',
      text: 'Outside',
    });
  });
});

describe('the publication date', () => {
  const json = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const meta = (name: string, value: string) => `<meta property="${name}" content="${value}">`;
  const body = `<article>${paragraphs(4)}</article>`;

  it.each<[string, string, string, string, string | null, string?]>([
    ['JSON-LD', json({ datePublished: '2025-09-08T19:30:00+09:00' }), body, '', '2025-09-08', 'json-ld'],
    ['JSON-LD in a graph', json({ '@graph': [{ a: 1 }, { datePublished: '2025-09-08' }] }), body, '', '2025-09-08'],
    [
      'the day as written, not as in another zone',
      json({ datePublished: '2025-09-08T00:30:00+09:00' }),
      body,
      '',
      '2025-09-08',
    ],
    [
      'broken JSON-LD and a meta tag',
      `<script type="application/ld+json">{oops</script>${meta('article:published_time', '2025-09-08')}`,
      body,
      '',
      '2025-09-08',
      'meta',
    ],
    [
      'a time element',
      '',
      `<article><time datetime="2025-09-08">today</time>${paragraphs(4)}</article>`,
      '',
      '2025-09-08',
      'time',
    ],
    [
      'a time element that is not the update',
      '',
      `<article><time class="updated" datetime="2025-09-12"></time><time datetime="2025-09-08"></time>${paragraphs(4)}</article>`,
      '',
      '2025-09-08',
    ],
    [
      'a visible English line',
      '',
      `<article><p class="date">Sept. 8, 2025</p>${paragraphs(4)}</article>`,
      '',
      '2025-09-08',
      'text',
    ],
    [
      'a visible Japanese line',
      '',
      `<article><p class="date">2025年9月8日 19時30分</p>${paragraphs(4)}</article>`,
      '',
      '2025-09-08',
    ],
    [
      'a visible Korean line',
      '',
      `<article><p class="date">2025년 9월 8일</p>${paragraphs(4)}</article>`,
      '',
      '2025-09-08',
    ],
    ['the address', '', body, 'https://news.example/2025/09/08/story', '2025-09-08', 'url'],
    [
      'the article among others in JSON-LD',
      json([
        { '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', datePublished: '2026-02-01' }] },
        { '@type': 'WebPage', datePublished: '2019-01-01' },
        { '@type': 'NewsArticle', datePublished: '2025-09-08' },
      ]),
      body,
      '',
      '2025-09-08',
    ],
    [
      'the article at the page’s own address',
      json([
        { '@type': 'NewsArticle', url: 'https://news.example/other', datePublished: '2026-02-01' },
        {
          '@type': 'NewsArticle',
          mainEntityOfPage: { '@id': 'https://news.example/story' },
          datePublished: '2025-09-08',
        },
      ]),
      body,
      'https://news.example/story?from=front',
      '2025-09-08',
    ],
    [
      'a line beside the headline, outside the article’s element',
      '',
      `<div><header><h1>T</h1><time datetime="2025-09-08"></time></header></div><article>${paragraphs(4)}</article>`,
      '',
      '2025-09-08',
      'time',
    ],
    ['no such day', json({ datePublished: '2025-02-30' }), body, '', null],
    ['only "3 hours ago"', '', `<article><p class="date">3 hours ago</p>${paragraphs(4)}</article>`, '', null],
    ['a number in the address that is no date', '', body, 'https://news.example/article/20259908', null],
  ])('is read from %s', (_, head, page, url, day, origin) => {
    const { asOf } = read(page, head, url || 'https://news.example/story');
    expect(asOf?.day ?? null).toBe(day);
    if (origin) expect(asOf?.origin).toBe(origin);
  });

  it('names a second origin that gives another day', () => {
    const { asOf } = read(body, json({ datePublished: '2025-09-08' }), 'https://news.example/2025/09/12/story');
    expect(asOf).toEqual({ day: '2025-09-08', origin: 'json-ld', rival: { day: '2025-09-12', origin: 'url' } });
  });
});
