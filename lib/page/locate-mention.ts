/** From a point of the page to the mention under it, and from a mention to its place. */
import type { PlacedMention } from '../services/exchange';
import { type ExtractedBlock, rangeInBlock, segmentAt } from './extract-blocks';

/** A mention with its block in this page. */
export interface PageMention extends Omit<PlacedMention, 'paint' | 'answers'> {
  /** At the present level of marks. */
  readonly paint: boolean;
  readonly answers: boolean;
  /** Position in the page's list; what the hover machine calls its target. */
  readonly number: number;
  readonly in: ExtractedBlock;
}

/** Fast look-up of mentions by the text node they stand in. */
export class MentionMap {
  readonly #byNode = new Map<Node, PageMention[]>();

  constructor(mentions: readonly PageMention[]) {
    for (const mention of mentions) {
      const { segments } = mention.in;
      for (let i = segmentAt(mention.in, mention.start); i < segments.length; i++) {
        const { node, start } = segments[i] as ExtractedBlock['segments'][number];
        if (mention.end <= start) break;
        const list = this.#byNode.get(node);
        if (list) list.push(mention);
        else this.#byNode.set(node, [mention]);
      }
    }
  }

  /** The mention under a point of the viewport, if its text really lies there. */
  at(document: Document, x: number, y: number): PageMention | null {
    const caret = document.caretPositionFromPoint(x, y);
    if (!caret) return null;
    for (const mention of this.#byNode.get(caret.offsetNode) ?? []) {
      const segment = mention.in.segments.find(({ node }) => node === caret.offsetNode);
      if (!segment) continue;
      const offset = segment.start + caret.offset;
      if (offset < mention.start || offset > mention.end) continue;
      // A caret is found for every point of a line; only the name's own boxes count.
      if (lineBoxes(mention).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom))
        return mention;
    }
    return null;
  }
}

/** The line boxes of a mention in the viewport; empty when the page has taken its text away. */
export function lineBoxes(mention: PageMention): DOMRect[] {
  const range = rangeInBlock(mention.in, mention.start, mention.end);
  return range ? [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) : [];
}
