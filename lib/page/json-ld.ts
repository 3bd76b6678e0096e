/** What a page's JSON-LD says of articles. Pages put lists of others, comments and whole shops into it. */

import { describedIn } from './page-size';

export interface LinkedArticle {
  /** `datePublished` as written. */
  readonly published: string;
  readonly headline: string;
  /** Addresses by which the node calls itself. */
  readonly urls: readonly string[];
  /** It calls itself an article; else it is a page, a video or something without a type. */
  readonly isArticle: boolean;
}

/** JSON that is looked at: what is longer is no description of one article. */
const MAX_CHARS = 300_000;
const MAX_DEPTH = 8;
const ARTICLE_TYPE = /(?:Article|Posting|Reportage|LiveBlogPosting)$/;
/** Below these stands what others wrote, on other days. */
const OTHERS = /^(?:ItemList|CollectionPage|Comment|Review|UserReview|BreadcrumbList|FAQPage|Question|Answer)$/;

type Node = Readonly<Record<string, unknown>>;

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');

function urlsOf({ url, mainEntityOfPage, '@id': id }: Node): string[] {
  const page =
    typeof mainEntityOfPage === 'object' && mainEntityOfPage !== null
      ? (mainEntityOfPage as Node)['@id']
      : mainEntityOfPage;
  return [...texts(url), ...texts(page), ...texts(id)];
}

function* walk(value: unknown, depth: number): Generator<LinkedArticle> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item, depth + 1);
    return;
  }
  const node = value as Node;
  const types = texts(node['@type']);
  if (types.some((type) => OTHERS.test(type))) return;
  if (typeof node.datePublished === 'string') {
    yield {
      published: node.datePublished,
      headline: texts(node.headline)[0] ?? '',
      urls: urlsOf(node),
      isArticle: types.some((type) => ARTICLE_TYPE.test(type)),
    };
  }
  for (const nested of Object.values(node)) yield* walk(nested, depth + 1);
}

/** The page's JSON-LD as it is written. */
export const linkedData = (document: Document): readonly string[] =>
  [...describedIn(document).getElementsByTagName('script')].flatMap((script) =>
    script.getAttribute('type') === 'application/ld+json' ? [script.textContent ?? ''] : [],
  );

/** Everything with a publication date that the page describes, in the page's order. */
export function readLinkedArticles(document: Document): LinkedArticle[] {
  return linkedData(document).flatMap((text) => {
    if (text.length > MAX_CHARS) return [];
    try {
      return [...walk(JSON.parse(text), 0)];
    } catch {
      // Pages ship broken JSON-LD; other origins serve.
      return [];
    }
  });
}
