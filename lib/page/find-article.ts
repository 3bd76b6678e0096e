/**
 * Finds the element that holds the article's text. Not an article extractor of its own ambition: it weighs the text of
 * paragraphs below the usual containers and says `null` where no page part reads like an article.
 */

/** Parts of a page that never belong to an article's own text. */
const EXCLUDED_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'aside',
  'footer',
  'form',
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
const EXCLUDED_ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'toolbar',
]);
const EXCLUDED_WORDS =
  /(?:^|[\s_-])(?:comments?|disqus|related|recommend(?:ed|ations)?|newsletter|promo(?:tion)?|advert(?:isement)?|ads?|sponsor(?:ed)?|share|sharing|social|trending|most-?read|most-?viewed|popular|breadcrumbs?|cookie|consent|paywall|subscri(?:be|ption)|taboola|outbrain|read-?more|more-?stories|teasers?|sidebar|site-?header|site-?footer|masthead)(?:$|[\s_-])/i;

/** True for an element whose text is not the article's. */
export function isExcluded(element: Element): boolean {
  if (EXCLUDED_TAGS.has(element.localName)) return true;
  const role = element.getAttribute('role');
  if (role !== null && EXCLUDED_ROLES.has(role)) return true;
  if (element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden')) return true;
  if (element.getAttribute('contenteditable') === 'true') return true;
  return EXCLUDED_WORDS.test(element.id) || EXCLUDED_WORDS.test(element.getAttribute('class') ?? '');
}

const CONTAINERS = '[itemprop="articleBody"], article, [role="article"], main, [role="main"], body';
const PARAGRAPHS = 'p, li, blockquote, h2, h3';
/** Less running text than this is a teaser, a caption or a notice. */
const MIN_CHARS = 250;
/** Han, kana and Hangul say more in a character. */
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/g;
/** An outer container must hold this many times more to be preferred over an inner one. */
const OUTER_GAIN = 1.6;

/** Weight of the running text below an element: paragraphs outside excluded parts, links at a discount. */
function weighText(element: Element): { chars: number; paragraphs: number } {
  let chars = 0;
  let paragraphs = 0;
  for (const paragraph of element.querySelectorAll(PARAGRAPHS)) {
    if (hasExcludedAncestor(paragraph, element)) continue;
    const text = (paragraph.textContent ?? '').trim();
    const linked = [...paragraph.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent ?? '').length, 0);
    if (text.length < 20 || linked > text.length / 2) continue;
    chars += text.length + (text.match(DENSE)?.length ?? 0) * 1.5;
    paragraphs += 1;
  }
  return { chars, paragraphs };
}

/** True when the element or something between it and `root` is excluded. */
export function hasExcludedAncestor(element: Element, root: Element): boolean {
  for (let current: Element | null = element; current && current !== root; current = current.parentElement) {
    if (isExcluded(current)) return true;
  }
  return false;
}

/** The element that holds the article, or `null` when the page does not look like one. */
export function findArticle(document: Document): Element | null {
  let best: { element: Element; chars: number } | null = null;
  for (const element of document.querySelectorAll(CONTAINERS)) {
    if (element.localName !== 'body' && hasExcludedAncestor(element, document.documentElement)) continue;
    const { chars, paragraphs } = weighText(element);
    if (chars < MIN_CHARS || paragraphs < 2) continue;
    if (best === null) best = { element, chars };
    else if (best.element.contains(element) ? chars * OUTER_GAIN >= best.chars : chars > best.chars * OUTER_GAIN)
      best = { element, chars };
  }
  return best && !isSectionFront(document, best.element) ? best.element : null;
}

const ARTICLE_TYPES =
  /^(?:News|Reportage|Analysis|Opinion|Background|Review|Ask|Live)?(?:News)?(?:Article|BlogPosting|Posting)$/;

/** A front page has many headlines that are links, and does not call itself an article. */
function isSectionFront(document: Document, element: Element): boolean {
  const declared = document.querySelector('meta[property="og:type"]')?.getAttribute('content');
  if (declared === 'article' || hasArticleData(document)) return false;
  const headlines = [...element.querySelectorAll('h1 a, h2 a, h3 a')].filter(
    (link) => !hasExcludedAncestor(link, element),
  );
  return headlines.length >= 4;
}

function hasArticleData(document: Document): boolean {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) => {
    const match = /"@type"\s*:\s*(?:\[\s*)?"([^"]+)"/g;
    return [...(script.textContent ?? '').matchAll(match)].some(([, type]) => ARTICLE_TYPES.test(type ?? ''));
  });
}
