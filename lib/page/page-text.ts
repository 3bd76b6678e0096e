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
  #reading = 0;
  #revision = -1;
  #nextId = 0;
  #blocks = new Map<number, ExtractedBlock>();
  /** What was told besides the text, and decides what is found in it. */
  #setting = '';

  constructor(page: string, background: PageBackground) {
    this.#page = page;
    this.#background = background;
  }

  /** The block of an id, with its nodes as last read. */
  block(id: number): ExtractedBlock | undefined {
    return this.#blocks.get(id);
  }

  /** The next text is read as if it were the first; readings are counted on, since cards of an older one may still come. */
  forget(): void {
    this.#revision = -1;
    this.#nextId = 0;
    this.#blocks = new Map();
  }

  /** Takes a new reading; sends nothing and returns `null` when the text, its language and its day are what they were. */
  async update(
    extracted: readonly ExtractedBlock[],
    article: ArticleInfo,
    asOf: AsOf | null,
    force: boolean,
  ): Promise<PageAnswer | null> {
    const { changed, removed, isRenumbered } = this.#merge(extracted);
    // Pages tell of their day by scripts too, after their text.
    const setting = JSON.stringify([article.lang, asOf]);
    const isFirst = this.#revision < 0 || force || isRenumbered || setting !== this.#setting;
    this.#setting = setting;
    if (!isFirst && changed.length === 0 && removed.length === 0) return null;
    try {
      const answer = isFirst
        ? await this.#send(this.#all(), [], 0, article, asOf)
        : await this.#send(changed, removed, this.#revision + 1, article, asOf);
      return answer.kind === 'send-all' ? await this.#send(this.#all(), [], 0, article, asOf) : answer;
    } catch (error) {
      // Nobody knows what arrived: next time everything.
      this.#revision = -1;
      throw error;
    }
  }

  #all(): TextBlock[] {
    return [...this.#blocks].map(([id, block]) => toTextBlock(block, id));
  }

  /**
   * Blocks keep their number while their first text node stays, or their text where a page has made its nodes anew.
   * Numbers follow the order of reading: text inserted in the middle numbers everything afresh.
   */
  #merge(extracted: readonly ExtractedBlock[]): { changed: TextBlock[]; removed: number[]; isRenumbered: boolean } {
    const before = this.#blocks;
    const ids = this.#recognise(extracted);
    const isRenumbered = ids.some((id, i) => i > 0 && id < (ids[i - 1] as number));
    const numbers = isRenumbered ? extracted.map((_, i) => i) : ids;
    this.#nextId = Math.max(isRenumbered ? 0 : this.#nextId, ...numbers.map((id) => id + 1));
    this.#blocks = new Map(numbers.map((id, i) => [id, extracted[i] as ExtractedBlock]));
    const changed = [...this.#blocks]
      .filter(([id, { text, kind, section }]) => {
        const old = before.get(id);
        return old?.text !== text || old.kind !== kind || old.section !== section;
      })
      .map(([id, block]) => toTextBlock(block, id));
    return { changed, removed: [...before.keys()].filter((id) => !this.#blocks.has(id)), isRenumbered };
  }

  /** The number that each block had, or a new one. */
  #recognise(extracted: readonly ExtractedBlock[]): number[] {
    const free = new Set(this.#blocks.keys());
    const byNode = new Map([...this.#blocks].map(([id, { segments }]) => [segments[0]?.node, id]));
    const ids = extracted.map(({ segments }) => {
      const id = byNode.get(segments[0]?.node);
      return id !== undefined && free.delete(id) ? id : null;
    });
    const byText = new Map<string, number[]>();
    for (const id of free) {
      const { text = '' } = this.#blocks.get(id) ?? {};
      byText.set(text, [...(byText.get(text) ?? []), id]);
    }
    let next = this.#nextId;
    return ids.map((id, i) => id ?? byText.get(extracted[i]?.text ?? '')?.shift() ?? next++);
  }

  async #send(
    blocks: readonly TextBlock[],
    removed: readonly number[],
    revision: number,
    article: ArticleInfo,
    asOf: AsOf | null,
  ): Promise<PageAnswer> {
    const reading = this.#reading++;
    this.#revision = revision;
    const parts = toParts(blocks);
    let answer: PageAnswer = { kind: 'more' };
    for (const [part, chunk] of parts.entries()) {
      const request: PageTextRequest = {
        page: this.#page,
        reading,
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
    // As the background counts it: a page of quotation marks is twice as long in a message.
    const cost = JSON.stringify(block.text).length + BLOCK_OVERHEAD_CHARS;
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
