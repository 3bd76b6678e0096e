/**
 * The publication date: JSON-LD, meta tags, `<time>`, a visible date line, the address; the first origin that gives a
 * day wins, a later one that differs is named beside it. The day is the calendar day as written, in the article's own
 * offset: converting it to the reader's zone would shift one article in three.
 */
import type { AsOf, DateOrigin } from '../model/article';
import { readLinkedArticles } from './json-ld';
import { metas } from './metas';
import { isHuge } from './page-size';
import { createDayReader, type DayReader, toIso } from './read-day';

const META = [
  '[property="article:published_time"]',
  '[name="article:published_time"]',
  '[property="og:article:published_time"]',
  '[itemprop="datePublished"]',
  '[name="pubdate"]',
  '[name="publishdate"]',
  '[name="publish-date"]',
  '[name="parsely-pub-date"]',
  '[name="sailthru.date"]',
  '[name="dc.date"]',
  '[name="dc.date.issued"]',
  '[name="dcterms.created"]',
  '[name="date"]',
].join(', ');

const plainUrl = (url: string): string => url.replace(/[?#].*$/s, '').replace(/\/$/, '');
const plainText = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The article that a page is about: the one at its own address, the one with its headline, else the first. */
function fromJsonLd(document: Document, url: string, readDay: DayReader): string | null {
  const headline = plainText(document.querySelector('h1')?.textContent);
  const dated = readLinkedArticles(document).flatMap((article) => {
    const day = readDay(article.published);
    return day ? [{ day, article }] : [];
  });
  const own =
    dated.find(({ article }) => article.isArticle && article.urls.some((own) => plainUrl(own) === plainUrl(url))) ??
    dated.find(({ article }) => article.isArticle && headline !== '' && plainText(article.headline) === headline) ??
    dated.find(({ article }) => article.isArticle) ??
    dated[0];
  return own?.day ?? null;
}

function fromMeta(document: Document, readDay: DayReader): string | null {
  for (const meta of metas(document, META)) {
    const day = readDay(meta.getAttribute('content') ?? '');
    if (day) return day;
  }
  return null;
}

function fromTime(root: Element | Document, readDay: DayReader): string | null {
  for (const time of root.getElementsByTagName('time')) {
    if (/updat|modif/i.test(`${time.getAttribute('class') ?? ''} ${time.getAttribute('itemprop') ?? ''}`)) continue;
    const day = readDay(time.getAttribute('datetime') ?? '') ?? readDay(time.textContent ?? '');
    if (day) return day;
  }
  return null;
}

/** A line with a date has no more than this many characters. */
const MAX_LINE_CHARS = 200;

const DATE_LINES =
  '[class*="date" i], [class*="publish" i], [class*="byline" i], [class*="timestamp" i], [class*="created" i]';

function fromText(root: Element | Document, readDay: DayReader): string | null {
  for (const line of root.querySelectorAll(DATE_LINES)) {
    const text = textUpTo(line, MAX_LINE_CHARS);
    const day = text === null ? null : readDay(text);
    if (day) return day;
  }
  return null;
}

/** The text of an element; `null` where it is longer: its class may speak of a date and be that of the whole article. */
function textUpTo(element: Element, most: number): string | null {
  let text = '';
  const add = (node: Node): boolean => {
    if (node.nodeType === 3) text += (node as Text).data;
    for (let child = node.firstChild; child && text.length <= most; child = child.nextSibling) add(child);
    return text.length <= most;
  };
  return add(element) ? text : null;
}

/** `/2025/09/08/`, `/2025-09-08-`, `/20250908…` in the path of an address. */
function fromUrl(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const match =
    /(?:^|[/_-])(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)/.exec(path) ??
    /(?:^|\D)(20\d{2})(\d{2})(\d{2})(?:\D|$)/.exec(path);
  return match ? toIso(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** How far above the headline a date still belongs to it. */
const HEADLINE_LEVELS = 3;

/** Where the article's own date may stand: in the article, then around the page's headline; anywhere when there is none. */
function* places(document: Document, article: Element | null): Generator<Element | Document> {
  if (isHuge(document)) return;
  if (!article) {
    yield document;
    return;
  }
  yield article;
  let around = document.querySelector('h1')?.parentElement;
  for (let level = 0; around && around !== document.body && level < HEADLINE_LEVELS; level++) {
    yield around;
    around = around.parentElement;
  }
}

function firstIn(
  roots: Iterable<Element | Document>,
  read: (root: Element | Document) => string | null,
): string | null {
  for (const root of roots) {
    const day = read(root);
    if (day) return day;
  }
  return null;
}

/** The as-of date of a page, or `null` when nothing on it gives a day. */
export function findDate(document: Document, article: Element | null, url: string): AsOf | null {
  const readDay = createDayReader(document.documentElement.getAttribute('lang') ?? 'en');
  const found: { day: string; origin: DateOrigin }[] = [];
  const origins: [DateOrigin, () => string | null][] = [
    ['json-ld', () => fromJsonLd(document, url, readDay)],
    ['meta', () => fromMeta(document, readDay)],
    ['time', () => firstIn(places(document, article), (root) => fromTime(root, readDay))],
    ['text', () => firstIn(places(document, article), (root) => fromText(root, readDay))],
    ['url', () => fromUrl(url)],
  ];
  for (const [origin, read] of origins) {
    const day = read();
    if (day) found.push({ day, origin });
  }
  const [first, ...others] = found;
  if (!first) return null;
  const rival = others.find(({ day }) => day !== first.day);
  return rival ? { ...first, rival } : first;
}
