/**
 * Finds the element that holds the article's text. Not an article extractor of its own ambition: it weighs the text of
 * paragraphs below the usual containers and says `null` where no page part reads like an article.
 */

/** Elements that hold no text of an article, whatever they are called. */
const NEVER_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'button',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'video',
  'audio',
  'canvas',
  'select',
  'textarea',
  'input',
  'dialog',
  'menu',
  'rt',
  'rp',
]);
const NEVER_ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'toolbar',
]);
/** Usually beside the article; some sites put all of a page into one. */
const BESIDE_TAGS: ReadonlySet<string> = new Set(['aside', 'form']);
const BESIDE_WORDS =
  /(?:^|[\s_-])(?:comments?|disqus|related|recommend(?:ed|ations)?|newsletter|promo(?:tion)?|advert(?:isement)?|ads?|sponsor(?:ed)?|share|sharing|social|trending|most-?read|most-?viewed|popular|breadcrumbs?|cookie|consent|paywall|subscri(?:be|ption)|taboola|outbrain|read-?more|more-?stories|teasers?|feedback|sidebar|site-?header|site-?footer|masthead)(?:$|[\s_-])/i;
/** An element with more than this share of the page's running text is not beside the article, whatever its class says. */
const MAIN_SHARE = 0.5;

/** True for an element whose text is not the article's. */
export type Exclusion = (element: Element) => boolean;

function isNever(element: Element): boolean {
  if (NEVER_TAGS.has(element.localName)) return true;
  const role = element.getAttribute('role');
  if (role !== null && NEVER_ROLES.has(role)) return true;
  if (element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden')) return true;
  return element.getAttribute('contenteditable') === 'true';
}

function isCalledBeside(element: Element): boolean {
  return (
    BESIDE_TAGS.has(element.localName) ||
    element.getAttribute('role') === 'complementary' ||
    BESIDE_WORDS.test(element.id) ||
    BESIDE_WORDS.test(element.getAttribute('class') ?? '')
  );
}

/**
 * What is excluded on a page, as it is now. Layout classes such as "article-with-sidebar", "gutter-ads" or "paywall" stand
 * on whole pages too: a name alone excludes only what does not hold the better part of the page's running text.
 */
export function createExclusion(document: Document): Exclusion {
  const known = new Map<Element, boolean>();
  let total: number | null = null;
  const charsBelow = (element: ParentNode): number =>
    [...element.querySelectorAll('p')].reduce((sum, paragraph) => sum + (paragraph.textContent ?? '').length, 0);
  return (element) => {
    const answer = known.get(element);
    if (answer !== undefined) return answer;
    let excluded = isNever(element);
    if (!excluded && isCalledBeside(element)) {
      total ??= charsBelow(document);
      excluded = total === 0 || charsBelow(element) / total <= MAIN_SHARE;
    }
    known.set(element, excluded);
    return excluded;
  };
}

const CONTAINERS = '[itemprop="articleBody"], article, [role="article"], main, [role="main"], body';
const PARAGRAPHS = 'p, li, blockquote, h2, h3';
/** Older sites write the article straight into one of these, with line breaks. */
const BARE = 'div, td, section';
/** Own text of a bare element below this is a caption or a label. */
const MIN_BARE_CHARS = 200;
/** Less running text than this is a teaser, a caption or a notice. */
const MIN_CHARS = 250;
/** A paragraph weighs no more than this many characters: one node may hold megabytes. */
const MAX_WEIGHED_CHARS = 20_000;
/** Han, kana and Hangul say more in a character. */
const isDense = (unit: number): boolean =>
  (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
/** An outer container must hold this many times more to be preferred over an inner one. */
const OUTER_GAIN = 1.6;

/** What a text weighs: its beginning is enough to tell running text from a label. */
function weigh(text: string): number {
  const length = Math.min(text.length, MAX_WEIGHED_CHARS);
  let dense = 0;
  for (let i = 0; i < length; i++) if (isDense(text.charCodeAt(i))) dense++;
  return length + dense * 1.5;
}

/** Text that stands directly in an element, not in its children. */
function ownText(element: Element): string {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += (child as Text).data.trim();
  }
  return text;
}

/** Weight of the running text below an element: paragraphs outside excluded parts, none that are mostly links. */
function weighText(element: Element, isExcluded: Exclusion): { chars: number; paragraphs: number } {
  let chars = 0;
  let paragraphs = 0;
  for (const paragraph of element.querySelectorAll(PARAGRAPHS)) {
    const text = (paragraph.textContent ?? '').trim();
    if (text.length < 20 || isInside(paragraph, element, isExcluded)) continue;
    const linked = [...paragraph.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent ?? '').length, 0);
    if (linked > text.length / 2) continue;
    chars += weigh(text);
    paragraphs += 1;
  }
  if (chars >= MIN_CHARS) return { chars, paragraphs };
  for (const bare of [element, ...element.querySelectorAll(BARE)]) {
    const text = ownText(bare);
    if (text.length < MIN_BARE_CHARS || isInside(bare, element, isExcluded)) continue;
    chars += weigh(text);
    paragraphs += 2;
  }
  return { chars, paragraphs };
}

/** True when the element or something between it and `root` is excluded. */
function isInside(element: Element, root: Element, isExcluded: Exclusion): boolean {
  for (let current: Element | null = element; current && current !== root; current = current.parentElement) {
    if (isExcluded(current)) return true;
  }
  return false;
}

/** The element that holds the article, or `null` when the page does not look like one. */
export function findArticle(document: Document, isExcluded: Exclusion): Element | null {
  let best: { element: Element; chars: number } | null = null;
  for (const element of document.querySelectorAll(CONTAINERS)) {
    if (element.localName !== 'body' && isInside(element, document.documentElement, isExcluded)) continue;
    const { chars, paragraphs } = weighText(element, isExcluded);
    if (chars < MIN_CHARS || paragraphs < 2) continue;
    if (best === null) best = { element, chars };
    else if (best.element.contains(element) ? chars * OUTER_GAIN >= best.chars : chars > best.chars * OUTER_GAIN)
      best = { element, chars };
  }
  return best && !isSectionFront(document, best.element, isExcluded) ? best.element : null;
}

const ARTICLE_TYPES =
  /^(?:News|Reportage|Analysis|Opinion|Background|Review|Ask|Live)?(?:News)?(?:Article|BlogPosting|Posting)$/;

/** A front page has many headlines that are links, and does not call itself an article. */
function isSectionFront(document: Document, element: Element, isExcluded: Exclusion): boolean {
  const declared = document.querySelector('meta[property="og:type"]')?.getAttribute('content');
  if (declared === 'article' || hasArticleData(document)) return false;
  const headlines = [...element.querySelectorAll('h1 a, h2 a, h3 a')].filter(
    (link) => !isInside(link, element, isExcluded),
  );
  return headlines.length >= 4;
}

function hasArticleData(document: Document): boolean {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) => {
    const match = /"@type"\s*:\s*(?:\[\s*)?"([^"]+)"/g;
    return [...(script.textContent ?? '').matchAll(match)].some(([, type]) => ARTICLE_TYPES.test(type ?? ''));
  });
}
