/**
 * The publication date: JSON-LD, meta tags, `<time>`, a visible date line, the address; the first origin that gives a
 * day wins, a later one that differs is named beside it. The day is the calendar day as written, in the article's own
 * offset: converting it to the reader's zone would shift one article in three.
 */
import type { AsOf, DateOrigin } from '../model/article';
import { readLinkedArticles } from './json-ld';
import { createDayReader, type DayReader, toIso } from './read-day';

const META = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="pubdate"]',
  'meta[name="publishdate"]',
  'meta[name="publish-date"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="dc.date"]',
  'meta[name="dc.date.issued"]',
  'meta[name="dcterms.created"]',
  'meta[name="date"]',
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
  for (const meta of document.querySelectorAll(META)) {
    const day = readDay(meta.getAttribute('content') ?? '');
    if (day) return day;
  }
  return null;
}

function fromTime(root: ParentNode, readDay: DayReader): string | null {
  for (const time of root.querySelectorAll('time')) {
    if (/updat|modif/i.test(`${time.getAttribute('class') ?? ''} ${time.getAttribute('itemprop') ?? ''}`)) continue;
    const day = readDay(time.getAttribute('datetime') ?? '') ?? readDay(time.textContent ?? '');
    if (day) return day;
  }
  return null;
}

const DATE_LINES =
  '[class*="date" i], [class*="publish" i], [class*="byline" i], [class*="timestamp" i], [class*="created" i]';

function fromText(root: ParentNode, readDay: DayReader): string | null {
  for (const line of root.querySelectorAll(DATE_LINES)) {
    const text = line.textContent ?? '';
    if (text.length > 200) continue;
    const day = readDay(text);
    if (day) return day;
  }
  return null;
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
function* places(document: Document, article: Element | null): Generator<ParentNode> {
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

function firstIn(roots: Iterable<ParentNode>, read: (root: ParentNode) => string | null): string | null {
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
