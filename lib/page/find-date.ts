/**
 * The publication date: JSON-LD, meta tags, `<time>`, a visible date line, the address; the first origin that gives a
 * day wins, a later one that differs is named beside it. The day is the calendar day as written, in the article's own
 * offset: converting it to the reader's zone would shift one article in three.
 */
import type { AsOf, DateOrigin } from '../model/article';
import { toDay } from '../text/edtf';
import { readLinkedArticles } from './json-ld';

const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:\d{4,6})?\s*$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

/** A calendar day as ISO text, if it is one. */
function toIso(year: number, month: number, day: number): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return new Date(toDay(year, month, day) * 86_400_000).toISOString().startsWith(iso) ? iso : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads a day out of a machine or human date. */
function readDay(text: string): string | null {
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const cjk = /(\d{4})\s*[年년./-]\s*(\d{1,2})\s*[月월./-]\s*(\d{1,2})/.exec(text);
  if (cjk) return toIso(Number(cjk[1]), Number(cjk[2]), Number(cjk[3]));
  const named =
    /(?:([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))|(?:(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4}))/.exec(
      text,
    );
  if (!named) return null;
  const month = MONTHS.indexOf((named[1] ?? named[5] ?? '').slice(0, 3).toLowerCase()) + 1;
  return toIso(Number(named[3] ?? named[6]), month, Number(named[2] ?? named[4]));
}

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
function fromJsonLd(document: Document, url: string): string | null {
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

function fromMeta(document: Document): string | null {
  for (const meta of document.querySelectorAll(META)) {
    const day = readDay(meta.getAttribute('content') ?? '');
    if (day) return day;
  }
  return null;
}

function fromTime(root: ParentNode): string | null {
  for (const time of root.querySelectorAll('time')) {
    if (/updat|modif/i.test(`${time.getAttribute('class') ?? ''} ${time.getAttribute('itemprop') ?? ''}`)) continue;
    const day = readDay(time.getAttribute('datetime') ?? '') ?? readDay(time.textContent ?? '');
    if (day) return day;
  }
  return null;
}

const DATE_LINES = '[class*="date" i], [class*="publish" i], [class*="byline" i], [class*="timestamp" i]';

function fromText(root: ParentNode): string | null {
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
  const found: { day: string; origin: DateOrigin }[] = [];
  const origins: [DateOrigin, () => string | null][] = [
    ['json-ld', () => fromJsonLd(document, url)],
    ['meta', () => fromMeta(document)],
    ['time', () => firstIn(places(document, article), fromTime)],
    ['text', () => firstIn(places(document, article), fromText)],
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
