/**
 * Keeps the article's blocks numbered across readings and sends what has changed: everything first, then only changed
 * and removed blocks, in parts that fit a message.
 */
import type { ArticleInfo, AsOf, TextBlock } from '../model/article';
import type { PageAnswer, PageTextRequest } from '../services/exchange';
import { MAX_PAGE_PARTS, MAX_TEXT_PART_CHARS } from '../text/limits';
import { type ExtractedBlock, toTextBlock } from './extract-blocks';
import type { PageBackground } from './page-ports';

/** Room that ids, kinds and braces take beside the text of a block. */
const BLOCK_OVERHEAD_CHARS = 64;

export class PageText {
  readonly #page: string;
  readonly #background: PageBackground;
  #revision = -1;
  #nextId = 0;
  #blocks = new Map<number, ExtractedBlock>();

  constructor(page: string, background: PageBackground) {
    this.#page = page;
    this.#background = background;
  }

  /** The block of an id, with its nodes as last read. */
  block(id: number): ExtractedBlock | undefined {
    return this.#blocks.get(id);
  }

  /** Takes a new reading; sends nothing and returns `null` when the text is what it was. */
  async update(
    extracted: readonly ExtractedBlock[],
    article: ArticleInfo,
    asOf: AsOf | null,
    force: boolean,
  ): Promise<PageAnswer | null> {
    const { changed, removed } = this.#merge(extracted);
    if (this.#revision >= 0 && changed.length === 0 && removed.length === 0 && !force) return null;
    const isFirst = this.#revision < 0 || force;
    const answer = await this.#send(
      isFirst ? this.#all() : changed,
      isFirst ? [] : removed,
      isFirst ? 0 : this.#revision + 1,
      article,
      asOf,
    );
    return answer.kind === 'send-all' ? this.#send(this.#all(), [], 0, article, asOf) : answer;
  }

  #all(): TextBlock[] {
    return [...this.#blocks].sort(([a], [b]) => a - b).map(([id, block]) => toTextBlock(block, id));
  }

  /** Blocks keep their number while their first text node stays; numbers follow the order of reading when all are new. */
  #merge(extracted: readonly ExtractedBlock[]): { changed: TextBlock[]; removed: number[] } {
    const known = new Map([...this.#blocks].map(([id, block]) => [block.segments[0]?.node, { id, block }]));
    const next = new Map<number, ExtractedBlock>();
    const changed: TextBlock[] = [];
    for (const block of extracted) {
      const before = known.get(block.segments[0]?.node);
      const id = before && !next.has(before.id) ? before.id : this.#nextId++;
      next.set(id, block);
      if (before?.block.text !== block.text || before.id !== id) changed.push(toTextBlock(block, id));
    }
    const removed = [...this.#blocks.keys()].filter((id) => !next.has(id));
    this.#blocks = next;
    return { changed, removed };
  }

  async #send(
    blocks: readonly TextBlock[],
    removed: readonly number[],
    revision: number,
    article: ArticleInfo,
    asOf: AsOf | null,
  ): Promise<PageAnswer> {
    this.#revision = revision;
    const parts = toParts(blocks);
    let answer: PageAnswer = { kind: 'more' };
    for (const [part, chunk] of parts.entries()) {
      const request: PageTextRequest = {
        page: this.#page,
        revision,
        part,
        of: parts.length,
        article,
        asOf,
        blocks: chunk,
        removed: part === 0 ? removed : [],
      };
      answer = await this.#background.readText(request);
      if (answer.kind !== 'more') break;
    }
    return answer;
  }
}

function toParts(blocks: readonly TextBlock[]): TextBlock[][] {
  const parts: TextBlock[][] = [[]];
  let size = 0;
  for (const block of blocks) {
    const cost = block.text.length + BLOCK_OVERHEAD_CHARS;
    if (size + cost > MAX_TEXT_PART_CHARS && size > 0) {
      if (parts.length === MAX_PAGE_PARTS) break;
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(block);
    size += cost;
  }
  return parts;
}
