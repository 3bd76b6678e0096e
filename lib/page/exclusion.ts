/** Which elements of a page hold no text of its article. */

import { firstOf } from './page-size';

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
  /(?:^|[\s_-])(?:comments?|disqus|related|recommend(?:ed|ations)?|newsletter|promo(?:tion)?|advert(?:isement)?|ads?|sponsor(?:ed)?|share|sharing|social|trending|most-?read|most-?viewed|popular|breadcrumbs?|cookie|consent|paywall|subscri(?:be|ption)|taboola|outbrain|read-?more|more-?stories|teasers?|feedback|sidebar|site-?header|site-?footer|masthead|code-?mirror|cm-editor|monaco-editor|ace_editor)(?:$|[\s_-])/i;
/** An element with more than this share of the page's running text is not beside the article, whatever its class says. */
const MAIN_SHARE = 0.5;

/** True for an element whose text is not the article's. */
export type Exclusion = (element: Element) => boolean;

function isNever(element: Element): boolean {
  if (NEVER_TAGS.has(element.localName)) return true;
  const role = element.getAttribute('role');
  if (role !== null && NEVER_ROLES.has(role)) return true;
  if (element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden')) return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false';
}

function isCalledBeside(element: Element): boolean {
  return (
    BESIDE_TAGS.has(element.localName) ||
    element.getAttribute('role') === 'complementary' ||
    element.getAttribute('translate') === 'no' ||
    BESIDE_WORDS.test(element.id) ||
    BESIDE_WORDS.test(element.getAttribute('class') ?? '')
  );
}

/** Paragraphs that are counted: a page may have a million of them. */
const MAX_PARAGRAPHS = 20_000;

/**
 * What is excluded on a page, as it is now. Layout classes such as "article-with-sidebar", "gutter-ads" or "paywall" stand
 * on whole pages too: a name alone excludes only what does not hold the better part of the page's running text.
 */
export function createExclusion(document: Document): Exclusion {
  const known = new Map<Element, boolean>();
  const lengths = new Map<Element, number>();
  const charsOf = (paragraph: Element): number => {
    const chars = lengths.get(paragraph) ?? (paragraph.textContent ?? '').length;
    lengths.set(paragraph, chars);
    return chars;
  };
  const charsBelow = (element: Element | Document): number => {
    let chars = 0;
    for (const paragraph of firstOf(element.getElementsByTagName('p'), MAX_PARAGRAPHS)) chars += charsOf(paragraph);
    return chars;
  };
  let total: number | null = null;
  return (element) => {
    const answer = known.get(element);
    if (answer !== undefined) return answer;
    let excluded = isNever(element);
    if (!excluded && isCalledBeside(element)) {
      total ??= charsBelow(document);
      excluded = charsBelow(element) <= total * MAIN_SHARE;
    }
    known.set(element, excluded);
    return excluded;
  };
}
