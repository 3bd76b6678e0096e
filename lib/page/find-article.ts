/**
 * Finds the element that holds the article's text. Not an article extractor of its own ambition: it weighs the text of
 * paragraphs below the usual containers and says `null` where no page part reads like an article.
 */
import type { Exclusion } from './exclusion';
import type { Sliced } from './in-slices';
import { linkedData } from './json-ld';
import { metaContent } from './metas';
import { firstOf, isHuge } from './page-size';

const CONTAINERS = '[itemprop="articleBody"], article, [role="article"], main, [role="main"], body';
const NAMED_CONTAINERS = ['main', 'article'];
const PARAGRAPHS = ['p', 'li', 'blockquote', 'h2', 'h3'];
/** Older sites write the article straight into one of these, with line breaks. */
const BARE = ['div', 'td', 'section', 'article', 'main', 'body'];
/** Elements of one name that are looked at: a page may have a million of them. */
const MAX_OF_NAME = 20_000;
const ELEMENTS_PER_LOOK = 32;

/** Shorter paragraphs are labels. */
const MIN_PARAGRAPH_CHARS = 20;
/** Own text of a bare element below this is a caption or a label. */
const MIN_BARE_CHARS = 200;
/** Less running text than this is a teaser, a caption or a notice. */
const MIN_CHARS = 250;
/** Where there is as much in paragraphs, the article is not written without them. */
const MANY_CHARS = 2_000;
/** A paragraph weighs no more than this many characters: one node may hold megabytes. */
const MAX_WEIGHED_CHARS = 20_000;
/** Han, kana and Hangul say more in a character. */
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/g;
/** An outer container must hold this many times more to be preferred over an inner one. */
const OUTER_GAIN = 1.6;

/** What a text weighs: its beginning is enough to tell running text from a label. */
function weigh(text: string): number {
  const beginning = text.slice(0, MAX_WEIGHED_CHARS);
  return beginning.length + (beginning.match(DENSE)?.length ?? 0) * 1.5;
}

/** Weight of a paragraph as running text; 0 for a label, or for what is mostly links. */
function weighParagraph(element: Element): number {
  const text = (element.textContent ?? '').trim();
  if (text.length < MIN_PARAGRAPH_CHARS) return 0;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += (link.textContent ?? '').length;
  return linked > text.length / 2 ? 0 : weigh(text);
}

/** Weight of the text that stands directly in an element, not in its children. */
function weighOwnText(element: Element): number {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += (child as Text).data.trim();
  }
  return text.length < MIN_BARE_CHARS ? 0 : weigh(text);
}

/** Weight of the text below an element, outside excluded parts. */
interface Weight {
  chars: number;
  paragraphs: number;
}

/** Adds the text of all elements of some names to the containers around it, up to the first excluded part. */
function* weighContainers(
  document: Document,
  weights: ReadonlyMap<Element, Weight>,
  { names, weigh, paragraphs }: { names: readonly string[]; weigh: (element: Element) => number; paragraphs: number },
  isExcluded: Exclusion,
): Sliced<void> {
  let looked = 0;
  for (const name of names) {
    // To find none of a name, all of a page is searched.
    yield;
    for (const element of firstOf(document.getElementsByTagName(name), MAX_OF_NAME)) {
      if (++looked % ELEMENTS_PER_LOOK === 0) yield;
      const weight = weigh(element);
      for (let around: Element | null = weight > 0 ? element : null; around; around = around.parentElement) {
        const own = weights.get(around);
        if (own) {
          own.chars += weight;
          own.paragraphs += paragraphs;
        }
        if (isExcluded(around)) break;
      }
    }
  }
}

/** What may hold the article, outer ones first. */
function* containersOf(document: Document): Sliced<readonly Element[]> {
  if (!isHuge(document)) return [...document.querySelectorAll(CONTAINERS)];
  // A document of XML has none.
  const containers: Element[] = document.body ? [document.body] : [];
  for (const name of NAMED_CONTAINERS) {
    yield;
    containers.push(...firstOf(document.getElementsByTagName(name), MAX_OF_NAME));
  }
  return containers;
}

/** The element that holds the article, or `null` when the page does not look like one. */
export function* findArticle(document: Document, isExcluded: Exclusion): Sliced<Element | null> {
  const containers = yield* containersOf(document);
  const weights = new Map<Element, Weight>(containers.map((element) => [element, { chars: 0, paragraphs: 0 }]));
  const paragraphs = { names: PARAGRAPHS, weigh: weighParagraph, paragraphs: 1 };
  yield* weighContainers(document, weights, paragraphs, isExcluded);
  let best = heaviest(document, weights, isExcluded);
  if (best === null || best.chars < MANY_CHARS) {
    const light = new Map([...weights].filter(([, { chars }]) => chars < MIN_CHARS));
    // Line breaks make two of what stands in no paragraph.
    const bare = { names: BARE, weigh: weighOwnText, paragraphs: 2 };
    yield* weighContainers(document, light, bare, isExcluded);
    best = heaviest(document, weights, isExcluded);
  }
  return best && !isSectionFront(document, best.element, isExcluded) ? best.element : null;
}

function heaviest(document: Document, weights: ReadonlyMap<Element, Weight>, isExcluded: Exclusion) {
  let best: { readonly element: Element; readonly chars: number } | null = null;
  for (const [element, { chars, paragraphs }] of weights) {
    if (chars < MIN_CHARS || paragraphs < 2) continue;
    if (element.localName !== 'body' && isInside(element, document.documentElement, isExcluded)) continue;
    if (best === null) best = { element, chars };
    else if (best.element.contains(element) ? chars * OUTER_GAIN >= best.chars : chars > best.chars * OUTER_GAIN)
      best = { element, chars };
  }
  return best;
}

/** True when the element or something between it and `root` is excluded. */
function isInside(element: Element, root: Element, isExcluded: Exclusion): boolean {
  for (let current: Element | null = element; current && current !== root; current = current.parentElement) {
    if (isExcluded(current)) return true;
  }
  return false;
}

const ARTICLE_TYPES =
  /^(?:News|Reportage|Analysis|Opinion|Background|Review|Ask|Live)?(?:News)?(?:Article|BlogPosting|Posting)$/;

/** A front page has many headlines that are links, and does not call itself an article. */
function isSectionFront(document: Document, element: Element, isExcluded: Exclusion): boolean {
  if (isHuge(document) || metaContent(document, '[property="og:type"]') === 'article') return false;
  if (hasArticleData(document)) return false;
  const links = [...element.querySelectorAll('h1 a, h2 a, h3 a')];
  return links.filter((link) => !isInside(link, element, isExcluded)).length >= 4;
}

function hasArticleData(document: Document): boolean {
  return linkedData(document).some((text) => {
    const match = /"@type"\s*:\s*(?:\[\s*)?"([^"]+)"/g;
    return [...text.matchAll(match)].some(([, type]) => ARTICLE_TYPES.test(type ?? ''));
  });
}
