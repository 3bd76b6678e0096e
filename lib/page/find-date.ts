/**
 * The publication date: JSON-LD, meta tags, `<time>`, a visible date line, the address; the first origin that gives a
 * day wins, a later one that differs is named beside it. The day is the calendar day as written, in the article's own
 * offset: converting it to the reader's zone would shift one article in three.
 */
import type { AsOf, DateOrigin } from '../model/article';
import { toDay } from '../text/edtf';

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

/** Bytes of JSON-LD that are looked at: pages carry whole shops in it. */
const MAX_JSON_CHARS = 300_000;
const MAX_JSON_DEPTH = 8;

/** First `datePublished` of an article-like node. */
function publishedIn(value: unknown, depth: number): string | null {
  if (depth > MAX_JSON_DEPTH || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = publishedIn(item, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const { datePublished } = value as { datePublished?: unknown };
  if (typeof datePublished === 'string') {
    const day = readDay(datePublished);
    if (day) return day;
  }
  for (const nested of Object.values(value)) {
    const found = publishedIn(nested, depth + 1);
    if (found) return found;
  }
  return null;
}

function fromJsonLd(document: Document): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > MAX_JSON_CHARS) continue;
    try {
      const day = publishedIn(JSON.parse(text), 0);
      if (day) return day;
    } catch {
      // Pages ship broken JSON-LD; the next origin serves.
    }
  }
  return null;
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

/** The as-of date of a page, or `null` when nothing on it gives a day. */
export function findDate(document: Document, article: Element | null, url: string): AsOf | null {
  const root: ParentNode = article ?? document;
  const found: { day: string; origin: DateOrigin }[] = [];
  const origins: [DateOrigin, () => string | null][] = [
    ['json-ld', () => fromJsonLd(document)],
    ['meta', () => fromMeta(document)],
    ['time', () => fromTime(root)],
    ['text', () => fromText(root)],
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
