/**
 * The article as blocks of text, each with the way back to the page's nodes. The text is the nodes' own, unchanged, so
 * that an offset into a block is an offset into a node; folding happens where the text is read.
 */
import type { BlockKind, TextBlock } from '../model/article';
import { MAX_BLOCK_CHARS, MAX_PAGE_BLOCKS, MAX_PAGE_CHARS } from '../text/limits';
import type { Exclusion } from './exclusion';
import type { Sliced } from './in-slices';

/** A text node's share of a block. `node` is checked again before every use: pages replace nodes. */
export interface TextSegment {
  readonly node: Text;
  /** Offset in the block at which the node's text begins. */
  readonly start: number;
  readonly length: number;
}

export interface ExtractedBlock {
  readonly element: Element;
  readonly kind: BlockKind;
  readonly section: number;
  readonly text: string;
  readonly segments: readonly TextSegment[];
}

const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'caption',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);
const CREDIT = /(?:^|[\s_-])(?:credit|copyright|attribution|source|agency)(?:$|[\s_-])/i;
const BYLINE =
  /(?:^|[\s_-])(?:byline|author|author-?(?:profile|bio|info)|biography|dateline|published|timestamp|meta|standfirst-meta)(?:$|[\s_-])/i;
const CAPTION = /(?:^|[\s_-])caption(?:$|[\s_-])/i;
const QUOTE = /(?:^|[\s_-])(?:pull-?quote|quote)(?:$|[\s_-])/i;
/** Themes call the whole page "contents" as often as a table of contents. */
const CONTENTS = /(?:^|[\s_-])(?:toc|table-of-contents)(?:$|[\s_-])/i;

/** A block of which more than this share is links leads elsewhere: related articles, regions, tags, a shop. */
const MOSTLY_LINKS = 0.8;
/** Beside the headline of another article its day and hour stand, outside of the link. */
const MOSTLY_LINKS_IN_HEADING = 0.5;

/** Nodes that are read between two looks at the clock. */
const NODES_PER_LOOK = 64;

/** An element whose end has not been reached, and the one whose block its text belongs to. */
interface OpenElement {
  readonly element: Element;
  readonly isLink: boolean;
  readonly isBlock: boolean;
  readonly block: Element;
}

/** What a block is, by the nearest element that says so. */
function kindOf(element: Element, root: Element): BlockKind {
  for (let current: Element | null = element; current; current = current.parentElement) {
    const tag = current.localName;
    // What the article's own element is called says nothing of its parts: "post status-published".
    if (current === root) break;
    const words = `${current.getAttribute('class') ?? ''} ${current.getAttribute('itemprop') ?? ''}`;
    if (tag === 'h1') return 'headline';
    if (/^h[2-6]$/.test(tag)) return 'subhead';
    if (CREDIT.test(words)) return 'credit';
    if (tag === 'figcaption' || tag === 'caption' || CAPTION.test(words)) return 'caption';
    if (tag === 'time' || tag === 'address' || BYLINE.test(words)) return 'byline';
    if (tag === 'blockquote' && (current.parentElement?.localName === 'figure' || QUOTE.test(words))) return 'quote';
    if (QUOTE.test(words)) return 'quote';
    if (CONTENTS.test(words)) return 'list';
  }
  return 'text';
}

/** Browsers can tell; parsers on the command line cannot and take everything for visible. */
function isVisible(element: Element): boolean {
  const check = (element as { checkVisibility?: (options: object) => boolean }).checkVisibility;
  return typeof check === 'function' ? check.call(element, { visibilityProperty: true, opacityProperty: true }) : true;
}

/**
 * Reads the blocks below an article's element, in reading order. The page's headline is read too where it stands
 * outside. Bounded: beyond the limits the rest of the page is not looked at.
 */
export function* extractBlocks(root: Element, isExcluded: Exclusion): Sliced<ExtractedBlock[]> {
  const blocks: ExtractedBlock[] = [];
  let section = 0;
  let total = 0;
  /** Links that are open around what is read. */
  let links = 0;
  /** `linked`: letters of it that stand in links. */
  let open: { element: Element; text: string; linked: number; segments: TextSegment[] } | null = null;

  const close = () => {
    if (!open) return;
    const { element, text, linked, segments } = open;
    open = null;
    if (text.trim() === '' || blocks.length >= MAX_PAGE_BLOCKS || total >= MAX_PAGE_CHARS) return;
    const kind = kindOf(element, root);
    // Headlines often lead to their own page.
    const most = kind === 'subhead' ? MOSTLY_LINKS_IN_HEADING : MOSTLY_LINKS;
    if (kind !== 'headline' && linked > 0 && linked > lettersOf(text) * most) {
      // The heading above it is one of links: "More on this".
      if (blocks.at(-1)?.kind === 'subhead') blocks.pop();
      return;
    }
    if (kind === 'subhead') section += 1;
    total += text.length;
    blocks.push({ element, kind, section, text, segments });
  };

  const addText = (node: Text, block: Element) => {
    const data = node.data;
    if (data === '') return;
    if (!open) {
      if (data.trim() === '') return;
      open = { element: block, text: '', linked: 0, segments: [] };
    }
    if (open.text.length >= MAX_BLOCK_CHARS) return;
    const kept = data.slice(0, MAX_BLOCK_CHARS - open.text.length);
    open.segments.push({ node, start: open.text.length, length: kept.length });
    open.text += kept;
    if (links > 0) open.linked += lettersOf(kept);
  };

  /** Elements that are open around what is read, outermost first. */
  const around: OpenElement[] = [];

  /** False: it has no text that is read. */
  const enter = (element: Element): boolean => {
    if (element.localName === 'br') {
      if (open && open.text.length < MAX_BLOCK_CHARS) open.text += '\n';
      return false;
    }
    if (isExcluded(element) || !isVisible(element)) return false;
    const isLink = element.localName === 'a' && element.hasAttribute('href');
    const isBlock = BLOCK_TAGS.has(element.localName);
    if (isLink) links += 1;
    if (isBlock) close();
    around.push({ element, isLink, isBlock, block: isBlock ? element : blockAround() });
    return true;
  };

  const leave = () => {
    const left = around.pop();
    if (left?.isBlock) close();
    if (left?.isLink) links -= 1;
  };

  const blockAround = (): Element => (around.at(-1) as OpenElement).block;

  function* walk(top: Element): Sliced<void> {
    around.push({ element: top, isLink: false, isBlock: true, block: top });
    let looked = 0;
    for (let node: Node | null = top.firstChild; node && around.length > 0; ) {
      if (total >= MAX_PAGE_CHARS || blocks.length >= MAX_PAGE_BLOCKS) break;
      if (++looked % NODES_PER_LOOK === 0) {
        yield;
        // The page has moved it meanwhile, and from there it leads elsewhere.
        if (node.parentNode !== around.at(-1)?.element) break;
      }
      if (node.nodeType === 3) addText(node as Text, blockAround());
      const inner: Node | null = node.nodeType === 1 && enter(node as Element) ? node : null;
      if (inner?.firstChild) {
        node = inner.firstChild;
        continue;
      }
      if (inner) leave();
      while (!node.nextSibling && around.length > 1) {
        node = (around.at(-1) as OpenElement).element;
        leave();
      }
      node = node.nextSibling;
    }
    while (around.length > 0) leave();
  }

  if (!isVisible(root)) return blocks;
  const headline = root.querySelector('h1') ? null : root.ownerDocument.querySelector('h1');
  if (headline && isVisible(headline)) yield* walk(headline);
  yield* walk(root);
  // A heading with nothing below it is one of what was left out: "More on this".
  return blocks.slice(0, blocks.findLastIndex(({ kind }) => kind !== 'subhead') + 1);
}

/** How many characters a text has without its white space: pages are indented. */
function lettersOf(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) count++;
  return count;
}

/** Blocks as they are sent: numbered, without nodes. */
export function toTextBlock(block: ExtractedBlock, id: number): TextBlock {
  return { id, text: block.text, kind: block.kind, section: block.section };
}

/** A range over a stretch of a block; `null` when the page has changed the nodes meanwhile. */
export function rangeInBlock(block: ExtractedBlock, start: number, end: number): Range | null {
  const first = block.segments[segmentAt(block, start)];
  const at = segmentAt(block, end - 1);
  // A line break has no segment.
  const last = block.segments[(block.segments[at]?.start ?? 0) < end ? at : at - 1];
  if (!first || !last || !isIntact(block, first) || !isIntact(block, last)) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, end - last.start);
  return range;
}

/** Place of the segment that holds a unit of the block's text, or of the next one; they lie in order. */
export function segmentAt({ segments }: ExtractedBlock, unit: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start, length } = segments[middle] as TextSegment;
    if (start + length <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isIntact(block: ExtractedBlock, { node, start, length }: TextSegment): boolean {
  return node.isConnected && node.data.slice(0, length) === block.text.slice(start, start + length);
}
